package app.diagnose.android

import android.content.Context
import android.os.Build
import android.os.Looper
import android.provider.Settings
import app.diagnose.DeliveryEvent
import app.diagnose.Time

/**
 * What the host app tells as it happens. All of it is optional: what is not told, is not known.
 *
 * Nothing here throws. What is called on the main thread returns at once and writes its file on another thread; called
 * on any other thread it has written when it returns.
 */
object DiagnoseRecord {
    /**
     * The user uses the app. To be called where that is seen, such as in `onStart` of the host's first activity: what is
     * told at each opening tells how long the app was not opened before, which the system itself does not say.
     */
    @JvmStatic
    fun used(context: Context) =
        guarded {
            val app = context.applicationContext
            written { Marks(app).used() }
        }

    /**
     * The host's main process started. To be called at the start of its `Application.onCreate`: a crash soon after tells
     * of another fault than a later one. From Android 11 (API 30), below it does nothing; replaces what the host has set
     * by `ActivityManager.setProcessStateSummary`.
     */
    @JvmStatic
    fun started(context: Context) = guarded { if (Build.VERSION.SDK_INT >= 30) ProcessStart.record(context) }

    /**
     * The host itself asked the user for a permission. To be called beside `requestPermissions`, once for each: a
     * permission that was asked for and is not granted was denied.
     *
     * @param permission such as `android.permission.POST_NOTIFICATIONS`; one that no check reads is left out.
     */
    @JvmStatic
    fun permissionAsked(
        context: Context,
        permission: String,
    ) = guarded {
        val app = context.applicationContext
        written { Marks(app).writeAsked(permission) }
    }

    /**
     * Registration succeeded on this phone. To be called when the host's server has confirmed it: it leaves the mark that
     * backups carry, by which a phone that was set up from a backup is told from the one that was registered.
     */
    @JvmStatic
    fun registered(context: Context) =
        guarded {
            val app = context.applicationContext
            written { RegistrationMark.write(app) }
        }

    /**
     * A push arrived. To be called by the host's messaging service where it is handed a push, such as in
     * `FirebaseMessagingService.onMessageReceived` once the warning is shown, on the thread that it is called on; not where
     * the user taps a notification. This reads the settings of the moment, which takes up to some three seconds on a bad
     * network.
     *
     * It proves delivery where the phone was locked or the app not in front, and little where it was in front; which of
     * these, is looked at here. A push that the system shows without the app (an FCM notification message while the app
     * is not in front) is not seen by any app: the user is asked about that.
     *
     * @param testId the id that `sendTestPush` was called with, if the push carries one.
     * @param sent when the server sent it, such as `RemoteMessage.getSentTime` in whole seconds; null if that is not known.
     *   A test is timed without it.
     */
    @JvmStatic
    @JvmOverloads
    fun pushArrived(
        context: Context,
        testId: String? = null,
        sent: Time? = null,
    ) = guarded {
        val app = context.applicationContext
        val at = Moment.now()
        val presence = Presence.now(app)
        written {
            if (testId != null) TestPush.arrived(app, testId, at, presence) else arrived(app, sent, at, presence)
        }
    }

    private fun arrived(
        context: Context,
        sent: Time?,
        at: Moment,
        presence: Presence,
    ) {
        val took = sent?.let { at.time().seconds - it.seconds }
        val delay = took?.takeIf { isTimed(context, took, at) }
        // Neither that it was late nor that it was in time: this phone's clock may be wrong.
        if (took != null && delay == null && took > TestPush.LATE_SECONDS) return
        val event = if (presence == Presence.IN_FRONT) DeliveryEvent.ARRIVED_IN_FRONT else DeliveryEvent.ARRIVED
        Standing.now(context)?.let { Deliveries(context).add(event, delay?.let { maxOf(0, it) }, it, at.time()) }
    }

    /**
     * Whether two clocks, the server's and the phone's, may be compared: the phone's is set by the network
     * (`Settings.Global.AUTO_TIME`, 17), it is at most a minute behind the server's, and the phone was on when the push
     * was sent, for one that is off receives nothing.
     */
    private fun isTimed(
        context: Context,
        took: Long,
        at: Moment,
    ): Boolean =
        Settings.Global.getInt(context.contentResolver, Settings.Global.AUTO_TIME, 0) == 1 &&
            took in -60..at.running / 1000

    private fun written(work: () -> Unit) =
        if (Looper.myLooper() == Looper.getMainLooper()) EvidenceThread.run(work) else guarded(work)
}
