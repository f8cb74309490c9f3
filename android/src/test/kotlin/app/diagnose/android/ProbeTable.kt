package app.diagnose.android

import android.Manifest
import android.app.ApplicationExitInfo
import android.app.NotificationChannel
import android.app.NotificationChannelGroup
import android.app.NotificationManager
import android.app.usage.UsageEvents
import android.app.usage.UsageStatsManager
import android.content.ComponentName
import android.content.Context
import android.content.pm.PackageManager
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import android.os.Build
import android.provider.Settings
import app.diagnose.AppVersion
import app.diagnose.Certificate
import app.diagnose.Channel
import app.diagnose.DataSaver
import app.diagnose.Date
import app.diagnose.ExitReason
import app.diagnose.Importance
import app.diagnose.InterruptionFilter
import app.diagnose.LockScreenVisibility
import app.diagnose.PackageName
import app.diagnose.ProcessExit
import app.diagnose.Reason
import app.diagnose.RestoreMark
import app.diagnose.Signer
import app.diagnose.StandbyBucket
import app.diagnose.Time
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowActivityManager.ApplicationExitInfoBuilder
import org.robolectric.shadows.ShadowBuild
import org.robolectric.shadows.ShadowProcess
import org.robolectric.shadows.ShadowUsageStatsManager
import java.io.IOException
import java.time.Clock
import java.time.DateTimeException
import java.time.Instant
import java.time.ZoneOffset

/**
 * How a fact is read.
 *
 * @property since the level from which it is.
 * @property calls what it rests on: where one of these throws, only the facts that rest on it are unreadable.
 * @property states what the phone is put into, and the fact that is then expected.
 */
internal class Row(
    val path: String,
    val since: Int,
    val unreadable: (Reason) -> Any,
    val calls: List<String>,
    val states: List<Pair<Any, () -> Unit>>,
)

internal class Rows<T : Any, F : Any>(
    val type: FactType<T, F>,
) {
    val states = mutableListOf<Pair<Any, () -> Unit>>()

    fun known(
        value: T,
        set: () -> Unit,
    ) {
        states += type.known(value) to set
    }

    fun unreadable(
        reason: Reason,
        set: () -> Unit,
    ) {
        states += type.unreadable(reason) to set
    }

    fun nonsense(set: () -> Unit) = unreadable(Reason.CALL_FAILED, set)
}

/** Every fact that the probes of Android read, on this level. */
internal class ProbeTable(
    private val phone: ProbePhone,
) {
    private val app = phone.app
    private val level = Build.VERSION.SDK_INT
    private val own = app.packageName
    val rows = mutableListOf<Row>()

    private fun <T : Any, F : Any> row(
        path: String,
        type: FactType<T, F>,
        since: Int,
        vararg calls: String?,
        states: Rows<T, F>.() -> Unit,
    ) {
        rows += Row(path, since, { type.unreadable(it) }, calls.filterNotNull(), Rows(type).apply(states).states)
    }

    private fun yesOrNo(
        path: String,
        since: Int,
        vararg calls: String?,
        set: (Boolean) -> Unit,
    ) = row(path, bool, since, *calls) {
        known(true) { set(true) }
        known(false) { set(false) }
    }

    private fun service(name: String) = "getSystemService:$name"

    private fun give(
        call: String,
        answer: () -> Any?,
    ) = Answers.give(call, answer)

    init {
        appAndClock()
        notifications()
        channels()
        usageAndBackground()
        push()
        network()
        install()
        crashes()
        storageAndCamera()
        user()
    }

    private fun appAndClock() {
        row("app.version", appVersion, 1, "getPackageInfo:$own:0") {
            known(AppVersion(2, 8, 0, "beta.1")) { phone.own.versionName = "2.8.0-beta.1" }
            known(AppVersion(2, 7, 31, "")) { phone.own.versionName = "2.7.31.4" }
            nonsense { phone.own.versionName = null }
            nonsense { phone.own.versionName = "of today" }
        }
        row("os.securityPatch", date, 23) {
            known(Date(2026, 11, 5)) { ShadowBuild.setVersionSecurityPatch("2026-11-05") }
            nonsense { ShadowBuild.setVersionSecurityPatch("") }
            nonsense { ShadowBuild.setVersionSecurityPatch("2026-11") }
        }
        row("clock.network", time, 33, "currentNetworkTimeClock") {
            fun says(millis: Long) {
                give("currentNetworkTimeClock") { Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC) }
            }
            known(Time(1_420_070_400)) { says(1_420_070_400_999) }
            nonsense { says(1_420_070_399_999) }
            nonsense { says(253_402_300_800_000) }
            nonsense { give("currentNetworkTimeClock") { throw DateTimeException("no network time") } }
        }
    }

    private fun notifications() {
        val manager = service(Context.NOTIFICATION_SERVICE)
        val post = Manifest.permission.POST_NOTIFICATIONS
        val shadow = org.robolectric.Shadows.shadowOf(app.getSystemService(NotificationManager::class.java))
        yesOrNo("notifications.enabled", 24, manager, "areNotificationsEnabled") { shadow.setNotificationsEnabled(it) }
        yesOrNo("notifications.permissionDeclared", 33, "getPackageInfo:$own:${PackageManager.GET_PERMISSIONS}") {
            phone.own.requestedPermissions = if (it) arrayOf(Manifest.permission.CAMERA, post) else null
        }
        yesOrNo("notifications.rationale", 33, "rationale:$post") {
            phone.packages.setShouldShowRequestPermissionRationale(post, it)
        }
        row("notifications.wasGranted", bool, 33, "getNoBackupFilesDir") {
            unreadable(Reason.NOT_RUN) { phone.noMarks() }
            known(true) { Marks(app).writeGranted(post) }
        }
        row("notifications.asked", bool, 33, "getNoBackupFilesDir") {
            known(false) { phone.noMarks() }
            known(true) { Marks(app).writeAsked(post) }
        }
        row("notifications.importance", importance, 24, manager, "getImportance") {
            for ((value, number) in importances) known(value) { shadow.setImportance(number) }
            nonsense { shadow.setImportance(7) }
        }
        yesOrNo("notifications.paused", 29, manager, "areNotificationsPaused") {
            give("areNotificationsPaused") { it }
        }
        row("notifications.onLockScreen", bool, 1, "getContentResolver") {
            fun set(value: Int) = Settings.Secure.putInt(app.contentResolver, "lock_screen_show_notifications", value)
            known(false) { set(0) }
            known(true) { set(1) }
            nonsense { Settings.Secure.putString(app.contentResolver, "lock_screen_show_notifications", null) }
        }
        row("notifications.interruptionFilter", interruptionFilter, 23, manager, "getCurrentInterruptionFilter") {
            fun set(filter: Int) = give("getCurrentInterruptionFilter") { filter }
            known(InterruptionFilter.ALL) { set(1) }
            known(InterruptionFilter.PRIORITY) { set(2) }
            known(InterruptionFilter.TOTAL_SILENCE) { set(3) }
            known(InterruptionFilter.ALARMS) { set(4) }
            nonsense { set(0) }
            nonsense { set(9) }
        }
    }

    private fun channels() =
        row("notifications.channels", channels, 26, service(Context.NOTIFICATION_SERVICE), "getNotificationChannels") {
            known(emptyList()) { }
            if (level < 26) return@row
            val blocked = NotificationChannelGroup("blocked", "blocked")
            val open = NotificationChannelGroup("open", "open")
            if (level >= 28) blocked.isBlocked = true
            give("getNotificationChannelGroup") { throw IllegalArgumentException("no such group is asked for") }

            fun grouped(known: Boolean) = bool.read(28) { known }

            fun made(
                id: String,
                number: Int = 3,
                visibility: Int = 1,
                bypass: Boolean = false,
                inGroup: String? = null,
            ) = NotificationChannel(id, id, number).apply {
                lockscreenVisibility = visibility
                setBypassDnd(bypass)
                group = inGroup
            }

            fun expected(
                id: String,
                importance: Importance = Importance.DEFAULT,
                visibility: LockScreenVisibility = LockScreenVisibility.PUBLIC,
                bypass: Boolean = false,
                isBlocked: Boolean = false,
            ) = Channel(id, importance, grouped(isBlocked), lockScreenVisibility.known(visibility), bool.known(bypass))

            fun has(vararg made: NotificationChannel?) = give("getNotificationChannels") { made.toList() }
            for ((value, number) in importances) known(listOf(expected("a", value))) { has(made("a", number)) }
            nonsense { has(made("a"), made("b", 8)) }
            nonsense { has(made("two words")) }
            nonsense { give("getNotificationChannels") { null } }
            val visibilities = listOf(1, 0, -1, -1000)
            val names =
                listOf(
                    LockScreenVisibility.PUBLIC,
                    LockScreenVisibility.PRIVATE,
                    LockScreenVisibility.SECRET,
                    LockScreenVisibility.NO_OVERRIDE,
                )
            for ((number, name) in visibilities.zip(names)) {
                known(
                    listOf(expected("x.y_z-1:2/3", visibility = name)),
                ) { has(made("x.y_z-1:2/3", visibility = number)) }
            }
            val unclear = expected("a").copy(lockScreen = lockScreenVisibility.unreadable(Reason.CALL_FAILED))
            known(listOf(unclear)) { has(made("a", visibility = 7)) }
            known(listOf(expected("a", bypass = true), expected("b"))) { has(made("a", bypass = true), made("b")) }
            known(listOf(expected("a", isBlocked = true))) {
                give("getNotificationChannelGroup") { blocked }
                has(made("a", inGroup = "blocked"))
            }
            known(listOf(expected("a"))) {
                give("getNotificationChannelGroup") { open }
                has(made("a", inGroup = "open"))
            }
            val noGroup = expected("a").copy(groupBlocked = bool.read(28) { null })
            known(listOf(noGroup)) { give("getNotificationChannelGroup") { null } }
            known(listOf(noGroup)) { give("getNotificationChannelGroup") { throw IllegalStateException() } }
            val forbidden = expected("a").copy(groupBlocked = bool.read(28) { throw SecurityException() })
            known(listOf(forbidden)) { give("getNotificationChannelGroup") { throw SecurityException() } }
        }

    private fun usageAndBackground() {
        row("usage.daysSinceLastUse", number, 1, "getNoBackupFilesDir") {
            unreadable(Reason.NOT_RUN) { phone.noMarks() }
            known(0) { Marks(app).used() }
            known(61) {
                phone.noMarks()
                Marks(app).used(System.currentTimeMillis() - 61 * ProbePhone.DAY - 1)
                Marks(app).used()
            }
        }
        yesOrNo("usage.autoRevokeExempt", 30, "isAutoRevokeWhitelisted") { give("isAutoRevokeWhitelisted") { it } }
        yesOrNo("background.restricted", 28, service(Context.ACTIVITY_SERVICE), "isBackgroundRestricted") {
            give("isBackgroundRestricted") { it }
        }
        row(
            "background.forceStopped",
            bool,
            35,
            service(Context.ACTIVITY_SERVICE),
            "getHistoricalProcessStartReasons",
        ) {
            known(true) { phone.starts(true, false) }
            known(false) { phone.starts(false, true) }
            nonsense { phone.starts() }
        }
        row(
            "background.standbyBuckets",
            standbyBuckets,
            28,
            service(Context.USAGE_STATS_SERVICE),
            "queryEventsForSelf",
        ) {
            fun event(
                bucket: Int,
                ago: Long,
            ) = Shadow.extract<ShadowUsageStatsManager>(app.getSystemService(UsageStatsManager::class.java)).addEvent(
                ShadowUsageStatsManager.EventBuilder
                    .buildEvent()
                    .setPackage(own)
                    .setTimeStamp(System.currentTimeMillis() - ago)
                    .setEventType(UsageEvents.Event.STANDBY_BUCKET_CHANGED)
                    .setAppStandbyBucket(bucket)
                    .build(),
            )
            known(emptyList()) { }
            known(StandbyBucket.entries.toList()) {
                event(45, 7 * ProbePhone.DAY + 60_000)
                listOf(10, 20, 30, 40, 45).forEachIndexed { place, bucket -> event(bucket, 60_000L - place) }
            }
            known(StandbyBucket.entries + StandbyBucket.ACTIVE + StandbyBucket.RARE) {
                event(5, 50_000)
                event(35, 49_999)
            }
            nonsense { event(50, 40_000) }
            nonsense { give("queryEventsForSelf") { null } }
        }
        yesOrNo("background.powerSave", 21, service(Context.POWER_SERVICE), "isPowerSaveMode") {
            give("isPowerSaveMode") { it }
        }
        row(
            "background.dataSaver",
            dataSaver,
            24,
            service(Context.CONNECTIVITY_SERVICE),
            "getRestrictBackgroundStatus",
        ) {
            fun set(status: Int) = give("getRestrictBackgroundStatus") { status }
            known(DataSaver.WHITELISTED) { set(2) }
            known(DataSaver.ENABLED) { set(3) }
            known(DataSaver.DISABLED) { set(1) }
            nonsense { set(0) }
        }
    }

    private fun push() {
        val application = "getApplicationInfo:${ProbePhone.PLAY}"
        val info = "getPackageInfo:${ProbePhone.PLAY}:0"
        yesOrNo("push.playServicesInstalled", 1, application) {
            if (it) phone.playServices(true, 1) else phone.packages.removePackage(ProbePhone.PLAY)
        }
        row("push.playServicesEnabled", bool, 1, application) {
            nonsense { phone.packages.removePackage(ProbePhone.PLAY) }
            known(false) { phone.playServices(false, 1) }
            known(true) { phone.playServices(true, 1) }
        }
        row("push.playServicesVersion", number, 1, info) {
            nonsense { phone.packages.removePackage(ProbePhone.PLAY) }
            nonsense { phone.playServices(true, -1) }
            known(0) { phone.playServices(true, 0) }
            if (level >= 28) known(10_000_000_001) { phone.playServices(true, 10_000_000_001) }
            known(254_432_000) { phone.playServices(true, 254_432_000) }
        }
        val network =
            arrayOf(service(Context.CONNECTIVITY_SERVICE), "getActiveNetwork", "getAllByName:mtalk.google.com")
        row("push.hostReachable", bool, 1, *network) {
            known(true) { phone.pushHost { if (it == 443) throw IOException("refused") } }
            known(true) { phone.pushHost { if (it == 5228) throw IOException("refused") } }
            known(false) { phone.pushHost { throw IOException("refused") } }
            unreadable(Reason.NO_PERMISSION) { phone.pushHost { throw SecurityException("no INTERNET") } }
            nonsense { phone.pushHost { error("a phone's fault") } }
            known(false) { give("getAllByName:mtalk.google.com") { throw java.net.UnknownHostException() } }
            unreadable(Reason.NOT_RUN) { give("getActiveNetwork") { null } }
        }
    }

    private fun network() {
        val manager = service(Context.CONNECTIVITY_SERVICE)
        yesOrNo("network.connected", 23, manager, "getActiveNetwork") { yes ->
            give("getActiveNetwork") { phone.network.takeIf { yes } }
        }
        yesOrNo("network.metered", 16, manager, "isActiveNetworkMetered") { give("isActiveNetworkMetered") { it } }
        row("network.aeroplaneMode", bool, 17, "getContentResolver") {
            fun set(value: Int) = Settings.Global.putInt(app.contentResolver, Settings.Global.AIRPLANE_MODE_ON, value)
            known(true) { set(1) }
            known(false) { set(0) }
            nonsense { Settings.Global.putString(app.contentResolver, Settings.Global.AIRPLANE_MODE_ON, null) }
        }
        for ((path, number) in listOf(
            "network.captivePortal" to NetworkCapabilities.NET_CAPABILITY_CAPTIVE_PORTAL,
            "network.validated" to NetworkCapabilities.NET_CAPABILITY_VALIDATED,
        )) {
            row(path, bool, 23, manager, "getActiveNetwork", "getNetworkCapabilities") {
                known(true) { phone.capabilities(number) }
                known(false) { phone.capabilities() }
                nonsense { give("getNetworkCapabilities") { null } }
                nonsense { give("getActiveNetwork") { null } }
            }
        }
        row("network.blockedForApp", bool, 29, manager, "registerDefaultNetworkCallback") {
            known(true) { give("registerDefaultNetworkCallback") { true } }
            known(false) { give("registerDefaultNetworkCallback") { false } }
            nonsense { give("registerDefaultNetworkCallback") { null } }
        }
    }

    private fun install() {
        val flags = if (level >= 28) PackageManager.GET_SIGNING_CERTIFICATES else 64
        row("install.signers", signers, 1, "getPackageInfo:$own:$flags") {
            known(listOf(Signer(listOf(CURRENT)))) { phone.signed(listOf("current")) }
            known(listOf(Signer(listOf(DEBUG)))) { phone.signed(listOf("debug")) }
            known(listOf(Signer(listOf(LOOKALIKE)))) { phone.signed(listOf("lookalike")) }
            known(listOf(Signer(listOf(CURRENT)), Signer(listOf(DEBUG)))) {
                phone.signed(listOf("current", "debug"), several = true)
            }
            val rotated = if (level >= 28) listOf(OLDER, CURRENT) else listOf(CURRENT)
            known(listOf(Signer(rotated))) { phone.signed(listOf("older", "current")) }
            nonsense {
                if (level >= 28) phone.own.signingInfo = null
                @Suppress("DEPRECATION")
                phone.own.signatures = null
            }
        }
        val source = if (level >= 30) "getInstallSourceInfo" else "getInstallerPackageName"

        fun installed(
            installing: String?,
            initiating: String? = null,
        ) = when {
            level >= 34 -> phone.packages.setInstallSourceInfo(own, initiating, null, null, installing, null, 0)
            level >= 30 -> phone.packages.setInstallSourceInfo(own, initiating, installing)
            else -> give("getInstallerPackageName") { installing }
        }
        row("install.installer", packageName, 1, source) {
            known(PackageName("com.android.vending")) { installed("com.android.vending", "com.android.shell") }
            known(PackageName("none")) { installed(null) }
            val initiating = if (level >= 30) "com.android.shell" else "none"
            known(PackageName(initiating)) { installed(null, "com.android.shell") }
            nonsense { installed("no package") }
            nonsense { installed("a".repeat(224)) }
        }
        row("install.updateOwner", packageName, 34, "getInstallSourceInfo") {
            fun owned(owner: String?) = phone.packages.setInstallSourceInfo(own, null, null, null, "a.b", owner, 0)
            known(PackageName("com.android.vending")) { owned("com.android.vending") }
            known(PackageName("none")) { owned(null) }
            nonsense { owned("") }
        }
        row("install.registeredOn", restoreMark, 1, "getSharedPreferences") {
            val marks = app.getSharedPreferences("diagnose_registration", Context.MODE_PRIVATE)

            fun id(id: String?) = Settings.Secure.putString(app.contentResolver, Settings.Secure.ANDROID_ID, id)
            known(RestoreMark.SAME) { RegistrationMark.write(app) }
            known(RestoreMark.OTHER) { id("fedcba9876543210") }
            nonsense { id(null) }
            known(RestoreMark.SAME) { id("0123456789abcdef") }
            nonsense { marks.edit().putString("salt", "zz").commit() }
            nonsense { marks.edit().putInt("salt", 1).commit() }
            nonsense { marks.edit().remove("salt").commit() }
            known(RestoreMark.UNMARKED) { marks.edit().clear().commit() }
        }
    }

    private fun crashes() {
        row(
            "crashes.exits",
            processExits,
            30,
            service(Context.ACTIVITY_SERVICE),
            "getHistoricalProcessExitReasons",
        ) {
            known(emptyList()) { }
            if (level < 30) return@row

            fun made(
                reason: Int,
                at: Long = 1_795_000_000_999,
                process: String = own,
                summary: ByteArray? = null,
            ): ApplicationExitInfo =
                ApplicationExitInfoBuilder
                    .newBuilder()
                    .setProcessName(process)
                    .setReason(reason)
                    .setTimestamp(at)
                    .setProcessStateSummary(summary)
                    .build()

            fun exit(
                reason: ExitReason,
                since: Long? = null,
            ) = ProcessExit(
                reason,
                Time(1_795_000_000),
                since?.let { number.known(it) } ?: number.unreadable(Reason.NOT_RUN),
            )

            fun ended(vararg exits: ApplicationExitInfo) = give("getHistoricalProcessExitReasons") { exits.toList() }
            known(ExitReason.entries.map { exit(it) }) {
                ended(
                    *ExitReason.entries.indices
                        .map { made(it) }
                        .toTypedArray(),
                )
            }
            known(listOf(exit(ExitReason.UNKNOWN))) { ended(made(99)) }
            known(listOf(exit(ExitReason.ANR))) { ended(made(4, process = "$own:push"), made(6)) }
            known(listOf(exit(ExitReason.CRASH, 9), exit(ExitReason.CRASH))) {
                val started =
                    java.nio.ByteBuffer
                        .allocate(12)
                        .putInt(0x42447331)
                        .putLong(1_794_999_991_000)
                        .array()
                ended(made(4, summary = started), made(4, summary = "their state".toByteArray()))
            }
            val backwards = exit(ExitReason.CRASH).copy(secondsSinceStart = number.unreadable(Reason.CALL_FAILED))
            known(listOf(backwards)) {
                val started =
                    java.nio.ByteBuffer
                        .allocate(12)
                        .putInt(0x42447331)
                        .putLong(1_795_000_001_000)
                        .array()
                ended(made(4, summary = started))
            }
            nonsense { ended(made(4, at = Long.MAX_VALUE)) }
            nonsense { give("getHistoricalProcessExitReasons") { null } }
        }
        row("crashes.lastUpdate", time, 9, "getPackageInfo:$own:0") {
            known(Time(1_790_000_000)) { phone.own.lastUpdateTime = 1_790_000_000_999 }
            nonsense { phone.own.lastUpdateTime = 0 }
            nonsense { phone.own.lastUpdateTime = Long.MAX_VALUE }
        }
    }

    private fun storageAndCamera() {
        val storage = service(Context.STORAGE_SERVICE).takeIf { level >= 26 }
        val call = if (level >= 26) "getAllocatableBytes" else "getAvailableBytes"
        row("storage.freeBytes", number, 1, storage, call) {
            known(0) { give(call) { 0L } }
            known(12_345_678_901) { give(call) { 12_345_678_901L } }
            nonsense { give(call) { -1L } }
        }
        val camera = Manifest.permission.CAMERA
        yesOrNo("camera.granted", 23, "checkSelfPermission:$camera") {
            give("checkSelfPermission:$camera") { if (it) 0 else -1 }
        }
        yesOrNo("camera.rationale", 23, "rationale:$camera") {
            phone.packages.setShouldShowRequestPermissionRationale(camera, it)
        }
        row("camera.asked", bool, 1, "getNoBackupFilesDir") {
            known(false) { phone.noMarks() }
            known(true) { Marks(app).writeAsked(camera) }
        }
        yesOrNo("camera.disabledByPolicy", 14, service(Context.DEVICE_POLICY_SERVICE), "getCameraDisabled") {
            give("getCameraDisabled") { it }
        }
        yesOrNo("camera.present", 17, "hasSystemFeature:${PackageManager.FEATURE_CAMERA_ANY}") {
            phone.packages.setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, it)
        }
    }

    private fun user() {
        row("user.id", number, 1) {
            known(95) { ShadowProcess.setUid(9_510_123) }
            known(999) { ShadowProcess.setUid(99_910_123) }
            nonsense { ShadowProcess.setUid(-1) }
            known(0) { ShadowProcess.setUid(10_123) }
        }
        val users = service(if (level >= 30) Context.USER_SERVICE else Context.DEVICE_POLICY_SERVICE)
        val calls = if (level >= 30) arrayOf("isManagedProfile") else arrayOf("getActiveAdmins", "isProfileOwnerApp")
        row("user.managedProfile", bool, 1, users, *calls) {
            if (level >= 30) {
                known(true) { give("isManagedProfile") { true } }
                known(false) { give("isManagedProfile") { false } }
            } else {
                val admins = listOf(ComponentName("a.b", "c"), ComponentName("d.e", "f"))
                known(false) { give("getActiveAdmins") { null } }
                known(false) { give("getActiveAdmins") { admins } }
                known(true) { give("isProfileOwnerApp") { true } }
            }
        }
    }

    private companion object {
        val importances =
            listOf(
                Importance.BLOCKED to 0,
                Importance.MIN to 1,
                Importance.LOW to 2,
                Importance.DEFAULT to 3,
                Importance.HIGH to 4,
                Importance.HIGH to 5,
                Importance.DEFAULT to -1000,
            )
        val CURRENT = Certificate("10a847632c20e166c1563dd9316b940d9ffd14696e70f4532024312719e20c03", false)
        val OLDER = Certificate("2399aec4b8550672be14b3907ff570e6bf2b50e61b1fbb21a4e4eb75ee49d211", false)
        val DEBUG = Certificate("28766f20aa8b9dff746b774f279cc34c737771215a2a129a10ed9109fa0a0298", true)
        val LOOKALIKE = Certificate("0de16648f30c6ca55a0312e7bb615d6776c678ec6e18850872a1c4c32226ed6a", false)
    }
}
