package app.diagnose.android

import android.app.Activity
import android.app.Application
import app.diagnose.Diagnose
import app.diagnose.ApkFilesFact
import app.diagnose.Reason
import app.diagnose.SplitProblemsFact
import app.diagnose.Verification
import app.diagnose.diagnosisToJson
import app.diagnose.differences
import app.diagnose.english
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** Every shared case of an Android phone on the framework of its level. */
@RunWith(CaseRunner::class)
@Config(
    application = CaseApp::class,
    // Else the library reads the machine's clock and not the phone's.
    instrumentedPackages = ["app.diagnose.android"],
    shadows = [
        PhoneNotificationManager::class, PhoneNotificationChannel::class, PhoneActivityManager::class,
        PhoneUsageStatsManager::class, PhonePowerManager::class, PhoneConnectivityManager::class,
        PhoneNetworkCapabilities::class, PhonePackageManager::class, PhoneStorageManager::class, PhoneStatFs::class,
        PhoneDevicePolicyManager::class, PhoneUserManager::class, PhoneSystemClock::class, PhoneGlobalSettings::class,
        PhoneProcess::class,
    ],
)
class CasesTest {
    @Test
    fun everyCase() {
        val case = PhoneCase.read(CaseTable.case)
        CaseApp.case = case
        val app = RuntimeEnvironment.getApplication()
        val phone = PhoneSetup(app, case)
        CaseTable.cannot(phone.missing)
    }
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
