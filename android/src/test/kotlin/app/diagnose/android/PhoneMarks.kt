package app.diagnose.android

import android.Manifest
import android.app.Application
import android.os.Build
import android.provider.Settings
import app.diagnose.BoolFact
import app.diagnose.Reason
import java.io.File

/** The marks that the library itself writes, by its own calls. */
internal class PhoneMarks(
    private val app: Application,
    private val phone: PhoneSetup,
    private val now: Long,
) {
    private val marks = Marks(app)

    fun set() {
        // Else what nobody asked for is "not run".
        check(marks.isFirstStartAfterInstallation())
        asked("camera.asked", Manifest.permission.CAMERA)
        if (Build.VERSION.SDK_INT >= 33) {
            asked("notifications.asked", Manifest.permission.POST_NOTIFICATIONS)
            wasGranted()
        } else {
            phone.fact("notifications.asked", level = 33) { }
            phone.fact("notifications.was_granted", level = 33) { }
        }
        used()
        registered()
    }

    private fun asked(
        fact: String,
        permission: String,
    ) = phone.fact(fact, notRun = { damage("asked-${fact.substringBefore('.')}") }) {
        if (it.asBoolean) marks.writeAsked(permission)
    }

    private fun wasGranted() {
        val permission = Manifest.permission.POST_NOTIFICATIONS
        val isGranted = isGranted(app, permission)
        phone.fact("notifications.was_granted", notRun = { if (isGranted) cannotBeSo() }) {
            when {
                it.asBoolean -> marks.writeGranted(permission)
                isGranted -> cannotBeSo()
                else -> phone.cannot("notifications.was_granted", "no mark says that it was never granted", NOT_RUN)
            }
        }
    }

    private fun cannotBeSo() =
        phone.cannot("notifications.was_granted", "the permission is granted now", BoolFact.Known(true))

    private fun used() =
        phone.fact(
            "usage.days_since_last_use",
            fail = { phone.cannot("usage.days_since_last_use", "a damaged mark is \"not run\"", NOT_RUN) },
            notRun = {},
        ) {
            marks.used(now - it.asLong * DAY_MILLIS)
            marks.used(now)
        }

    private fun registered() {
        val names = { id: String -> Settings.Secure.putString(app.contentResolver, Settings.Secure.ANDROID_ID, id) }
        names("0123456789abcdef")
        phone.fact("install.registered_on", fail = {
            RegistrationMark.write(app)
            names("")
        }) {
            if (it.asString != "none") RegistrationMark.write(app)
            if (it.asString == "other") names("fedcba9876543210")
        }
    }

    private fun damage(mark: String) =
        File(app.noBackupFilesDir, "diagnose").resolve(mark).run {
            parentFile?.mkdirs()
            writeText("yes")
        }

    private companion object {
        val NOT_RUN = BoolFact.Unreadable(Reason.NOT_RUN)
        const val DAY_MILLIS = 24L * 60 * 60 * 1000
    }
}
