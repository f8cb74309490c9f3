package app.diagnose.android

import android.Manifest
import android.app.ActivityManager
import android.os.PowerManager
import android.provider.Settings
import app.diagnose.BoolFact
import app.diagnose.DeliveryEvent
import app.diagnose.Diagnose
import app.diagnose.Level
import app.diagnose.NumberFact
import app.diagnose.Outcome
import app.diagnose.Phone
import app.diagnose.Reason
import app.diagnose.RestoreMark
import app.diagnose.RestoreMarkFact
import app.diagnose.Time
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowLog
import org.robolectric.shadows.ShadowSystemClock
import java.time.Duration

@RunWith(RobolectricTestRunner::class)
@Config(application = EvidenceApp::class)
class DiagnoseRecordTest {
    @Before
    fun inBackground() {
        lockPhone(false)
        bringToFront(false)
        clockByNetwork(true)
        // The phone has been on for ten days.
        ShadowSystemClock.advanceBy(Duration.ofDays(10))
    }

    private fun clockByNetwork(automatic: Boolean) =
        Settings.Global.putInt(app.contentResolver, Settings.Global.AUTO_TIME, if (automatic) 1 else 0)

    /** Does [work] as the messaging service would. */
    private fun onThread(work: () -> Unit) = Thread(work).apply { start() }.join()

    private fun arriveSentBefore(seconds: Long) {
        val sent = Time(Moment.now().time().seconds - seconds)
        onThread { DiagnoseRecord.pushArrived(app, sent = sent) }
    }

    private fun delay(place: Int) = recorded()[place].delaySeconds

    private val notTimed = NumberFact.Unreadable(Reason.NOT_RUN)

    private fun facts() = readFacts(app, null, hostFacts(), null)

    private fun android() = (facts().phone as Phone.Android).facts

    @Test
    fun `a push is recorded by where the user was`() {
        onThread { DiagnoseRecord.pushArrived(app) }
        bringToFront(true)
        onThread { DiagnoseRecord.pushArrived(app) }
        lockPhone(true)
        onThread { DiagnoseRecord.pushArrived(app) }
        assertEquals(
            listOf(DeliveryEvent.ARRIVED, DeliveryEvent.ARRIVED_IN_FRONT, DeliveryEvent.ARRIVED),
            recorded().map { it.event },
        )
        assertTrue(recorded().all { it.delaySeconds == notTimed })
        assertEquals(Outcome.PASS to null, checkNine())
    }

    @Test
    fun `a screen that is off shows no app`() {
        bringToFront(true)
        shadowOf(app.getSystemService(PowerManager::class.java)).turnScreenOn(false)
        onThread { DiagnoseRecord.pushArrived(app) }
        assertEquals(DeliveryEvent.ARRIVED, recorded().single().event)
    }

    @Test
    fun `where it cannot be told, the app was in front`() {
        shadowOf(app.getSystemService(ActivityManager::class.java)).setProcesses(emptyList())
        onThread { DiagnoseRecord.pushArrived(app) }
        assertEquals(DeliveryEvent.ARRIVED_IN_FRONT, recorded().single().event)
    }

    @Test
    fun `it is timed from the server's sending`() {
        arriveSentBefore(7)
        assertTrue((delay(0) as NumberFact.Known).value in 7..9)
        assertEquals(Outcome.PASS to null, checkNine())
        arriveSentBefore(3600)
        assertTrue((delay(1) as NumberFact.Known).value in 3600..3602)
        assertEquals(Outcome.FAIL to 4, checkNine())
    }

    @Test
    fun `clocks that differ a little are none`() {
        arriveSentBefore(-30)
        assertEquals(NumberFact.Known(0), delay(0))
        arriveSentBefore(-3600)
        assertEquals(notTimed, delay(1))
    }

    @Test
    fun `a clock that the user set times nothing`() {
        clockByNetwork(false)
        arriveSentBefore(7)
        assertEquals(notTimed, delay(0))
        arriveSentBefore(3600)
        assertEquals("neither late nor in time", 1, recorded().size)
    }

    @Test
    fun `a push that was sent while the phone was off is not late`() {
        arriveSentBefore(11 * 86_400)
        assertEquals(0, recorded().size)
        assertEquals(Outcome.UNKNOWN to null, checkNine())
    }

    @Test
    fun `called on the main thread it returns and writes elsewhere`() {
        DiagnoseRecord.pushArrived(app)
        eventually("it is recorded") { recorded().size == 1 }
    }

    @Test
    fun `the settings of the moment are those that the checks see`() {
        onThread { DiagnoseRecord.pushArrived(app) }
        val levels = Diagnose.settingsLevels(facts(), blink())
        assertEquals(levels, recorded().single().settings)
        assertNotEquals(Level.UNKNOWN, levels.app)
    }

    @Test
    fun `nothing is thrown into the host`() {
        (app as EvidenceApp).diagnoseConfiguration = DiagnoseConfiguration(profile = { error("no profile") })
        onThread { DiagnoseRecord.pushArrived(app) }
        DiagnoseRecord.pushArrived(app, "id", Time(Long.MIN_VALUE))
        DiagnoseRecord.permissionAsked(app, "no.such.permission")
        afterWork()
        assertEquals(emptyList<Any>(), recorded())
        evidenceFile.parentFile!!.deleteRecursively()
        evidenceFile.parentFile!!.writeText("in the way")
        onThread {
            DiagnoseRecord.pushArrived(app, "id")
            DiagnoseRecord.used(app)
            DiagnoseRecord.permissionAsked(app, Manifest.permission.CAMERA)
            DiagnoseRecord.registered(app)
        }
        val told = ShadowLog.getLogsForTag("Diagnose").map { it.msg }
        assertTrue(told.toString(), "could not record: java.lang.IllegalStateException" in told)
    }

    @Test
    fun `a use, a question and a registration are told to the facts`() {
        assertEquals(NumberFact.Unreadable(Reason.NOT_RUN), android().usage.daysSinceLastUse)
        assertEquals(RestoreMarkFact.Known(RestoreMark.UNMARKED), android().install.registeredOn)
        Settings.Secure.putString(app.contentResolver, Settings.Secure.ANDROID_ID, "0123456789abcdef")
        DiagnoseRecord.used(app)
        DiagnoseRecord.permissionAsked(app, Manifest.permission.CAMERA)
        DiagnoseRecord.registered(app)
        eventually("all is written") { android().install.registeredOn == RestoreMarkFact.Known(RestoreMark.SAME) }
        assertEquals(NumberFact.Known(0), android().usage.daysSinceLastUse)
        assertEquals(BoolFact.Known(true), android().camera.asked)
    }
}
