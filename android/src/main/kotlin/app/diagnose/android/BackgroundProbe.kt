package app.diagnose.android

import android.app.ActivityManager
import android.app.usage.UsageEvents
import android.app.usage.UsageStatsManager
import android.content.Context
import android.net.ConnectivityManager
import android.os.PowerManager
import app.diagnose.AndroidBackgroundFacts
import app.diagnose.DataSaver
import app.diagnose.StandbyBucket

internal fun backgroundFacts(context: Context) =
    AndroidBackgroundFacts(
        restricted = bool.read(28) { isRestricted(context.manager()) },
        forceStopped = bool.read(35) { wasForceStopped(context.manager()) },
        standbyBuckets = standbyBuckets.read(28) { buckets(context.manager(), System.currentTimeMillis()) },
        powerSave = bool.read { context.manager<PowerManager>().isPowerSaveMode },
        dataSaver =
            dataSaver.read {
                when (context.manager<ConnectivityManager>().restrictBackgroundStatus) {
                    ConnectivityManager.RESTRICT_BACKGROUND_STATUS_DISABLED -> DataSaver.DISABLED
                    ConnectivityManager.RESTRICT_BACKGROUND_STATUS_WHITELISTED -> DataSaver.WHITELISTED
                    ConnectivityManager.RESTRICT_BACKGROUND_STATUS_ENABLED -> DataSaver.ENABLED
                    else -> null
                }
            },
    )

/** Buckets are bounds, between which makers may have more; below ACTIVE is the hidden EXEMPTED. */
private fun bucketOf(bucket: Int): StandbyBucket? =
    when {
        bucket <= 0 -> null
        bucket <= UsageStatsManager.STANDBY_BUCKET_ACTIVE -> StandbyBucket.ACTIVE
        bucket <= UsageStatsManager.STANDBY_BUCKET_WORKING_SET -> StandbyBucket.WORKING_SET
        bucket <= UsageStatsManager.STANDBY_BUCKET_FREQUENT -> StandbyBucket.FREQUENT
        bucket <= UsageStatsManager.STANDBY_BUCKET_RARE -> StandbyBucket.RARE
        bucket == UsageStatsManager.STANDBY_BUCKET_RESTRICTED -> StandbyBucket.RESTRICTED
        // NEVER, which is hidden too.
        else -> null
    }

private const val WEEK_MILLIS = 7L * 24 * 60 * 60 * 1000

@GuardedApi(28)
private fun isRestricted(manager: ActivityManager): Boolean = manager.isBackgroundRestricted

/** Null before the first unlock after a start. */
@GuardedApi(28)
private fun buckets(
    manager: UsageStatsManager,
    now: Long,
): List<StandbyBucket>? {
    val events: UsageEvents = manager.queryEventsForSelf(now - WEEK_MILLIS, now) ?: return null
    val event = UsageEvents.Event()
    val buckets = mutableListOf<StandbyBucket>()
    while (events.getNextEvent(event)) {
        if (event.eventType == UsageEvents.Event.STANDBY_BUCKET_CHANGED) {
            buckets += bucketOf(event.appStandbyBucket) ?: return null
        }
    }
    return buckets
}

/** The newest start is the first of the list. */
@GuardedApi(35)
private fun wasForceStopped(manager: ActivityManager): Boolean? =
    manager.getHistoricalProcessStartReasons(1).firstOrNull()?.wasForceStopped()
