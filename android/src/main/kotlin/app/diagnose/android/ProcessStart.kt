package app.diagnose.android

import android.app.ActivityManager
import android.content.Context
import android.os.Process
import android.os.SystemClock
import java.nio.ByteBuffer

/**
 * When this process started, as the system keeps it beside the record of its end
 * (`ActivityManager.setProcessStateSummary`, 30). The summary is the app's own: one of another form is not read.
 */
internal object ProcessStart {
    /** "BDs1": what stands before the start, milliseconds since 1970 by the phone's clock, the highest byte first. */
    private const val MAGIC = 0x42447331
    private const val SIZE = Int.SIZE_BYTES + Long.SIZE_BYTES

    /** Tells the system when this process started. Replaces a summary that the app has set. */
    @GuardedApi(30)
    fun record(context: Context) = context.manager<ActivityManager>().setProcessStateSummary(summary())

    private fun summary(): ByteArray {
        val running = SystemClock.elapsedRealtime() - Process.getStartElapsedRealtime()
        val started = System.currentTimeMillis() - running
        return ByteBuffer.allocate(SIZE).putInt(MAGIC).putLong(started).array()
    }

    /** When the process of this summary started; null where it is none of ours. */
    fun millisIn(summary: ByteArray?): Long? {
        if (summary?.size != SIZE) return null
        val bytes = ByteBuffer.wrap(summary)
        return if (bytes.int == MAGIC) bytes.long else null
    }
}
