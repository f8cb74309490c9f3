package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Looks at one phone after the other, and holds what the screen says of every check, not of one alone. */
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
abstract class TruthPhoneLooks {
    @Before
    fun callBack() = callBackHere()

    internal fun holds(states: List<TruthPhoneState>) = assertEquals("", TruthPhoneState.otherwise(states))
}
