package app.diagnose.android

import android.Manifest
import android.content.Context
import java.io.File

/**
 * What this library has seen on this phone, in `no_backup/diagnose`, where backups do not go and which outlives the
 * process. A mark that is damaged says as little as one that nobody wrote. Not on the main thread.
 */
internal class Marks(
    private val context: Context,
) {
    /** Whether the user was asked for a permission. Null where it is not known. */
    fun asked(permission: String): Boolean? =
        when (file("asked", permission)?.read()) {
            MarkFile.Mark.Text(YES) -> true
            MarkFile.Mark.Missing -> if (isFirstStartAfterInstallation()) false else null
            else -> null
        }

    /** The user was asked for a permission. */
    fun writeAsked(permission: String) {
        isFirstStartAfterInstallation()
        file("asked", permission)?.write(YES)
    }

    /** Whether a permission was once granted. Null where that was never seen. */
    fun wasGranted(permission: String): Boolean? =
        if (file("granted", permission)?.read() == MarkFile.Mark.Text(YES)) true else null

    /** A permission was seen granted. */
    fun writeGranted(permission: String) {
        if (wasGranted(permission) == null) file("granted", permission)?.write(YES)
    }

    /**
     * Whether this library first ran while the app was as it was installed, so that it has seen all that it was told
     * since. Found out at its first start and kept; false where that cannot be said.
     */
    fun isFirstStartAfterInstallation(): Boolean {
        val start = file("start")
        val mark =
            start.read().let { if (it == MarkFile.Mark.Missing && start.write(howItStarts())) start.read() else it }
        return mark == MarkFile.Mark.Text(NEW)
    }

    private fun howItStarts(): String {
        val app = context.packageManager.getPackageInfo(context.packageName, 0)
        return if (app.firstInstallTime == app.lastUpdateTime) NEW else UPDATED
    }

    /**
     * The user uses the app at [now], milliseconds since 1970. To be called at each use; uses within a day of the first
     * of them are one.
     */
    fun used(now: Long = System.currentTimeMillis()) {
        isFirstStartAfterInstallation()
        synchronized(lock) {
            file("used").write(Uses.parse(file("used").read()).plus(now).toString())
        }
    }

    /**
     * Whole days of 24 hours from the use before this one until this one; 0 at the first use. Null where no use was
     * told, or it is later than [now].
     */
    fun daysSinceLastUse(now: Long = System.currentTimeMillis()): Long? = Uses.parse(file("used").read()).days(now)

    private fun file(name: String) = File(File(context.noBackupFilesDir, "diagnose"), name).let(::MarkFile)

    /** Null for a permission that no fact speaks of. */
    private fun file(
        name: String,
        permission: String,
    ): MarkFile? = PERMISSIONS[permission]?.let { file("$name-$it") }

    private companion object {
        const val YES = "yes"
        const val NEW = "new"
        const val UPDATED = "updated"
        val PERMISSIONS =
            mapOf(
                Manifest.permission.POST_NOTIFICATIONS to "notifications",
                Manifest.permission.CAMERA to "camera",
            )
        val lock = Any()
    }
}
