package app.diagnose.android

import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import app.diagnose.Time

/**
 * A moment by both clocks of the phone.
 *
 * @property millis milliseconds since 1970 by the clock that the user sets.
 * @property running milliseconds since the phone started, which nobody can set.
 */
internal data class Moment(
    val millis: Long,
    val running: Long,
) {
    fun time(): Time = Time(Math.floorDiv(millis, 1000L))

    /** The time by the user's clock as it is set now at which [earlier], counted by the other clock, was. */
    fun timeOf(earlier: Long): Time = Time(Math.floorDiv(millis - (running - earlier), 1000L))

    companion object {
        fun now(): Moment = Moment(System.currentTimeMillis(), SystemClock.elapsedRealtime())

        /** How often the phone has started: what was counted since a start means nothing after the next. */
        fun start(context: Context): Int =
            Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, -1)
    }
}
