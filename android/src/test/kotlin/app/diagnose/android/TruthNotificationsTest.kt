package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(
    application = TruthNotifiedApp::class,
    shadows = [
        ProbedNotificationManager::class, ProbedActivityManager::class, ProbedUsageStatsManager::class,
        ProbedPowerManager::class, ProbedConnectivityManager::class, ProbedNetwork::class,
        ProbedPackageManager::class, ProbedStorageManager::class, ProbedStatFs::class,
        ProbedDevicePolicyManager::class, ProbedUserManager::class, ProbedSystemClock::class,
    ],
)
class TruthNotificationsTest {
    @Before
    fun library() = callBackHere()

    @Test
    fun `a phone on which nothing is wrong`() = tell { phone("whole", set = {}) }

    private fun tell(stories: TruthStories.() -> Unit) =
        assertEquals("", TruthStories().apply(stories).otherwise())
}
