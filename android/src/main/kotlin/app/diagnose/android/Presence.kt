package app.diagnose.android

import android.app.ActivityManager
import android.app.ActivityManager.RunningAppProcessInfo.IMPORTANCE_FOREGROUND
import android.app.KeyguardManager
import android.content.Context
import android.os.PowerManager
import android.os.Process

/** Where the user was when a push arrived, the strongest proof first. */
internal enum class Presence {
    /** The phone was locked. */
    LOCKED,

    /** The phone was not locked, and the app not in front. */
    ELSEWHERE,

    /** The app was in front, or that could not be told: then a push proves no more. */
    IN_FRONT,
    ;

    companion object {
        /**
         * Where the user is now. A locked phone wins: an activity may lie in front behind the lock.
         *
         * In front is a process of this app that is of `IMPORTANCE_FOREGROUND`, the importance of the process with the
         * top activity (`ActivityManager.getRunningAppProcesses`, which gives only the app's own processes). A service
         * or receiver that handles a push raises it to less than that. A screen that is off shows no app.
         */
        fun now(context: Context): Presence =
            try {
                when {
                    context.getSystemService(KeyguardManager::class.java).isKeyguardLocked -> LOCKED
                    !context.getSystemService(PowerManager::class.java).isInteractive -> ELSEWHERE
                    isElsewhere(context) -> ELSEWHERE
                    else -> IN_FRONT
                }
            } catch (_: RuntimeException) {
                IN_FRONT
            }

        private fun isElsewhere(context: Context): Boolean =
            context
                .getSystemService(ActivityManager::class.java)
                .runningAppProcesses
                ?.filter { it.uid == Process.myUid() }
                ?.takeIf { it.isNotEmpty() }
                ?.none { it.importance == IMPORTANCE_FOREGROUND } ?: false
    }
}
