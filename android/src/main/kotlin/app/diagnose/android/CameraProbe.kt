package app.diagnose.android

import android.Manifest
import android.app.Activity
import android.app.admin.DevicePolicyManager
import android.content.Context
import android.content.pm.PackageManager
import app.diagnose.AndroidCameraFacts

internal fun cameraFacts(
    context: Context,
    activity: Activity?,
    marks: Marks,
) = AndroidCameraFacts(
    granted = bool.read { isGranted(context, Manifest.permission.CAMERA) },
    rationale = bool.read { shouldExplain(activity, Manifest.permission.CAMERA) },
    asked = bool.read { marks.asked(Manifest.permission.CAMERA) ?: notRun() },
    disabledByPolicy = bool.read { context.manager<DevicePolicyManager>().getCameraDisabled(null) },
    present = bool.read { context.packageManager.hasSystemFeature(PackageManager.FEATURE_CAMERA_ANY) },
)

internal fun isGranted(
    context: Context,
    permission: String,
): Boolean = context.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED
