package app.diagnose.android

import android.app.Activity
import android.app.Application
import android.content.ComponentName
import android.content.ContentResolver
import android.content.Context
import android.content.ContextWrapper
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.content.pm.Signature
import android.content.pm.SigningInfo
import android.net.ConnectivityManager
import android.net.Network
import android.os.Build
import android.os.SystemClock
import android.provider.Settings
import app.diagnose.AndroidFacts
import app.diagnose.DeviceFacts
import app.diagnose.Diagnose
import app.diagnose.Phone
import app.diagnose.Question
import app.diagnose.Reader
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowNetwork
import org.robolectric.shadows.ShadowNetworkCapabilities
import org.robolectric.shadows.ShadowSigningInfo
import java.io.File
import java.io.IOException
import java.net.InetAddress
import java.net.Socket
import java.net.SocketAddress
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.Base64
import javax.net.SocketFactory

/** A phone on which each call of the probes answers, so that one of them can be made to fail. */
internal class ProbePhone {
    val app: Application = RuntimeEnvironment.getApplication()
    val packages = shadowOf(app.packageManager)
    val activity: Activity = Robolectric.buildActivity(Activity::class.java).create().get()

    /** The app's own record, which the package manager copies. */
    val own: PackageInfo = packages.getInternalMutablePackageInfo(app.packageName)

    /** What the sockets of the active network were asked to connect to. */
    val connected = mutableListOf<String>()
    val network: Network = ShadowNetwork.newInstance(1)

    init {
        Answers.clear()
        freshConnectivity(app)
        if (System.currentTimeMillis() < NOW) SystemClock.setCurrentTimeMillis(NOW)
        own.firstInstallTime = NOW - 90 * DAY
        own.lastUpdateTime = NOW - 90 * DAY
        Settings.Secure.putInt(app.contentResolver, "lock_screen_show_notifications", 1)
        Settings.Secure.putString(app.contentResolver, Settings.Secure.ANDROID_ID, "0123456789abcdef")
        Settings.Global.putInt(app.contentResolver, Settings.Global.AIRPLANE_MODE_ON, 0)
        Answers.give("getRestrictBackgroundStatus") { ConnectivityManager.RESTRICT_BACKGROUND_STATUS_DISABLED }
        Answers.give("getCurrentInterruptionFilter") { 1 }
        Answers.give("areNotificationsPaused") { false }
        Answers.give("registerDefaultNetworkCallback") { false }
        Answers.give("getActiveNetwork") { network }
        capabilities()
        Answers.give("getAllocatableBytes") { 4_000_000_000L }
        Answers.give("getAvailableBytes") { 4_000_000_000L }
        Answers.give("getInstallerPackageName") { "com.android.vending" }
        if (Build.VERSION.SDK_INT >= 33) {
            Answers.give("currentNetworkTimeClock") { Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC) }
        }
        if (Build.VERSION.SDK_INT >= 35) starts(false)
        if (Build.VERSION.SDK_INT >= 34) {
            packages.setInstallSourceInfo(app.packageName, null, null, null, "com.android.vending", null, 0)
        } else if (Build.VERSION.SDK_INT >= 30) {
            packages.setInstallSourceInfo(app.packageName, null, "com.android.vending")
        }
        Answers.give("getActiveAdmins") { listOf(ComponentName("a.b", "c")) }
        Answers.give("isProfileOwnerApp") { false }
        playServices(enabled = true, version = 254_432_000)
        signed(listOf("current"))
        pushHost { }
    }

    fun capabilities(vararg held: Int) =
        Answers.give("getNetworkCapabilities") {
            ShadowNetworkCapabilities.newInstance().also { capabilities ->
                held.forEach { Shadow.extract<ShadowNetworkCapabilities>(capabilities).addCapability(it) }
            }
        }

    fun starts(vararg forceStopped: Boolean) =
        Answers.give("getHistoricalProcessStartReasons") {
            forceStopped.map { stopped -> android.app.ApplicationStartInfo().apply { setForceStopped(stopped) } }
        }

    fun playServices(
        enabled: Boolean,
        version: Long,
    ) {
        val services = PackageInfo().apply { packageName = PLAY }
        services.applicationInfo = ApplicationInfo().apply { packageName = PLAY }
        services.applicationInfo!!.enabled = enabled
        if (Build.VERSION.SDK_INT >= 28) {
            services.longVersionCode = version
        } else {
            @Suppress("DEPRECATION")
            services.versionCode = version.toInt()
        }
        packages.installPackage(services)
    }

    fun signed(
        names: List<String>,
        several: Boolean = false,
    ) = sign(own, names, several)

    /** What becomes of a connection to the push service's host, by its port. */
    fun pushHost(connect: (port: Int) -> Unit) {
        Answers.give("getAllByName:mtalk.google.com") {
            arrayOf(InetAddress.getByAddress(byteArrayOf(192.toByte(), 0, 2, 1)))
        }
        val sockets =
            object : SocketFactory() {
                override fun createSocket(): Socket =
                    object : Socket() {
                        override fun connect(
                            address: SocketAddress,
                            millis: Int,
                        ) {
                            check(millis in 1..3000) { "no limit of time: $millis" }
                            synchronized(connected) { connected += address.toString() }
                            connect(address.toString().substringAfterLast(':').toInt())
                        }
                    }

                override fun createSocket(
                    host: String,
                    port: Int,
                ): Socket = throw IOException("unbound")

                override fun createSocket(
                    host: String,
                    port: Int,
                    local: InetAddress,
                    localPort: Int,
                ): Socket = throw IOException("unbound")

                override fun createSocket(
                    host: InetAddress,
                    port: Int,
                ): Socket = throw IOException("unbound")

                override fun createSocket(
                    host: InetAddress,
                    port: Int,
                    local: InetAddress,
                    localPort: Int,
                ): Socket = throw IOException("unbound")
            }
        Shadow.extract<ShadowNetwork>(network).setSocketFactory(sockets)
    }

    fun noMarks() = File(app.noBackupFilesDir, "diagnose").deleteRecursively()

    /** The app's context, whose answers a test may give. */
    val context =
        object : ContextWrapper(app) {
            override fun getSystemService(name: String): Any? =
                Answers.to("getSystemService:$name") { super.getSystemService(name) }

            override fun checkSelfPermission(permission: String): Int =
                Answers.to("checkSelfPermission:$permission") { super.checkSelfPermission(permission) }

            override fun getContentResolver(): ContentResolver =
                Answers.to("getContentResolver") { super.getContentResolver() }

            override fun getSharedPreferences(
                name: String?,
                mode: Int,
            ) = Answers.to("getSharedPreferences") { super.getSharedPreferences(name, mode) }

            override fun getNoBackupFilesDir(): File =
                Answers.to("getNoBackupFilesDir") { super.getNoBackupFilesDir() }

            override fun getApplicationContext(): Context = this
        }

    fun read(activity: Activity? = this.activity): DeviceFacts =
        readFacts(context, activity, hostFacts(), null).also {
            // The core refuses facts with a value that no phone has.
            Diagnose.diagnose(it, Question(null, null), profile, Reader("en", 0, null))
        }

    companion object {
        const val NOW = 1_795_507_200_000L
        const val DAY = 86_400_000L
        const val PLAY = "com.google.android.gms"
        private val profile by lazy { Diagnose.embeddedProfile("blink") }

        /** By several signers, or by one whose certificates are named from the oldest to the current one. */
        fun sign(
            app: PackageInfo,
            names: List<String>,
            several: Boolean = false,
        ) {
            val signatures = names.map { Signature(certificate(it)) }.toTypedArray()
            if (Build.VERSION.SDK_INT >= 28) {
                val info = Shadow.newInstanceOf(SigningInfo::class.java)
                val shadow = Shadow.extract<ShadowSigningInfo>(info)
                shadow.setSignatures(if (several) signatures else arrayOf(signatures.last()))
                shadow.setPastSigningCertificates(signatures)
                app.signingInfo = info
            } else {
                @Suppress("DEPRECATION")
                app.signatures = if (several) signatures else arrayOf(signatures.last())
            }
        }

        fun certificate(name: String): ByteArray {
            val pem = ProbePhone::class.java.getResource("/certificates/probe-$name.pem")!!.readText()
            return Base64.getMimeDecoder().decode(pem.lines().filterNot { it.startsWith("-----") }.joinToString(""))
        }
    }
}

/** The facts of Android that a probe reads, by the group and name of each. */
internal fun DeviceFacts.byPath(): Map<String, Any> {
    val facts: AndroidFacts = (phone as Phone.Android).facts
    val groups = mapOf("app" to app) + fields(facts)
    return groups.flatMap { (group, value) -> fields(value).map { (name, fact) -> "$group.$name" to fact } }.toMap() -
        "os.apiLevel"
}

private fun fields(record: Any): Map<String, Any> =
    record.javaClass.declaredFields
        .filter {
            !java.lang.reflect.Modifier
                .isStatic(it.modifiers)
        }.associate { field ->
            field.isAccessible = true
            field.name to field.get(record)!!
        }
