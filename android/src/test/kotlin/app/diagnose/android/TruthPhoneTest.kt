package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** What the screen says of phones in states that no shared case holds: of every check, not only of the one that is meant. */
@RunWith(RobolectricTestRunner::class)
@Config(
    application = EvidenceApp::class,
    // Else the library reads the machine's clock and not the phone's.
    instrumentedPackages = ["app.diagnose.android"],
    shadows = [
        ProbedNotificationManager::class, ProbedActivityManager::class, ProbedUsageStatsManager::class,
        ProbedPowerManager::class, ProbedConnectivityManager::class, ProbedNetwork::class, ProbedPackageManager::class,
        ProbedStorageManager::class, ProbedStatFs::class, ProbedDevicePolicyManager::class, ProbedUserManager::class,
        ProbedSystemClock::class,
    ],
)
@GraphicsMode(GraphicsMode.Mode.LEGACY)
class TruthPhoneTest {
    @Before
    fun callBack() = callBackHere()

    private fun holds(states: List<TruthPhoneState>) = assertEquals("", TruthPhoneState.otherwise(states))

    @Test
    fun system() = holds(TruthPhoneSystem.states)

    @Test
    fun network() = holds(TruthPhoneNetwork.states)

    @Test
    fun registration() = holds(TruthPhoneRegistration.states)

    @Test
    fun `without a connectivity manager`() = holds(TruthPhoneNetwork.withoutManager)

    @Test
    fun `without a policy manager`() = holds(TruthPhoneRegistration.withoutManager)

    @Test
    fun source() = holds(TruthPhoneSource.states)

    @Test
    fun crashes() = holds(TruthPhoneCrashes.states)

    @Test
    fun answers() = holds(TruthPhoneAnswers.states)
}
