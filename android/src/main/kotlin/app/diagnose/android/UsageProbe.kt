package app.diagnose.android

import android.content.Context
import app.diagnose.AndroidUsageFacts

internal fun usageFacts(
    context: Context,
    marks: Marks,
) = AndroidUsageFacts(
    daysSinceLastUse = number.read { marks.daysSinceLastUse() ?: notRun() },
    autoRevokeExempt = bool.read(30) { isExempt(context) },
)

@GuardedApi(30)
private fun isExempt(context: Context): Boolean = context.packageManager.isAutoRevokeWhitelisted
