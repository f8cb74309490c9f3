package app.diagnose.android

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import app.diagnose.Channel
import app.diagnose.Importance
import app.diagnose.LockScreenVisibility

/**
 * The app's channels. Null where one is of a form that the core does not take: a list is whole or not known, for "the
 * best of the app's channels" may be the one that is left out.
 */
@GuardedApi(26)
internal fun readChannels(manager: NotificationManager): List<Channel>? {
    val channels = manager.notificationChannels
    if (channels.any { !it.id.matches(CHANNEL_ID) }) return null
    return channels.map { channel(manager, it) ?: return null }
}

/** As the core takes them. */
private val CHANNEL_ID = Regex("[A-Za-z0-9._:/-]{1,100}")

/**
 * An importance of Android. The user has expressed none (UNSPECIFIED) is how an app on Android 7 begins: its
 * notifications make a sound as they ask for it, which is what DEFAULT says. MAX is not used by Android, and above HIGH.
 */
internal fun importanceOf(importance: Int): Importance? =
    when (importance) {
        NotificationManager.IMPORTANCE_NONE -> Importance.BLOCKED
        NotificationManager.IMPORTANCE_MIN -> Importance.MIN
        NotificationManager.IMPORTANCE_LOW -> Importance.LOW
        NotificationManager.IMPORTANCE_DEFAULT, NotificationManager.IMPORTANCE_UNSPECIFIED -> Importance.DEFAULT
        NotificationManager.IMPORTANCE_HIGH, NotificationManager.IMPORTANCE_MAX -> Importance.HIGH
        else -> null
    }

@GuardedApi(26)
private fun channel(
    manager: NotificationManager,
    channel: NotificationChannel,
): Channel? {
    return Channel(
        id = channel.id,
        importance = importanceOf(channel.importance) ?: return null,
        groupBlocked = bool.read(28) { isGroupBlocked(manager, channel.group) },
        lockScreen = lockScreenVisibility.read { visibilityOf(channel.lockscreenVisibility) },
        bypassesDnd = bool.read { channel.canBypassDnd() },
    )
}

@GuardedApi(26)
private fun visibilityOf(visibility: Int): LockScreenVisibility? =
    when (visibility) {
        Notification.VISIBILITY_PUBLIC -> LockScreenVisibility.PUBLIC
        Notification.VISIBILITY_PRIVATE -> LockScreenVisibility.PRIVATE
        Notification.VISIBILITY_SECRET -> LockScreenVisibility.SECRET
        // The channel leaves it to the notification and the phone.
        NotificationManager.VISIBILITY_NO_OVERRIDE -> LockScreenVisibility.NO_OVERRIDE
        else -> null
    }

/** A channel without a group is in none that is blocked. */
@GuardedApi(28)
private fun isGroupBlocked(
    manager: NotificationManager,
    group: String?,
): Boolean? = if (group == null) false else manager.getNotificationChannelGroup(group)?.isBlocked
