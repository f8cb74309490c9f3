package app.diagnose.android

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Bundle
import android.os.Looper
import android.view.View
import android.view.ViewGroup
import android.widget.ImageView
import android.widget.ScrollView
import android.widget.TextView
import org.junit.Assert.assertTrue
import org.junit.Assert.fail
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import java.io.File
import java.time.Duration

/** A machine that is busy with other tests takes its time. */
private const val LONGEST_NANOS = 30_000_000_000

/** The screen as it comes back after its process died. */
internal fun comesBack(saved: Bundle) =
    Tapping(Robolectric.buildActivity(DiagnoseActivity::class.java).setup(saved))

/** A person in front of the screen: sees what is written there, and taps it. */
class Tapping(
    var controller: ActivityController<out Activity> = Robolectric.buildActivity(DiagnoseActivity::class.java).setup(),
) {
    val activity: Activity get() = controller.get()
    private val root: View get() = activity.window.decorView

    /** Every view that is shown, from the top. */
    fun views(): List<View> = ArrayList<View>().also { collect(root, it) }

    private fun collect(
        view: View,
        into: MutableList<View>,
    ) {
        if (view.visibility != View.VISIBLE) return
        into += view
        if (view is ViewGroup) for (at in 0 until view.childCount) collect(view.getChildAt(at), into)
    }

    fun texts(): List<String> =
        views()
            .filterIsInstance<TextView>()
            .map {
                it.text.toString()
            }.filter { it.isNotEmpty() }

    fun ticks(): Int = views().count { ((it as? ImageView)?.drawable as? Mark)?.shape == Shape.TICK }

    fun sees(text: String): Boolean = texts().any { it == text }

    /** Lets the screen work until [text] is there. */
    fun awaits(text: String): Tapping = awaits("“$text”") { sees(text) }

    fun awaits(
        what: String,
        condition: () -> Boolean,
    ): Tapping {
        val end = System.nanoTime() + LONGEST_NANOS
        while (!condition()) {
            if (System.nanoTime() > end) fail("$what did not come; there is:\n" + texts().joinToString("\n"))
            pause(20)
        }
        return this
    }

    /** Lets time pass. */
    fun pause(millis: Long) {
        Thread.sleep(5)
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(millis))
    }

    /** Taps what is written so, or described so. */
    fun taps(
        text: String,
        place: Int = 0,
    ): Tapping {
        button(text, place).performClick()
        shadowOf(Looper.getMainLooper()).idle()
        return this
    }

    fun button(
        text: String,
        place: Int = 0,
    ): View {
        val all =
            views().filter {
                it.isClickable &&
                    ((it as? TextView)?.text?.toString() == text || it.contentDescription == text)
            }
        assertTrue("no button “$text” in:\n" + texts().joinToString("\n"), all.size > place)
        return all[place]
    }

    /** Leaves for another app, and comes back. */
    fun leavesAndReturns(meanwhile: () -> Unit = {}): Tapping {
        controller.pause().stop()
        meanwhile()
        controller.restart().start().resume()
        pause(600)
        return this
    }

    /** Its process dies while another app is in front; what is left is given back. */
    fun dies(): Bundle =
        Bundle().also {
            controller
                .pause()
                .stop()
                .saveInstanceState(it)
                .destroy()
        }

    fun started(): Intent? = shadowOf(activity).nextStartedActivity

    /** Writes what is shown as a picture to android/target/screens. */
    fun photograph(name: String): Tapping {
        shadowOf(Looper.getMainLooper()).idle()
        val bitmap = Bitmap.createBitmap(root.width, root.height, Bitmap.Config.ARGB_8888)
        // On a phone it fades; here nothing is drawn meanwhile.
        views().filterIsInstance<ScrollView>().forEach { it.isVerticalScrollBarEnabled = false }
        root.draw(Canvas(bitmap))
        val pixels = IntArray(bitmap.width * bitmap.height)
        bitmap.getPixels(pixels, 0, bitmap.width, 0, 0, bitmap.width, bitmap.height)
        val folder = File(System.getProperty("diagnose.repository"), "android/target/screens")
        folder.mkdirs()
        File(folder, "$name.png").writeBytes(PalettePng.encode(bitmap.width, pixels))
        return this
    }

    /** The whole page at once, as if the phone were as long as it. */
    fun photographWhole(name: String): Tapping {
        val scroll = views().filterIsInstance<ScrollView>().first()
        val before = root.height
        val more = scroll.getChildAt(0).height - scroll.height + scroll.paddingTop + scroll.paddingBottom
        val tall = before + maxOf(0, more)
        val width = root.width
        root.measure(
            View.MeasureSpec.makeMeasureSpec(width, View.MeasureSpec.EXACTLY),
            View.MeasureSpec.makeMeasureSpec(tall, View.MeasureSpec.EXACTLY),
        )
        root.layout(0, 0, width, tall)
        return photograph(name)
    }
}
