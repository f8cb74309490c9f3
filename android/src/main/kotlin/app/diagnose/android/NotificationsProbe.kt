package app.diagnose.android

import android.Manifest
import android.app.Activity
import android.app.NotificationManager
import android.content.Context
import android.content.pm.PackageManager
import android.provider.Settings
import app.diagnose.AndroidNotificationFacts
import app.diagnose.InterruptionFilter

internal fun notificationFacts(
    context: Context,
    activity: Activity?,
    marks: Marks,
) = AndroidNotificationFacts(
    enabled = bool.read { notifications(context).areNotificationsEnabled() },
    permissionDeclared =
        bool.read(33) {
            val app = context.packageManager.getPackageInfo(context.packageName, PackageManager.GET_PERMISSIONS)
            // Null where the manifest names none.
            Manifest.permission.POST_NOTIFICATIONS in app.requestedPermissions.orEmpty()
        },
    rationale = bool.read(33) { shouldExplain(activity, Manifest.permission.POST_NOTIFICATIONS) },
    wasGranted = bool.read(33) { wasGranted(context, marks, Manifest.permission.POST_NOTIFICATIONS) ?: notRun() },
    asked = bool.read(33) { marks.asked(Manifest.permission.POST_NOTIFICATIONS) ?: notRun() },
    importance = importance.read { importanceOf(notifications(context).importance) },
    paused = bool.read(29) { arePaused(notifications(context)) },
    onLockScreen = bool.read { Settings.Secure.getInt(context.contentResolver, ON_LOCK_SCREEN) != 0 },
    interruptionFilter =
        interruptionFilter.read {
            when (notifications(context).currentInterruptionFilter) {
                NotificationManager.INTERRUPTION_FILTER_ALL -> InterruptionFilter.ALL
                NotificationManager.INTERRUPTION_FILTER_PRIORITY -> InterruptionFilter.PRIORITY
                NotificationManager.INTERRUPTION_FILTER_NONE -> InterruptionFilter.TOTAL_SILENCE
                NotificationManager.INTERRUPTION_FILTER_ALARMS -> InterruptionFilter.ALARMS
                else -> null
            }
        },
    channels = channels.read(26) { readChannels(notifications(context)) },
)

/** `Settings.Secure.LOCK_SCREEN_SHOW_NOTIFICATIONS`, which is hidden; every phone sets it at its first start. */
private const val ON_LOCK_SCREEN = "lock_screen_show_notifications"

private fun notifications(context: Context) = context.manager<NotificationManager>()

/** Whether a permission is granted now, which leaves the mark, or was once. */
private fun wasGranted(
    context: Context,
    marks: Marks,
    permission: String,
): Boolean? {
    val granted =
        try {
            isGranted(context, permission)
        } catch (_: RuntimeException) {
            false
        }
    if (granted) marks.writeGranted(permission)
    return if (granted) true else marks.wasGranted(permission)
}

/** `Activity.shouldShowRequestPermissionRationale` (23): only an activity can ask. */
internal fun shouldExplain(
    activity: Activity?,
    permission: String,
): Boolean = (activity ?: notRun()).shouldShowRequestPermissionRationale(permission)

@GuardedApi(29)
private fun arePaused(manager: NotificationManager): Boolean = manager.areNotificationsPaused()
