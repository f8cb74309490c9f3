package app.diagnose.android

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.os.Parcelable
import android.util.SparseArray
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.TextView
import app.diagnose.android.Scenes.settles
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter

/** An activity of a host, with a [DiagnoseView] below its own toolbar. */
open class HostActivity : Activity() {
    lateinit var page: LinearLayout
    lateinit var diagnose: DiagnoseView

    override fun onCreate(savedInstanceState: Bundle?) {
        setTheme(R.style.Diagnose)
        super.onCreate(savedInstanceState)
        // From edge to edge, as every app that aims at Android 15.
        @Suppress("DEPRECATION")
        window.decorView.systemUiVisibility =
            View.SYSTEM_UI_FLAG_LAYOUT_STABLE or
            View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or
            View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION
        page = LinearLayout(this).apply { orientation = LinearLayout.VERTICAL }
        diagnose = view(FIRST)
        fill()
        setContentView(page)
    }

    open fun fill() {
        page.addView(TextView(this).apply { text = "Toolbar" }, LinearLayout.LayoutParams(MATCH_PARENT, BAR))
        addDiagnose()
    }

    fun addDiagnose() = page.addView(diagnose, LinearLayout.LayoutParams(MATCH_PARENT, 0, 1f))

    fun view(id: Int) = DiagnoseView(this).apply { this.id = id }

    @Deprecated("Deprecated by the platform")
    override fun onBackPressed() {
        @Suppress("DEPRECATION")
        if (!diagnose.goBack()) super.onBackPressed()
    }

    companion object {
        const val FIRST = 1001
        const val SECOND = 1002
        const val BAR = 112
    }
}

/** Deals with the system's bars itself. */
class ConsumingActivity : HostActivity() {
    override fun fill() {
        super.fill()
        page.fitsSystemWindows = true
    }
}

/** Has nothing above the view. */
class BareActivity : HostActivity() {
    override fun fill() = addDiagnose()
}

/** Has two. */
class TwiceActivity : HostActivity() {
    override fun fill() {
        super.fill()
        page.addView(view(SECOND), LinearLayout.LayoutParams(MATCH_PARENT, 0, 1f))
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class], qualifiers = "w360dp-h720dp-xhdpi")
class EmbeddedTest {
    @Before
    fun phone() = Scenes.setUp()

    private fun host(
        kind: Class<out HostActivity> = HostActivity::class.java,
        saved: Bundle? = null,
    ): Tapping {
        val controller = Robolectric.buildActivity(kind)
        return Tapping(if (saved == null) controller.setup() else controller.setup(saved))
    }

    private val Tapping.host get() = activity as HostActivity

    private fun Tapping.chosen(): Tapping = awaits(CHOICE).taps(CHOICE).awaits("Nothing wrong found").settles()

    /** The phone has a status bar, and buttons below, or neither. */
    private fun bars(shown: Boolean) {
        val type = Class.forName("org.robolectric.shadows.SystemUi")
        val ui: Any = ReflectionHelpers.callStaticMethod(type, "systemUiForDefaultDisplay")

        fun set(
            bar: String,
            which: String,
        ) = ReflectionHelpers.callInstanceMethod<Unit>(
            ui,
            "set${bar}Behavior",
            ClassParameter.from(
                Class.forName("org.robolectric.shadows.SystemUi\$${bar}Behavior"),
                ReflectionHelpers.getStaticField(type, which),
            ),
        )
        set("StatusBar", if (shown) "STANDARD_STATUS_BAR" else "NO_STATUS_BAR")
        set("NavigationBar", if (shown) "THREE_BUTTON_NAVIGATION" else "NO_NAVIGATION_BAR")
    }

    private fun View.top() = IntArray(2).also(::getLocationInWindow)[1]

    /** How much the view leaves free above its title and below the end of its page. */
    private fun Tapping.gaps(): List<Int> {
        awaits("Diagnose").settles()
        val column = views().filterIsInstance<DiagnoseView>().first().getChildAt(0) as ViewGroup
        return listOf(column.getChildAt(0).paddingTop, column.getChildAt(1).paddingBottom)
    }

    @Suppress("DEPRECATION")
    private fun Tapping.insets(): List<Int> =
        activity.window.decorView.rootWindowInsets.let {
            listOf(it.systemWindowInsetTop, it.systemWindowInsetBottom)
        }

    @Test
    fun `alone on the page it keeps off the system's bars, and below a toolbar only off those that it touches`() {
        bars(false)
        assertEquals(listOf(0, 0), host(BareActivity::class.java).gaps())
        bars(true)
        val bare = host(BareActivity::class.java)
        val (top, bottom) = bare.insets()
        // Android 7 and 8 tell of no bar below here.
        assertTrue("there are bars: $top, $bottom", top > 0 && (bottom > 0 || Build.VERSION.SDK_INT < 30))
        assertEquals(listOf(top, bottom), bare.gaps())
        assertTrue(bare.views().first { it is TextView && it.text == "Diagnose" }.top() >= top)
        val below = host()
        assertTrue("the toolbar is higher than the bar", HostActivity.BAR >= top)
        assertEquals(listOf(0, bottom), below.gaps())
    }

    @Test
    fun `where the host has dealt with the bars it does not again`() {
        bars(true)
        val consuming = host(ConsumingActivity::class.java)
        assertTrue(consuming.insets()[0] > 0)
        assertEquals(listOf(0, 0), consuming.gaps())
        // The toolbar stands below the bar.
        assertEquals(consuming.insets()[0], consuming.views().first { it is TextView && it.text == "Toolbar" }.top())
    }

    private fun Tapping.partOf(id: Int): String {
        val texts = ArrayList<String>()

        fun collect(view: View) {
            if (view.visibility != View.VISIBLE) return
            if (view is TextView) texts += view.text.toString()
            if (view is ViewGroup) for (at in 0 until view.childCount) collect(view.getChildAt(at))
        }
        collect(activity.findViewById(id))
        return texts.joinToString("\n")
    }

    private fun eachKeepsItsPage(person: Tapping) {
        person.awaits("the first's result") { "Nothing wrong found" in person.partOf(HostActivity.FIRST) }
        person.awaits("the second's question") { "When did the activation" in person.partOf(HostActivity.SECOND) }
        assertFalse("When did the activation" in person.partOf(HostActivity.FIRST))
        assertFalse("Nothing wrong found" in person.partOf(HostActivity.SECOND))
    }

    @Test
    fun `two in one activity each keep their page, turned and after the process died`() {
        val person = host(TwiceActivity::class.java)
        person.awaits("both") { person.texts().count { it == CHOICE } == 2 }
        person
            .taps(CHOICE)
            .awaits("Nothing wrong found")
            .taps(Scenes.LINK)
            .settles()
        eachKeepsItsPage(person)
        person.controller.recreate()
        eachKeepsItsPage(person.settles())
        eachKeepsItsPage(host(TwiceActivity::class.java, person.dies()).settles())
    }

    @Test
    fun `turned and after the process died it is on its page`() {
        val person = host().chosen().taps("Show words to read aloud")
        person.controller.recreate()
        person.awaits("Nothing wrong found")
        assertTrue(person.sees("Hide the words"))
        val again = host(saved = person.dies()).awaits("Nothing wrong found")
        assertTrue(again.sees("Hide the words"))
    }

    @Test
    fun `saved before anything was shown, it begins at the beginning`() {
        val saved = Bundle()
        Robolectric
            .buildActivity(HostActivity::class.java)
            .create()
            .start()
            .saveInstanceState(saved)
            .stop()
            .destroy()
        host(saved = saved).chosen()
    }

    @Test
    fun `what was restored before it was added is shown when it is`() {
        val person = host().chosen()
        val states = SparseArray<Parcelable>()
        person.host.diagnose.saveHierarchyState(states)
        val other = host()
        val added = other.host.view(HostActivity.FIRST)
        added.restoreHierarchyState(states)
        // And saved again, before it is added.
        val twice = SparseArray<Parcelable>()
        added.saveHierarchyState(twice)
        val last = other.host.view(HostActivity.FIRST)
        last.restoreHierarchyState(twice)
        person.controller
            .pause()
            .stop()
            .destroy()
        other.host.page.removeView(other.host.diagnose)
        other.host.diagnose = last
        other.host.addDiagnose()
        other.awaits("Nothing wrong found")
    }

    @Test
    fun `what is restored after it was added is shown, as a fragment does it`() {
        val person = host().chosen()
        val states = SparseArray<Parcelable>()
        person.host.diagnose.saveHierarchyState(states)
        person.dies()
        val other = host().awaits(CHOICE)
        other.host.diagnose.restoreHierarchyState(states)
        other.awaits("Nothing wrong found")
    }

    @Test
    fun `taken out and added again it is where it was`() {
        val person = host().chosen().taps("Show words to read aloud")
        person.host.page.removeView(person.host.diagnose)
        person.settles()
        person.host.addDiagnose()
        // What is shown of before, goes.
        person.settles().awaits("Nothing wrong found")
        assertTrue(person.sees("Hide the words"))
        person.taps("Back").awaits("What happened?")
        person.taps(CHOICE).awaits("Nothing wrong found")
    }

    @Test
    fun `moved to another place in the host's layout it is where it was`() {
        val person = host().chosen()
        val frame = FrameLayout(person.activity)
        person.host.page.addView(frame, LinearLayout.LayoutParams(MATCH_PARENT, 0, 1f))
        person.host.page.removeView(person.host.diagnose)
        frame.addView(person.host.diagnose, FrameLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT))
        person.settles().awaits("Nothing wrong found")
    }

    @Test
    fun `the host's Back goes page by page, and then closes the host`() {
        val person = host().chosen()
        person.host.onBackPressed()
        person.awaits("What happened?")
        assertFalse(person.activity.isFinishing)
        assertFalse("no arrow leads out of a host", person.views().any { it.contentDescription == "Back" })
        person.host.onBackPressed()
        assertTrue(person.activity.isFinishing)
    }

    private companion object {
        const val CHOICE = "Something else"
    }
}
