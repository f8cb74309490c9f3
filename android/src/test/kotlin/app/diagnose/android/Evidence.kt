package app.diagnose.android

import android.app.ActivityManager
import android.app.ActivityManager.RunningAppProcessInfo
import android.app.Application
import android.app.KeyguardManager
import android.content.Context
import android.os.Looper
import android.os.Process
import app.diagnose.AndroidFacts
import app.diagnose.AppFacts
import app.diagnose.AppVersionFact
import app.diagnose.ClockFacts
import app.diagnose.DeliveryFacts
import app.diagnose.DeliveryRecord
import app.diagnose.DeliveryRecordsFact
import app.diagnose.DeviceFacts
import app.diagnose.Diagnose
import app.diagnose.Level
import app.diagnose.Outcome
import app.diagnose.Phone
import app.diagnose.Profile
import app.diagnose.PushMessage
import app.diagnose.Question
import app.diagnose.Reader
import app.diagnose.Reason
import app.diagnose.SettingsLevels
import org.junit.Assert.fail
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.util.concurrent.CountDownLatch

/** An app whose configuration a test sets. */
internal class EvidenceApp :
    Application(),
    DiagnoseConfiguration.Provider {
    override var diagnoseConfiguration = DiagnoseConfiguration(profile = { blink() })
}

internal val app get() = RuntimeEnvironment.getApplication()

internal fun blink(message: PushMessage = PushMessage.NOTIFICATION): Profile =
    Diagnose.embeddedProfile("blink").run { copy(android = android.copy(push = android.push.copy(message = message))) }

internal val evidenceFile get() = File(app.noBackupFilesDir, "diagnose/evidence.json")

internal fun recorded(): List<DeliveryRecord> = (Deliveries(app).records() as DeliveryRecordsFact.Known).value

internal val allPass = SettingsLevels(Level.PASS, Level.PASS, Level.PASS, Level.PASS, Level.PASS, Level.PASS)

internal fun standing(levels: SettingsLevels = allPass) = Standing(Diagnose.parseAppVersion("2.7.31"), levels)

/** Waits for other threads, and lets the main thread run what they gave it, while the phone's clock stands. */
internal fun eventually(
    what: String,
    holds: () -> Boolean,
) {
    repeat(2000) {
        shadowOf(Looper.getMainLooper()).idle()
        if (holds()) return
        Thread.sleep(5)
    }
    fail("never happened: $what")
}

/** After all work that was given to the thread of the evidence before. */
internal fun afterWork() {
    val done = CountDownLatch(1)
    EvidenceThread.run { done.countDown() }
    eventually("the thread of the evidence is free") { done.count == 0L }
}

internal fun lockPhone(locked: Boolean) =
    shadowOf(app.getSystemService(Context.KEYGUARD_SERVICE) as KeyguardManager).setKeyguardLocked(locked)

internal fun bringToFront(front: Boolean) {
    val process =
        RunningAppProcessInfo("app.diagnose.sample", Process.myPid(), arrayOf(app.packageName)).apply {
            uid = Process.myUid()
            importance =
                if (front) RunningAppProcessInfo.IMPORTANCE_FOREGROUND else RunningAppProcessInfo.IMPORTANCE_SERVICE
        }
    shadowOf(app.getSystemService(ActivityManager::class.java)).setProcesses(listOf(process))
}

/** Facts of an Android phone on which nothing was observed. */
private fun unobserved(type: Class<*>): Any =
    when {
        type == Long::class.javaPrimitiveType -> 35L
        type.simpleName.endsWith("Fact") ->
            type.declaredClasses
                .single { it.simpleName == "Unreadable" }
                .getConstructor(Reason::class.java)
                .newInstance(Reason.NOT_RUN)
        else -> {
            val constructor = type.constructors.maxBy { it.parameterCount }
            constructor.newInstance(*constructor.parameterTypes.map { unobserved(it) }.toTypedArray())
        }
    }

/** What the real library says of check 9 with the records of this phone and nothing else observed. */
internal fun checkNine(profile: Profile = blink()): Pair<Outcome, Int?> {
    val facts =
        DeviceFacts(
            clock = ClockFacts(Moment.now().time()),
            app = AppFacts(AppVersionFact.Known(standing().version)),
            host = hostFacts(),
            delivery = DeliveryFacts(Deliveries(app).records()),
            phone = Phone.Android(unobserved(AndroidFacts::class.java) as AndroidFacts),
        )
    val report = Diagnose.diagnose(facts, Question(null, null), profile, Reader("en", 0, null)).report
    val finding = report.findings.single { it.check == 9 }
    return finding.outcome to finding.cause
}
