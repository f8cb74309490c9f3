package app.diagnose.android

import android.app.ApplicationExitInfo
import app.diagnose.android.TruthPhoneState.Companion.RIGHT
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.notes
import app.diagnose.android.TruthPhoneState.Companion.weakens
import org.robolectric.shadows.ShadowActivityManager.ApplicationExitInfoBuilder
import java.nio.ByteBuffer

/** How the app ended: check 17, of which Android tells since 11. */
internal object TruthPhoneCrashes {
    private val AT_START = blocks("Blink has crashed soon after starting, more than once")
    private val NATIVE = blocks("Blink has crashed more than once")
    private val FROZE = weakens("Blink has frozen more than once")
    private val NOT_STARTED = blocks("Blink could not get started")
    private val REPEATED = blocks("Blink has crashed at least three times")
    private val ONCE = notes("Blink has crashed or frozen lately")

    private const val HOUR = 3_600_000L
    private const val DAY = 24 * HOUR

    private const val CRASH = ApplicationExitInfo.REASON_CRASH
    private const val CRASH_NATIVE = ApplicationExitInfo.REASON_CRASH_NATIVE
    private const val ANR = ApplicationExitInfo.REASON_ANR
    private const val NO_START = ApplicationExitInfo.REASON_INITIALIZATION_FAILURE

    /** The processes end without a fault of the app's, or for a reason that a later Android has. */
    private val NO_FAULT =
        (0..99).toSet() - setOf(CRASH, CRASH_NATIVE, ANR, NO_START)

    /** An end, so many milliseconds ago, so many after its start. */
    private class End(
        val reason: Int,
        val ago: Long = HOUR,
        val after: Long? = null,
        val process: String? = null,
        val state: ByteArray? = null,
    )

    private fun TruthPhone.ended(vararg ends: End) {
        val now = now()
        Answers.give("getHistoricalProcessExitReasons") {
            ends.map { end ->
                val at = now - end.ago
                ApplicationExitInfoBuilder
                    .newBuilder()
                    .setProcessName(end.process ?: installed.processName)
                    .setReason(end.reason)
                    .setTimestamp(at)
                    .setProcessStateSummary(end.state ?: end.after?.let { summary(at - it) })
                    .build()
            }
        }
    }

    /** As the library tells the system when a process started: "BDs1", and milliseconds since 1970. */
    private fun summary(start: Long): ByteArray =
        ByteBuffer
            .allocate(12)
            .putInt(0x42447331)
            .putLong(start)
            .array()

    private fun state(
        name: String,
        word: String,
        vararg ends: End,
        set: TruthPhone.() -> Unit = {},
    ) = TruthPhoneState(name, mapOf(17 to word)) {
        ended(*ends)
        set()
    }

    private fun times(
        count: Int,
        end: End,
    ) = Array(count) { end }

    private val counts
        get() =
            listOf(
                state("no end", RIGHT),
                state("one crash", ONCE, End(CRASH)),
                state("one crash at start", ONCE, End(CRASH, after = 1_000)),
                state("two crashes", ONCE, *times(2, End(CRASH))),
                state("two crashes at start", AT_START, *times(2, End(CRASH, after = 9_900))),
                state("two crashes 10 s after start", ONCE, *times(2, End(CRASH, after = 10_000))),
                state("two crashes of a crash that began after its end", ONCE, *times(2, End(CRASH, after = -5_000))),
                state("one crash at start, one later", ONCE, End(CRASH, after = 900), End(CRASH, after = HOUR)),
                state("two crashes, the app has its own summary", ONCE, *times(2, End(CRASH, state = ByteArray(12)))),
                state("two crashes, a short summary", ONCE, *times(2, End(CRASH, state = byteArrayOf(0x42)))),
                state("three crashes", REPEATED, *times(3, End(CRASH))),
                state("three crashes at start", AT_START, *times(3, End(CRASH, after = 0))),
                state("one native crash", ONCE, End(CRASH_NATIVE)),
                state("two native crashes", NATIVE, *times(2, End(CRASH_NATIVE))),
                state("a crash of each kind at start", AT_START, End(CRASH, after = 1), End(CRASH_NATIVE, after = 1)),
                state("a native crash and two others", REPEATED, End(CRASH_NATIVE), End(CRASH), End(CRASH)),
                state("one that froze", ONCE, End(ANR)),
                state("two that froze", FROZE, *times(2, End(ANR))),
                state("two that froze at start", FROZE, *times(2, End(ANR, after = 5_000))),
                state("one that froze, one crash", ONCE, End(ANR), End(CRASH)),
                state("three crashes and two that froze", REPEATED, *times(3, End(CRASH)), *times(2, End(ANR))),
                state("could not start", NOT_STARTED, End(NO_START)),
                state(
                    "could not start, and crashes at start",
                    NOT_STARTED,
                    End(NO_START),
                    *times(3, End(CRASH, after = 1)),
                ),
                state("many ends without a fault", RIGHT, *NO_FAULT.map { End(it) }.toTypedArray()),
                state(
                    "killed for memory again and again",
                    RIGHT,
                    *times(50, End(ApplicationExitInfo.REASON_LOW_MEMORY)),
                ),
            )

    private val times
        get() =
            listOf(
                state("crashes long ago", RIGHT, *times(5, End(CRASH, ago = 8 * DAY, after = 1))),
                state(
                    "a crash within seven days",
                    ONCE,
                    End(CRASH, ago = 7 * DAY - HOUR),
                    End(
                        CRASH,
                        ago =
                            7 * DAY + HOUR,
                    ),
                ),
                state("crashes before the last update", RIGHT, *times(5, End(CRASH, ago = 2 * DAY))) { updated(DAY) },
                state("a crash after the last update", ONCE, End(CRASH), *times(5, End(CRASH, ago = 2 * DAY))) {
                    updated(DAY)
                },
                // By a clock that was ahead then.
                state("crashes later than the clock", RIGHT, *times(5, End(CRASH, ago = -DAY))),
                state("crashes of 1970", RIGHT, *times(5, End(CRASH, ago = 56 * 365 * DAY))),
                state("the last update is not known", UNKNOWN, End(CRASH)) { probes.own.lastUpdateTime = 0 },
                state("the last update is not known, no crash", RIGHT) { probes.own.lastUpdateTime = 0 },
                state("the last update is not known, crashes long ago", RIGHT, *times(5, End(CRASH, ago = 8 * DAY))) {
                    probes.own.lastUpdateTime = 0
                },
                state("an end at no time", UNKNOWN, End(CRASH, ago = Long.MIN_VALUE / 2)),
            )

    private fun TruthPhone.updated(ago: Long) {
        probes.own.lastUpdateTime = now() - ago
    }

    private val others
        get() =
            listOf(
                state("crashes of another process", RIGHT, *times(5, End(CRASH, process = "app.diagnose.sample:web"))),
                state("nobody says", UNKNOWN) { fails { IllegalStateException("planted") } },
                state("nobody may ask", UNKNOWN) { fails { SecurityException("planted") } },
            )

    private fun fails(thrown: () -> RuntimeException) =
        Answers.give("getHistoricalProcessExitReasons") { throw thrown() }

    val states get() = counts + times + others
}
