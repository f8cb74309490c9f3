package app.diagnose.android

import android.os.Bundle
import app.diagnose.HostFacts
import app.diagnose.Profile
import app.diagnose.Time
import app.diagnose.TimeFact
import app.diagnose.android.Scenes.settles
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger

/** A host whose functions throw, or do not answer. */
@RunWith(RobolectricTestRunner::class)
@Config(application = EvidenceApp::class, shadows = [OpenNetwork::class])
class HostTest {
    private val released = CountDownLatch(1)
    private val asked = AtomicInteger()

    @Before
    fun phone() = Scenes.setUp()

    @After
    fun release() = released.countDown()

    /** Asked for the profile the first time, it does [first], and answers from then on. */
    private fun profile(
        host: () -> Unit = {},
        first: () -> Unit,
    ) {
        val profile = {
            if (asked.getAndIncrement() == 0) first()
            blink()
        }
        configure(profile, host)
    }

    private fun configure(
        profile: () -> Profile,
        host: () -> Unit = {},
    ) = answer(profile) {
        host()
        GoodPhone.hostSays()
    }

    private fun answer(
        profile: () -> Profile,
        host: () -> HostFacts,
    ) {
        (app as EvidenceApp).diagnoseConfiguration = DiagnoseConfiguration(profile, host)
    }

    /** As it was left on the page with the result, before its process died. */
    private fun died(): Bundle {
        configure(::blink)
        return Scenes.nothing().dies()
    }

    @Test
    fun `a profile that cannot be had is told, and asked for again`() {
        profile { error("not yet") }
        val person = Tapping().awaits(FAILED)
        assertFalse(person.sees("What happened?"))
        person
            .taps("Check again")
            .awaits("Something else")
            .taps("Something else")
            .awaits("Code for support")
        assertEquals(2, asked.get())
    }

    @Test
    fun `an error is no crash either`() {
        profile { throw NoClassDefFoundError("a/Profile") }
        Tapping().awaits(FAILED).taps("Check again").awaits("Something else")
    }

    @Test
    fun `a profile that does not come is told, and asked for again`() {
        profile { released.await() }
        val person = Tapping().awaits("Looking at this phone…")
        person.awaits(FAILED)
        person.taps("Check again").awaits("Something else")
    }

    @Test
    fun `while it is asked again, that is said, and a second tap asks no more`() {
        val times = AtomicInteger()
        configure({
            if (times.incrementAndGet() == 1) error("not yet")
            released.await()
            blink()
        })
        val person = Tapping().awaits(FAILED)
        val button = person.button("Check again")
        button.performClick()
        button.performClick()
        person.awaits("Looking at this phone…")
        released.countDown()
        person.awaits("Something else").settles()
        assertEquals(2, times.get())
    }

    @Test
    fun `after the process died on the result, it is asked again for all`() {
        val saved = died()
        val answers = CountDownLatch(1)
        configure({
            check(answers.count == 0L) { "not yet" }
            blink()
        })
        // Until it does not look again by itself.
        val person = comesBack(saved).awaits(FAILED).settles()
        answers.countDown()
        person.taps("Check again").awaits("Nothing wrong found")
        assertTrue(person.texts().toString(), person.texts().any { it.startsWith("Read this to the IT support") })
        person.taps("Back").awaits("What happened?")
        assertTrue(person.sees("Something else"))
    }

    @Test
    fun `a profile that came late is not left without its words`() {
        val saved = died()
        profile { error("not yet") }
        val person = comesBack(saved).awaits("Nothing wrong found").settles()
        person.awaits("what support is called") { person.texts().any { it.startsWith("Read this to the IT support") } }
        person.taps("Back").awaits("Something else")
    }

    @Test
    fun `a host that does not answer is waited for, and then what it knows is not known`() {
        configure(::blink) { released.await() }
        val person = Scenes.choose().taps("Something else").awaits("Looking at this phone…")
        person.awaits("Registration")
        val texts = person.texts()
        assertEquals("The phone did not answer when Blink asked.", texts[texts.indexOf("Registration") + 1])
        released.countDown()
        person.pause(1000)
        person.taps("Check again")
        person.awaits("what the host says now") {
            val now = person.texts()
            now.indexOf("Registration").let { it < 0 || now[it + 1] != "The phone did not answer when Blink asked." }
        }
    }

    @Test
    fun `while it does not answer, one look waits and no more`() {
        val hangs = AtomicBoolean()
        answer(::blink) {
            asked.incrementAndGet()
            if (hangs.get()) released.await()
            GoodPhone.hostSays()
        }
        val person = Scenes.nothing()
        val before = asked.get()
        hangs.set(true)
        person.taps("Check again").pause(800)
        eventually("it is asked") { asked.get() == before + 1 }
        repeat(4) { person.taps("Check again").pause(800) }
        released.countDown()
        eventually("it is asked again") { asked.get() == before + 2 }
        person.settles()
        assertEquals(2, asked.get() - before)
    }

    @Test
    fun `what no server says costs what the host said, and nothing else`() {
        answer(::blink) { GoodPhone.hostSays().copy(serverTime = TimeFact.Known(Time(0))) }
        val said = Said.of("Something else")
        assertTrue("$said", "Notifications allowed" in said.right)
        assertTrue("$said", "Registration" in said.unknown)
    }

    private companion object {
        const val FAILED = "This phone could not be looked at. Check again, or call support."
    }
}
