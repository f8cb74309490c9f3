package app.diagnose.android

import android.app.ApplicationStartInfo
import android.content.pm.PackageManager
import android.os.Build
import android.provider.Settings
import android.view.View
import android.widget.ImageView
import app.diagnose.Registration
import app.diagnose.sample.SampleApp
import app.diagnose.sample.SampleServer
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.security.MessageDigest

/** Each page of the screen, and how a person comes to it. */
internal object Scenes {
    /** A phone on which nothing is wrong. */
    fun setUp() {
        callBackHere()
        GoodPhone.setUp()
        shadowOf(GoodPhone.app.packageManager).setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)
    }

    /** Says what Robolectric's phone does not, and every other one does; with the shadows of [Answers]. */
    fun likeARealPhone() {
        val app = GoodPhone.app as SampleApp
        Settings.Secure.putInt(app.contentResolver, "lock_screen_show_notifications", 1)
        app.applicationInfo.sourceDir = File(System.getProperty("diagnose.apks"), "1MB.apk").path
        ProbePhone.sign(shadowOf(app.packageManager).getInternalMutablePackageInfo(app.packageName), listOf("current"))
        app.signers =
            listOf(hexadecimal(MessageDigest.getInstance("SHA-256").digest(ProbePhone.certificate("current"))))
        app.server.newestVersion = "2.7.31"
        DiagnoseRecord.used(app)
        Answers.give("getAllocatableBytes") { 8_000_000_000L }
        if (Build.VERSION.SDK_INT < 35) return
        Answers.give("getHistoricalProcessStartReasons") { listOf(ApplicationStartInfo()) }
    }

    const val LINK = "It says \"Error! The activation link you are trying to use is no longer active\""
    const val OFF = "Notifications for Blink are off"

    fun choose() = Tapping().awaits("Something else")

    fun mail() = choose().taps(LINK).awaits("Today")

    /** What is waited for takes longer than any picture of it. */
    fun working(): Tapping {
        GoodPhone.server.slowness = 4_500
        val person = choose().taps("Something else")
        return person.awaits("the page that waits") { person.views().any { it.shape() == Shape.LENS } }
    }

    fun findings(): Tapping {
        GoodPhone.notifications(false)
        return choose().taps("I get no notifications from Blink").awaits(OFF).looked()
    }

    fun opened() = findings().taps("Open this setting").awaits("That did not open").settles()

    fun nothingOpened(): Tapping {
        GoodPhone.noScreens()
        return findings()
            .taps("Open this setting")
            .awaits("Nothing on this phone opened. Follow the written steps.")
            .settles()
    }

    fun mended() =
        opened()
            .leavesAndReturns { GoodPhone.notifications(true) }
            .awaits("Now right")
            .settles()

    fun nothing() = choose().taps("Something else").awaits("Nothing wrong found").looked()

    fun several(): Tapping {
        GoodPhone.notifications(false)
        GoodPhone.batterySaver(true)
        GoodPhone.server.registration = Registration.REMOVED
        return choose().taps("The app says \"App Phone Number is Invalid\"").awaits(OFF).looked()
    }

    fun code() =
        nothing()
            .taps("Show words to read aloud")
            .taps("Show as a QR code")
            .taps("Code for support")
            .settles()

    /** A finding that is support's: its button leads to the code. */
    fun ofSupport(): Tapping {
        GoodPhone.server.registration = Registration.OTHER_PHONE
        return choose().taps("The app says \"Phone Number in use\"").awaits("Support has to do this").looked()
    }

    fun notificationAsked() =
        nothing().taps("Send a test notification").awaits("Did you see the test notification?").settles()

    fun notificationSeen() = notificationAsked().taps("Yes").awaits("A test was seen on this phone").settles()

    fun notificationNotSeen() =
        notificationAsked()
            .taps("No")
            .awaits("Something may hide what Blink sends. Look at what was found, then test again.")
            .settles()

    fun pushWaiting(): Tapping {
        GoodPhone.server.push = SampleServer.Push.IS_LOST
        val person = nothing().taps("Test it now")
        // Second by second, so that none is missed on a busy machine, and some after the question is there.
        for (second in 0..8) {
            if (second > 0) person.pause(1000)
            eventually("$second s are counted") { person.sees("Waiting… $second s") }
        }
        return person.awaits("Did a test message arrive?")
    }

    fun pushLate(): Tapping {
        val person = pushWaiting()
        person.pause(TestPush.LATE_SECONDS * 1000)
        return person.awaits("No, nothing came").settles()
    }

    fun pushNotArrived() = pushLate().taps("No, nothing came").awaits("It did not arrive").settles()

    fun pushArrived(): Tapping {
        val person = nothing().taps("Test it now")
        person.awaits("the arrival") { person.texts().any { it.startsWith("It arrived after ") } }
        return person.settles()
    }

    fun pushRefused(): Tapping {
        GoodPhone.server.push = SampleServer.Push.IS_REFUSED
        return nothing().taps("Test it now").awaits("The server could not send it. Tell support.").settles()
    }

    /** The installed files are being read; whoever calls deletes the APK. */
    fun files(sourceDir: String): Tapping {
        GoodPhone.app.applicationInfo.sourceDir = sourceDir
        return choose().taps("Something else").awaits("Stop")
    }

    /** The installed files are checked as well. */
    private fun Tapping.looked() =
        awaits("the check of the installed files") { activity.findViewById<View>(R.id.diagnose_files) == null }
            .settles()

    fun View.shape(): Shape? = ((this as? ImageView)?.drawable as? Mark)?.shape

    fun Tapping.settles(): Tapping = apply { repeat(20) { pause(100) } }
}
