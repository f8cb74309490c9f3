package app.diagnose.android

import android.animation.ValueAnimator
import android.provider.Settings
import android.view.View
import android.widget.ProgressBar
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowChoreographer
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter
import java.time.Duration

/** A phone whose owner wants nothing to move, and one who does not mind. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class])
class MotionTest {
    @Before
    fun phone() {
        Scenes.setUp()
        // Else a whole animation passes at once.
        ShadowChoreographer.setPaused(true)
        ShadowChoreographer.setFrameDelay(Duration.ofMillis(16))
    }

    /** As the setting does it: the window manager tells each process. */
    private fun scale(scale: Float) {
        Settings.Global.putFloat(GoodPhone.app.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, scale)
        ReflectionHelpers.callStaticMethod<Unit>(
            ValueAnimator::class.java,
            "setDurationScale",
            ClassParameter.from(Float::class.javaPrimitiveType, scale),
        )
    }

    private fun Tapping.turns() = views().any { it is ProgressBar && it.isIndeterminate }

    /** What is not yet as it is to stay. */
    private fun Tapping.unfinished(): List<View> =
        views().filter { it.alpha != 1f || it.scaleX != 1f || it.scaleY != 1f || it.translationY != 0f }

    private fun mended(): Tapping {
        val person = Scenes.opened()
        GoodPhone.notifications(true)
        person.controller.pause().resume()
        // Without letting any time pass.
        eventually("now right") { person.sees("Now right") }
        return person
    }

    @Test
    fun `where nothing may move, nothing does`() {
        scale(0f)
        assertEquals(emptyList<View>(), mended().unfinished())
        assertFalse(Scenes.working().turns())
    }

    @Test
    fun `else it does`() {
        scale(1f)
        assertTrue(mended().unfinished().isNotEmpty())
        assertTrue(Scenes.working().turns())
    }
}
