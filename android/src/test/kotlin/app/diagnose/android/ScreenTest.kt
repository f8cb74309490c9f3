package app.diagnose.android

import android.app.TimePickerDialog
import android.content.ClipboardManager
import android.content.Intent
import android.os.Build
import android.provider.Settings
import android.widget.ScrollView
import app.diagnose.Registration
import app.diagnose.sample.SampleActivity
import app.diagnose.sample.SampleServer
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowDialog
import org.robolectric.shadows.ShadowToast

@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class])
class ScreenTest {
    private val complaints =
        listOf(
            "The app says \"App Phone Number is Invalid\"",
            "Blink will not install, or it crashes when I open it",
            "I reset my password, but it did not work",
            "The app says \"Phone Number in use\"",
            "I get no notifications from Blink",
            "Something else",
        )

    @Before
    fun phone() = GoodPhone.setUp()

    private fun opened(): Tapping = Tapping().awaits("Something else")

    private fun found(): Tapping {
        GoodPhone.notifications(false)
        return opened().taps("I get no notifications from Blink").awaits("Notifications for Blink are off")
    }

    @Test
    fun `the sample's button opens it`() {
        val sample = Robolectric.buildActivity(SampleActivity::class.java).setup()
        Tapping(sample).taps("Diagnose")
        assertEquals(
            DiagnoseActivity::class.java.name,
            shadowOf(sample.get()).nextStartedActivity.component!!.className,
        )
    }

    @Test
    fun `each complaint is answered`() {
        val person = opened()
        for (complaint in complaints - "Something else") {
            person.taps(complaint).awaits("What to try next")
            assertTrue(
                complaint,
                person.sees("Your phone is not the reason, as far as it can see") ||
                    person.sees("This phone can't tell"),
            )
            assertTrue(complaint, person.sees("Code for support"))
            person.taps("Back").awaits("What happened?")
        }
        person.taps("Something else").awaits("Nothing wrong found")
    }

    @Test
    fun `turned, a page stays where it was, and the next begins at its top`() {
        val person = opened()

        fun place() = person.views().filterIsInstance<ScrollView>().single()
        place().scrollTo(0, 100)
        person.controller.recreate()
        person.awaits("Something else").pause(100)
        assertEquals(100, place().scrollY)
        person.controller.recreate()
        person
            .awaits("Something else")
            .taps("Something else")
            .awaits("Nothing wrong found")
            .pause(100)
        assertEquals(0, place().scrollY)
    }

    @Test
    fun `just check says what it sees, and ticks what passes`() {
        val person = opened().taps("Only check this phone").awaits("Nothing wrong found")
        assertTrue(person.sees("What is right"))
        assertTrue(person.sees("Notifications allowed"))
        assertFalse("nothing that arrived was seen", person.sees("A test arrived"))
        assertFalse(person.sees("Working: a test arrived"))
        assertTrue(person.ticks() > 5)
    }

    @Test
    fun `a finding's button opens its setting, in three taps from Diagnose`() {
        val person = found()
        assertEquals("Needs fixing", person.texts()[person.texts().indexOf("Notifications for Blink are off") - 1])
        person.taps("Open this setting")
        val intent = person.started()!!
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, intent.action)
        val extra = if (Build.VERSION.SDK_INT >= 26) Settings.EXTRA_APP_PACKAGE else "app_package"
        assertEquals(GoodPhone.app.packageName, intent.getStringExtra(extra))
        if (Build.VERSION.SDK_INT <
            26
        ) {
            assertEquals(GoodPhone.app.applicationInfo.uid, intent.getIntExtra("app_uid", -1))
        }
        assertEquals("Back has to return here", 0, intent.flags and Intent.FLAG_ACTIVITY_NEW_TASK)
    }

    @Test
    fun `a screen that is missing is passed over`() {
        GoodPhone.noScreens()
        GoodPhone.exists(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, "package")
        val person = found().taps("Open this setting")
        val intent = person.started()!!
        assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, intent.action)
        assertEquals("package:${GoodPhone.app.packageName}", intent.dataString)
        assertTrue(person.sees("That did not open"))
    }

    @Test
    fun `where none opens, the words stay`() {
        GoodPhone.noScreens()
        val person = found()
        val words = person.texts().first { it.startsWith("Open Settings") }
        person.taps("Open this setting")
        assertNull(person.started())
        assertTrue(person.sees("Nothing on this phone opened. Follow the written steps."))
        assertTrue(person.sees(words))
        assertFalse(person.sees("That did not open"))
    }

    @Test
    fun `what did not open is told, and the next is tried`() {
        val person = found()
        assertFalse(person.sees("That did not open"))
        person.taps("Open this setting")
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, person.started()!!.action)
        person.leavesAndReturns()
        for (action in listOf(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Settings.ACTION_SETTINGS)) {
            person.taps("That did not open")
            assertEquals(action, person.started()!!.action)
            person.leavesAndReturns()
        }
        person.taps("That did not open")
        assertNull(person.started())
        assertTrue(person.sees("Nothing on this phone opened. Follow the written steps."))
    }

    @Test
    fun `what was mended is told when the person comes back`() {
        val person = found().taps("Open this setting")
        val before = person.ticks()
        person.leavesAndReturns { GoodPhone.notifications(true) }.awaits("Now right")
        assertTrue(person.sees("Before: Notifications for Blink are off"))
        assertFalse(person.sees("Notifications for Blink are off"))
        assertFalse(person.sees("Needs fixing"))
        assertTrue(person.ticks() > before)
        // And wrong again.
        person.leavesAndReturns { GoodPhone.notifications(false) }.awaits("Notifications for Blink are off")
        assertFalse(person.sees("Now right"))
    }

    @Test
    fun `what is not mended stays`() {
        val person = found().taps("Open this setting").leavesAndReturns()
        assertTrue(person.sees("Notifications for Blink are off"))
        assertTrue(person.sees("Needs fixing"))
        assertFalse(person.sees("Now right"))
    }

    @Test
    fun `a setting that shows half a second late is seen`() {
        val person = found().taps("Open this setting")
        person.controller.pause().stop()
        person.controller
            .restart()
            .start()
            .resume()
        person.pause(100)
        GoodPhone.notifications(true)
        person.pause(500)
        person.awaits("Now right")
    }

    @Test
    fun `turned, it shows the same`() {
        val person = found().taps("Show as a QR code").taps("Open this setting")
        person.awaits("The app's files")
        val before = person.texts()
        person.controller.recreate()
        person.awaits("That did not open")
        assertEquals(before, person.texts())
    }

    @Test
    fun `after the process died it goes on`() {
        val person = found().taps("Open this setting")
        val saved = person.dies()
        GoodPhone.notifications(true)
        val again = comesBack(saved)
        again.awaits("Now right")
        assertTrue(again.sees("Before: Notifications for Blink are off"))
        assertTrue(again.sees("If that does not help") || again.sees("What to try next"))
        again.taps("Back").awaits("What happened?")
    }

    @Test
    fun `which rung was used outlives the process`() {
        val person = found().taps("Open this setting")
        val saved = person.dies()
        val again = comesBack(saved).awaits("That did not open")
        again.taps("That did not open")
        assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, again.started()!!.action)
    }

    @Test
    fun `a second tap does nothing`() {
        val person = found()
        val button = person.button("Open this setting")
        button.performClick()
        button.performClick()
        assertNotNull(person.started())
        assertNull(person.started())
        val share = person.leavesAndReturns().button("Share")
        share.performClick()
        share.performClick()
        assertNotNull(person.started())
        assertNull(person.started())
    }

    @Test
    fun `a complaint tapped twice is chosen once`() {
        val person = opened()
        val row = person.button("Something else")
        val other = person.button("I get no notifications from Blink")
        row.performClick()
        other.performClick()
        person.awaits("Nothing wrong found")
        person.taps("Back").awaits("What happened?")
    }

    @Test
    fun `a slow host is waited for in peace, and can be left`() {
        GoodPhone.server.slowness = 700
        val person = opened().taps("Something else").awaits("Looking at this phone…")
        person.taps("Back").awaits("What happened?")
        person.pause(1500)
        assertTrue("what was left is not shown", person.sees("What happened?"))
        person.taps("Something else").awaits("Looking at this phone…").awaits("Nothing wrong found")
    }

    @Test
    fun `a quick look flashes nothing`() {
        val person = opened()
        person.taps("Something else")
        assertFalse(person.sees("Looking at this phone…"))
        person.awaits("Nothing wrong found")
    }

    @Test
    fun `a host that throws keeps nobody from an answer`() {
        GoodPhone.server.slowness = -1
        val person = opened().taps("Something else").awaits("Registration")
        val texts = person.texts()
        assertEquals(
            "The phone did not answer when Blink asked.",
            texts[texts.indexOf("Registration") + 1],
        )
    }

    @Test
    fun `in another language the state stays`() {
        val person = found().taps("Show words to read aloud")
        RuntimeEnvironment.setQualifiers("+ar-rXB")
        person.controller.recreate()
        person.awaits("Notifications for Blink are off")
        assertEquals(android.view.View.LAYOUT_DIRECTION_RTL, person.activity.resources.configuration.layoutDirection)
        assertFalse("its words are of the new language", person.sees("Code for support"))
        assertTrue(
            "the words to read aloud are open",
            person.texts().any {
                it.startsWith("Alfa") ||
                    it.contains(" Alfa") ||
                    it.contains("Zulu")
            },
        )
    }

    @Test
    fun `the code is shown in groups, copied, shared, spelled and drawn`() {
        val person = opened().taps("Something else").awaits("Code for support")
        val shown = person.texts().first { Regex("([0-9A-Z]{4} {2})+[0-9A-Z]{4}").matches(it) }
        val code = shown.replace("  ", "-")
        person.taps("Copy")
        val clipboard = person.activity.getSystemService(ClipboardManager::class.java)
        assertEquals(
            code,
            clipboard.primaryClip!!
                .getItemAt(0)
                .text
                .toString(),
        )
        if (Build.VERSION.SDK_INT < 33) assertEquals("Copied", ShadowToast.getTextOfLatestToast())
        person.taps("Share")
        val chooser = person.started()!!
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        @Suppress("DEPRECATION")
        val sent = chooser.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertEquals("Code of Blink for support: $code", sent.getStringExtra(Intent.EXTRA_TEXT))
        person.taps("Show as a QR code")
        assertTrue(person.views().any { it is QrView && it.contentDescription == "The code for support as a QR code" })
        person.pause(1000)
        person.taps("Hide the QR code")
        assertFalse(person.views().any { it is QrView })
        person.taps("Show words to read aloud")
        assertTrue(person.sees("Hide the words"))
        person.pause(1000)
        person.taps("Contact support")
        assertEquals("tel:+441632960000", person.started()!!.dataString)
    }

    @Test
    fun `for the link it is asked when the mail came`() {
        val person = opened().taps("It says \"Error! The activation link you are trying to use is no longer active\"")
        person.awaits("When did the activation e-mail arrive?").taps("Today")
        val picker = ShadowDialog.getLatestDialog() as TimePickerDialog
        assertTrue(picker.isShowing)
        person.controller.recreate()
        person.pause(100)
        val again = ShadowDialog.getLatestDialog() as TimePickerDialog
        assertTrue("it is asked again after turning", again.isShowing && again !== picker)
        again.updateTime(0, 0)
        again.getButton(android.content.DialogInterface.BUTTON_POSITIVE).performClick()
        person.awaits("What to try next")
        assertTrue(
            person.texts().toString(),
            person.texts().any { it.startsWith("Your activation link is valid until") },
        )
        person.taps("Back").awaits("When did the activation e-mail arrive?")
        person.taps("I don't know").awaits("What to try next")
        assertFalse(person.texts().any { it.startsWith("Your activation link") })
    }

    @Test
    fun `a finding that is support's says so`() {
        GoodPhone.server.registration = Registration.OTHER_PHONE
        val person = opened().taps("The app says \"Phone Number in use\"").awaits("This explains it")
        assertTrue(person.texts().toString(), person.sees("Support has to do this"))
        assertNotNull(person.button("Show the code"))
    }

    @Test
    fun `a test is seen, and no more is said than that`() {
        val person = opened().taps("Something else").awaits("Nothing wrong found")
        person.taps("Send a test notification").awaits("Did you see the test notification?")
        person.taps("Yes").awaits("A test was seen on this phone")
        person.pause(300)
        assertFalse(person.sees("Working: a test arrived"))
    }

    @Test
    fun `a test push is counted until it arrives`() {
        val person = opened().taps("Something else").awaits("Nothing wrong found").taps("Test it now")
        person.awaits("a count") { person.texts().any { it.startsWith("Waiting… ") } }
        person.awaits("the arrival") { person.texts().any { it.startsWith("It arrived after ") } }
    }

    @Test
    fun `a test push that the server refuses is told`() {
        GoodPhone.server.push = SampleServer.Push.IS_REFUSED
        val person = opened().taps("Something else").awaits("Nothing wrong found").taps("Test it now")
        person.awaits("that it was refused") {
            person.texts().any { it.startsWith("The server could not send it") || it.startsWith("Blink could not ask") }
        }
    }

    @Test
    fun `the check of the files is stopped, and taken up again`() {
        val apk = LargeApk.make()
        try {
            GoodPhone.app.applicationInfo.sourceDir = apk.path
            val person = opened().taps("Something else").awaits("Stop")
            person.awaits(
                "progress",
            ) { person.texts().any { Regex("Checking the installed files… [1-9][0-9]?%").matches(it) } }
            person.taps("Stop")
            assertTrue(person.sees("The installed files were not all checked"))
            person.pause(300)
            assertTrue(person.sees("The app's files"))
            person.taps("Check the installed files").awaits("Stop")
            // Back while it runs ends it.
            person.taps("Back").awaits("What happened?")
        } finally {
            apk.delete()
        }
    }

    @Test
    fun `damaged files are found while the rest is read`() {
        val apk = LargeApk.make(megabytes = 1)
        try {
            GoodPhone.app.applicationInfo.sourceDir = apk.path
            val person = opened().taps("Something else").awaits("Something keeps Blink from working")
            assertFalse(person.sees("The app's files"))
        } finally {
            apk.delete()
        }
    }

    @Test
    @Config(minSdk = 33)
    fun `who was never asked is asked by the system itself`() {
        GoodPhone.forget()
        GoodPhone.notifications(false)
        val person =
            opened()
                .taps(
                    "I get no notifications from Blink",
                ).awaits("Blink has not asked to send notifications yet")
        person.taps("Allow notifications")
        val asked = shadowOf(person.activity).lastRequestedPermission
        assertEquals(listOf("android.permission.POST_NOTIFICATIONS"), asked.requestedPermissions.toList())
        person.awaits("the mark") { Marks(GoodPhone.app).asked("android.permission.POST_NOTIFICATIONS") == true }
        person.leavesAndReturns { GoodPhone.notifications(true) }.awaits("Now right")
    }

    @Test
    fun `ticks are what passes`() {
        val person = found().awaits("The app's files")
        val names = person.texts().let { it.subList(it.indexOf("What is right") + 1, it.indexOf("Check again")) }
        assertEquals(names.size, person.ticks())
        person.taps("Open this setting").leavesAndReturns { GoodPhone.notifications(true) }.awaits("Now right")
        assertEquals("one more, beside what became right", names.size + 1, person.ticks())
        assertFalse(person.sees("Notifications allowed"))
    }

    @Test
    fun `back leaves page by page`() {
        val person = opened().taps("Something else").awaits("Nothing wrong found")
        val activity = person.activity
        @Suppress("DEPRECATION")
        activity.onBackPressed()
        person.awaits("What happened?")
        assertFalse(activity.isFinishing)
        @Suppress("DEPRECATION")
        activity.onBackPressed()
        assertTrue(activity.isFinishing)
    }
}
