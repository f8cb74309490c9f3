package app.diagnose.android

import android.os.SystemClock
import app.diagnose.AndroidClockFacts

internal fun androidClockFacts() =
    AndroidClockFacts(network = time.read(33) { timeOf(networkMillis())?.takeIf { it.seconds >= YEAR_2015 } })

/** No network and no server says an earlier time. */
internal const val YEAR_2015 = 1_420_070_400L

@GuardedApi(33)
private fun networkMillis(): Long = SystemClock.currentNetworkTimeClock().millis()
