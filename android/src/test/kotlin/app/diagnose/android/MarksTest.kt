package app.diagnose.android

import android.Manifest
import android.app.ActivityManager
import android.app.Application
import android.content.ContextWrapper
import android.os.Process
import android.os.SystemClock
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.File

private const val POST = Manifest.permission.POST_NOTIFICATIONS
private const val CAMERA = Manifest.permission.CAMERA
private const val DAY = 86_400_000L

/** What the library writes of what it has seen. Each use of [marks] is a new process. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [ProbedActivityManager::class])
class MarksTest {
    private val app: Application = RuntimeEnvironment.getApplication()
    private val own = shadowOf(app.packageManager).getInternalMutablePackageInfo(app.packageName)
    private val folder = File(app.noBackupFilesDir, "diagnose")
    private val marks get() = Marks(app)

    private fun installed(updatedLater: Boolean) {
        own.firstInstallTime = 1000
        own.lastUpdateTime = if (updatedLater) 2000 else 1000
    }

    @Test
    fun `asked is no from the first start after installation until it is yes`() {
        installed(updatedLater = false)
        assertEquals(false, marks.asked(POST))
        // An update later on changes nothing of what was seen.
        installed(updatedLater = true)
        assertEquals(false, marks.asked(POST))
        marks.writeAsked(POST)
        assertEquals(true, marks.asked(POST))
        assertEquals(false, marks.asked(CAMERA))
    }

    @Test
    fun `an app that was there before the library may have asked`() {
        installed(updatedLater = true)
        assertNull(marks.asked(POST))
        marks.writeAsked(POST)
        assertEquals(true, marks.asked(POST))
        assertNull(marks.asked(CAMERA))
    }

    @Test
    fun `the first start is the first that the host tells`() {
        installed(updatedLater = false)
        marks.used(DAY)
        installed(updatedLater = true)
        assertEquals(false, marks.asked(POST))
    }

    @Test
    fun `a permission was granted once it was seen`() {
        assertNull(marks.wasGranted(POST))
        marks.writeGranted(POST)
        assertEquals(true, marks.wasGranted(POST))
        assertNull(marks.wasGranted(CAMERA))
    }

    @Test
    fun `other permissions are not marked`() {
        installed(updatedLater = false)
        marks.writeAsked("../../evil")
        marks.writeGranted("android.permission.RECORD_AUDIO")
        assertNull(marks.asked("../../evil"))
        assertNull(marks.wasGranted("android.permission.RECORD_AUDIO"))
        assertEquals(listOf("start"), folder.list()!!.toList())
    }

    @Test
    fun `a damaged mark is one that nobody wrote`() {
        installed(updatedLater = false)
        marks.writeAsked(POST)
        marks.writeGranted(POST)
        marks.used(DAY)
        val files = folder.listFiles()!!
        assertEquals(
            setOf("asked-notifications", "granted-notifications", "start", "used"),
            files.map { it.name }.toSet(),
        )
        val whole = files.associateWith { it.readText() }
        val damages: List<(String) -> String> =
            listOf(
                { "" },
                { it.dropLast(2) },
                { "\u0000".repeat(20) },
                { it.replaceFirst(it[0], 'z') },
                { "x".repeat(5000) },
            )
        for (damage in damages) {
            for ((file, text) in whole) file.writeText(damage(text))
            assertNull(marks.asked(POST))
            assertNull(marks.asked(CAMERA))
            assertNull(marks.wasGranted(POST))
            assertNull(marks.daysSinceLastUse(DAY))
        }
    }

    @Test
    fun `a damaged mark is written anew`() {
        installed(updatedLater = true)
        for (name in listOf("asked-camera", "granted-camera", "used")) {
            folder.mkdirs()
            File(folder, name).writeText("?")
        }
        marks.writeAsked(CAMERA)
        marks.writeGranted(CAMERA)
        marks.used(DAY)
        assertEquals(true, marks.asked(CAMERA))
        assertEquals(true, marks.wasGranted(CAMERA))
        assertEquals(0L, marks.daysSinceLastUse(DAY))
    }

    @Test
    fun `where nothing can be written nothing is known`() {
        installed(updatedLater = false)
        val file = File(app.filesDir, "no-folder").apply { writeText("") }
        val locked =
            object : ContextWrapper(app) {
                override fun getNoBackupFilesDir() = file
            }
        val marks = Marks(locked)
        marks.used(DAY)
        marks.writeAsked(POST)
        marks.writeGranted(POST)
        assertNull(marks.asked(POST))
        assertNull(marks.wasGranted(POST))
        assertNull(marks.daysSinceLastUse(DAY))
    }

    /** Uses, when it is asked, and the days, in milliseconds. */
    private class Case(
        val uses: List<Long>,
        val now: Long,
        val days: Long?,
    )

    @Test
    fun `days are counted from the use before this one`() {
        val hour = DAY / 24
        val cases =
            listOf(
                Case(emptyList(), DAY, null),
                Case(listOf(DAY), DAY, 0),
                Case(listOf(DAY), DAY + hour, 0),
                // The use that goes on is not the one before, however often it is told.
                Case(listOf(DAY, 62 * DAY), 62 * DAY, 61),
                Case(listOf(DAY, 62 * DAY, 62 * DAY + hour), 62 * DAY + hour, 61),
                Case(listOf(DAY, 62 * DAY - 1), 62 * DAY, 60),
                // Counted from the last of the uses within a day.
                Case(listOf(DAY, DAY + 20 * hour, 62 * DAY), 62 * DAY, 60),
                // Used each day since: the long pause is over.
                Case(listOf(DAY, 62 * DAY, 63 * DAY), 63 * DAY, 1),
                Case(listOf(DAY, 62 * DAY, 62 * DAY + 12 * hour, 63 * DAY), 63 * DAY, 0),
                // A use that nobody told.
                Case(listOf(DAY), 71 * DAY, 70),
                // The clock went back.
                Case(listOf(62 * DAY), DAY, null),
                Case(listOf(62 * DAY, DAY), DAY, 0),
                Case(listOf(DAY, 40_000 * DAY), 40_000 * DAY, null),
            )
        for (case in cases) {
            folder.deleteRecursively()
            case.uses.forEach { marks.used(it) }
            assertEquals(
                "${case.uses.map { it / hour }} at ${case.now / hour} h",
                case.days,
                marks.daysSinceLastUse(case.now),
            )
        }
    }

    @Test
    fun `the mark of registration has a fresh salt and no id`() {
        android.provider.Settings.Secure
            .putString(app.contentResolver, "android_id", "0123456789abcdef")
        val marks = app.getSharedPreferences("diagnose_registration", 0)
        RegistrationMark.write(app)
        val first = marks.all
        RegistrationMark.write(app)
        val second = marks.all
        assertEquals(setOf("salt", "sha256"), first.keys)
        assertNotEquals(first["salt"], second["salt"])
        assertNotEquals(first["sha256"], second["sha256"])
        val digest =
            java.security.MessageDigest
                .getInstance(
                    "SHA-256",
                ).digest("${second["salt"]}0123456789abcdef".toByteArray())
        assertEquals(digest.joinToString("") { "%02x".format(it) }, second["sha256"])
    }

    @Test
    @Config(minSdk = 30)
    fun `the system keeps when the process started`() {
        SystemClock.setCurrentTimeMillis(1_795_000_000_000)
        DiagnoseRecord.started(app)
        val summary = ProbedActivityManager.summary
        val running = SystemClock.elapsedRealtime() - Process.getStartElapsedRealtime()
        val started = System.currentTimeMillis() - running
        assertTrue(ProcessStart.millisIn(summary)!! in started - 1000..started + 1000)
        assertNull(ProcessStart.millisIn(null))
        assertNull(ProcessStart.millisIn(summary!!.copyOf(11)))
        assertNull(ProcessStart.millisIn(summary.copyOf().also { it[0] = 0 }))
    }
}
