package app.diagnose.android

import android.os.Looper
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** No test: run by tools/bench-android. Prints what lies between the tap on *Diagnose*'s question and its answer. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class, ProbedConnectivityManager::class], qualifiers = "w360dp-h720dp-xhdpi")
class ScreenCost {
    @Before
    fun phone() {
        Scenes.setUp()
        // As on a phone, where it is told at once; Robolectric's own tells nothing.
        Answers.give("registerDefaultNetworkCallback") { false }
    }

    @Test
    fun `nothing wrong`() = measure("nothing wrong", "Something else", "Nothing wrong found")

    @Test
    fun `notifications off`() {
        GoodPhone.notifications(false)
        measure("notifications off", "I get no notifications from Blink", Scenes.OFF)
    }

    private fun measure(
        name: String,
        complaint: String,
        answer: String,
    ) {
        val person = Scenes.choose()
        // The installed files are read once, and not counted.
        person.taps(complaint).awaits(answer)
        repeat(50) { person.pause(20) }
        val shown = LongArray(WARM + RUNS)
        for (run in shown.indices) {
            person.taps("Back").awaits(complaint)
            val button = person.button(complaint)
            val start = System.nanoTime()
            button.performClick()
            while (!person.sees(answer)) {
                check(System.nanoTime() - start < MOST_NANOS) { "$answer did not come" }
                Thread.sleep(0, 100_000)
                shadowOf(Looper.getMainLooper()).idle()
            }
            shown[run] = System.nanoTime() - start
            person.pause(20)
        }
        val sorted = shown.drop(WARM).sorted()
        val (median, most) = listOf(RUNS / 2, RUNS * 95 / 100).map { sorted[it] / 1e6 }
        println("cost: %s: median %.1f ms, 95 %% within %.1f ms".format(name, median, most))
    }

    private companion object {
        const val WARM = 40
        const val RUNS = 100
        const val MOST_NANOS = 10_000_000_000
    }
}
