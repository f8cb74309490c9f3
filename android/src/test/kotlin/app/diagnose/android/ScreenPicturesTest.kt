package app.diagnose.android

import android.os.Build
import app.diagnose.Registration
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Writes pictures of the screen to android/target/screens. 24 cannot draw here. */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(sdk = [26, 30, 35], shadows = [OpenNetwork::class], qualifiers = "w360dp-h720dp-xhdpi")
class ScreenPicturesTest {
    private val level = Build.VERSION.SDK_INT

    @Before
    fun phone() = GoodPhone.setUp()

    private fun opened() = Tapping().awaits("Something else")

    private fun found(): Tapping {
        GoodPhone.notifications(false)
        return opened()
            .taps("I get no notifications from Blink")
            .awaits("Notifications for Blink are off")
            .also { it.settles() }
    }

    private fun nothing() = opened().taps("Something else").awaits("Nothing wrong found").also { it.settles() }

    @Test
    fun choose() {
        opened().photograph("choose-$level")
    }

    @Test
    fun mail() {
        opened()
            .taps("It says \"Error! The activation link you are trying to use is no longer active\"")
            .awaits("Today")
            .photograph("mail-$level")
    }

    @Test
    fun working() {
        GoodPhone.server.slowness = 1000
        opened().taps("Something else").awaits("Looking at this phone…").photograph("working-$level")
    }

    @Test
    fun findings() {
        found().photograph("found-$level").photographWhole("found-whole-$level")
    }

    @Test
    fun `nothing wrong`() {
        nothing().photograph("nothing-$level").photographWhole("nothing-whole-$level")
    }

    @Test
    fun several() {
        GoodPhone.notifications(false)
        GoodPhone.batterySaver(true)
        GoodPhone.server.registration = Registration.REMOVED
        opened()
            .taps("The app says \"App Phone Number is Invalid\"")
            .awaits("Notifications for Blink are off")
            .also { it.settles() }
            .photographWhole("several-whole-$level")
    }

    @Test
    fun mended() {
        found()
            .taps("Open this setting")
            .leavesAndReturns { GoodPhone.notifications(true) }
            .awaits("Now right")
            .also { it.settles() }
            .photograph("mended-$level")
    }

    @Test
    fun `did not open`() {
        found().taps("Open this setting").also { it.settles() }.photograph("opened-$level")
    }

    @Test
    fun code() {
        nothing()
            .taps("Show words to read aloud")
            .taps("Show as a QR code")
            .taps("Code for support")
            .also { it.settles() }
            .photograph("code-$level")
    }

    @Test
    fun test() {
        GoodPhone.server.delayMillis = 600_000
        nothing()
            .taps("Test it now")
            .also { person -> person.awaits("a count") { person.texts().any { it.startsWith("Waiting… ") } } }
            .also { it.settles() }
            .photograph("test-$level")
    }

    @Test
    @Config(qualifiers = "+night")
    fun `in the dark`() {
        found().photograph("found-night-$level").photographWhole("found-whole-night-$level")
    }

    @Test
    @Config(qualifiers = "+night")
    fun `code in the dark`() {
        nothing()
            .taps("Show as a QR code")
            .taps("Code for support")
            .also { it.settles() }
            .photograph("code-night-$level")
    }

    @Test
    fun `from right to left`() {
        found().also { person ->
            RuntimeEnvironment.setQualifiers("+ar-rXB-ldrtl")
            person.controller.recreate()
            person.awaits("Notifications for Blink are off").settles()
            person.photograph("found-rtl-$level").photographWhole("found-whole-rtl-$level")
        }
    }

    @Test
    fun `in letters twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        found().photograph("found-large-$level").photographWhole("found-whole-large-$level")
    }

    @Test
    fun `questions in letters twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        opened().photographWhole("choose-large-$level")
    }

    private fun Tapping.settles() = repeat(20) { pause(100) }
}
