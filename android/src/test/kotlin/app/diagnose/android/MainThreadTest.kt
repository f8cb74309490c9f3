package app.diagnose.android

import android.os.Looper
import android.os.StrictMode
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.w3c.dom.Element
import java.io.File
import java.io.FileDescriptor
import java.security.Permission
import javax.xml.parsers.DocumentBuilderFactory

/**
 * Nothing on the main thread touches files or the network, and nothing happens before the screen is opened.
 *
 * [StrictMode] sees nothing here: on a phone it is told by Android's own file functions, which Robolectric replaces by
 * Java's. Java's security manager is asked by those before each access, so it stands in for it.
 */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class])
class MainThreadTest {
    private val watch = Watch(Looper.getMainLooper().thread)

    @Before
    fun phone() {
        Scenes.setUp()
        // What it needs is loaded before it watches: a class that is being loaded cannot be used to look at that.
        watch.checkRead("")
        watch.seen.clear()
    }

    @After
    @Suppress("DEPRECATION", "removal")
    fun end() = System.setSecurityManager(null)

    @Suppress("DEPRECATION", "removal")
    private fun begin() = System.setSecurityManager(watch)

    @Test
    fun `the main thread touches no file`() {
        begin()
        val person = Scenes.findings()
        person.taps("Open this setting").awaits("That did not open")
        person.controller.recreate()
        person.awaits("That did not open")
        // What sets the phone up is not ours.
        end()
        GoodPhone.notifications(true)
        begin()
        person.leavesAndReturns().awaits("Now right")
        person
            .taps("Show as a QR code")
            .taps("Show words to read aloud")
            .taps("Copy")
            .taps("Share")
        person.taps("Send a test notification").awaits("Did you see the test notification?")
        person.taps("Yes").awaits("A test was seen on this phone")
        person.taps("Test it now")
        person.awaits("the arrival") { person.texts().any { it.startsWith("It arrived after ") } }
        person.taps("Back").awaits("What happened?")
        person
            .taps(Scenes.LINK)
            .awaits("Today")
            .taps("I don't know")
            .awaits("What to try next")
        person.controller
            .pause()
            .stop()
            .destroy()
        end()
        assertEquals("", watch.seen.joinToString("\n"))
    }

    @Test
    fun `what the main thread touches is seen`() {
        begin()
        Marks(GoodPhone.app).writeAsked("android.permission.CAMERA")
        end()
        assertTrue(watch.seen.toString(), watch.seen.any { it.contains(GoodPhone.app.noBackupFilesDir.path) })
    }

    @Test
    fun `nothing happens at the start of the app`() {
        val file = File(System.getProperty("diagnose.repository"), "android/src/main/AndroidManifest.xml")
        val manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)
        val application = manifest.getElementsByTagName("application").item(0) as Element
        val components = application.getElementsByTagName("*")
        val names =
            (0 until components.length).map { components.item(it) as Element }.map {
                "${it.tagName} ${it.getAttribute("android:name")}"
            }
        assertEquals(listOf("activity app.diagnose.android.DiagnoseActivity"), names)
        assertEquals("the application itself is the host's", 0, application.attributes.length)
    }

    /** Notes what our code does on [thread] with files and the network, and forbids nothing. */
    @Suppress("DEPRECATION", "removal", "OVERRIDE_DEPRECATION")
    private class Watch(
        private val thread: Thread,
    ) : SecurityManager() {
        val seen = LinkedHashSet<String>()

        override fun checkPermission(permission: Permission) = Unit

        override fun checkPermission(
            permission: Permission,
            context: Any,
        ) = Unit

        override fun checkRead(file: String) = note("reads $file")

        override fun checkRead(file: FileDescriptor) = Unit

        override fun checkWrite(file: String) = note("writes $file")

        override fun checkWrite(file: FileDescriptor) = Unit

        override fun checkDelete(file: String) = note("deletes $file")

        override fun checkConnect(
            host: String,
            port: Int,
        ) = note("connects to $host")

        private fun note(what: String) {
            if (Thread.currentThread() !== thread) return
            val stack = Throwable().stackTrace.drop(2)
            val ours = stack.indexOfFirst { it.className.startsWith("app.diagnose.") }
            // Robolectric's own work, and the classes that it loads from files, which a phone has in memory.
            if (ours < 0 || stack.take(ours).any { it.isRobolectric() || it.methodName == "loadClass" }) return
            seen += "$what: ${stack[ours]}"
        }

        private fun StackTraceElement.isRobolectric() = className.startsWith("org.robolectric.")
    }
}
