package app.diagnose.android

import android.app.ActivityManager
import android.app.ApplicationStartInfo
import android.app.NotificationChannel
import android.app.NotificationChannelGroup
import android.app.NotificationManager
import android.app.admin.DevicePolicyManager
import android.app.usage.UsageEvents
import android.app.usage.UsageStatsManager
import android.content.ComponentName
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import android.net.ConnectivityManager
import android.net.Network
import android.net.NetworkCapabilities
import android.os.Handler
import android.os.PowerManager
import android.os.StatFs
import android.os.SystemClock
import android.os.UserManager
import android.os.storage.StorageManager
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowActivityManager
import org.robolectric.shadows.ShadowApplicationPackageManager
import org.robolectric.shadows.ShadowConnectivityManager
import org.robolectric.shadows.ShadowDevicePolicyManager
import org.robolectric.shadows.ShadowNetwork
import org.robolectric.shadows.ShadowNotificationManager
import org.robolectric.shadows.ShadowPausedSystemClock
import org.robolectric.shadows.ShadowPowerManager
import org.robolectric.shadows.ShadowStatFs
import org.robolectric.shadows.ShadowStorageManager
import org.robolectric.shadows.ShadowUsageStatsManager
import org.robolectric.shadows.ShadowUserManager
import java.io.File
import java.net.InetAddress
import java.time.Clock
import java.util.UUID
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** What Android's calls answer or throw where a test says so; else what Robolectric has. */
internal object Answers {
    private val given = ConcurrentHashMap<String, () -> Any?>()

    fun clear() = given.clear()

    fun give(
        call: String,
        answer: () -> Any?,
    ) {
        given[call] = answer
    }

    /** Answers otherwise while [work] runs. */
    fun <T> during(
        call: String,
        answer: () -> Any?,
        work: () -> T,
    ): T {
        val before = given.put(call, answer)
        try {
            return work()
        } finally {
            if (before == null) given.remove(call) else given[call] = before
        }
    }

    @Suppress("UNCHECKED_CAST")
    fun <T> to(
        call: String,
        own: () -> T,
    ): T {
        val answer = given[call] ?: return own()
        return answer() as T
    }
}

/** A manager that answers what nobody has set. */
private fun <T> unset(): T = throw UnsupportedOperationException("nobody set what this answers")

@Implements(NotificationManager::class)
class ProbedNotificationManager : ShadowNotificationManager() {
    @Implementation
    override fun areNotificationsEnabled() = Answers.to("areNotificationsEnabled") { super.areNotificationsEnabled() }

    @Implementation
    override fun getImportance() = Answers.to("getImportance") { super.getImportance() }

    @Implementation(minSdk = 29)
    fun areNotificationsPaused(): Boolean = Answers.to("areNotificationsPaused") { unset() }

    @Implementation
    override fun getCurrentInterruptionFilter() =
        Answers.to("getCurrentInterruptionFilter") { super.getCurrentInterruptionFilter() }

    @Implementation(minSdk = 26)
    override fun getNotificationChannels(): List<NotificationChannel> =
        Answers.to("getNotificationChannels") { super.getNotificationChannels() }

    @Implementation(minSdk = 28)
    override fun getNotificationChannelGroup(id: String): NotificationChannelGroup? =
        Answers.to("getNotificationChannelGroup") { super.getNotificationChannelGroup(id) }
}

@Implements(ActivityManager::class)
class ProbedActivityManager : ShadowActivityManager() {
    @Implementation(minSdk = 28)
    override fun isBackgroundRestricted() = Answers.to("isBackgroundRestricted") { super.isBackgroundRestricted() }

    @Implementation(minSdk = 30)
    override fun getHistoricalProcessExitReasons(
        packageName: String?,
        pid: Int,
        maxNum: Int,
    ): List<*> =
        Answers.to(
            "getHistoricalProcessExitReasons",
        ) { super.getHistoricalProcessExitReasons(packageName, pid, maxNum) }

    @Implementation(minSdk = 35)
    fun getHistoricalProcessStartReasons(maxNum: Int): List<ApplicationStartInfo> =
        Answers.to<List<ApplicationStartInfo>>("getHistoricalProcessStartReasons") { unset() }.take(maxNum)

    @Implementation(minSdk = 30)
    fun setProcessStateSummary(state: ByteArray?) {
        summary = state
    }

    companion object {
        var summary: ByteArray? = null
    }
}

@Implements(UsageStatsManager::class)
class ProbedUsageStatsManager : ShadowUsageStatsManager() {
    @Implementation(minSdk = 28)
    override fun queryEventsForSelf(
        begin: Long,
        end: Long,
    ): UsageEvents? = Answers.to("queryEventsForSelf") { super.queryEventsForSelf(begin, end) }
}

@Implements(PowerManager::class)
class ProbedPowerManager : ShadowPowerManager() {
    @Implementation
    override fun isPowerSaveMode() = Answers.to("isPowerSaveMode") { super.isPowerSaveMode() }
}

/** Has [work] done there, and waits for it: a busy machine may take longer than a probe waits. */
internal fun Handler.runs(work: () -> Unit) {
    val done = CountDownLatch(1)
    post {
        work()
        done.countDown()
    }
    check(done.await(10, TimeUnit.SECONDS)) { "the handler's thread did not come" }
}

@Implements(ConnectivityManager::class)
class ProbedConnectivityManager : ShadowConnectivityManager() {
    @Implementation
    override fun getActiveNetwork(): Network? = Answers.to("getActiveNetwork") { super.getActiveNetwork() }

    @Implementation
    override fun isActiveNetworkMetered() = Answers.to("isActiveNetworkMetered") { super.isActiveNetworkMetered() }

    @Implementation
    override fun getNetworkCapabilities(network: Network?): NetworkCapabilities? =
        if (network == null) null else Answers.to("getNetworkCapabilities") { super.getNetworkCapabilities(network) }

    @Implementation
    override fun getRestrictBackgroundStatus() =
        Answers.to("getRestrictBackgroundStatus") { super.getRestrictBackgroundStatus() }

    /** On the handler's thread, as the system does it; null tells nothing. */
    @Implementation(minSdk = 26)
    override fun registerDefaultNetworkCallback(
        callback: ConnectivityManager.NetworkCallback,
        handler: Handler,
    ) {
        super.registerDefaultNetworkCallback(callback, handler)
        val blocked = Answers.to<Boolean?>("registerDefaultNetworkCallback") { null } ?: return
        handler.runs { callback.onBlockedStatusChanged(ShadowNetwork.newInstance(1), blocked) }
    }
}

@Implements(Network::class)
class ProbedNetwork : ShadowNetwork() {
    @Implementation
    fun getAllByName(host: String): Array<InetAddress> = Answers.to("getAllByName:$host") { unset() }
}

@Implements(className = "android.app.ApplicationPackageManager", isInAndroidSdk = false)
class ProbedPackageManager : ShadowApplicationPackageManager() {
    @Implementation
    override fun getPackageInfo(
        name: String,
        flags: Int,
    ): PackageInfo? = Answers.to("getPackageInfo:$name:$flags") { super.getPackageInfo(name, flags) }

    @Implementation
    override fun getApplicationInfo(
        name: String,
        flags: Int,
    ): ApplicationInfo? =
        Answers.to("getApplicationInfo:$name") {
            // Robolectric's asks getPackageInfo, which Android's does not.
            getInternalMutablePackageInfo(name)?.applicationInfo ?: throw PackageManager.NameNotFoundException(name)
        }

    @Implementation
    override fun shouldShowRequestPermissionRationale(permission: String) =
        Answers.to("rationale:$permission") { super.shouldShowRequestPermissionRationale(permission) }

    @Implementation(minSdk = 30)
    override fun isAutoRevokeWhitelisted() = Answers.to("isAutoRevokeWhitelisted") { super.isAutoRevokeWhitelisted() }

    @Implementation
    override fun hasSystemFeature(name: String) = Answers.to("hasSystemFeature:$name") { super.hasSystemFeature(name) }

    @Implementation(minSdk = 30)
    override fun getInstallSourceInfo(name: String): Any? =
        Answers.to("getInstallSourceInfo") { super.getInstallSourceInfo(name) }

    @Implementation
    override fun getInstallerPackageName(name: String): String? =
        Answers.to("getInstallerPackageName") { super.getInstallerPackageName(name) }
}

@Implements(StorageManager::class)
class ProbedStorageManager : ShadowStorageManager() {
    @Implementation(minSdk = 26)
    fun getUuidForPath(path: File): UUID = Answers.to("getUuidForPath") { StorageManager.UUID_DEFAULT }

    @Implementation(minSdk = 26)
    fun getAllocatableBytes(volume: UUID): Long = Answers.to("getAllocatableBytes") { unset() }
}

@Implements(StatFs::class)
class ProbedStatFs : ShadowStatFs() {
    @Implementation
    override fun getAvailableBytes(): Long = Answers.to("getAvailableBytes") { super.getAvailableBytes() }
}

@Implements(DevicePolicyManager::class)
class ProbedDevicePolicyManager : ShadowDevicePolicyManager() {
    @Implementation
    override fun getCameraDisabled(admin: ComponentName?) =
        Answers.to("getCameraDisabled") { super.getCameraDisabled(admin) }

    @Implementation
    override fun getActiveAdmins(): List<ComponentName>? = Answers.to("getActiveAdmins") { super.getActiveAdmins() }

    @Implementation
    override fun isProfileOwnerApp(name: String?) =
        Answers.to("isProfileOwnerApp") { super.isProfileOwnerApp(name) }
}

@Implements(UserManager::class)
class ProbedUserManager : ShadowUserManager() {
    @Implementation
    override fun isManagedProfile() = Answers.to("isManagedProfile") { super.isManagedProfile() }
}

@Implements(SystemClock::class, isInAndroidSdk = false)
class ProbedSystemClock : ShadowPausedSystemClock() {
    companion object {
        @JvmStatic
        @Implementation(minSdk = 33)
        fun currentNetworkTimeClock(): Clock = Answers.to("currentNetworkTimeClock") { unset() }
    }
}
