package app.diagnose.android

import android.Manifest
import android.app.Application
import android.app.NotificationChannel
import android.app.NotificationChannelGroup
import android.app.NotificationManager
import android.app.usage.UsageEvents
import android.app.usage.UsageStatsManager
import android.content.pm.PackageManager
import android.net.NetworkCapabilities
import android.os.Build
import android.provider.Settings
import app.diagnose.AndroidPush
import app.diagnose.AppVersion
import app.diagnose.ChannelRule
import app.diagnose.DeliveryEvent
import app.diagnose.Diagnose
import app.diagnose.HostFacts
import app.diagnose.Registration
import app.diagnose.ServerAnswer
import app.diagnose.SettingsLevels
import app.diagnose.Time
import app.diagnose.TokenOnServer
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowBuild
import org.robolectric.shadows.ShadowNotificationManager
import org.robolectric.shadows.ShadowUsageStatsManager
import java.io.IOException
import java.time.Clock
import java.time.LocalDate

/** Plays Blink: what it and its server say is set by a test. */
internal class TruthNotifiedApp :
    Application(),
    DiagnoseConfiguration.Provider {
    @Volatile var profile = Diagnose.embeddedProfile("blink")

    @Volatile var host: () -> HostFacts = { hostFacts() }

    /** Asks its server for a test push; null where no server sends any. */
    @Volatile var sends: ((String) -> Unit)? = null

    /** How often the host was asked what it knows. */
    @Volatile var asked = 0

    override val diagnoseConfiguration get() =
        DiagnoseConfiguration(profile = { profile }, host = {
            asked++
            host()
        }, sendTestPush = sends)

    override fun getSystemService(name: String): Any? =
        Answers.to("getSystemService:$name") { super.getSystemService(name) }
}

/**
 * A phone on which every call answers and nothing is wrong, and what a test does to it. Its profile names the channel
 * [LOCKOUT], which the app creates at its start and which is to pop up.
 */
internal class TruthNotifiedPhone {
    val phone = ProbePhone()
    val app = RuntimeEnvironment.getApplication() as TruthNotifiedApp
    private val level = Build.VERSION.SDK_INT
    private val notifications = app.getSystemService(NotificationManager::class.java)

    init {
        ShadowNotificationManager.reset()
        ShadowUsageStatsManager.reset()
        check(phone.noMarks())
        phone.own.versionName = "2.7.31"
        phone.own.requestedPermissions = arrayOf(Manifest.permission.CAMERA, POST)
        phone.capabilities(NetworkCapabilities.NET_CAPABILITY_INTERNET, NetworkCapabilities.NET_CAPABILITY_VALIDATED)
        phone.packages.setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)
        shadowOf(app).grantPermissions(Manifest.permission.CAMERA)
        ShadowBuild.setVersionSecurityPatch(LocalDate.now().minusDays(30).toString())
        listOf("isAutoRevokeWhitelisted", "isBackgroundRestricted", "isPowerSaveMode").forEach { no(it) }
        if (level >= 33) Answers.give("currentNetworkTimeClock") { Clock.systemUTC() }
        profile(ChannelRule(LOCKOUT, popUp = true), atStart = true)
        says()
        app.sends = null
        lockPhone(false)
        explains(false)
        notifications(true)
        used(0)
        if (level >= 26) channel(LOCKOUT, HIGH) else shadowOf(notifications).setImportance(HIGH)
    }

    fun gives(
        call: String,
        answer: () -> Any?,
    ) = Answers.give(call, answer)

    fun yes(call: String) = gives(call) { true }

    fun no(call: String) = gives(call) { false }

    /** What the profile names; nothing: the best of the app's channels. */
    fun profile(
        vararg channels: ChannelRule,
        atStart: Boolean = false,
        push: AndroidPush.() -> AndroidPush = { this },
    ) {
        app.profile =
            Diagnose.embeddedProfile("blink").run {
                copy(
                    android =
                        android.copy(
                            channels = channels.toList(),
                            createsChannelsAtStart = atStart,
                            push = android.push.push(),
                        ),
                )
            }
    }

    /** Of this phone's push, with the channel as before. */
    fun push(change: AndroidPush.() -> AndroidPush) =
        profile(ChannelRule(LOCKOUT, popUp = true), atStart = true, push = change)

    /** What the host says. */
    fun says(
        server: ServerAnswer? = ServerAnswer.ANSWERED,
        hasToken: Boolean? = true,
        onServer: TokenOnServer? = TokenOnServer.HAS,
        issuedAgo: Long? = null,
    ) {
        app.host = {
            val now = System.currentTimeMillis() / 1000
            hostFacts(
                serverTime = Time(now),
                server = server,
                newestVersion = AppVersion(2, 7, 31, ""),
                hasToken = hasToken,
                tokenOnServer = onServer,
                tokenIssued = issuedAgo?.let { Time(now - it) },
                registration = Registration.REGISTERED,
            )
        }
    }

    /** What the user switches: all of the app's notifications. That they were on, was seen. */
    fun notifications(on: Boolean) {
        shadowOf(notifications).setNotificationsEnabled(on)
        if (level < 33) return
        permission(on)
        if (on) Marks(app).writeGranted(POST)
    }

    fun permission(granted: Boolean) =
        if (granted) shadowOf(app).grantPermissions(POST) else shadowOf(app).denyPermissions(POST)

    fun explains(rationale: Boolean) = phone.packages.setShouldShowRequestPermissionRationale(POST, rationale)

    /** The app was there before the library. */
    fun wasUpdated() {
        phone.own.lastUpdateTime = phone.own.firstInstallTime + 1
    }

    /** So many days, and a minute, passed from the use before this one. */
    fun used(daysAgo: Int) {
        mark("used").delete()
        if (daysAgo > 0) Marks(app).used(System.currentTimeMillis() - daysAgo * ProbePhone.DAY - 60_000)
        Marks(app).used()
    }

    fun mark(name: String) = app.noBackupFilesDir.resolve("diagnose/$name")

    /** Below 26. */
    fun importance(importance: Int) = shadowOf(notifications).setImportance(importance)

    /** A channel, as the user has set it. */
    fun channel(
        id: String,
        importance: Int,
        visibility: Int = NotificationManager.VISIBILITY_NO_OVERRIDE,
        bypasses: Boolean = false,
        inGroup: String? = null,
    ) {
        notifications.createNotificationChannel(NotificationChannel(id, id, importance))
        // One that is there keeps what its user has set, so it is set there.
        notifications.getNotificationChannel(id).apply {
            setImportance(importance)
            lockscreenVisibility = visibility
            setBypassDnd(bypasses)
            group = inGroup
        }
    }

    fun group(
        id: String,
        blocked: Boolean,
    ) = notifications.createNotificationChannelGroup(
        NotificationChannelGroup(id, id).apply { if (level >= 28) isBlocked = blocked },
    )

    fun deleteChannel(id: String) = notifications.deleteNotificationChannel(id)

    fun lockScreen(shows: Boolean) = Settings.Secure.putInt(app.contentResolver, ON_LOCK_SCREEN, if (shows) 1 else 0)

    fun lockScreenSays(nonsense: String?) =
        Settings.Secure.putString(app.contentResolver, ON_LOCK_SCREEN, nonsense)

    /** Do Not Disturb, as the framework numbers it. */
    fun filter(filter: Int) = gives("getCurrentInterruptionFilter") { filter }

    fun dataSaver(status: Int) = gives("getRestrictBackgroundStatus") { status }

    /** The app was put into this bucket. */
    fun bucket(
        bucket: Int,
        hoursAgo: Long,
    ) = Shadow.extract<ShadowUsageStatsManager>(app.getSystemService(UsageStatsManager::class.java)).addEvent(
        ShadowUsageStatsManager.EventBuilder
            .buildEvent()
            .setPackage(app.packageName)
            .setTimeStamp(System.currentTimeMillis() - hoursAgo * 3_600_000)
            .setEventType(UsageEvents.Event.STANDBY_BUCKET_CHANGED)
            .setAppStandbyBucket(bucket)
            .build(),
    )

    fun noPlayServices() = phone.packages.removePackage(PLAY_SERVICES)

    fun pushHostRefuses() = phone.pushHost { throw IOException("refused") }

    /** Something was recorded so many seconds ago, while the settings stood so. */
    fun recorded(
        event: DeliveryEvent,
        ago: Long,
        delay: Long? = null,
        levels: SettingsLevels = allPass,
    ) = check(
        Deliveries(app).add(event, delay, standing(levels), Time(System.currentTimeMillis() / 1000 - ago)),
    )

    companion object {
        const val LOCKOUT = "lockout"
        const val HIGH = NotificationManager.IMPORTANCE_HIGH
        const val POST = Manifest.permission.POST_NOTIFICATIONS
        const val ON_LOCK_SCREEN = "lock_screen_show_notifications"
        const val DAY = 24 * 60 * 60L
    }
}
