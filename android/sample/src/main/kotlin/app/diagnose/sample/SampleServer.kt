package app.diagnose.sample

import android.content.Context
import android.os.Handler
import android.os.Looper
import app.diagnose.Diagnose
import app.diagnose.HostFacts
import app.diagnose.Registration
import app.diagnose.ServerAnswer
import app.diagnose.Time
import app.diagnose.TokenOnServer
import app.diagnose.android.DiagnoseRecord
import app.diagnose.android.hostFacts
import java.io.IOException

/** Plays Blink's server, which here lives in the app itself. What it does can be switched, to see each course. */
class SampleServer(
    private val context: Context,
) {
    /** What the server does when it is asked for a test push. */
    enum class Push {
        /** It arrives, after [delayMillis]. */
        ARRIVES,

        /** It is sent and never arrives. */
        IS_LOST,

        /** The server cannot send it. */
        IS_REFUSED,
    }

    @Volatile var push = Push.ARRIVES

    /** From the request to the arrival. */
    @Volatile var delayMillis = 4_000L

    @Volatile var registration = Registration.REGISTERED

    /** The newest version that its store has; null: it does not say. */
    @Volatile var newestVersion: String? = null

    /** Milliseconds that it takes to answer. */
    @Volatile var slowness = 0L

    /** What the app and its server know of this phone. Slow, like a network. */
    fun facts(): HostFacts {
        Thread.sleep(slowness)
        return hostFacts(
            serverTime = Time(Math.floorDiv(System.currentTimeMillis(), 1000L)),
            server = ServerAnswer.ANSWERED,
            newestVersion = newestVersion?.let(Diagnose::parseAppVersion),
            hasToken = true,
            tokenOnServer = TokenOnServer.HAS,
            registration = registration,
        )
    }

    /** Sends a test push that carries the id. */
    fun sendTestPush(id: String) {
        when (push) {
            Push.ARRIVES ->
                Handler(Looper.getMainLooper())
                    .postDelayed({ DiagnoseRecord.pushArrived(context, id) }, delayMillis)
            Push.IS_LOST -> Unit
            Push.IS_REFUSED -> throw IOException("the server refused")
        }
    }
}
