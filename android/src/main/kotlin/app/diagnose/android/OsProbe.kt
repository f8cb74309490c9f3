package app.diagnose.android

import android.os.Build
import app.diagnose.AndroidOsFacts
import app.diagnose.Diagnose

internal fun osFacts() =
    AndroidOsFacts(
        apiLevel = Build.VERSION.SDK_INT.toLong(),
        securityPatch = date.read { Diagnose.parseDate(Build.VERSION.SECURITY_PATCH) },
    )
