package app.diagnose.android

import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(sdk = [26, 30, 35], shadows = [OpenNetwork::class], qualifiers = "w360dp-h720dp-xhdpi")
class ScreenPicturesTest {
    private val level = android.os.Build.VERSION.SDK_INT

    @Before
    fun phone() = GoodPhone.setUp()

    private fun off() = GoodPhone.notifications(false)

    @Test
    fun choose() {
        Tapping().awaits("I get no notifications from Blink").photograph("choose-$level")
    }

    @Test
    fun found() {
        off()
        Tapping()
            .awaits("I get no notifications from Blink")
            .taps("I get no notifications from Blink")
            .awaits("Notifications for Blink are off")
            .also { it.pause(1000) }
            .photograph("found-$level")
            .photographWhole("found-whole-$level")
    }

    @Test
    fun nothing() {
        Tapping()
            .awaits("Only check this phone")
            .taps("Only check this phone")
            .awaits("Nothing wrong found")
            .also { it.pause(1000) }
            .photograph("nothing-$level")
            .photographWhole("nothing-whole-$level")
    }
}
