package app.diagnose.android

import android.app.Activity
import android.app.Application
import app.diagnose.DeviceFacts
import app.diagnose.Diagnose
import app.diagnose.Diagnosis
import app.diagnose.diagnosisToJson
import app.diagnose.differences
import app.diagnose.english
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Every shared case of an Android phone on the framework of its level. */
@RunWith(CaseRunner::class)
@Config(
    application = CaseApp::class,
    // Else the library reads the machine's clock and not the phone's.
    instrumentedPackages = ["app.diagnose.android"],
    shadows = [
        PhoneNotificationManager::class, PhoneNotificationChannel::class, PhoneActivityManager::class,
        PhoneUsageStatsManager::class, PhonePowerManager::class, PhoneConnectivityManager::class,
        PhoneNetwork::class, PhoneNetworkCapabilities::class, PhonePackageManager::class, PhoneStorageManager::class,
        PhoneStatFs::class, PhoneDevicePolicyManager::class, PhoneUserManager::class, PhoneSystemClock::class,
        PhoneGlobalSettings::class, PhoneProcess::class, PhoneVerification::class,
    ],
)
@GraphicsMode(GraphicsMode.Mode.LEGACY)
class CasesTest {
    @After
    fun reset() = PhoneState.reset()

    @Test
    fun everyCase() {
        val case = PhoneCase.read(CaseTable.case)
        CaseApp.case = case
        val phone = PhoneSetup(RuntimeEnvironment.getApplication(), case)
        val read = read(case)
        assertEquals("", otherFacts(case, read, phone))
        val diagnosis = Diagnose.diagnose(read, case.question, case.profile, english)
        val otherwise = otherwise(case, diagnosis)
        if (phone.missing.isEmpty()) assertEquals("", otherwise)
        if (otherwise.isNotEmpty()) return CaseTable.cannot(phone.missing)
        CaseTable.ran(phone.missing)
        val screen = CaseOnScreen(case, read)
        val cannot = screen.cannot()
        if (cannot != null) return CaseTable.cannotTap(cannot)
        assertEquals("", screen.otherwise())
        CaseTable.tapped()
    }

    private fun read(case: PhoneCase): DeviceFacts {
        val activity = Robolectric.setupActivity(Activity::class.java)
        return readFacts(activity.application, activity, case.facts.host, case.verification)
    }

    /** What was read otherwise than the case has it, but for what this phone cannot show. */
    private fun otherFacts(
        case: PhoneCase,
        read: DeviceFacts,
        phone: PhoneSetup,
    ): String {
        val (facts, actual) = factPaths(case.facts) to factPaths(read)
        val expected = facts + phone.instead
        return (expected.keys + actual.keys)
            .filter { (it !in phone.missing || it in phone.instead) && expected[it] != actual[it] }
            .joinToString("\n") { "$it: ${expected[it]}, not ${actual[it]}" }
    }

    /** How the diagnosis differs from what the case expects. */
    private fun otherwise(
        case: PhoneCase,
        diagnosis: Diagnosis,
    ): String = differences(case.expected, diagnosisToJson(diagnosis), "").joinToString("\n")
}

/** Plays the app of the case. */
class CaseApp :
    Application(),
    DiagnoseConfiguration.Provider {
    override val diagnoseConfiguration =
        DiagnoseConfiguration(profile = { case.profile }, host = { case.facts.host })

    override fun checkSelfPermission(permission: String): Int =
        PhoneState.told(if (permission == android.Manifest.permission.CAMERA) "camera.granted" else "") {
            super.checkSelfPermission(permission)
        }

    companion object {
        internal lateinit var case: PhoneCase
    }
}
