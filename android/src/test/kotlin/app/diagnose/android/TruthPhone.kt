package app.diagnose.android

import android.Manifest
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.net.NetworkCapabilities
import android.os.Build
import android.view.View
import app.diagnose.AndroidProfile
import app.diagnose.ChannelRule
import app.diagnose.Diagnose
import app.diagnose.HostFacts
import app.diagnose.Registration
import app.diagnose.ServerAnswer
import app.diagnose.Time
import app.diagnose.TokenOnServer
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowBuild
import org.robolectric.shadows.ShadowContextImpl
import org.robolectric.shadows.ShadowProcess
import java.io.File
import java.security.MessageDigest
import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset

/**
 * A phone in order, every call of which answers and whose host says everything; what a test changes is gone with the
 * next.
 */
internal class TruthPhone {
    val app = RuntimeEnvironment.getApplication() as EvidenceApp
    val packages = shadowOf(app.packageManager)
    val installed: ApplicationInfo get() = app.applicationInfo
    var host: () -> HostFacts = ::hostSays
    var profile = blink()

    init {
        app.noBackupFilesDir.resolve("diagnose").deleteRecursively()
        registration.edit().clear().commit()
        ShadowProcess.setUid(UID)
    }

    val probes = ProbePhone()

    init {
        if (Build.VERSION.SDK_INT >= 33) network { now() }
        probes.capabilities(NetworkCapabilities.NET_CAPABILITY_INTERNET, NetworkCapabilities.NET_CAPABILITY_VALIDATED)
        Answers.give("areNotificationsEnabled") { true }
        Answers.give("getImportance") { NotificationManager.IMPORTANCE_HIGH }
        Answers.give("getHistoricalProcessExitReasons") { emptyList<Any>() }
        if (Build.VERSION.SDK_INT >= 26) {
            app.getSystemService(NotificationManager::class.java).createNotificationChannel(
                NotificationChannel(CHANNEL, "Lock-outs", NotificationManager.IMPORTANCE_HIGH),
            )
        }
        probes.own.versionName = "2.7.31"
        patched(LocalDate.ofEpochDay(now() / ProbePhone.DAY).minusDays(30).toString())
        camera(granted = true)
        packages.setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)
        ShadowBuild.setSupportedAbis(arrayOf("arm64-v8a"))
        installed.sourceDir = whole.path
        installed.splitSourceDirs = null
        installed.nativeLibraryDir = whole.parent
        Marks(app).used()
        RegistrationMark.write(app)
        android {
            copy(
                signers = listOf(digest("current"), TruthPhoneSigner.maker.digest),
                channels = listOf(ChannelRule(CHANNEL, popUp = true)),
                createsChannelsAtStart = true,
            )
        }
    }

    /** By the phone's clock. */
    fun now() = System.currentTimeMillis()

    /** What the network's clock says. */
    fun network(millis: () -> Long) =
        Answers.give("currentNetworkTimeClock") { Clock.fixed(Instant.ofEpochMilli(millis()), ZoneOffset.UTC) }

    fun android(change: AndroidProfile.() -> AndroidProfile) {
        profile = profile.copy(android = profile.android.change())
    }

    /** What the host says otherwise. */
    fun says(change: HostFacts.() -> HostFacts) {
        host = { hostSays().change() }
    }

    fun patched(day: String) = ShadowBuild.setVersionSecurityPatch(day)

    fun camera(granted: Boolean) =
        Manifest.permission.CAMERA.let {
            if (granted) shadowOf(app).grantPermissions(it) else shadowOf(app).denyPermissions(it)
        }

    /** From now on, on each phone of this test. */
    fun lacks(service: String) = Shadow.extract<ShadowContextImpl>(app.baseContext).removeSystemService(service)

    /** A mark of the library's that nobody wrote so. */
    fun damaged(mark: String) = File(app.noBackupFilesDir, "diagnose/$mark").writeText("yes")

    val registration get() = app.getSharedPreferences("diagnose_registration", Context.MODE_PRIVATE)

    private fun hostSays() =
        hostFacts(
            serverTime = Time(Math.floorDiv(now(), 1000L)),
            server = ServerAnswer.ANSWERED,
            newestVersion = Diagnose.parseAppVersion("2.7.31"),
            hasToken = true,
            tokenOnServer = TokenOnServer.HAS,
            registration = Registration.REGISTERED,
        )

    /** Opens the screen, taps what happened, and waits until the phone and the installed files were looked at. */
    fun looked(tapped: String = JUST_CHECK): Tapping {
        val person = opened(tapped)
        person.waits("the installed files") { person.activity.findViewById<View>(R.id.diagnose_files) == null }
        return person
    }

    fun opened(tapped: String = JUST_CHECK): Tapping {
        app.diagnoseConfiguration = DiagnoseConfiguration(profile = { profile }, host = { host() })
        val person = Tapping()
        person.waits(tapped) { person.sees(tapped) }
        person.taps(tapped)
        if (tapped == Scenes.LINK) person.taps("I don't know")
        person.waits("a result") { person.activity.findViewById<View>(R.id.diagnose_status) != null }
        return person
    }

    companion object {
        const val JUST_CHECK = "Only check this phone"
        const val CHANNEL = "lockout"
        private const val UID = 10_000

        /** The app as it was made. */
        val whole by lazy {
            TruthPhoneApk.folder().resolve("base.apk").apply {
                writeBytes(TruthPhoneSigner.maker.sign(TruthPhoneApk.whole()))
            }
        }

        fun digest(certificate: String): String =
            hexadecimal(MessageDigest.getInstance("SHA-256").digest(ProbePhone.certificate(certificate)))

        /** Some fifteen seconds of the machine's, whatever the phone's clock says: a host may take five, twice. */
        fun Tapping.waits(
            what: String,
            condition: () -> Boolean,
        ) {
            repeat(3_000) {
                if (condition()) return
                pause(20)
            }
            throw AssertionError("$what did not come; there is:\n" + texts().joinToString("\n"))
        }

        fun close(person: Tapping) {
            person.controller
                .pause()
                .stop()
                .destroy()
        }
    }
}
