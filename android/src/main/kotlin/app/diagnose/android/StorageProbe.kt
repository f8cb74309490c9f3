package app.diagnose.android

import android.content.Context
import android.os.Build
import android.os.StatFs
import android.os.storage.StorageManager
import app.diagnose.AndroidStorageFacts

internal fun storageFacts(slow: SlowCalls) =
    AndroidStorageFacts(freeBytes = number.read { slow.freeBytes.result().takeIf { it >= 0 } })

/** Bytes that the app can write where it lives. May take long. */
internal fun readFreeBytes(context: Context): Long =
    if (Build.VERSION.SDK_INT >= 26) allocatable(context) else StatFs(context.filesDir.path).availableBytes

@GuardedApi(26)
private fun allocatable(context: Context): Long {
    val manager = context.manager<StorageManager>()
    return manager.getAllocatableBytes(manager.getUuidForPath(context.filesDir))
}
