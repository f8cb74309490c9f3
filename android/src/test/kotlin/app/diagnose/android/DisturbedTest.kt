package app.diagnose.android

import android.app.AlertDialog
import android.app.NotificationManager
import android.content.DialogInterface
import android.os.SystemClock
import app.diagnose.DeliveryEvent
import app.diagnose.PushMessage
import app.diagnose.Registration
import app.diagnose.android.Scenes.settles
import app.diagnose.sample.SampleServer
import org.json.JSONObject
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowDialog
import org.robolectric.shadows.ShadowSystemClock
import java.time.Duration

/** A call of an hour comes in between. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class], instrumentedPackages = ["app.diagnose.android", "app.diagnose.sample"])
class DisturbedTest {
    @Before
    fun phone() {
        SystemClock.setCurrentTimeMillis(System.currentTimeMillis())
        Scenes.setUp()
    }

    private fun Tapping.isCalled(): Tapping =
        leavesAndReturns { ShadowSystemClock.advanceBy(Duration.ofHours(1)) }.settles()

    @Test
    fun `what happened is still asked`() {
        val person = Scenes.choose().isCalled()
        person.taps("Something else").awaits("Nothing wrong found")
    }

    @Test
    fun `it is looked again`() {
        val person = Scenes.nothing()
        GoodPhone.notifications(false)
        person.isCalled().awaits(Scenes.OFF)
        GoodPhone.notifications(true)
        person.isCalled().awaits("Now right")
        assertFalse(person.sees(Scenes.OFF))
    }

    @Test
    fun `in the middle of a look`() {
        GoodPhone.server.slowness = 1000
        val person =
            Scenes
                .choose()
                .taps("Something else")
                .awaits("Looking at this phone…")
                .isCalled()
        assertTrue(person.sees("Looking at this phone…") || person.sees("Nothing wrong found"))
        GoodPhone.server.slowness = 0
        person.awaits("Nothing wrong found")
    }

    @Test
    fun `while the time of the e-mail is asked for`() {
        val person = Scenes.mail().taps("Today").isCalled()
        val dialog = ShadowDialog.getLatestDialog() as AlertDialog
        assertTrue(dialog.isShowing)
        dialog.getButton(DialogInterface.BUTTON_NEUTRAL).performClick()
        person.awaits("Code for support")
    }

    @Test
    fun `a test push that only the user can have seen is still asked about`() {
        val person = Scenes.pushWaiting().isCalled()
        person.awaits("Not arrived yet. It may still come.")
        val times = person.texts().filter { it.startsWith("Waiting… ") }
        assertEquals(times.toString(), 1, times.size)
        assertTrue(times.toString(), times.single().filter(Char::isDigit).toLong() in 3600..3700)
        assertEquals("nothing is recorded by itself", emptyList<Any>(), recorded())
        person.taps("Yes, while the phone was locked").awaits("You saw it arrive")
        assertEquals(listOf(DeliveryEvent.ARRIVED), recorded().map { it.event })
    }

    @Test
    fun `a test push that arrived meanwhile is told with its time`() {
        val person = Scenes.pushWaiting()
        person.leavesAndReturns {
            ShadowSystemClock.advanceBy(Duration.ofMinutes(30))
            bringToFront(false)
            lockPhone(true)
            val id = checkNotNull(evidence().optJSONObject("push")).getString("id")
            val service = Thread { DiagnoseRecord.pushArrived(GoodPhone.app, id) }
            service.start()
            service.join()
            lockPhone(false)
            ShadowSystemClock.advanceBy(Duration.ofMinutes(30))
        }
        person.awaits("that it was late") { person.texts().any { it.startsWith("It arrived late, after 18") } }
        person.awaits("Did you see the test message?")
    }

    @Test
    @Config(application = EvidenceApp::class)
    fun `a test push that the app listens for has not arrived after an hour`() {
        (GoodPhone.app as EvidenceApp).diagnoseConfiguration =
            DiagnoseConfiguration({ blink(PushMessage.DATA) }, { GoodPhone.hostSays() }, sendTestPush = {})
        val person = Scenes.nothing().taps("Test it now")
        person.awaits("a count") { person.texts().any { it.startsWith("Waiting… ") } }
        person.isCalled().awaits("It did not arrive")
        assertEquals(listOf(DeliveryEvent.NOT_ARRIVED), recorded().map { it.event })
        assertFalse(person.texts().any { it.startsWith("Waiting… ") })
    }

    @Test
    fun `the server is asked for the test push when the call comes`() {
        GoodPhone.server.push = SampleServer.Push.IS_LOST
        val person = Scenes.nothing()
        person.button("Test it now").performClick()
        person.isCalled()
        person.awaits("how it stands") {
            // Whether it was asked for before the hour or after it, or neither.
            person.texts().any { it.startsWith("Waiting… ") || it.startsWith("Blink could not ask") }
        }
    }

    @Test
    fun `a test notification does not wait for a look that takes its time`() {
        val person = Scenes.nothing()
        GoodPhone.server.slowness = 4_000
        GoodPhone.server.registration = Registration.REMOVED
        person.taps("Check again").taps("Send a test notification")
        val posted = shadowOf(GoodPhone.app.getSystemService(NotificationManager::class.java))
        eventually("it is posted") { posted.allNotifications.size == 1 }
        assertFalse("the look has ended already", person.sees("This phone's registration was removed or reset"))
    }

    @Test
    fun `where a test notification cannot be shown any more, it is told why`() {
        val person = Scenes.nothing()
        GoodPhone.notifications(false)
        person.taps("Send a test notification").awaits(Scenes.OFF)
        assertFalse(person.sees("Did you see the test notification?"))
    }

    @Test
    fun `the answer about a test notification comes too late`() {
        val person = Scenes.notificationAsked()
        eventually("it is posted") { TestNotification.pending(GoodPhone.app) }
        person.isCalled().taps("Yes").awaits("Send a test notification")
        assertEquals("the answer comes too late to count", emptyList<Any>(), recorded())
        assertFalse("so it is not told as a proof", person.sees("A test was seen on this phone"))
    }

    private fun evidence() = JSONObject(evidenceFile.readText())
}
