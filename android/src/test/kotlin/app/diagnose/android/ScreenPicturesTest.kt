package app.diagnose.android

import android.app.NotificationManager
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(sdk = [26, 30, 35], qualifiers = "w360dp-h720dp-xhdpi")
class ScreenPicturesTest {
    private val level = android.os.Build.VERSION.SDK_INT

    private fun off() =
        shadowOf(
            RuntimeEnvironment.getApplication().getSystemService(NotificationManager::class.java),
        ).setNotificationsEnabled(false)

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
