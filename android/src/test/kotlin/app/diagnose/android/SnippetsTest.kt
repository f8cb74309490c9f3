package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import snippets.BlinkApp
import snippets.HostActivity
import snippets.api

/** The examples of docs/android.md, compiled as they stand there, run. */
@RunWith(RobolectricTestRunner::class)
@Config(application = BlinkApp::class, shadows = [OpenNetwork::class])
class SnippetsTest {
    @Before
    fun phone() {
        Scenes.setUp()
        api.asked.clear()
    }

    @Test
    fun `the button opens the screen`() {
        val host = Robolectric.buildActivity(HostActivity::class.java).setup().get()
        host.clicked()
        val intent = shadowOf(host).nextStartedActivity
        assertEquals(DiagnoseActivity::class.java.name, intent.component!!.className)
        assertEquals("nothing is asked before", emptyList<String>(), api.asked)
    }

    @Test
    fun `the screen says what the host said, and asks for a test push`() {
        val person = Scenes.choose()
        person.taps("The app says \"Phone Number in use\"").awaits("Support has to do this")
        assertEquals(setOf("ping", "registration"), api.asked.toSet())
        api.asked.clear()
        person.taps("Back").awaits("I get no notifications from Blink").taps("I get no notifications from Blink")
        person.awaits("Test it now").taps("Test it now")
        eventually("a test push with an id") { (api.asked - listOf("ping", "registration")).size == 1 }
        person.taps("Contact support")
        assertTrue(person.started()!!.dataString!!.startsWith("tel:+44"))
    }
}
