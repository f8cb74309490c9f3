package app.diagnose.android

import android.content.Context
import android.os.Build
import android.os.LocaleList
import android.system.Os
import android.system.OsConstants
import app.diagnose.Device
import app.diagnose.InstalledFiles

/** The app's own files, for install verification. */
internal fun installedFiles(context: Context): InstalledFiles =
    context.applicationInfo.run {
        InstalledFiles(
            base = sourceDir,
            splits = splitSourceDirs.orEmpty().toList(),
            libraryFolder = nativeLibraryDir,
        )
    }

/** What this phone needs of an app's files, for install verification; null for what it does not say. */
internal fun verificationDevice(context: Context): Device =
    Device(
        apiLevel = Build.VERSION.SDK_INT.toLong(),
        abis = Build.SUPPORTED_ABIS.toList(),
        density =
            context.resources.displayMetrics.densityDpi
                .toLong()
                .takeIf { it > 0 },
        languages = LocaleList.getDefault().run { (0 until size()).map { get(it).toLanguageTag() } },
        pageSize = Os.sysconf(OsConstants._SC_PAGESIZE).takeIf { it > 0 },
    )
