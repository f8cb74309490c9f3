package app.diagnose.android

import android.app.Activity
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.os.Build
import android.view.View
import android.widget.ImageButton
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import app.diagnose.android.Scenes.settles
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckPreset
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckResult.AccessibilityCheckResultType
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityHierarchyCheckResult
import com.google.android.apps.common.testing.accessibility.framework.Parameters
import com.google.android.apps.common.testing.accessibility.framework.uielement.AccessibilityHierarchyAndroid
import com.google.android.apps.common.testing.accessibility.framework.utils.contrast.BitmapImage
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.util.Locale

/**
 * Google's Accessibility Test Framework on each page, light and dark, in letters twice as large and from right to left;
 * and no words cut off. The phone is so tall that nothing is below its edge. Android 7 cannot draw here.
 */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(
    sdk = [26, 28, 30, 33, 34, 35],
    shadows = [OpenNetwork::class],
    qualifiers = "w360dp-h11000dp-notnight-xhdpi",
)
class AccessibilityTest {
    @Before
    fun phone() = Scenes.setUp()

    @Test
    fun choose() = isAccessible { Scenes.choose() }

    @Test
    fun `e-mail`() = isAccessible { Scenes.mail() }

    @Test
    fun working() {
        for ((look, change) in looks) {
            change()
            assertEquals("", told(look, Scenes.working()))
        }
    }

    @Test
    fun findings() = isAccessible { Scenes.findings() }

    @Test
    fun `a setting opened`() = isAccessible { Scenes.opened() }

    @Test
    fun `nothing opened`() = isAccessible { Scenes.nothingOpened() }

    @Test
    fun `nothing wrong`() = isAccessible { Scenes.nothing() }

    @Test
    fun several() = isAccessible { Scenes.several() }

    @Test
    fun mended() = isAccessible { Scenes.mended() }

    @Test
    fun `what support has to do`() = isAccessible { Scenes.ofSupport() }

    @Test
    fun code() = isAccessible { Scenes.code() }

    @Test
    fun `test notification, asked`() = isAccessible { Scenes.notificationAsked() }

    @Test
    fun `test notification, seen`() = isAccessible { Scenes.notificationSeen() }

    @Test
    fun `test notification, not seen`() = isAccessible { Scenes.notificationNotSeen() }

    @Test
    fun `test push, waiting`() = isAccessible { Scenes.pushWaiting() }

    @Test
    fun `test push, late`() = isAccessible { Scenes.pushLate() }

    @Test
    fun `test push, not arrived`() = isAccessible { Scenes.pushNotArrived() }

    @Test
    fun `test push, arrived`() = isAccessible { Scenes.pushArrived() }

    @Test
    fun `test push, refused`() = isAccessible { Scenes.pushRefused() }

    @Test
    fun files() {
        val apk = LargeApk.make()
        try {
            val person = Scenes.files(apk.path)
            assertEquals("", told("while it runs", person))
            person.taps("Stop").awaits("The installed files were not all checked").settles()
            isAccessible { person }
        } finally {
            apk.delete()
        }
    }

    @Test
    fun `what is wrong is found`() {
        val activity = Robolectric.buildActivity(Activity::class.java).setup()
        val page =
            LinearLayout(activity.get()).apply {
                orientation = LinearLayout.VERTICAL
                setBackgroundColor(Color.WHITE)
                addView(ImageButton(context).apply { setOnClickListener {} }, LinearLayout.LayoutParams(30, 30))
                addView(
                    TextView(context).apply {
                        text = "Hardly to be read"
                        textSize = 16f
                        setTextColor(Color.LTGRAY)
                    },
                )
                addView(TextView(context).apply { text = "Cut off" }, LinearLayout.LayoutParams(500, 10))
            }
        activity.get().setContentView(page)
        val told = told("bad", Tapping(activity).settles())
        for (check in listOf("SpeakableTextPresentCheck", "TouchTargetSizeCheck", "TextContrastCheck", "cut off")) {
            assertTrue("$check is not in:\n$told", told.contains(check))
        }
    }

    private fun isAccessible(scene: () -> Tapping) {
        val person = scene()
        val told =
            looks.mapNotNull { (look, change) ->
                change()
                person.controller.recreate()
                person.settles()
                told(look, person).takeIf { it.isNotEmpty() }
            }
        assertEquals("", told.joinToString("\n"))
    }

    /** What there is to complain about, a line each. */
    private fun told(
        look: String,
        person: Tapping,
    ): String {
        val root = person.activity.window.decorView
        val scroll = person.views().filterIsInstance<ScrollView>().firstOrNull()
        val below = scroll?.let { it.getChildAt(0).height - it.height } ?: 0
        assertTrue("$look: the page is $below pixels taller than the phone's ${root.height}", below <= 0)
        assertTrue("$look: nothing is shown", person.texts().isNotEmpty())
        // What is below the page would only take time.
        val bottom = person.views().filterIsInstance<TextView>().maxOf { it.bottomOnScreen() }
        val bitmap = Bitmap.createBitmap(root.width, minOf(bottom + 100, root.height), Bitmap.Config.ARGB_8888)
        root.draw(Canvas(bitmap))
        val parameters = Parameters().apply { putScreenCapture(BitmapImage(bitmap)) }
        val hierarchy = AccessibilityHierarchyAndroid.newBuilder(root).build()
        val found =
            AccessibilityCheckPreset
                .getAccessibilityHierarchyChecksForPreset(AccessibilityCheckPreset.LATEST)
                .flatMap { it.runCheckOnHierarchy(hierarchy, null, parameters) }
                .filter { it.type in COMPLAINTS }
                .map(::line)
        val cut =
            person
                .views()
                .filterIsInstance<TextView>()
                .filter(::isCutOff)
                .map { "cut off: “${it.text}”" }
        bitmap.recycle()
        return (found + cut).joinToString("\n") { "$look: $it" }
    }

    private fun line(result: AccessibilityHierarchyCheckResult): String {
        val element = result.element
        val words = element?.text ?: element?.contentDescription
        val kind = element?.className.toString().substringAfterLast('.')
        val bounds = element?.boundsInScreen
        return "${result.type} ${result.sourceCheckClass.simpleName}: ${result.getMessage(Locale.ENGLISH)} " +
            "$kind “$words” $bounds"
    }

    private fun isCutOff(view: TextView): Boolean {
        val layout = view.layout ?: return true
        val inner = view.width - view.compoundPaddingLeft - view.compoundPaddingRight
        return layout.height + view.compoundPaddingTop + view.compoundPaddingBottom > view.height ||
            (0 until layout.lineCount).any { layout.getEllipsisCount(it) > 0 || layout.getLineMax(it) > inner + 1 } ||
            outside(view)
    }

    private fun View.bottomOnScreen(): Int {
        val place = IntArray(2)
        getLocationOnScreen(place)
        return place[1] + height
    }

    /** Beside the edge of the phone. */
    private fun outside(view: View): Boolean {
        val place = IntArray(2)
        view.getLocationOnScreen(place)
        return place[0] < 0 || place[0] + view.width > view.rootView.width
    }

    private companion object {
        /** What the letters' size and direction do does not depend on the level: the oldest and the newest are enough. */
        val looks get() = if (Build.VERSION.SDK_INT in listOf(26, 35)) LOOKS else LOOKS.take(2)

        /** What is only "info" is no fault: two lines of text that say the same. */
        val COMPLAINTS = setOf(AccessibilityCheckResultType.ERROR, AccessibilityCheckResultType.WARNING)

        /** One after the other, each from the one before. */
        val LOOKS =
            listOf<Pair<String, () -> Unit>>(
                "light" to {},
                "dark" to { RuntimeEnvironment.setQualifiers("+night") },
                "large and dark" to { RuntimeEnvironment.setFontScale(2f) },
                "large" to { RuntimeEnvironment.setQualifiers("+notnight") },
                "large from right to left" to { RuntimeEnvironment.setQualifiers("+ar-rXB-ldrtl") },
            )
    }
}
