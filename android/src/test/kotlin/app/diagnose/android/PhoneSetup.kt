package app.diagnose.android

import android.Manifest
import android.app.ActivityManager
import android.app.Application
import android.app.ApplicationExitInfo
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
import android.content.pm.Signature
import android.content.pm.SigningInfo
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import android.os.Build
import android.os.PowerManager
import android.os.Process
import android.os.SystemClock
import android.os.UserManager
import android.provider.Settings
import app.diagnose.BoolFact
import app.diagnose.DeliveryRecordsFact
import app.diagnose.NumberFact
import app.diagnose.Reason
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowActivityManager.ApplicationExitInfoBuilder
import org.robolectric.shadows.ShadowBuild
import org.robolectric.shadows.ShadowProcess
import org.robolectric.shadows.ShadowUsageStatsManager
import java.nio.ByteBuffer
import java.time.Instant

/**
 * Puts this Robolectric phone, as it is before anything was set, into the state that the facts of a case describe.
 *
 * @property missing why the phone cannot show a fact, by the fact's path.
 * @property instead what the phone must say of some of these.
 */
internal class PhoneSetup(
    private val app: Application,
    private val case: PhoneCase,
) {
    private val facts: JsonObject = case.json.getAsJsonObject("facts")
    private val android: JsonObject = facts.getAsJsonObject("phone").getAsJsonObject("android")
    private val missingFacts = sortedMapOf<String, String>()
    private val insteadFacts = mutableMapOf<String, String>()
    private val now = instant(facts.getAsJsonObject("clock")["phone"])
    private val own: PackageInfo = shadowOf(app.packageManager).getInternalMutablePackageInfo(app.packageName)

    val missing: Map<String, String> get() = missingFacts
    val instead: Map<String, String> get() = insteadFacts

    init {
        freshConnectivity(app)
        PhoneState.reset()
        check(SystemClock.setCurrentTimeMillis(now)) { "the clock stands at ${SystemClock.uptimeMillis()} already" }
        // First: permissions are granted to the user's app.
        user()
        app()
        clock()
        notifications()
        channels()
        background()
        playServices()
        network()
        install()
        crashes()
        storageAndCamera()
        PhoneMarks(app, this, now).set()
        evidence()
    }

    private inline fun <reified T : Any> manager(): T = app.getSystemService(T::class.java)

    private fun instant(time: JsonElement): Long = Instant.parse(time.asString).toEpochMilli()

    /** The phone cannot show the fact, and says [reads] instead; null: whatever it says. */
    fun cannot(
        path: String,
        why: String,
        reads: Any? = null,
    ) {
        missingFacts[path] = why
        if (reads == null) insteadFacts -= path else insteadFacts[path] = reads.toString()
    }

    /** Hands over what the fact's call returned; where it is unreadable, makes the call throw. */
    fun fact(
        path: String,
        level: Int = 1,
        fail: (() -> Unit)? = null,
        notRun: (() -> Unit)? = null,
        set: (JsonElement) -> Unit,
    ) {
        val (group, name) = path.split(".")
        val fact = listOf(android, facts).firstNotNullOf { it.getAsJsonObject(group)?.getAsJsonObject(name) }
        val reason = fact["unreadable"]?.asString
        when {
            reason == null && Build.VERSION.SDK_INT < level ->
                cannot(
                    path,
                    "known below Android's level $level",
                    BoolFact.Unreadable(Reason.NO_API),
                )
            reason == null -> set(fact["known"])
            reason == "no_api" && Build.VERSION.SDK_INT < level -> Unit
            reason == "call_failed" ->
                if (fail != null) fail() else PhoneState.throwing[path] = { IllegalStateException("planted") }
            reason == "not_run" && notRun != null -> notRun()
            reason == "no_permission" -> PhoneState.throwing[path] = { SecurityException("planted") }
            else -> cannot(path, "no phone says \"${reason.replace('_', ' ')}\"")
        }
    }

    private fun app() =
        fact("app.version", fail = { own.versionName = "a build of today" }) { own.versionName = it.asString }

    private fun clock() {
        fact("clock.network", level = 33, fail = { PhoneState.networkTime = null }) {
            PhoneState.networkTime = instant(it)
        }
        val patch = android.getAsJsonObject("os").getAsJsonObject("security_patch")
        when (patch["unreadable"]?.asString) {
            null -> ShadowBuild.setVersionSecurityPatch(patch["known"].asString)
            "call_failed" -> ShadowBuild.setVersionSecurityPatch("")
            else -> cannot("os.security_patch", "no phone says \"${patch["unreadable"].asString}\"")
        }
    }

    private fun notifications() {
        val manager = shadowOf(manager<NotificationManager>())
        val permissions = shadowOf(app.packageManager)
        fact("notifications.enabled") {
            manager.setNotificationsEnabled(it.asBoolean)
            if (Build.VERSION.SDK_INT >= 33) permit(Manifest.permission.POST_NOTIFICATIONS, it.asBoolean)
        }
        fact("notifications.permission_declared", level = 33) { declare(Manifest.permission.POST_NOTIFICATIONS, it) }
        fact("notifications.rationale", level = 33) {
            permissions.setShouldShowRequestPermissionRationale(Manifest.permission.POST_NOTIFICATIONS, it.asBoolean)
        }
        fact("notifications.importance") { manager.setImportance(importance(it)) }
        fact("notifications.paused", level = 29) { PhoneState.paused = it.asBoolean }
        fact("notifications.on_lock_screen") {
            Settings.Secure.putInt(app.contentResolver, "lock_screen_show_notifications", if (it.asBoolean) 1 else 0)
        }
        val filters =
            mapOf(
                "all" to NotificationManager.INTERRUPTION_FILTER_ALL,
                "priority" to NotificationManager.INTERRUPTION_FILTER_PRIORITY,
                "total_silence" to NotificationManager.INTERRUPTION_FILTER_NONE,
                "alarms" to NotificationManager.INTERRUPTION_FILTER_ALARMS,
            )
        manager.setNotificationPolicyAccessGranted(true)
        val filter = { value: Int -> manager<NotificationManager>().setInterruptionFilter(value) }
        fact(
            "notifications.interruption_filter",
            fail = { filter(NotificationManager.INTERRUPTION_FILTER_UNKNOWN) },
        ) { filter(filters.getValue(it.asString)) }
        manager.setNotificationPolicyAccessGranted(false)
    }

    private fun importance(name: JsonElement) =
        listOf(
            "blocked",
            "min",
            "low",
            "default",
            "high",
        ).indexOf(name.asString)

    private fun declare(
        permission: String,
        declared: JsonElement,
    ) {
        val others = own.requestedPermissions.orEmpty().filter { it != permission }
        own.requestedPermissions = (if (declared.asBoolean) others + permission else others).toTypedArray()
    }

    private fun permit(
        permission: String,
        granted: Boolean,
    ) = if (granted) shadowOf(app).grantPermissions(permission) else shadowOf(app).denyPermissions(permission)

    private fun channels() =
        fact(
            "notifications.channels",
            level = 26,
        ) { channels -> channels.asJsonArray.forEach { channel(it.asJsonObject) } }

    private fun channel(channel: JsonObject) {
        val manager = manager<NotificationManager>()
        val id = channel["id"].asString
        val made = NotificationChannel(id, id, importance(channel["importance"]))
        val visibilities = mapOf("public" to 1, "private" to 0, "secret" to -1, "no_override" to -1000)
        val lockScreen = channel.getAsJsonObject("lock_screen")
        // No visibility has this number.
        made.lockscreenVisibility = lockScreen["known"]?.let { visibilities.getValue(it.asString) } ?: 7
        if (lockScreen.isUnknown("call_failed")) cannot("notifications.channels", "no phone says $lockScreen")
        val bypasses = channel.getAsJsonObject("bypasses_dnd")
        if (bypasses.has("known")) made.setBypassDnd(bypasses["known"].asBoolean) else PhoneState.throwingBypass += id
        if (bypasses.isUnknown("call_failed")) cannot("notifications.channels", "no phone says $bypasses")
        val blocked = channel.getAsJsonObject("group_blocked")
        val isBlocked = blocked["known"]?.asBoolean
        if (Build.VERSION.SDK_INT >= 28) {
            if (isBlocked != false) {
                val group = NotificationChannelGroup("group-$id", "group of $id")
                if (isBlocked == true) group.isBlocked = true else PhoneState.throwingGroups += group.id
                manager.createNotificationChannelGroup(group)
                made.group = group.id
            }
            if (blocked.isUnknown("call_failed")) cannot("notifications.channels", "no phone says $blocked")
        } else if (blocked.isUnknown("no_api")) {
            cannot("notifications.channels", "known below Android's level 28")
        }
        manager.createNotificationChannel(made)
        PhoneState.channelOrder += id
    }

    /** Whether the fact is unreadable for another reason than this. */
    private fun JsonObject.isUnknown(expected: String) = has("unreadable") && this["unreadable"].asString != expected

    private fun background() {
        fact("usage.auto_revoke_exempt", level = 30) {
            shadowOf(app.packageManager).setAutoRevokeWhitelisted(it.asBoolean)
        }
        fact("background.restricted", level = 28) {
            shadowOf(manager<ActivityManager>()).setBackgroundRestricted(it.asBoolean)
        }
        fact("background.force_stopped", level = 35) { PhoneState.forceStopped = it.asBoolean }
        fact("background.power_save") { shadowOf(manager<PowerManager>()).setIsPowerSaveMode(it.asBoolean) }
        val states = listOf("disabled", "whitelisted", "enabled")
        fact("background.data_saver") {
            shadowOf(manager<ConnectivityManager>()).setRestrictBackgroundStatus(states.indexOf(it.asString) + 1)
        }
        val buckets =
            mapOf(
                "active" to UsageStatsManager.STANDBY_BUCKET_ACTIVE,
                "working_set" to UsageStatsManager.STANDBY_BUCKET_WORKING_SET,
                "frequent" to UsageStatsManager.STANDBY_BUCKET_FREQUENT,
                "rare" to UsageStatsManager.STANDBY_BUCKET_RARE,
                "restricted" to UsageStatsManager.STANDBY_BUCKET_RESTRICTED,
            )
        fact("background.standby_buckets", level = 28) { names ->
            val events = Shadow.extract<ShadowUsageStatsManager>(manager<UsageStatsManager>())
            names.asJsonArray.forEachIndexed { place, name ->
                events.addEvent(
                    ShadowUsageStatsManager.EventBuilder
                        .buildEvent()
                        .setPackage(app.packageName)
                        .setTimeStamp(now - 60_000 + place)
                        .setEventType(UsageEvents.Event.STANDBY_BUCKET_CHANGED)
                        .setAppStandbyBucket(buckets.getValue(name.asString))
                        .build(),
                )
            }
        }
    }

    private fun playServices() {
        val services =
            PackageInfo().apply {
                packageName = PLAY_SERVICES
                applicationInfo = ApplicationInfo().apply { packageName = PLAY_SERVICES }
            }
        val manager = shadowOf(app.packageManager)
        fact("push.play_services_installed") { if (it.asBoolean) manager.installPackage(services) }
        val isInstalled = runCatching { app.packageManager.getApplicationInfo(PLAY_SERVICES, 0) }.isSuccess
        fact("push.play_services_enabled", fail = { cannot("push.play_services_enabled", TOGETHER) }) {
            if (isInstalled) {
                app.packageManager.setApplicationEnabledSetting(
                    PLAY_SERVICES,
                    if (it.asBoolean) {
                        PackageManager.COMPONENT_ENABLED_STATE_ENABLED
                    } else {
                        PackageManager.COMPONENT_ENABLED_STATE_DISABLED_USER
                    },
                    0,
                )
            } else {
                cannot("push.play_services_enabled", "Play services are not there", FAILED)
            }
        }
        fact("push.play_services_version") {
            if (isInstalled) {
                val installed = manager.getInternalMutablePackageInfo(PLAY_SERVICES)
                if (Build.VERSION.SDK_INT >= 28) {
                    installed.longVersionCode = it.asLong
                } else {
                    @Suppress("DEPRECATION")
                    installed.versionCode = it.asInt
                }
            } else {
                cannot("push.play_services_version", "Play services are not there", FAILED)
            }
        }
        fact("push.host_reachable") { PhoneState.pushHostAnswers = it.asBoolean }
    }

    private fun network() {
        fact("network.connected") { PhoneState.connected = it.asBoolean }
        fact("network.metered") { PhoneState.metered = it.asBoolean }
        fact("network.aeroplane_mode") {
            Settings.Global.putInt(app.contentResolver, Settings.Global.AIRPLANE_MODE_ON, if (it.asBoolean) 1 else 0)
        }
        val capabilities = mutableSetOf(NetworkCapabilities.NET_CAPABILITY_INTERNET)
        fact("network.captive_portal") {
            if (it.asBoolean) capabilities += NetworkCapabilities.NET_CAPABILITY_CAPTIVE_PORTAL
        }
        fact("network.validated") { if (it.asBoolean) capabilities += NetworkCapabilities.NET_CAPABILITY_VALIDATED }
        PhoneState.capabilities = capabilities
        fact("network.blocked_for_app", level = 29) { PhoneState.blocked = it.asBoolean }
        if (!PhoneState.connected) {
            cannot("network.captive_portal", NO_NETWORK, FAILED)
            cannot("network.validated", NO_NETWORK, FAILED)
            // A network that is blocked for the app is none to it.
            if (!PhoneState.blocked) cannot("network.blocked_for_app", NO_NETWORK, FAILED)
            val isThrown = "network.connected" in PhoneState.throwing
            cannot("push.host_reachable", NO_NETWORK, if (isThrown) FAILED else BoolFact.Unreadable(Reason.NOT_RUN))
        }
    }

    private fun install() {
        fact("install.signers", set = ::signers)
        val manager = shadowOf(app.packageManager)
        // No package has this name.
        var installer: String? = "not a package"
        var owner: String? = "not a package"
        fact("install.installer", fail = {}) { installer = it.asString.takeIf { name -> name != "none" } }
        fact("install.update_owner", level = 34, fail = {}) { owner = it.asString.takeIf { name -> name != "none" } }
        if (Build.VERSION.SDK_INT >= 34) {
            manager.setInstallSourceInfo(app.packageName, installer, null, null, installer, owner, 0)
        } else if (Build.VERSION.SDK_INT >= 30) {
            manager.setInstallSourceInfo(app.packageName, installer, installer)
        } else {
            @Suppress("DEPRECATION")
            app.packageManager.setInstallerPackageName(app.packageName, installer)
        }
    }

    private fun signers(signers: JsonElement) {
        val lineages =
            signers.asJsonArray.map { signer ->
                signer.asJsonObject["lineage"].asJsonArray.map {
                    Signature(Certificates.of(it.asJsonObject["sha256"].asString))
                }
            }
        if (Build.VERSION.SDK_INT < 28) {
            @Suppress("DEPRECATION")
            own.signatures = lineages.map { it.last() }.toTypedArray()
            if (lineages.any { it.size > 1 }) cannot("install.signers", "Android tells no lineage below level 28")
            return
        }
        own.signingInfo =
            Shadow.newInstanceOf(SigningInfo::class.java).also { info ->
                shadowOf(info).setSignatures(lineages.map { it.last() }.toTypedArray())
                val lineage = lineages.singleOrNull().orEmpty()
                if (lineage.size > 1) shadowOf(info).setPastSigningCertificates(lineage.toTypedArray())
            }
        if (lineages.size > 1 && lineages.any { it.size > 1 }) {
            cannot("install.signers", "Android tells no lineage of several signers")
        }
    }

    private fun crashes() {
        fact("crashes.last_update", fail = { own.lastUpdateTime = 0 }) { own.lastUpdateTime = instant(it) }
        own.firstInstallTime = own.lastUpdateTime
        fact("crashes.exits", level = 30) { exits ->
            // The newest of what is added is returned first.
            for (exit in exits.asJsonArray.map { it.asJsonObject }.reversed()) {
                val reason = ApplicationExitInfo::class.java.getField("REASON_${exit["reason"].asString.uppercase()}")
                val builder =
                    ApplicationExitInfoBuilder
                        .newBuilder()
                        .setProcessName(app.packageName)
                        .setReason(reason.getInt(null))
                        .setTimestamp(instant(exit["at"]))
                val seconds = exit.getAsJsonObject("seconds_since_start")
                if (seconds.has("known")) {
                    builder.setProcessStateSummary(
                        stateSummary(instant(exit["at"]) - seconds["known"].asLong * 1000),
                    )
                } else if (seconds.isUnknown("not_run")) {
                    cannot("crashes.exits", "no phone says $seconds")
                }
                shadowOf(manager<ActivityManager>()).addApplicationExitInfo(builder.build())
            }
        }
    }

    /** As the library tells the system when a process started: "BDs1", and milliseconds since 1970. */
    private fun stateSummary(start: Long): ByteArray =
        ByteBuffer
            .allocate(12)
            .putInt(0x42447331)
            .putLong(start)
            .array()

    private fun storageAndCamera() {
        fact("storage.free_bytes") { PhoneState.freeBytes = it.asLong }
        fact("camera.granted") { permit(Manifest.permission.CAMERA, it.asBoolean) }
        fact("camera.rationale") {
            shadowOf(app.packageManager)
                .setShouldShowRequestPermissionRationale(Manifest.permission.CAMERA, it.asBoolean)
        }
        fact("camera.disabled_by_policy") { PhoneState.cameraDisabled = it.asBoolean }
        fact("camera.present") {
            shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, it.asBoolean)
        }
    }

    private fun user() {
        fact("user.id") { if (it.asInt != 0) ShadowProcess.setUid(it.asInt * 100_000 + Process.myUid()) }
        fact("user.managed_profile") {
            if (Build.VERSION.SDK_INT >= 30) {
                shadowOf(manager<UserManager>()).setManagedProfile(it.asBoolean)
            } else if (it.asBoolean) {
                val admin = ComponentName("com.example.organisation", "Admin")
                shadowOf(manager<DevicePolicyManager>()).setActiveAdmin(admin)
                shadowOf(manager<DevicePolicyManager>()).setProfileOwner(admin)
            }
        }
    }

    private fun evidence() =
        when (val records = case.facts.delivery.records) {
            is DeliveryRecordsFact.Known ->
                records.value.forEach { record ->
                    val delay = record.delaySeconds
                    if (delay is NumberFact.Unreadable && delay.reason != Reason.NOT_RUN) {
                        cannot("delivery.records", "a delay is there, or was not counted")
                    }
                    val standing = Standing(record.appVersion, record.settings)
                    check(Deliveries(app).add(record.event, (delay as? NumberFact.Known)?.value, standing, record.at))
                }
            is DeliveryRecordsFact.Unreadable -> {
                if (records.reason != Reason.CALL_FAILED) cannot("delivery.records", "no file says ${records.reason}")
                val folder = app.noBackupFilesDir.resolve("diagnose").apply { mkdirs() }
                folder.resolve("evidence.json").writeText("{")
            }
        }

    private companion object {
        val FAILED = BoolFact.Unreadable(Reason.CALL_FAILED)
        const val NO_NETWORK = "there is no network"
        const val TOGETHER = "it is read from the same record as whether they are installed"
    }
}
