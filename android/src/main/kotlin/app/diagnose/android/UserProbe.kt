package app.diagnose.android

import android.app.admin.DevicePolicyManager
import android.content.Context
import android.os.Build
import android.os.Process
import android.os.UserManager
import app.diagnose.AndroidUserFacts

internal fun userFacts(context: Context) =
    AndroidUserFacts(
        id = number.read { (Process.myUid() / UIDS_A_USER).takeIf { it in 0..LAST }?.toLong() },
        managedProfile =
            bool.read { if (Build.VERSION.SDK_INT >= 30) isManaged(context) else hasProfileOwner(context) },
    )

/** `UserHandle.PER_USER_RANGE`, which is hidden. */
private const val UIDS_A_USER = 100_000
private const val LAST = 21_474

/** No active admin is what most phones have. */
private fun hasProfileOwner(context: Context): Boolean {
    val manager = context.manager<DevicePolicyManager>()
    return manager.activeAdmins.orEmpty().any { manager.isProfileOwnerApp(it.packageName) }
}

@GuardedApi(30)
private fun isManaged(context: Context): Boolean = context.manager<UserManager>().isManagedProfile
