package app.diagnose.android

import android.net.ConnectivityManager
import android.os.Looper
import android.provider.Settings
import app.diagnose.DeliveryEvent
import app.diagnose.NumberFact
import app.diagnose.Outcome
import app.diagnose.PushMessage
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSystemClock
import java.io.IOException
import java.net.UnknownHostException
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch

@RunWith(RobolectricTestRunner::class)
@Config(application = EvidenceApp::class)
class TestPushTest {
    private val ids = CopyOnWriteArrayList<String>()
    private val released = CountDownLatch(1)

    @Before
    fun inBackground() {
        lockPhone(false)
        bringToFront(false)
    }

    @After
    fun release() = released.countDown()

    private fun host(
        message: PushMessage = PushMessage.DATA,
        send: ((String) -> Unit)? = {},
    ) {
        (app as EvidenceApp).diagnoseConfiguration =
            DiagnoseConfiguration(
                profile = { blink(message) },
                sendTestPush =
                    send?.let {
                        { id ->
                            ids.add(id)
                            it(id)
                        }
                    },
            )
    }

    private val state get() = TestPush.now(app)

    /** Starts one and waits until the server was asked. */
    private fun waiting(message: PushMessage = PushMessage.DATA): String {
        host(message)
        val before = ids.size
        TestPush.start(app)
        eventually("the server is asked") { ids.size > before && state is TestPushState.Waiting }
        return ids.last()
    }

    private fun pass(seconds: Long) = ShadowSystemClock.advanceBy(Duration.ofSeconds(seconds))

    /** The messaging service's thread. */
    private fun arrive(id: String?) {
        val service = Thread { DiagnoseRecord.pushArrived(app, id) }
        service.start()
        service.join()
    }

    private fun say(word: TestPushWord) {
        TestPush.said(app, word)
        afterWork()
    }

    private fun events() = recorded().map { it.event }

    private fun delays() = recorded().map { (it.delaySeconds as? NumberFact.Known)?.value }

    @Test
    fun `it is offered where the host gives a way`() {
        host(send = null)
        assertFalse(TestPush.offered(app))
        TestPush.start(app)
        afterWork()
        assertEquals(TestPushState.Idle, state)
        host()
        assertTrue(TestPush.offered(app))
    }

    @Test
    fun `one that arrives with the phone locked proves delivery`() {
        val id = waiting()
        pass(7)
        lockPhone(true)
        bringToFront(true)
        arrive(id)
        assertEquals(TestPushState.Arrived(7, false, Presence.LOCKED, ask = true), state)
        assertEquals(listOf(DeliveryEvent.ARRIVED), events())
        assertEquals(listOf(7L), delays())
        assertEquals(Outcome.PASS to null, checkNine())
    }

    @Test
    fun `one that arrives while the app is in front proves little`() {
        val id = waiting()
        pass(3)
        bringToFront(true)
        arrive(id)
        assertEquals(TestPushState.Arrived(3, false, Presence.IN_FRONT, ask = false), state)
        assertEquals(listOf(DeliveryEvent.ARRIVED_IN_FRONT), events())
        assertEquals(Outcome.WARN to null, checkNine())
        say(TestPushWord.SAW_NOTHING)
        assertEquals("nobody is asked whether that was seen", 1, events().size)
    }

    @Test
    fun `one that arrives while another app is in front proves delivery`() {
        val id = waiting()
        arrive(id)
        assertEquals(TestPushState.Arrived(0, false, Presence.ELSEWHERE, ask = true), state)
        assertEquals(Outcome.PASS to null, checkNine())
    }

    @Test
    fun `one that took over 120 seconds is late`() {
        val id = waiting()
        pass(120)
        assertEquals(TestPushState.Waiting(120, late = false, ask = false), state)
        pass(1)
        assertEquals(TestPushState.Waiting(121, late = true, ask = false), state)
        arrive(id)
        assertEquals(TestPushState.Arrived(121, true, Presence.ELSEWHERE, ask = true), state)
        assertEquals(Outcome.FAIL to 4, checkNine())
    }

    @Test
    fun `other ids and a second arrival change nothing`() {
        val first = waiting()
        arrive(first)
        arrive(first)
        assertEquals(1, events().size)
        val second = waiting()
        assertNotEquals(first, second)
        arrive(first)
        arrive("")
        arrive("no such id")
        assertEquals(TestPushState.Waiting(0, late = false, ask = false), state)
        assertEquals(1, events().size)
        arrive(second)
        assertEquals(2, events().size)
    }

    @Test
    fun `after ten minutes it did not arrive, and should it arrive yet that is recorded too`() {
        val id = waiting()
        pass(599)
        assertEquals(TestPushState.Waiting(599, late = true, ask = false), state)
        assertEquals(Outcome.UNKNOWN to null, checkNine())
        pass(100)
        val over = Moment.now().time().seconds - 99
        assertEquals(TestPushState.NotArrived, state)
        assertEquals(TestPushState.NotArrived, state)
        assertEquals(listOf(DeliveryEvent.NOT_ARRIVED), events())
        assertTrue(recorded().single().at.seconds in over..over + 2)
        assertEquals(Outcome.FAIL to 0, checkNine())
        pass(1)
        arrive(id)
        assertEquals(TestPushState.Arrived(700, true, Presence.ELSEWHERE, ask = true), state)
        assertEquals(Outcome.FAIL to 4, checkNine())
    }

    @Test
    fun `one that arrives late while nobody looks did arrive`() {
        val id = waiting()
        pass(5000)
        arrive(id)
        assertEquals(listOf(DeliveryEvent.ARRIVED), events())
        assertEquals(listOf(5000L), delays())
    }

    @Test
    fun `where the app cannot see it, only the user says what became of it`() {
        waiting(PushMessage.NOTIFICATION)
        say(TestPushWord.SAW_NOTHING)
        assertEquals("too early to say", TestPushState.Waiting(0, late = false, ask = true), state)
        pass(5000)
        assertEquals(TestPushState.Waiting(5000, late = true, ask = true), state)
        assertEquals(emptyList<Any>(), events())
        say(TestPushWord.SAW_NOTHING)
        assertEquals(TestPushState.NotArrived, state)
        assertEquals(Outcome.FAIL to 0, checkNine())
        pass(5)
        say(TestPushWord.SEEN_LOCKED)
        assertEquals(TestPushState.Arrived(null, false, Presence.LOCKED, ask = false), state)
        assertEquals(listOf(DeliveryEvent.NOT_ARRIVED, DeliveryEvent.ARRIVED), events())
        assertEquals(listOf(null, null), delays())
        assertEquals(Outcome.PASS to null, checkNine())
    }

    @Test
    fun `seen with the phone not locked proves little`() {
        waiting(PushMessage.NOTIFICATION)
        say(TestPushWord.SEEN_UNLOCKED)
        say(TestPushWord.SEEN_UNLOCKED)
        say(TestPushWord.SAW_NOTHING)
        assertEquals(listOf(DeliveryEvent.ARRIVED_IN_FRONT), events())
        assertEquals(Outcome.WARN to null, checkNine())
    }

    @Test
    fun `one that arrived and was not seen`() {
        val id = waiting()
        arrive(id)
        pass(5)
        say(TestPushWord.SAW_NOTHING)
        say(TestPushWord.SAW_NOTHING)
        assertEquals(TestPushState.NotSeen, state)
        assertEquals(listOf(DeliveryEvent.ARRIVED, DeliveryEvent.ARRIVED_NOT_SEEN), events())
        assertEquals(Outcome.FAIL to 1, checkNine())
    }

    @Test
    fun `one that arrived and was seen needs no second record`() {
        val id = waiting()
        arrive(id)
        say(TestPushWord.SEEN_LOCKED)
        assertEquals(TestPushState.Arrived(0, false, Presence.ELSEWHERE, ask = false), state)
        assertEquals(1, events().size)
    }

    @Test
    fun `a server that could not send is recorded`() {
        host { throw IllegalStateException("HTTP 500") }
        TestPush.start(app)
        eventually("not sent") { state == TestPushState.NotSent(refused = true) }
        assertEquals(listOf(DeliveryEvent.NOT_SENT), events())
        assertEquals(Outcome.FAIL to 3, checkNine())
    }

    @Test
    fun `an error of the host's function is no crash`() {
        host { throw NoClassDefFoundError("a/Client") }
        TestPush.start(app)
        eventually("not sent") { state == TestPushState.NotSent(refused = true) }
    }

    @Test
    fun `a server that was not reached proves nothing`() {
        host { throw IOException("could not ask", UnknownHostException("push.example")) }
        TestPush.start(app)
        eventually("not sent") { state == TestPushState.NotSent(refused = false) }
        assertEquals(emptyList<Any>(), events())
    }

    @Test
    fun `a phone without a network proves nothing about the server`() {
        shadowOf(app.getSystemService(ConnectivityManager::class.java)).setDefaultNetworkActive(false)
        shadowOf(app.getSystemService(ConnectivityManager::class.java)).setActiveNetworkInfo(null)
        host { throw IllegalStateException("offline") }
        TestPush.start(app)
        eventually("not sent") { state == TestPushState.NotSent(refused = false) }
        assertEquals(emptyList<Any>(), events())
    }

    @Test
    fun `a function that never returns ends the asking, and the push may still arrive`() {
        host { released.await() }
        TestPush.start(app)
        eventually("asked") { ids.size == 1 }
        assertEquals(TestPushState.Asking, state)
        TestPush.start(app)
        afterWork()
        assertEquals("a double tap starts one test", 1, ids.size)
        pass(6)
        assertEquals(TestPushState.NotSent(refused = false), state)
        assertEquals(emptyList<Any>(), events())
        arrive(ids.single())
        assertEquals(TestPushState.Arrived(6, false, Presence.ELSEWHERE, ask = true), state)
        released.countDown()
        afterWork()
        assertEquals(TestPushState.Arrived(6, false, Presence.ELSEWHERE, ask = true), state)
    }

    @Test
    fun `one that arrives before the server answered counts`() {
        host { id ->
            DiagnoseRecord.pushArrived(app, id)
            throw IllegalStateException("and then it fails")
        }
        TestPush.start(app)
        eventually("arrived") { state is TestPushState.Arrived }
        Thread.sleep(50)
        assertEquals(listOf(DeliveryEvent.ARRIVED), events())
    }

    @Test
    fun `the user's clock does not matter`() {
        val id = waiting()
        // It stands still while the other one goes on, as if it were set back.
        pass(40)
        val now = Moment.now().time().seconds
        arrive(id)
        assertEquals(listOf(40L), delays())
        assertTrue(recorded().single().at.seconds in now..now + 2)
    }

    @Test
    fun `a phone that started anew forgets the test`() {
        val id = waiting()
        Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, 7)
        assertEquals(TestPushState.Idle, state)
        arrive(id)
        pass(1000)
        assertEquals(TestPushState.Idle, state)
        assertEquals(emptyList<Any>(), events())
    }

    @Test
    fun `a test runs on without a screen, and a new one ends it`() {
        waiting()
        TestPush.start(app)
        afterWork()
        assertEquals("still in time", 1, ids.size)
        pass(121)
        val second = waiting()
        assertEquals(2, ids.size)
        arrive(ids.first())
        assertEquals(emptyList<Any>(), events())
        arrive(second)
        assertEquals(1, events().size)
    }

    @Test
    fun `two hours later nobody is asked any more, and an arrival is recorded still`() {
        val id = waiting(PushMessage.NOTIFICATION)
        pass(TestPush.TOLD_SECONDS)
        assertTrue("$state", state is TestPushState.Waiting)
        pass(1)
        assertEquals(TestPushState.Idle, state)
        TestPush.said(app, TestPushWord.SAW_NOTHING)
        afterWork()
        assertEquals(emptyList<Any>(), events())
        arrive(id)
        assertEquals(TestPushState.Idle, state)
        assertEquals(1, events().size)
    }

    @Test
    fun `a screen hears of each change on the main thread, until it closes`() {
        host()
        val heard = CopyOnWriteArrayList<TestPushState>()
        val watch =
            TestPush.watch(app) {
                assertTrue(Looper.getMainLooper().isCurrentThread)
                heard.add(it)
            }
        eventually("idle") { heard.toList() == listOf(TestPushState.Idle) }
        TestPush.start(app)
        eventually("waiting") { heard.last() is TestPushState.Waiting }
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(2))
        eventually("seconds") { (heard.last() as TestPushState.Waiting).seconds >= 1 }
        arrive(ids.single())
        eventually("arrived") { heard.last() is TestPushState.Arrived }
        assertEquals("each once", heard.size, heard.distinct().size)
        watch.close()
        val before = heard.size
        TestPush.said(app, TestPushWord.SEEN_LOCKED)
        afterWork()
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(before, heard.size)
    }
}
