package app.diagnose.android

import android.content.Context
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
     * A push arrived. To be called by the host's messaging service where it is handed a push, such as at the start of
     * `FirebaseMessagingService.onMessageReceived`, on the thread that it is called on; not where the user taps a
     * notification. This reads the settings of the moment, which takes up to some three seconds on a bad network.
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
