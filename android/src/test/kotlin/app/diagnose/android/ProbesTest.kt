package app.diagnose.android

import android.content.Context
import android.os.Build
import android.os.DeadSystemException
import app.diagnose.Reason
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** Every fact, with each state that the phone can be put into, and with what it rests on failing. */
@RunWith(RobolectricTestRunner::class)
@Config(
    // The sample app would make channels.
    application = android.app.Application::class,
    shadows = [
        ProbedNotificationManager::class,
        ProbedActivityManager::class,
        ProbedUsageStatsManager::class,
        ProbedPowerManager::class,
        ProbedConnectivityManager::class,
        ProbedNetwork::class,
        ProbedPackageManager::class,
        ProbedStorageManager::class,
        ProbedStatFs::class,
        ProbedDevicePolicyManager::class,
        ProbedUserManager::class,
        ProbedSystemClock::class,
    ],
)
class ProbesTest {
    private val level = Build.VERSION.SDK_INT

    @Test
    fun `the table has every fact`() {
        val phone = ProbePhone()
        val elsewhere = setOf("install.files", "install.splitProblems")
        assertEquals(phone.read().byPath().keys - elsewhere, ProbeTable(phone).rows.map { it.path }.toSet())
    }

    @Test
    fun `a fact is what the phone was set to`() {
        val rows = ProbeTable(ProbePhone()).rows.indices
        val wrong = mutableListOf<String>()
        for (index in rows) {
            val phone = ProbePhone()
            val row = ProbeTable(phone).rows[index]
            row.states.forEachIndexed { number, (expected, set) ->
                if (level >= row.since) set()
                val wanted = if (level >= row.since) expected else row.unreadable(Reason.NO_API)
                val found = phone.read().byPath().getValue(row.path)
                if (found != wanted) wrong += "${row.path} $number: $found, expected $wanted"
            }
        }
        assertEquals("", wrong.joinToString("\n"))
    }

    @Test
    fun `what throws makes its own facts unreadable and no other`() {
        val throwables =
            mapOf<() -> Throwable, Reason>(
                { SecurityException("planted") } to Reason.NO_PERMISSION,
                { IllegalStateException("planted") } to Reason.CALL_FAILED,
                { RuntimeException(DeadSystemException()) } to Reason.CALL_FAILED,
                { NoSuchMethodError("planted") } to Reason.CALL_FAILED,
            )
        val failing = Failing()
        assertTrue("few calls: ${failing.calls}", failing.calls.size > 20)
        for ((make, reason) in throwables) {
            for (call in failing.calls) failing.check(call, reason) { throw make() }
        }
        assertEquals("", failing.wrong.joinToString("\n"))
    }

    @Test
    fun `a manager that is not there makes its own facts unreadable and no other`() {
        val failing = Failing()
        val managers = failing.calls.filter { it.startsWith("getSystemService:") }
        assertTrue("few managers: $managers", managers.size > 3)
        for (manager in managers) failing.check(manager, Reason.CALL_FAILED) { null }
        assertEquals("", failing.wrong.joinToString("\n"))
    }

    /** A phone on which one call after the other fails. */
    private inner class Failing {
        private val phone = ProbePhone()
        private val rows = ProbeTable(phone).rows
        private val before = phone.read().byPath()
        val wrong = mutableListOf<String>()
        val calls = rows.filter { level >= it.since }.flatMap { it.calls }.toSet()

        fun check(
            call: String,
            reason: Reason,
            answer: () -> Any?,
        ) {
            val after = Answers.during(call, answer) { phone.read().byPath() }
            for (row in rows) {
                val rests = call in row.calls && level >= row.since
                val expected = if (rests) row.unreadable(reason) else before.getValue(row.path)
                val found = after.getValue(row.path)
                if (found != expected) wrong += "$call: ${row.path} $found, expected $expected"
            }
        }
    }

    @Test
    fun `a phone on which every manager is missing says so`() {
        val phone = ProbePhone()
        for (name in listOf(
            Context.NOTIFICATION_SERVICE,
            Context.ACTIVITY_SERVICE,
            Context.POWER_SERVICE,
            Context.CONNECTIVITY_SERVICE,
            Context.DEVICE_POLICY_SERVICE,
        )) {
            Answers.give("getSystemService:$name") { null }
        }
        val facts = phone.read().byPath()
        assertEquals(bool.unreadable(Reason.CALL_FAILED), facts["notifications.enabled"])
        assertEquals(bool.unreadable(Reason.CALL_FAILED), facts["network.connected"])
    }

    @Test
    fun `without an activity nobody is asked whether to explain`() {
        val facts = ProbePhone().read(activity = null).byPath()
        assertEquals(bool.unreadable(Reason.NOT_RUN), facts["camera.rationale"])
        val expected = if (level >= 33) Reason.NOT_RUN else Reason.NO_API
        assertEquals(bool.unreadable(expected), facts["notifications.rationale"])
    }

    @Test
    fun `the push host is tried on both ports of the active network`() {
        val phone = ProbePhone()
        phone.pushHost { throw java.io.IOException("refused") }
        assertEquals(bool.known(false), phone.read().byPath()["push.hostReachable"])
        val ports = phone.connected.map { it.substringAfterLast(':') }.toSet()
        assertEquals(setOf("5228", "443"), ports)
    }
}
