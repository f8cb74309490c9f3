package app.diagnose.android

import android.os.Build
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** Tells stories of phones, and what the screen has to say of them. */
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
abstract class TruthTold {
    @Before
    fun library() = callBackHere()

    internal fun tell(stories: TruthStories.() -> Unit) =
        assertEquals("", TruthStories().apply(stories).otherwise())

    /** What rests on the host's word. */
    internal fun TruthSpoken.hostSilent() {
        listOf(8, 14, 21).forEach(::unknown)
        // From 33 on the network tells the time.
        if (Build.VERSION.SDK_INT < 33) unknown(18)
    }

    internal companion object {
        const val OFF = "Notifications for Blink are off"
        const val PAUSES = "Android pauses Blink when it is not used"
        const val DISTURB = "Do Not Disturb is on and may mute Blink"
        const val SILENCED = "Do Not Disturb silences everything, except perhaps alarms"
        const val WEAK = "Notifications worked once, but a full test is missing"
        const val LOST = "A test notification did not arrive"
        const val NOT_SEEN = "A test made on this phone was not seen"
        const val NOT_SENT = "Blink's server could not send a test"
        const val LATE = "A notification arrived more than two minutes late"
        const val NO_TOKEN = "Blink has no push address on this phone yet"
        const val LACKS = "Blink's server does not have this phone's push address"
        const val NOT_THE_PHONE = "Your phone is not the reason, as far as it can see"

        // What Do Not Disturb lets through, as Android numbers it.
        const val ALL = 1
        const val PRIORITY = 2
        const val SILENCE = 3
        const val ALARMS = 4

        // Data Saver, as Android numbers it.
        const val FREE = 1
        const val EXEMPT = 2
        const val STOPPED = 3
    }
}
