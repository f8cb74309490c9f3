package app.diagnose.android

import android.Manifest
import android.content.ContextWrapper
import android.net.ConnectivityManager
import android.os.Build
import android.system.OsConstants
import app.diagnose.ApkFilesFact
import app.diagnose.Device
import app.diagnose.Diagnose
import app.diagnose.InstalledFiles
import app.diagnose.Phone
import app.diagnose.Reason
import app.diagnose.Registration
import app.diagnose.SplitProblemsFact
import app.diagnose.Time
import app.diagnose.Verification
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowBuild
import org.robolectric.shadows.ShadowOs
import java.util.Locale
import java.util.concurrent.CountDownLatch

/** What the facts are put together of, and how long they take. */
@RunWith(RobolectricTestRunner::class)
@Config(
    shadows = [
        ProbedNotificationManager::class,
        ProbedActivityManager::class,
        ProbedConnectivityManager::class,
        ProbedNetwork::class,
        ProbedPackageManager::class,
        ProbedStorageManager::class,
        ProbedStatFs::class,
        ProbedDevicePolicyManager::class,
        ProbedSystemClock::class,
    ],
)
class FactsTest {
    private val phone = ProbePhone()

    @Test
    fun `level, clock and what others say stand in the facts`() {
        val host = hostFacts(registration = Registration.NEVER)
        val files = ApkFilesFact.Unreadable(Reason.HIDDEN)
        val splits = SplitProblemsFact.Known(emptyList())
        val verification = Verification(emptyList(), files, splits, null, false)
        val before = System.currentTimeMillis() / 1000
        val facts = readFacts(phone.context, null, host, verification)
        val android = (facts.phone as Phone.Android).facts
        assertEquals(Build.VERSION.SDK_INT.toLong(), android.os.apiLevel)
        assertTrue(facts.clock.phone.seconds in before..System.currentTimeMillis() / 1000)
        assertEquals(host, facts.host)
        assertEquals(files, android.install.files)
        assertEquals(splits, android.install.splitProblems)
        val unverified = (phone.read().phone as Phone.Android).facts.install
        assertEquals(ApkFilesFact.Unreadable(Reason.NOT_RUN), unverified.files)
        assertEquals(SplitProblemsFact.Unreadable(Reason.NOT_RUN), unverified.splitProblems)
    }

    @Test
    @Config(minSdk = 33)
    fun `a permission that is seen granted was granted ever after`() {
        val call = "checkSelfPermission:${Manifest.permission.POST_NOTIFICATIONS}"
        phone.noMarks()

        fun wasGranted() = phone.read().byPath()["notifications.wasGranted"]
        Answers.give(call) { -1 }
        assertEquals(bool.unreadable(Reason.NOT_RUN), wasGranted())
        Answers.give(call) { 0 }
        assertEquals(bool.known(true), wasGranted())
        Answers.give(call) { -1 }
        assertEquals(bool.known(true), wasGranted())
        Answers.give(call) { throw SecurityException() }
        assertEquals(bool.known(true), wasGranted())
    }

    @Test
    fun `no callback stays registered`() {
        val manager = shadowOf(phone.app.getSystemService(ConnectivityManager::class.java))
        phone.read()
        assertEquals(0, manager.networkCallbacks.size)
        Answers.give("registerDefaultNetworkCallback") { null }
        phone.read()
        assertEquals(0, manager.networkCallbacks.size)
    }

    @Test
    fun `what hangs is not waited for`() {
        val never = CountDownLatch(1)
        phone.pushHost { never.await() }
        Answers.give("getAllocatableBytes") { never.await() }
        Answers.give("getAvailableBytes") { never.await() }
        Answers.give("registerDefaultNetworkCallback") { null }
        val start = System.nanoTime()
        val facts = phone.read().byPath()
        val millis = (System.nanoTime() - start) / 1_000_000
        assertEquals(bool.known(false), facts["push.hostReachable"])
        assertEquals(number.unreadable(Reason.CALL_FAILED), facts["storage.freeBytes"])
        assertTrue("$millis ms", millis in 2900..6000)
        never.countDown()
    }

    @Test
    fun `the files of the app and what the phone needs of them`() {
        val application = phone.app.applicationInfo
        application.sourceDir = "base.apk"
        application.splitSourceDirs = null
        application.nativeLibraryDir = null
        assertEquals(InstalledFiles("base.apk", emptyList(), null), installedFiles(phone.app))
        application.splitSourceDirs = arrayOf("split_a.apk", "split_b.apk")
        application.nativeLibraryDir = "lib"
        assertEquals(InstalledFiles("base.apk", listOf("split_a.apk", "split_b.apk"), "lib"), installedFiles(phone.app))
        ShadowBuild.setSupportedAbis(arrayOf("arm64-v8a", "armeabi-v7a"))
        Locale.setDefault(Locale.forLanguageTag("de-AT"))
        val abis = listOf("arm64-v8a", "armeabi-v7a")
        val level = Build.VERSION.SDK_INT.toLong()
        val density =
            phone.app.resources.displayMetrics.densityDpi
                .toLong()
        val languages = verificationDevice(phone.app).languages
        assertEquals("de-AT", languages.first())
        assertEquals(Device(level, abis, density, languages, null), verificationDevice(phone.app))
        ShadowOs.setSysconfValue(OsConstants._SC_PAGESIZE, 16_384)
        assertEquals(16_384L, verificationDevice(phone.app).pageSize)
    }

    @Test
    fun `a phone on which everything throws has facts`() {
        val broken =
            object : ContextWrapper(phone.app) {
                override fun getSystemService(name: String) = throw IllegalStateException()

                override fun getPackageManager() = throw IllegalStateException()

                override fun getContentResolver() = throw IllegalStateException()

                override fun getApplicationInfo() = throw IllegalStateException()

                override fun getNoBackupFilesDir() = throw IllegalStateException()

                override fun getFilesDir() = throw IllegalStateException()

                override fun getSharedPreferences(
                    name: String?,
                    mode: Int,
                ) = throw IllegalStateException()

                override fun checkSelfPermission(permission: String) = throw IllegalStateException()
            }
        val facts = readFacts(broken, null, hostFacts(), null).byPath()
        val known = facts.filterValues { it.javaClass.simpleName == "Known" }.keys
        // These ask no context.
        val asked =
            setOf("os.securityPatch", "user.id") +
                if (Build.VERSION.SDK_INT >= 33) setOf("clock.network") else emptySet()
        assertEquals(asked, known)
    }
}
