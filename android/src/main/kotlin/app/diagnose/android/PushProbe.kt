package app.diagnose.android

import android.content.Context
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import android.os.Build
import app.diagnose.AndroidPushFacts

private const val PLAY_SERVICES = "com.google.android.gms"

internal fun pushFacts(
    context: Context,
    slow: SlowCalls,
) = AndroidPushFacts(
    playServicesInstalled = bool.read { isInstalled(context) },
    playServicesEnabled = bool.read { context.packageManager.getApplicationInfo(PLAY_SERVICES, 0).enabled },
    playServicesVersion =
        number.read {
            versionOf(context.packageManager.getPackageInfo(PLAY_SERVICES, 0)).takeIf { it >= 0 }
        },
    hostReachable = bool.read { slow.pushHostReachable.result() },
)

private fun isInstalled(context: Context): Boolean? =
    try {
        // Null only on a phone that breaks the contract.
        context.packageManager.getApplicationInfo(PLAY_SERVICES, 0)?.let { true }
    } catch (_: PackageManager.NameNotFoundException) {
        false
    }

@Suppress("DEPRECATION")
private fun versionOf(info: PackageInfo): Long =
    if (Build.VERSION.SDK_INT >= 28) version(info) else info.versionCode.toLong()

@GuardedApi(28)
private fun version(info: PackageInfo): Long = info.longVersionCode
