package app.diagnose.android

import android.app.ActivityManager
import android.app.ApplicationExitInfo
import android.content.Context
import app.diagnose.CrashFacts
import app.diagnose.ExitReason
import app.diagnose.ProcessExit

internal fun crashFacts(context: Context) =
    CrashFacts(
        exits = processExits.read(30) { exits(context) },
        lastUpdate =
            time.read {
                // 0 is no time of an update, but a field that nobody filled.
                val app = context.packageManager.getPackageInfo(context.packageName, 0)
                app.lastUpdateTime.takeIf { it > 0 }?.let(::timeOf)
            },
    )

/** Of the main process: those that are left to the app's other processes are no starts of the app. */
@GuardedApi(30)
private fun exits(context: Context): List<ProcessExit>? {
    val exits = context.manager<ActivityManager>().getHistoricalProcessExitReasons(context.packageName, 0, 0)
    return exits
        .filter { it.processName == context.applicationInfo.processName }
        .map { exit ->
            ProcessExit(
                reason = reasonOf(exit.reason),
                at = timeOf(exit.timestamp) ?: return null,
                secondsSinceStart =
                    number.read {
                        val start = ProcessStart.millisIn(exit.processStateSummary) ?: notRun()
                        Math.floorDiv(exit.timestamp - start, 1000L).takeIf { it >= 0 }
                    },
            )
        }
}

/** A reason that Android gives since a later level is not known here. */
@GuardedApi(30)
private fun reasonOf(reason: Int): ExitReason =
    when (reason) {
        ApplicationExitInfo.REASON_EXIT_SELF -> ExitReason.EXIT_SELF
        ApplicationExitInfo.REASON_SIGNALED -> ExitReason.SIGNALED
        ApplicationExitInfo.REASON_LOW_MEMORY -> ExitReason.LOW_MEMORY
        ApplicationExitInfo.REASON_CRASH -> ExitReason.CRASH
        ApplicationExitInfo.REASON_CRASH_NATIVE -> ExitReason.CRASH_NATIVE
        ApplicationExitInfo.REASON_ANR -> ExitReason.ANR
        ApplicationExitInfo.REASON_INITIALIZATION_FAILURE -> ExitReason.INITIALIZATION_FAILURE
        ApplicationExitInfo.REASON_PERMISSION_CHANGE -> ExitReason.PERMISSION_CHANGE
        ApplicationExitInfo.REASON_EXCESSIVE_RESOURCE_USAGE -> ExitReason.EXCESSIVE_RESOURCE_USAGE
        ApplicationExitInfo.REASON_USER_REQUESTED -> ExitReason.USER_REQUESTED
        ApplicationExitInfo.REASON_USER_STOPPED -> ExitReason.USER_STOPPED
        ApplicationExitInfo.REASON_DEPENDENCY_DIED -> ExitReason.DEPENDENCY_DIED
        ApplicationExitInfo.REASON_OTHER -> ExitReason.OTHER
        ApplicationExitInfo.REASON_FREEZER -> ExitReason.FREEZER
        ApplicationExitInfo.REASON_PACKAGE_STATE_CHANGE -> ExitReason.PACKAGE_STATE_CHANGE
        ApplicationExitInfo.REASON_PACKAGE_UPDATED -> ExitReason.PACKAGE_UPDATED
        else -> ExitReason.UNKNOWN
    }
