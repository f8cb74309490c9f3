package app.diagnose.android

import android.app.Dialog
import android.os.Build
import android.view.KeyEvent
import android.view.Window
import android.window.OnBackInvokedCallback
import app.diagnose.android.Scenes.settles
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowDialog
import org.robolectric.shadows.ShadowWindowOnBackInvokedDispatcher
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter

/** Back, by the arrow, the key and, where the app has asked for it, the gesture: from each page one page back. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class])
class BackTest {
    private enum class Way {
        ARROW,
        KEY,
        GESTURE,
    }

    private val ways
        get() = if (Build.VERSION.SDK_INT >= 33) Way.entries else listOf(Way.ARROW, Way.KEY)

    @Before
    fun phone() = Scenes.setUp()

    /** As android:enableOnBackInvokedCallback in the host's manifest. */
    private fun hostAsksForTheGesture(asks: Boolean) {
        if (Build.VERSION.SDK_INT < 33) return
        ReflectionHelpers.callStaticMethod<Unit>(
            ShadowWindowOnBackInvokedDispatcher::class.java,
            "setEnablePredictiveBack",
            ClassParameter.from(Boolean::class.javaPrimitiveType, asks),
        )
        ReflectionHelpers.callInstanceMethod<Unit>(
            GoodPhone.app.applicationInfo,
            "setEnableOnBackInvokedCallback",
            ClassParameter.from(Boolean::class.javaPrimitiveType, asks),
        )
    }

    private fun Tapping.back(way: Way): Tapping {
        when (way) {
            Way.ARROW -> taps("Back")
            Way.KEY ->
                for (action in listOf(KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP)) {
                    activity.dispatchKeyEvent(KeyEvent(action, KeyEvent.KEYCODE_BACK))
                }
            Way.GESTURE -> gesture(activity.window)
        }
        pause(1)
        return this
    }

    /** What the system calls when the gesture ends. */
    private fun gesture(window: Window) =
        ReflectionHelpers
            .callInstanceMethod<OnBackInvokedCallback>(
                window.decorView.findOnBackInvokedDispatcher(),
                "getTopCallback",
            ).onBackInvoked()

    private fun each(test: (Way) -> Unit) =
        ways.forEach { way ->
            hostAsksForTheGesture(way == Way.GESTURE)
            test(way)
        }

    @Test
    fun `from page to page, and then it closes`() =
        each { way ->
            val person = Scenes.mail().taps("I don't know").awaits("Code for support")
            person.back(way)
            assertTrue("$way", person.awaits(WHEN).sees("Today"))
            person.back(way).awaits("What happened?")
            assertFalse("$way", person.activity.isFinishing)
            person.back(way)
            assertTrue("$way", person.activity.isFinishing)
        }

    @Test
    fun `from what is being looked at`() =
        each { way ->
            GoodPhone.server.slowness = 1000
            val person = Scenes.choose().taps("Something else").awaits("Looking at this phone…")
            person.back(way).awaits("What happened?")
            Thread.sleep(1200)
            person.settles()
            assertTrue("$way: what was left is not shown", person.sees("What happened?"))
            GoodPhone.server.slowness = 0
        }

    @Test
    fun `from the dialog back to its page`() {
        for (way in ways - Way.ARROW) {
            hostAsksForTheGesture(way == Way.GESTURE)
            val person = Scenes.mail().taps("Today")
            val dialog: Dialog = ShadowDialog.getLatestDialog()
            assertTrue(dialog.isShowing)
            if (way == Way.KEY) {
                dialog.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_DOWN, KeyEvent.KEYCODE_BACK))
                dialog.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_UP, KeyEvent.KEYCODE_BACK))
            } else {
                gesture(checkNotNull(dialog.window))
            }
            person.settles()
            assertFalse("$way", dialog.isShowing)
            assertTrue("$way", person.sees(WHEN))
            person.controller.recreate()
            person.awaits(WHEN).settles()
            assertFalse("$way: it is not asked again by itself", ShadowDialog.getLatestDialog().isShowing)
        }
    }

    @Test
    fun `while the files are read, which ends, and what comes next is of what was chosen next`() {
        val apk = LargeApk.make()
        try {
            each { way ->
                GoodPhone.notifications(true)
                val person = Scenes.files(apk.path)
                person.back(way).awaits("What happened?")
                eventually("the reading ends") { !reads() }
                person.settles()
                assertTrue("$way", person.sees("What happened?"))
                GoodPhone.notifications(false)
                person.taps("I get no notifications from Blink").awaits(Scenes.OFF)
                assertFalse("$way", person.sees("Now right") || person.sees("Nothing wrong found"))
                person.awaits("Stop").taps("Stop").settles()
                assertFalse("$way", person.texts().any { it.startsWith("Checking the installed files") })
                person.back(way)
            }
        } finally {
            apk.delete()
        }
    }

    @Test
    fun `what was mended for one complaint is not told of the next`() {
        val person = Scenes.mended()
        person
            .back(Way.KEY)
            .awaits("What happened?")
            .taps("Something else")
            .awaits("Nothing wrong found")
        assertFalse(person.sees("Now right"))
        assertEquals(emptyList<String>(), person.texts().filter { it.startsWith("Before: ") })
    }

    private fun reads() = Thread.getAllStackTraces().keys.any { it.isAlive && it.name == "diagnose-files" }

    private companion object {
        const val WHEN = "When did the activation e-mail arrive?"
    }
}
