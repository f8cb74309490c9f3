package app.diagnose.android

import android.app.ActivityManager
import android.app.ApplicationPackageManager
import android.app.ApplicationStartInfo
import android.app.NotificationChannel
import android.app.NotificationChannelGroup
import android.app.NotificationManager
import android.app.admin.DevicePolicyManager
import android.app.usage.UsageEvents
import android.app.usage.UsageStatsManager
import android.content.ComponentName
import android.content.ContentResolver
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import android.net.ConnectivityManager
import android.net.Network
import android.net.NetworkCapabilities
import android.os.Build
import android.os.Handler
import android.os.PowerManager
import android.os.Process
import android.os.StatFs
import android.os.SystemClock
import android.os.UserManager
import android.os.storage.StorageManager
import android.provider.Settings
import app.diagnose.ApkFilesFact
import app.diagnose.Device
import app.diagnose.InstalledFiles
import app.diagnose.Reason
import app.diagnose.SplitProblemsFact
import app.diagnose.Verification
import app.diagnose.VerifyProgress
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.annotation.RealObject
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowActivityManager
import org.robolectric.shadows.ShadowApplicationPackageManager
import org.robolectric.shadows.ShadowConnectivityManager
import org.robolectric.shadows.ShadowDevicePolicyManager
import org.robolectric.shadows.ShadowNetwork
import org.robolectric.shadows.ShadowNetworkCapabilities
import org.robolectric.shadows.ShadowNotificationManager
import org.robolectric.shadows.ShadowPausedSystemClock
import org.robolectric.shadows.ShadowPowerManager
import org.robolectric.shadows.ShadowProcess
import org.robolectric.shadows.ShadowSettings
import org.robolectric.shadows.ShadowStatFs
import org.robolectric.shadows.ShadowStorageManager
import org.robolectric.shadows.ShadowUsageStatsManager
import org.robolectric.shadows.ShadowUserManager
import org.robolectric.util.reflector.Direct
import org.robolectric.util.reflector.ForType
import org.robolectric.util.reflector.Reflector
import java.io.File
import java.net.ConnectException
import java.net.InetAddress
import java.net.Socket
import java.net.SocketAddress
import java.time.Clock
import java.time.DateTimeException
import java.time.Instant
import java.time.ZoneOffset
import java.util.UUID
import javax.net.SocketFactory

/*
 * Shadows of a phone: each call that a fact rests on answers what was set, or throws. The framework's own code stands in
 * front of them.
 */

internal const val PLAY_SERVICES = "com.google.android.gms"

/** What the calls answer that Robolectric has no state for, and which calls throw, by the fact's path. */
internal object PhoneState {
    val throwing = mutableMapOf<String, () -> RuntimeException>()
    var networkTime: Long? = null
    var paused = false
    var forceStopped = false
    var connected = false
    var metered = false
    var blocked = false
    var capabilities = emptySet<Int>()
    var freeBytes = 0L
    var cameraDisabled = false
    var pushHostAnswers = false
    val channelOrder = mutableListOf<String>()
    val throwingGroups = mutableSetOf<String>()
    val throwingBypass = mutableSetOf<String>()

    fun reset() {
        throwing.clear()
        networkTime = null
        paused = false
        forceStopped = false
        connected = false
        metered = false
        blocked = false
        capabilities = emptySet()
        freeBytes = 0
        cameraDisabled = false
        pushHostAnswers = false
        channelOrder.clear()
        throwingGroups.clear()
        throwingBypass.clear()
    }

    fun <T> told(
        fact: String,
        answer: () -> T,
    ): T {
        throwing[fact]?.let { throw it() }
        return answer()
    }
}

private fun <T> told(
    fact: String,
    answer: () -> T,
): T = PhoneState.told(fact, answer)

@Implements(NotificationManager::class)
class PhoneNotificationManager : ShadowNotificationManager() {
    @Implementation
    override fun areNotificationsEnabled(): Boolean = told("notifications.enabled") { super.areNotificationsEnabled() }

    @Implementation
    override fun getImportance(): Int = told("notifications.importance") { super.getImportance() }

    @Implementation(minSdk = 29)
    fun areNotificationsPaused(): Boolean = told("notifications.paused") { PhoneState.paused }

    @Implementation
    override fun getCurrentInterruptionFilter(): Int =
        told("notifications.interruption_filter") { super.getCurrentInterruptionFilter() }

    @Implementation(minSdk = 26)
    override fun getNotificationChannels(): List<NotificationChannel> =
        told("notifications.channels") {
            super.getNotificationChannels().sortedBy { PhoneState.channelOrder.indexOf(it.id) }
        }

    @Implementation(minSdk = 26)
    override fun getNotificationChannel(id: String): NotificationChannel? =
        told("notifications.channels") { super.getNotificationChannel(id) }

    @Implementation(minSdk = 28)
    override fun getNotificationChannelGroup(id: String): NotificationChannelGroup? {
        check(id !in PhoneState.throwingGroups) { "planted" }
        return super.getNotificationChannelGroup(id)
    }

    @Implementation(minSdk = 26)
    override fun getNotificationChannelGroups(): List<NotificationChannelGroup> {
        check(PhoneState.throwingGroups.isEmpty()) { "planted" }
        return super.getNotificationChannelGroups()
    }
}

@Implements(NotificationChannel::class, minSdk = 26)
class PhoneNotificationChannel {
    @RealObject
    private lateinit var channel: NotificationChannel

    @Implementation
    fun canBypassDnd(): Boolean {
        check(channel.id !in PhoneState.throwingBypass) { "planted" }
        return Reflector.reflector(RealChannel::class.java, channel).canBypassDnd()
    }

    @ForType(NotificationChannel::class)
    interface RealChannel {
        @Direct
        fun canBypassDnd(): Boolean
    }
}

@Implements(ActivityManager::class)
class PhoneActivityManager : ShadowActivityManager() {
    @Implementation(minSdk = 28)
    override fun isBackgroundRestricted(): Boolean =
        told("background.restricted") { super.isBackgroundRestricted() }

    @Implementation(minSdk = 30)
    override fun getHistoricalProcessExitReasons(
        packageName: String?,
        pid: Int,
        maxNum: Int,
    ): List<*> = told("crashes.exits") { super.getHistoricalProcessExitReasons(packageName, pid, maxNum) }

    @Implementation(minSdk = 35)
    fun getHistoricalProcessStartReasons(maxNum: Int): List<ApplicationStartInfo> =
        told("background.force_stopped") {
            listOf(ApplicationStartInfo().apply { setForceStopped(PhoneState.forceStopped) })
        }

    @Implementation(minSdk = 30)
    fun setProcessStateSummary(state: ByteArray?) = Unit
}

@Implements(UsageStatsManager::class)
class PhoneUsageStatsManager : ShadowUsageStatsManager() {
    @Implementation(minSdk = 28)
    override fun queryEventsForSelf(
        begin: Long,
        end: Long,
    ): UsageEvents = told("background.standby_buckets") { super.queryEventsForSelf(begin, end) }
}

@Implements(PowerManager::class)
class PhonePowerManager : ShadowPowerManager() {
    @Implementation
    override fun isPowerSaveMode(): Boolean = told("background.power_save") { super.isPowerSaveMode() }
}

@Implements(ConnectivityManager::class)
class PhoneConnectivityManager : ShadowConnectivityManager() {
    private val network by lazy { ShadowNetwork.newInstance(1) }

    @Implementation
    override fun getActiveNetwork(): Network? = told("network.connected") { network.takeIf { PhoneState.connected } }

    @Implementation
    override fun isActiveNetworkMetered(): Boolean = told("network.metered") { PhoneState.metered }

    @Implementation
    override fun getNetworkCapabilities(network: Network?): NetworkCapabilities? =
        network?.let {
            ShadowNetworkCapabilities.newInstance().also { capabilities ->
                val shadow = Shadow.extract<ShadowNetworkCapabilities>(capabilities)
                PhoneState.capabilities.forEach { shadow.addCapability(it) }
            }
        }

    @Implementation
    override fun getRestrictBackgroundStatus(): Int =
        told("background.data_saver") { super.getRestrictBackgroundStatus() }

    @Implementation
    override fun registerDefaultNetworkCallback(callback: ConnectivityManager.NetworkCallback) {
        told("network.blocked_for_app") { super.registerDefaultNetworkCallback(callback) }
        tell(callback) { it() }
    }

    @Implementation(minSdk = 26)
    override fun registerDefaultNetworkCallback(
        callback: ConnectivityManager.NetworkCallback,
        handler: Handler,
    ) {
        told("network.blocked_for_app") { super.registerDefaultNetworkCallback(callback, handler) }
        tell(callback) { handler.runs(it) }
    }

    /** As the connectivity service does it: not at all where there is no network to block. */
    private fun tell(
        callback: ConnectivityManager.NetworkCallback,
        run: (() -> Unit) -> Unit,
    ) {
        if (!PhoneState.connected && !PhoneState.blocked) return
        val told = PhoneState.blocked
        run {
            callback.onAvailable(network)
            if (Build.VERSION.SDK_INT >= 29) callback.onBlockedStatusChanged(network, told)
        }
    }
}

/** A network on which the push service's host answers, or refuses. */
@Implements(Network::class)
class PhoneNetwork : ShadowNetwork() {
    @Implementation
    fun getAllByName(
        host: String,
    ): Array<InetAddress> = arrayOf(InetAddress.getByAddress(host, byteArrayOf(127, 0, 0, 1)))

    @Implementation
    override fun getSocketFactory(): SocketFactory = PushSockets
}

private object PushSockets : SocketFactory() {
    override fun createSocket(): Socket =
        object : Socket() {
            override fun connect(
                endpoint: SocketAddress?,
                timeout: Int,
            ) {
                if (!PhoneState.pushHostAnswers) throw ConnectException("refused")
            }
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

@Implements(NetworkCapabilities::class)
class PhoneNetworkCapabilities : ShadowNetworkCapabilities() {
    @Implementation
    fun hasCapability(capability: Int): Boolean {
        val fact =
            when (capability) {
                NetworkCapabilities.NET_CAPABILITY_CAPTIVE_PORTAL -> "network.captive_portal"
                NetworkCapabilities.NET_CAPABILITY_VALIDATED -> "network.validated"
                else -> ""
            }
        return told(fact) {
            Reflector.reflector(RealCapabilities::class.java, realNetworkCapabilities).hasCapability(capability)
        }
    }

    @ForType(NetworkCapabilities::class)
    interface RealCapabilities {
        @Direct
        fun hasCapability(capability: Int): Boolean
    }
}

@Implements(ApplicationPackageManager::class, isInAndroidSdk = false)
class PhonePackageManager : ShadowApplicationPackageManager() {
    @Implementation
    override fun getPackageInfo(
        name: String,
        flags: Int,
    ): PackageInfo = seen(name, flags.toLong()) { super.getPackageInfo(name, flags)!! }

    @Implementation(minSdk = 33)
    override fun getPackageInfo(
        name: String,
        flags: Any,
    ): PackageInfo =
        seen(name, (flags as PackageManager.PackageInfoFlags).value) { super.getPackageInfo(name, flags) }

    private fun seen(
        name: String,
        flags: Long,
        answer: () -> PackageInfo,
    ): PackageInfo {
        val fact =
            when {
                name == PLAY_SERVICES -> "push.play_services_version"
                flags and PackageManager.GET_PERMISSIONS.toLong() != 0L -> "notifications.permission_declared"
                flags and signing != 0L -> "install.signers"
                else -> ""
            }
        return told(fact, answer)
    }

    @Implementation
    override fun getApplicationInfo(
        name: String,
        flags: Int,
    ): ApplicationInfo =
        if (name == PLAY_SERVICES) {
            told("push.play_services_installed") { super.getPackageInfo(name, flags)!!.applicationInfo!! }
        } else {
            super.getApplicationInfo(name, flags)
        }

    @Implementation
    override fun shouldShowRequestPermissionRationale(permission: String): Boolean =
        told(if (permission == android.Manifest.permission.CAMERA) "camera.rationale" else "notifications.rationale") {
            super.shouldShowRequestPermissionRationale(permission)
        }

    @Implementation(minSdk = 30)
    override fun isAutoRevokeWhitelisted(): Boolean =
        told("usage.auto_revoke_exempt") { super.isAutoRevokeWhitelisted() }

    @Implementation
    override fun hasSystemFeature(name: String): Boolean =
        told(if (name == PackageManager.FEATURE_CAMERA_ANY) "camera.present" else "") { super.hasSystemFeature(name) }

    private companion object {
        val signing = (PackageManager.GET_SIGNATURES or PackageManager.GET_SIGNING_CERTIFICATES).toLong()
    }
}

/** Install verification, which has its own tests: finds in the app's files what the case says of them. */
@Implements(className = "app.diagnose.DiagnoseKt", isInAndroidSdk = false)
class PhoneVerification {
    companion object {
        @JvmStatic
        @Implementation
        fun verifyInstallation(
            files: InstalledFiles,
            device: Device,
            progress: VerifyProgress?,
        ): Verification = CaseApp.case.verification ?: Verification(emptyList(), NO_FILES, NO_SPLITS, null, true)

        private val NO_FILES = ApkFilesFact.Unreadable(Reason.NOT_RUN)
        private val NO_SPLITS = SplitProblemsFact.Unreadable(Reason.NOT_RUN)
    }
}

@Implements(StorageManager::class)
class PhoneStorageManager : ShadowStorageManager() {
    @Implementation(minSdk = 26)
    fun getUuidForPath(path: File): UUID = StorageManager.UUID_DEFAULT

    @Implementation(minSdk = 26)
    fun getAllocatableBytes(volume: UUID): Long = told("storage.free_bytes") { PhoneState.freeBytes }
}

@Implements(StatFs::class)
class PhoneStatFs : ShadowStatFs() {
    @Implementation
    override fun getAvailableBytes(): Long = told("storage.free_bytes") { PhoneState.freeBytes }
}

@Implements(DevicePolicyManager::class)
class PhoneDevicePolicyManager : ShadowDevicePolicyManager() {
    @Implementation
    override fun getCameraDisabled(admin: ComponentName?): Boolean =
        told("camera.disabled_by_policy") { PhoneState.cameraDisabled }

    @Implementation
    override fun getActiveAdmins(): List<ComponentName>? = told("user.managed_profile") { super.getActiveAdmins() }
}

@Implements(UserManager::class)
class PhoneUserManager : ShadowUserManager() {
    @Implementation(minSdk = 30)
    override fun isManagedProfile(): Boolean = told("user.managed_profile") { super.isManagedProfile() }
}

@Implements(SystemClock::class, isInAndroidSdk = false)
class PhoneSystemClock : ShadowPausedSystemClock() {
    companion object {
        @JvmStatic
        @Implementation(minSdk = 33)
        fun currentNetworkTimeClock(): Clock {
            val millis = PhoneState.networkTime ?: throw DateTimeException("Network based time is not available.")
            return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC)
        }
    }
}

@Implements(Settings.Global::class)
class PhoneGlobalSettings : ShadowSettings.ShadowGlobal() {
    companion object {
        @JvmStatic
        @Implementation(methodName = "getInt")
        fun number(
            resolver: ContentResolver?,
            name: String,
        ): Int = seen(name) { ShadowSettings.ShadowGlobal.getInt(resolver, name) }

        @JvmStatic
        @Implementation(methodName = "getInt")
        fun numberOr(
            resolver: ContentResolver?,
            name: String,
            default: Int,
        ): Int = seen(name) { ShadowSettings.ShadowGlobal.getInt(resolver, name, default) }

        private fun <T> seen(
            name: String,
            answer: () -> T,
        ): T = told(if (name == Settings.Global.AIRPLANE_MODE_ON) "network.aeroplane_mode" else "", answer)
    }
}

@Implements(Process::class)
class PhoneProcess : ShadowProcess() {
    companion object {
        @JvmStatic
        @Implementation(methodName = "myUid")
        fun uid(): Int {
            if ("user.id" in PhoneState.throwing && isCalledByTheLibrary()) PhoneState.told("user.id") { }
            return ShadowProcess.myUid()
        }

        /** The framework asks for the user's id too, and must have it. */
        private fun isCalledByTheLibrary(): Boolean {
            val callers =
                Throwable().stackTrace.map { it.className }.filter {
                    it.startsWith("android") ||
                        it.startsWith("app")
                }
            val caller = callers.first { it != Process::class.java.name && "PhoneProcess" !in it }
            return caller.startsWith("app.diagnose.android.") && ".Phone" !in caller && "Case" !in caller
        }
    }
}
