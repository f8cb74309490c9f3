package app.diagnose.android

import android.util.AtomicFile
import app.diagnose.AppVersion
import app.diagnose.DeliveryEvent
import app.diagnose.DeliveryRecordsFact
import app.diagnose.Level
import app.diagnose.NumberFact
import app.diagnose.Outcome
import app.diagnose.Reason
import app.diagnose.SettingsLevels
import app.diagnose.Time
import org.json.JSONArray
import org.json.JSONObject
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.File
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

@RunWith(RobolectricTestRunner::class)
class DeliveriesTest {
    private val unreadable = DeliveryRecordsFact.Unreadable(Reason.CALL_FAILED)
    private val aside get() = File(evidenceFile.path + ".old")

    private fun add(
        event: DeliveryEvent,
        delay: Long? = null,
        at: Long = Moment.now().time().seconds,
        standing: Standing = standing(),
    ) = Deliveries(app).add(event, delay, standing, Time(at))

    @Test
    fun `none where nothing was recorded`() {
        assertEquals(DeliveryRecordsFact.Known(emptyList()), Deliveries(app).records())
        assertEquals(Outcome.UNKNOWN to null, checkNine())
    }

    @Test
    fun `what was recorded is read by new objects, in its order`() {
        val levels =
            SettingsLevels(Level.PASS, Level.WARN, Level.WEAKENS, Level.BLOCKS, Level.UNKNOWN, Level.PASS)
        DeliveryEvent.entries.forEachIndexed { place, event ->
            assertTrue(add(event, place.toLong().takeIf { it > 0 }, 1000L - place, standing(levels)))
        }
        val records = recorded()
        assertEquals(DeliveryEvent.entries, records.map { it.event })
        assertEquals(DeliveryEvent.entries.indices.map { Time(1000L - it) }, records.map { it.at })
        assertEquals(NumberFact.Unreadable(Reason.NOT_RUN), records[0].delaySeconds)
        assertEquals(NumberFact.Known(6), records[6].delaySeconds)
        assertTrue(records.all { it.settings == levels && it.appVersion == AppVersion(2, 7, 31, "") })
    }

    @Test
    fun `a version before its release comes back whole`() {
        add(DeliveryEvent.ARRIVED, standing = Standing(AppVersion(2, 8, 0, "beta.1"), allPass))
        assertEquals(AppVersion(2, 8, 0, "beta.1"), recorded().single().appVersion)
    }

    @Test
    fun `the newest fifty are kept`() {
        repeat(53) { add(DeliveryEvent.ARRIVED, at = it.toLong()) }
        assertEquals((3L..52L).map { Time(it) }, recorded().map { it.at })
    }

    @Test
    fun `a delay that no push can have was not timed`() {
        listOf(-1L, 31_536_001L, Long.MIN_VALUE, Long.MAX_VALUE).forEach { add(DeliveryEvent.ARRIVED, it) }
        assertTrue(recorded().all { it.delaySeconds == NumberFact.Unreadable(Reason.NOT_RUN) })
        listOf(0L, 31_536_000L).forEach { add(DeliveryEvent.ARRIVED, it) }
        assertEquals(listOf(0L, 31_536_000L), recorded().takeLast(2).map { (it.delaySeconds as NumberFact.Known).value })
        assertEquals(Outcome.FAIL to 4, checkNine())
    }

    @Test
    fun `a damaged or newer file is unknown, is set aside and never overwritten`() {
        add(DeliveryEvent.ARRIVED)
        val whole = evidenceFile.readBytes()
        val newer = JSONObject(String(whole)).put("format", 2).toString().toByteArray()
        val damaged =
            listOf(
                ByteArray(0),
                ByteArray(300),
                whole.copyOf(whole.size - 1),
                whole.copyOf(whole.size / 2),
                "[]".toByteArray(),
                "{}".toByteArray(),
                "[".repeat(60_000).toByteArray(),
                """{"format":1,"records":""".plus("[".repeat(60_000)).toByteArray(),
                whole + ByteArray(70_000) { ' '.code.toByte() },
                newer,
            )
        for (bytes in damaged) {
            evidenceFile.writeBytes(bytes)
            assertEquals(unreadable, Deliveries(app).records())
            assertEquals(Outcome.UNKNOWN to null, checkNine())
            assertEquals(TestPushState.Idle, TestPush.now(app))
            assertFalse(TestNotification.pending(app))
            assertArrayEquals("reading changes nothing", bytes, evidenceFile.readBytes())
            assertTrue(add(DeliveryEvent.LOCAL_SEEN))
            assertArrayEquals(bytes, aside.readBytes())
            assertEquals(listOf(DeliveryEvent.LOCAL_SEEN), recorded().map { it.event })
        }
    }

    @Test
    fun `a file that cannot be read stays as it is`() {
        evidenceFile.mkdirs()
        File(evidenceFile, "held").writeText("here")
        assertEquals(unreadable, Deliveries(app).records())
        assertFalse(add(DeliveryEvent.ARRIVED))
        assertEquals("here", File(evidenceFile, "held").readText())
    }

    @Test
    fun `a folder that cannot be made is unknown, not empty`() {
        evidenceFile.parentFile!!.writeText("in the way")
        assertEquals(unreadable, Deliveries(app).records())
        assertFalse(add(DeliveryEvent.ARRIVED))
    }

    @Test
    fun `a record that is not understood is left out and kept`() {
        add(DeliveryEvent.ARRIVED, 3, 500)
        val tree = JSONObject(evidenceFile.readText())
        val good = tree.getJSONArray("records").getJSONObject(0)

        fun changed(
            name: String,
            value: Any?,
        ) = JSONObject(good.toString()).put(name, value)
        val strange =
            listOf(
                changed("event", "TELEPATHY"),
                changed("event", null),
                changed("at", 300_000_000_000L),
                changed("at", null),
                changed("delay", -1),
                changed("delay", "soon"),
                changed("version", "unknown"),
                changed("version", null),
                changed("push_service", "SPLENDID"),
                JSONArray(),
                7,
                JSONObject.NULL,
            )
        tree.put("records", JSONArray(strange + good))
        evidenceFile.writeText(tree.toString())
        assertEquals(listOf(Time(500)), recorded().map { it.at })
        checkNine()
        add(DeliveryEvent.LOCAL_SEEN)
        assertEquals(listOf(DeliveryEvent.ARRIVED, DeliveryEvent.LOCAL_SEEN), recorded().map { it.event })
        assertEquals(strange.size + 2, JSONObject(evidenceFile.readText()).getJSONArray("records").length())
    }

    @Test
    fun `many threads lose nothing`() {
        val threads = Executors.newFixedThreadPool(8)
        repeat(48) { threads.execute { add(DeliveryEvent.ARRIVED, at = it.toLong()) } }
        threads.shutdown()
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS))
        assertEquals((0L..47L).toList(), recorded().map { it.at.seconds }.sorted())
    }

    @Test
    fun `a process that died while it wrote leaves what was there`() {
        add(DeliveryEvent.ARRIVED, at = 1)
        AtomicFile(evidenceFile).startWrite().use { it.write("{\"format\":1,\"rec".toByteArray()) }
        assertEquals(listOf(Time(1)), recorded().map { it.at })
        add(DeliveryEvent.ARRIVED, at = 2)
        assertEquals(listOf(Time(1), Time(2)), recorded().map { it.at })
        assertNull(aside.takeIf { it.exists() })
    }

    @Test
    fun `a clock moved backward makes no proof of the future`() {
        val now = Moment.now().time().seconds
        add(DeliveryEvent.ARRIVED, 3, at = now + 86_400)
        assertEquals(Outcome.UNKNOWN to null, checkNine())
        add(DeliveryEvent.ARRIVED_IN_FRONT, 3, at = now)
        assertEquals(Outcome.WARN to null, checkNine())
    }

    @Test
    fun `a record counts for the days of the profile`() {
        val now = Moment.now().time().seconds
        add(DeliveryEvent.ARRIVED, 3, at = now - 31 * 86_400)
        assertEquals(Outcome.UNKNOWN to null, checkNine())
        add(DeliveryEvent.ARRIVED, 3, at = now - 29 * 86_400)
        assertEquals(Outcome.PASS to null, checkNine())
    }

    @Test
    fun `each event leads to its answer of check 9`() {
        val answers =
            mapOf(
                DeliveryEvent.ARRIVED to (Outcome.PASS to null),
                DeliveryEvent.ARRIVED_IN_FRONT to (Outcome.WARN to null),
                DeliveryEvent.LOCAL_SEEN to (Outcome.WARN to null),
                DeliveryEvent.NOT_ARRIVED to (Outcome.FAIL to 0),
                DeliveryEvent.ARRIVED_NOT_SEEN to (Outcome.FAIL to 1),
                DeliveryEvent.LOCAL_NOT_SEEN to (Outcome.FAIL to 2),
                DeliveryEvent.NOT_SENT to (Outcome.FAIL to 3),
            )
        assertEquals(DeliveryEvent.entries.toSet(), answers.keys)
        for ((event, answer) in answers) {
            evidenceFile.delete()
            add(event)
            assertEquals(event.name, answer, checkNine())
        }
    }
}
