package app.diagnose.android

import android.graphics.Color
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class AccentTest {
    private val light = intArrayOf(Color.WHITE, Color.parseColor("#F4F5F8"))
    private val dark = intArrayOf(Color.parseColor("#1B1E25"), Color.parseColor("#0F1115"))

    @Test
    fun `any colour becomes readable`() {
        for (backgrounds in listOf(light, dark)) {
            for (red in 0..255 step 51) {
                for (green in 0..255 step 51) {
                    for (blue in 0..255 step 51) {
                        val accent = Accent.readable(Color.rgb(red, green, blue), backgrounds)
                        val least = backgrounds.minOf { Accent.contrast(accent, it) }
                        assertTrue("$red $green $blue: $least", least >= 4.5)
                        assertTrue(Accent.contrast(accent, Accent.textOn(accent)) >= 4.5)
                    }
                }
            }
        }
    }

    @Test
    fun `a colour that is readable stays`() {
        val blue = Color.parseColor("#0B57D0")
        assertEquals(blue, Accent.readable(blue, light))
    }

    @Test
    fun `contrast is WCAG's`() {
        assertEquals(21.0, Accent.contrast(Color.BLACK, Color.WHITE), 0.001)
        assertEquals(4.54, Accent.contrast(Color.parseColor("#767676"), Color.WHITE), 0.01)
    }
}
