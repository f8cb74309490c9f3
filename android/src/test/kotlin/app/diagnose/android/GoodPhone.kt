package app.diagnose.android

import android.Manifest
import android.app.Application
import android.app.NotificationManager
import android.content.ComponentName
import android.content.Intent
import android.content.IntentFilter
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.net.ConnectivityManager
import android.net.Network
import android.os.Build
import android.os.PowerManager
import app.diagnose.HostFacts
import app.diagnose.Registration
import app.diagnose.ServerAnswer
import app.diagnose.Time
import app.diagnose.TokenOnServer
import app.diagnose.UniffiLib
import app.diagnose.sample.SampleApp
import app.diagnose.sample.SampleServer
import app.diagnose.uniffiCallbackInterfaceVerifyProgress
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowBuild
import org.robolectric.shadows.ShadowStatFs
import org.robolectric.shadows.ShadowSystemServiceRegistry
import java.net.InetAddress
import java.net.Socket
import java.net.SocketAddress
import javax.net.SocketFactory

/** A phone on which nothing is wrong, and what a test does to it. */
internal object GoodPhone {
    val app: Application get() = RuntimeEnvironment.getApplication()
    val server: SampleServer get() = (app as SampleApp).server
    private val notifications get() = shadowOf(app.getSystemService(NotificationManager::class.java))

    fun setUp() {
        freshConnectivity(app)
        // Each level has its own copy of the generated classes here, and one library serves them all: it calls back the copy
        // that registered last. On a phone there is one.
        uniffiCallbackInterfaceVerifyProgress.register(UniffiLib)
        notifications(true)
        if (Build.VERSION.SDK_INT < 26) notifications.setImportance(NotificationManager.IMPORTANCE_DEFAULT)
        val gms = PackageInfo()
        gms.packageName = "com.google.android.gms"
        gms.applicationInfo = ApplicationInfo().apply { packageName = gms.packageName }
        shadowOf(app.packageManager).installPackage(gms)
        shadowOf(app.packageManager).getInternalMutablePackageInfo(gms.packageName).applicationInfo!!.enabled = true
        ShadowBuild.setVersionSecurityPatch(
            java.time.LocalDate
                .now()
                .minusDays(30)
                .toString(),
        )
        shadowOf(app).grantPermissions(Manifest.permission.CAMERA)
        if (Build.VERSION.SDK_INT < 26) {
            notifications.setImportance(NotificationManager.IMPORTANCE_HIGH)
            ShadowStatFs.registerStats(app.filesDir, 10_000_000, 8_000_000, 8_000_000)
        }
        app.packageManager.setInstallerPackageName(app.packageName, "com.android.vending")
        if (Build.VERSION.SDK_INT >= 30) {
            val store = "com.android.vending"
            shadowOf(app.packageManager).setInstallSourceInfo(app.packageName, store, store)
        }
    }

    fun notifications(on: Boolean) {
        notifications.setNotificationsEnabled(on)
        if (Build.VERSION.SDK_INT >= 33) {
            val permission = Manifest.permission.POST_NOTIFICATIONS
            if (on) shadowOf(app).grantPermissions(permission) else shadowOf(app).denyPermissions(permission)
            if (on) Marks(app).writeGranted(permission)
        }
    }

    /** What a host knows with which all is well. */
    fun hostSays(registration: Registration = Registration.REGISTERED): HostFacts =
        hostFacts(
            serverTime = Time(Math.floorDiv(System.currentTimeMillis(), 1000L)),
            server = ServerAnswer.ANSWERED,
            hasToken = true,
            tokenOnServer = TokenOnServer.HAS,
            registration = registration,
        )

    /** As after its installation. */
    fun forget() = check(java.io.File(app.noBackupFilesDir, "diagnose").deleteRecursively())

    fun batterySaver(on: Boolean) = shadowOf(app.getSystemService(PowerManager::class.java)).setIsPowerSaveMode(on)

    /** From now on only the screens exist that [exists] is told of. */
    fun noScreens() = shadowOf(app).checkActivities(true)

    /** The phone has a screen for this action. */
    fun exists(
        action: String,
        scheme: String? = null,
    ) {
        val screen = ComponentName("com.android.settings", "com.android.settings.$action")
        shadowOf(app.packageManager).addActivityIfNotPresent(screen)
        val filter = IntentFilter(action)
        filter.addCategory(Intent.CATEGORY_DEFAULT)
        scheme?.let { filter.addDataScheme(it) }
        shadowOf(app.packageManager).addIntentFilterForActivity(screen, filter)
    }
}

/**
 * Up to level 30 Android keeps one ConnectivityManager for the whole process: a thread that an earlier test left may have
 * made it, with that test's shadows. It is made anew, before several threads ask for it at once.
 */
internal fun freshConnectivity(app: Application) {
    ShadowSystemServiceRegistry.reset()
    // Some tests have taken it away.
    app.getSystemService(ConnectivityManager::class.java)
}

/** A network on which every host answers, and that nobody calls. */
@Implements(Network::class)
class OpenNetwork {
    @Implementation
    @Suppress("ktlint:standard:function-naming", "unused")
    fun getAllByName(
        host: String,
    ): Array<InetAddress> = arrayOf(InetAddress.getByAddress(host, byteArrayOf(127, 0, 0, 1)))

    @Implementation
    fun getSocketFactory(): SocketFactory =
        object : SocketFactory() {
            override fun createSocket(): Socket =
                object : Socket() {
                    override fun connect(
                        endpoint: SocketAddress?,
                        timeout: Int,
                    ) = Unit
                }

            override fun createSocket(
                host: String?,
                port: Int,
            ) = createSocket()

            override fun createSocket(
                host: String?,
                port: Int,
                localHost: InetAddress?,
                localPort: Int,
            ) = createSocket()

            override fun createSocket(
                host: InetAddress?,
                port: Int,
            ) = createSocket()

            override fun createSocket(
                address: InetAddress?,
                port: Int,
                localAddress: InetAddress?,
                localPort: Int,
            ) = createSocket()
        }
}
