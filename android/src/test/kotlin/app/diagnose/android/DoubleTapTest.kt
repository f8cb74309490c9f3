package app.diagnose.android

import android.app.NotificationChannel
import android.app.NotificationManager
import android.os.Build
import android.os.Looper
import app.diagnose.DeliveryEvent
import app.diagnose.PushMessage
import app.diagnose.Registration
import app.diagnose.android.Scenes.settles
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger

/** Two taps at once on each button do what one does. */
@RunWith(RobolectricTestRunner::class)
@Config(application = EvidenceApp::class, shadows = [OpenNetwork::class])
class DoubleTapTest {
    private val looks = AtomicInteger()
    private val registrations = AtomicInteger()
    private val pushes = CopyOnWriteArrayList<String>()
    private var registration = Registration.REGISTERED

    @Before
    fun phone() {
        Scenes.setUp()
        (app as EvidenceApp).diagnoseConfiguration =
            DiagnoseConfiguration(
                profile = { blink(PushMessage.NOTIFICATION) },
                host = {
                    looks.incrementAndGet()
                    GoodPhone.hostSays(registration)
                },
                sendTestPush = { pushes += it },
                openRegistration = { registrations.incrementAndGet() },
                supportAddress = "tel:+441632960000",
            )
        if (Build.VERSION.SDK_INT >= 26) {
            app
                .getSystemService(NotificationManager::class.java)
                .createNotificationChannel(NotificationChannel("a", "A", NotificationManager.IMPORTANCE_HIGH))
        }
    }

    private fun nothing(): Tapping = Scenes.nothing()

    /** How often the host was asked, once nothing is left to be done. */
    private fun looked(): Int {
        var before: Int
        do {
            before = looks.get()
            repeat(20) {
                Thread.sleep(50)
                shadowOf(Looper.getMainLooper()).idle()
            }
        } while (looks.get() != before)
        return before
    }

    /** Two taps on one button, with no time between them. */
    private fun Tapping.tapsTwice(text: String): Tapping {
        val button = button(text)
        button.performClick()
        button.performClick()
        return settles()
    }

    private fun Tapping.starts(text: String): List<String?> {
        tapsTwice(text)
        return generateSequence { started() }.map { it.action }.toList()
    }

    @Test
    fun `the QR code stays`() {
        val person = nothing().tapsTwice("Show as a QR code")
        assertTrue(person.views().any { it is QrView })
        person.tapsTwice("Hide the QR code")
        assertFalse(person.views().any { it is QrView })
    }

    @Test
    fun `the words to read aloud stay`() {
        val person = nothing().tapsTwice("Show words to read aloud")
        assertTrue(person.sees("Hide the words"))
        person.tapsTwice("Hide the words")
        assertFalse(person.sees("Hide the words"))
    }

    @Test
    fun `a second tap on what has come in its place is none, and one a second later is`() {
        val person = nothing().taps("Show as a QR code")
        person.pause(300)
        person.taps("Hide the QR code")
        assertTrue(person.views().any { it is QrView })
        person.pause(1000)
        person.taps("Hide the QR code")
        assertFalse(person.views().any { it is QrView })
    }

    @Test
    fun `two buttons one after the other both do what they say`() {
        val person = nothing().taps("Show as a QR code").taps("Show words to read aloud")
        assertTrue(person.views().any { it is QrView })
        assertTrue(person.sees("Hide the words"))
    }

    @Test
    fun `the phone is looked at once`() {
        val person = Scenes.choose().settles()
        person.tapsTwice("Something else").awaits("Nothing wrong found")
        // Once for the complaint, and once more with the installed files.
        assertEquals(2, looked())
        person.tapsTwice("Check again")
        assertEquals(3, looked())
        person.taps("Check again")
        assertEquals("one that comes later is heard", 4, looked())
    }

    @Test
    fun `one test push is asked for, and one word of the user's recorded`() {
        val person = nothing().tapsTwice("Test it now")
        person.awaits("Yes, while the phone was locked")
        assertEquals(1, pushes.size)
        person.tapsTwice("Yes, while the phone was locked")
        afterWork()
        assertEquals(listOf(DeliveryEvent.ARRIVED), recorded().map { it.event })
    }

    @Test
    fun `that nothing came is recorded once`() {
        val person = nothing().taps("Test it now").awaits("Yes, while the phone was locked")
        person.pause(TestPush.LATE_SECONDS * 1000)
        person.awaits("No, nothing came").tapsTwice("No, nothing came").awaits("It did not arrive")
        assertEquals(listOf(DeliveryEvent.NOT_ARRIVED), recorded().map { it.event })
    }

    @Test
    fun `one test notification is posted, and the first answer recorded`() {
        val person = nothing()
        val before = looked()
        person.tapsTwice("Send a test notification").awaits("Did you see the test notification?")
        assertEquals("a test asks the host how it stands", before + 1, looked())
        val no = person.button("No")
        person.button("Yes").performClick()
        no.performClick()
        person.awaits("A test was seen on this phone").settles()
        assertEquals(listOf(DeliveryEvent.LOCAL_SEEN), recorded().map { it.event })
    }

    @Test
    fun `one screen is opened`() {
        val person = Scenes.findings()
        assertEquals(1, person.starts("Open this setting").size)
        assertEquals(1, person.starts("That did not open").size)
        assertEquals(1, person.starts("Share").size)
        assertEquals(1, person.starts("Contact support").size)
    }

    @Test
    fun `of two buttons that lead elsewhere one does`() {
        val person = nothing()
        val contact = person.button("Contact support")
        person.button("Share").performClick()
        contact.performClick()
        assertEquals(1, generateSequence { person.started() }.count())
    }

    @Test
    fun `the registration is opened once`() {
        registration = Registration.REMOVED
        val person = Scenes.choose().taps("The app says \"App Phone Number is Invalid\"").awaits("Register this phone")
        person.tapsTwice("Register this phone")
        assertEquals(1, registrations.get())
    }

    @Test
    fun `the check of the files is stopped and begun once`() {
        val apk = LargeApk.make()
        try {
            val person = Scenes.files(apk.path).tapsTwice("Stop")
            assertTrue(person.sees("The installed files were not all checked"))
            eventually("it ends") { reading() == 0 }
            val button = person.button("Check the installed files")
            button.performClick()
            button.performClick()
            assertEquals(1, reading())
            person.awaits("Stop").taps("Stop")
        } finally {
            apk.delete()
        }
    }

    /** How many threads read the installed files. */
    private fun reading() = Thread.getAllStackTraces().keys.count { it.isAlive && it.name == "diagnose-files" }
}
