package app.diagnose.android

import android.Manifest
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager
import android.os.Build
import app.diagnose.DeliveryEvent
import app.diagnose.Profile
import org.json.JSONObject

/**
 * A notification by this phone itself, then "did you see it?". It shows what the settings let through; it says nothing
 * about the way from the server.
 */
internal object TestNotification {
    /** Seconds after which the question is no longer open. */
    const val QUESTION_SECONDS = 3600L

    private const val TIMEOUT_MILLIS = 600_000L
    private const val TAG = "app.diagnose.test"
    private const val ID = 1
    private const val TEST = "notification"

    /**
     * Whether a test can be shown at all. Whoever is asked "did you see it?" must be able to have seen it, so it is not
     * offered where
     *
     * - notifications of the app are off (`areNotificationsEnabled`, 24; `getImportance`, 24–25; POST_NOTIFICATIONS, 33) or
     *   paused (`areNotificationsPaused`, 29),
     * - the profile names channels and none of them exists on this phone, or the app has no channel (26),
     * - the channel is blocked, or its group (28). The profile's channel is the first of the profile that exists here;
     *   another one would prove less and is not taken instead.
     *
     * What quiets a notification without hiding it (Do Not Disturb, a low importance) is no reason against a test: the
     * answer is what is asked for. Asks the system, and reads no file.
     */
    fun offered(
        context: Context,
        profile: Profile,
    ): Boolean = way(context, profile) != null

    /**
     * Posts it, and replaces the one that was posted before. False where it could not be shown: then there is nothing to
     * ask. Not on the main thread: it is posted at once, but this returns when the settings of the moment are read, which
     * may take as long as the host's function and the push service's host take to answer.
     */
    fun post(
        context: Context,
        profile: Profile,
    ): Boolean {
        val way = way(context, profile) ?: return false
        val posted =
            try {
                manager(context).notify(TAG, ID, notification(context, profile, way))
                Moment.now()
            } catch (_: RuntimeException) {
                return false
            }
        val test = JSONObject().put("posted", posted.running).put("start", Moment.start(context))
        Standing.now(context, profile, hostSays(context))?.let { test.put("standing", it.toJson()) }
        val asks = EvidenceFile(context).change { it.put(TEST, test) } != null
        if (!asks) remove(context)
        return asks
    }

    /**
     * Whether one was posted in the last [QUESTION_SECONDS], since the phone's start, and not answered: also after the
     * app's process died. Not on the main thread.
     */
    fun pending(context: Context): Boolean {
        val stored = EvidenceFile(context).read()
        return stored is Stored.Tree && isOpen(stored.tree, context)
    }

    /**
     * Records what the user saw, as of the moment at which it was posted and with the settings of that moment, and removes
     * the notification. False, and nothing is recorded, where no question was open: a second answer is none. Where nobody
     * answers, nothing is recorded. Not on the main thread.
     */
    fun answered(
        context: Context,
        seen: Boolean,
    ): Boolean {
        val recorded =
            EvidenceFile(context).change { tree ->
                if (!isOpen(tree, context)) return@change false
                val test = tree.getJSONObject(TEST)
                tree.remove(TEST)
                val standing = test.optJSONObject("standing")?.let { Standing.fromJson(it) } ?: return@change false
                val event = if (seen) DeliveryEvent.LOCAL_SEEN else DeliveryEvent.LOCAL_NOT_SEEN
                Deliveries.add(tree, event, null, standing, Moment.now().timeOf(test.getLong("posted")))
                true
            }
        remove(context)
        return recorded == true
    }

    private fun remove(context: Context) {
        try {
            manager(context).cancel(TAG, ID)
        } catch (_: RuntimeException) {
            // It leaves by itself.
        }
    }

    private fun isOpen(
        tree: JSONObject,
        context: Context,
    ): Boolean {
        val test = tree.optJSONObject(TEST) ?: return false
        val age = Moment.now().running - test.optLong("posted", Long.MAX_VALUE)
        return test.optInt("start", Int.MIN_VALUE) == Moment.start(context) && age in 0..QUESTION_SECONDS * 1000
    }

    /** The way that a notification takes: a channel's id, or [WITHOUT_CHANNEL]. Null where none can be shown. */
    private fun way(
        context: Context,
        profile: Profile,
    ): String? =
        try {
            val manager = manager(context)
            when {
                !manager.areNotificationsEnabled() -> null
                Build.VERSION.SDK_INT < 26 && manager.importance == NotificationManager.IMPORTANCE_NONE -> null
                Build.VERSION.SDK_INT >= 33 && !Api33.isGranted(context) -> null
                Build.VERSION.SDK_INT >= 29 && Api29.isPaused(manager) -> null
                Build.VERSION.SDK_INT >= 26 -> Api26.channel(manager, profile.android.channels.map { it.id })
                else -> WITHOUT_CHANNEL
            }
        } catch (_: RuntimeException) {
            null
        }

    private const val WITHOUT_CHANNEL = ""

    private fun notification(
        context: Context,
        profile: Profile,
        way: String,
    ): Notification {
        val app = profile.words.app
        val builder = if (Build.VERSION.SDK_INT >= 26) Api26.builder(context, way) else below26(context)
        return builder
            .setSmallIcon(R.drawable.diagnose_test)
            .setContentTitle(context.getString(R.string.diagnose_test_notification_title, app))
            .setContentText(context.getString(R.string.diagnose_test_notification_text, app))
            // Nothing in it is secret, and a hidden text cannot be recognised on the lock screen.
            .setVisibility(Notification.VISIBILITY_PUBLIC)
            .setContentIntent(PendingIntent.getActivity(context, 0, opening(context), PendingIntent.FLAG_IMMUTABLE))
            .setAutoCancel(true)
            .build()
    }

    @Suppress("DEPRECATION")
    private fun below26(context: Context): Notification.Builder =
        Notification.Builder(context).setPriority(Notification.PRIORITY_HIGH).setDefaults(Notification.DEFAULT_ALL)

    /** The app as the launcher opens it, which brings its task back as it was left. */
    private fun opening(context: Context): Intent =
        context.packageManager.getLaunchIntentForPackage(context.packageName)
            ?: Intent(context, DiagnoseActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)

    private fun manager(context: Context): NotificationManager =
        context.getSystemService(
            NotificationManager::class.java,
        )

    @GuardedApi(26)
    private object Api26 {
        fun channel(
            manager: NotificationManager,
            named: List<String>,
        ): String? {
            val channels = manager.notificationChannels
            val chosen =
                if (named.isEmpty()) {
                    // Of equal ones always the same.
                    channels
                        .filterNot { isBlocked(manager, it) }
                        .maxWithOrNull(compareBy({ it.importance }, { it.id }))
                } else {
                    named
                        .firstNotNullOfOrNull { id -> channels.find { it.id == id } }
                        ?.takeUnless { isBlocked(manager, it) }
                }
            return chosen?.id
        }

        private fun isBlocked(
            manager: NotificationManager,
            channel: NotificationChannel,
        ): Boolean =
            channel.importance == NotificationManager.IMPORTANCE_NONE ||
                (Build.VERSION.SDK_INT >= 28 && Api28.isGroupBlocked(manager, channel.group))

        fun builder(
            context: Context,
            channel: String,
        ): Notification.Builder = Notification.Builder(context, channel).setTimeoutAfter(TIMEOUT_MILLIS)
    }

    @GuardedApi(28)
    private object Api28 {
        fun isGroupBlocked(
            manager: NotificationManager,
            group: String?,
        ): Boolean = group != null && manager.getNotificationChannelGroup(group)?.isBlocked == true
    }

    @GuardedApi(29)
    private object Api29 {
        fun isPaused(manager: NotificationManager): Boolean = manager.areNotificationsPaused()
    }

    @GuardedApi(33)
    private object Api33 {
        fun isGranted(context: Context): Boolean =
            context.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS) == PackageManager.PERMISSION_GRANTED
    }
}
