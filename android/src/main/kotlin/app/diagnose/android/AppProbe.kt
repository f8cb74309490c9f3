package app.diagnose.android

import android.content.Context
import app.diagnose.AppFacts
import app.diagnose.Diagnose

internal fun appFacts(context: Context) =
    AppFacts(
        version =
            appVersion.read {
                val name = context.packageManager.getPackageInfo(context.packageName, 0).versionName
                name?.let { Diagnose.parseAppVersion(it) }
            },
    )
