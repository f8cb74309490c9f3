package app.diagnose.android

import app.diagnose.DeliveryEvent
import app.diagnose.Level
import app.diagnose.PushPriority
import app.diagnose.TokenOnServer
import app.diagnose.android.TruthNotifiedPhone.Companion.HIGH
import app.diagnose.android.TruthNotifiedPhone.Companion.LOCKOUT
import org.junit.Test
import java.io.IOException
import java.net.UnknownHostException

/** Phones whose state changes while the screen is there, and what it has to say at each step. */
class TruthInTimeTest : TruthTold() {
    private fun TruthNotifiedPhone.cannotSay() = gives("areNotificationsEnabled") { error("planted") }

    private fun TruthNotifiedPhone.says(on: Boolean) = gives("areNotificationsEnabled") { on }

    @Test
    fun `what is mended, and what is not`() =
        tell {
            story("off, then on") {
                then({ notifications(false) }) { blocks(2, OFF) }
                then({ notifications(true) }) { mended(2, OFF) }
                then { mended(2, OFF) }
            }
            story("on, off, on, off, on") {
                then { }
                then({ notifications(false) }) { blocks(2, OFF) }
                then({ notifications(true) }) { mended(2, OFF) }
                then({ notifications(false) }) { blocks(2, OFF) }
                then({ notifications(true) }) { mended(2, OFF) }
            }
            story("off, not known, on") {
                then({ says(on = false) }) { blocks(2, OFF) }
                then({ cannotSay() }) { unknown(2) }
                then({ says(on = true) }) { mended(2, OFF) }
            }
            story("off, not known, off") {
                then({ says(on = false) }) { blocks(2, OFF) }
                then({ cannotSay() }) { unknown(2) }
                then({ says(on = false) }) { blocks(2, OFF) }
            }
            story("off, on, not known, on") {
                then({ says(on = false) }) { blocks(2, OFF) }
                then({ says(on = true) }) { mended(2, OFF) }
                then({ cannotSay() }) { unknown(2) }
                then { unknown(2) }
                then({ says(on = true) }) { mended(2, OFF) }
            }
            story("not known, then on") {
                then({ cannotSay() }) { unknown(2) }
                then({ says(on = true) })
            }
            story("two are wrong, one is mended, then the other") {
                then({
                    notifications(false)
                    lockScreen(shows = false)
                }) {
                    blocks(2, OFF)
                    weakens(4, LOCKED)
                }
                then({ notifications(true) }) {
                    mended(2, OFF)
                    weakens(4, LOCKED)
                }
                then({ lockScreen(shows = true) }) {
                    mended(2, OFF)
                    mended(4, LOCKED)
                }
            }
            story("two are wrong, one is not known any more") {
                then({
                    notifications(false)
                    lockScreen(shows = false)
                }) {
                    blocks(2, OFF)
                    weakens(4, LOCKED)
                }
                then({ lockScreenSays(null) }) {
                    blocks(2, OFF)
                    unknown(4)
                }
                then({ notifications(true) }) {
                    mended(2, OFF)
                    unknown(4)
                }
            }
            story("one is mended while another breaks") {
                then({ notifications(false) }) { blocks(2, OFF) }
                then({
                    notifications(true)
                    filter(SILENCE)
                }) {
                    mended(2, OFF)
                    weakens(5, SILENCED)
                }
            }
            story("what is wrong becomes another thing of the same check") {
                then({ filter(SILENCE) }) { weakens(5, SILENCED) }
                then({ filter(PRIORITY) }) { notes(5, DISTURB) }
                then({ filter(ALL) }) { mended(5, DISTURB) }
            }
            story("another thing of the same check, by way of not known") {
                then({ says(hasToken = false) }) { blocks(8, NO_TOKEN) }
                then({ says(hasToken = null) }) { unknown(8) }
                then({ says(onServer = TokenOnServer.LACKS) }) { blocks(8, LACKS) }
                then({ says() }) { mended(8, LACKS) }
            }
            story("a channel blocked, then silent, then in order", from = 26) {
                then({ channel(LOCKOUT, 0) }) { blocks(3, "A notification category of Blink is off") }
                then({ channel(LOCKOUT, 2) }) { weakens(3, SILENT) }
                then({ channel(LOCKOUT, HIGH) }) { mended(3, SILENT) }
            }
            story("a channel silent, then deleted, then made again", from = 26) {
                then({ channel(LOCKOUT, 2) }) { weakens(3, SILENT) }
                then({ deleteChannel(LOCKOUT) }) { blocks(3, "A notification category of Blink is missing") }
                then({ channel(LOCKOUT, HIGH) }) { mended(3, "A notification category of Blink is missing") }
            }
            story("shown silently, then not", to = 25) {
                then({ importance(2) }) { weakens(4, SILENTLY) }
                then({ importance(HIGH) }) { mended(4, SILENTLY) }
            }
            story("the process died while it was not known") {
                then({ says(on = false) }) { blocks(2, OFF) }
                then({ cannotSay() }) { unknown(2) }
                person({ diesAndReturns() }) { unknown(2) }
                person({ diesAndReturns() }, { says(on = true) }) { mended(2, OFF) }
                person({ diesAndReturns() }) { mended(2, OFF) }
                person({ diesAndReturns() }, { says(on = false) }) { blocks(2, OFF) }
            }
            story("turned, it says the same") {
                then({ notifications(false) }) { blocks(2, OFF) }
                then({ notifications(true) }) { mended(2, OFF) }
                person({ controller.recreate() }) { mended(2, OFF) }
            }
            story("by the button for it") {
                then({ notifications(false) }) { blocks(2, OFF) }
                person({ taps("Check again") }, { notifications(true) }) { mended(2, OFF) }
            }
            story("looked at anew from the beginning") {
                then({ notifications(false) }) { blocks(2, OFF) }
                then({ notifications(true) }) { mended(2, OFF) }
                person({
                    taps("Back").awaits(TruthStories.JUST_CHECK).taps(TruthStories.JUST_CHECK)
                })
            }
        }

    @Test
    fun `what cannot be told for a while`() =
        tell {
            val calls =
                listOf(
                    "getCurrentInterruptionFilter" to ALL,
                    "getRestrictBackgroundStatus" to FREE,
                    "areNotificationsEnabled" to true,
                )
            story("calls fail, then answer") {
                then({ calls.forEach { (call) -> gives(call) { throw SecurityException("planted") } } }) {
                    listOf(2, 5, 7).forEach(::unknown)
                }
                then({ calls.forEach { (call, answer) -> gives(call) { answer } } })
            }
            story("calls answer, fail, and answer") {
                then { }
                then({ calls.forEach { (call) -> gives(call) { throw SecurityException("planted") } } }) {
                    listOf(2, 5, 7).forEach(::unknown)
                }
                then({ calls.forEach { (call, answer) -> gives(call) { answer } } })
            }
            story("the host speaks, is silent, and speaks") {
                then { }
                then({ app.host = { error("planted") } }) { hostSilent() }
                then({ says() })
            }
            story("no token, the host is silent, a token") {
                then({ says(hasToken = false) }) { blocks(8, NO_TOKEN) }
                then({ app.host = { error("planted") } }) { hostSilent() }
                then({ says() }) { mended(8, NO_TOKEN) }
            }
        }

    @Test
    fun `what a proof is worth as time goes by`() =
        tell {
            val saver = "Battery Saver is on and may delay Blink"
            val limits = "Data Saver or a switch limits Blink's background data"
            story("arrived, then a setting is worse, then mended") {
                then({
                    push { copy(priority = PushPriority.NORMAL) }
                    recorded(DeliveryEvent.ARRIVED, 60, 5)
                }) { right(9) }
                then({ yes("isPowerSaveMode") }) { weakens(6, saver) }
                then({ no("isPowerSaveMode") }) {
                    mended(6, saver)
                    right(9)
                }
            }
            story("seen once, then off, then on") {
                then({ recorded(DeliveryEvent.LOCAL_SEEN, 60) }) { notes(9, WEAK) }
                then({ notifications(false) }) { blocks(2, OFF) }
                then({ notifications(true) }) {
                    mended(2, OFF)
                    notes(9, WEAK)
                }
            }
            story("a failure, its possible cause mended, and there again") {
                then({
                    dataSaver(STOPPED)
                    recorded(DeliveryEvent.NOT_ARRIVED, 60, levels = allPass.copy(data = Level.WARN))
                }) {
                    notes(7, limits)
                    blocks(9, LOST)
                }
                then({ dataSaver(FREE) }) { mended(7, limits) }
                then({ dataSaver(STOPPED) }) {
                    notes(7, limits)
                    blocks(9, LOST)
                }
            }
            story("a failure, its possible cause mended, then an arrival") {
                then({
                    dataSaver(STOPPED)
                    recorded(DeliveryEvent.NOT_ARRIVED, 60, levels = allPass.copy(data = Level.WARN))
                }) {
                    notes(7, limits)
                    blocks(9, LOST)
                }
                then({ dataSaver(FREE) }) { mended(7, limits) }
                then({ recorded(DeliveryEvent.ARRIVED, 10, 5) }) {
                    mended(7, limits)
                    mended(9, LOST)
                }
            }
            story("not arrived, then arrived") {
                then({ recorded(DeliveryEvent.NOT_ARRIVED, 60) }) { blocks(9, LOST) }
                then({ recorded(DeliveryEvent.ARRIVED, 30, 5) }) { mended(9, LOST) }
                then({ recorded(DeliveryEvent.NOT_SENT, 10) }) { blocks(9, NOT_SENT) }
            }
            story("arrived with the app open, then with the phone locked") {
                then({ recorded(DeliveryEvent.ARRIVED_IN_FRONT, 60, 5) }) { notes(9, WEAK) }
                then({ recorded(DeliveryEvent.ARRIVED, 30, 5) }) { mended(9, WEAK) }
            }
            story("arrived, then the app was updated") {
                then({ recorded(DeliveryEvent.ARRIVED, 60, 5) }) { right(9) }
                then({ phone.own.versionName = "2.7.32" })
            }
            story("not arrived, then the app was updated") {
                then({ recorded(DeliveryEvent.NOT_ARRIVED, 60) }) { blocks(9, LOST) }
                then({ phone.own.versionName = "2.7.32" })
                then({ phone.own.versionName = "2.7.31" }) { blocks(9, LOST) }
            }
            story("arrived, then there is another token") {
                then({ recorded(DeliveryEvent.ARRIVED, 60, 5) }) { right(9) }
                then({ says(issuedAgo = 0) })
            }
        }

    @Test
    fun `tests by the person`() =
        tell {
            story("not seen, then seen") {
                then { }
                person({ testsNotification("Test it now", "No") }) { blocks(9, NOT_SEEN) }
                person({ testsNotification("Send a test notification", "Yes") }) { notes(9, WEAK) }
            }
            story("seen, then not seen") {
                then { }
                person({ testsNotification("Test it now", "Yes") }) { notes(9, WEAK) }
                then({ notifications(false) }) { blocks(2, OFF) }
            }
            story("not seen while Do Not Disturb is on, and that is no reason for a tick later") {
                then({ filter(PRIORITY) }) { notes(5, DISTURB) }
                person({ testsNotification("Test it now", "No") }) {
                    notes(5, DISTURB)
                    blocks(9, NOT_SEEN)
                }
                then({ filter(ALL) }) {
                    mended(5, DISTURB)
                    blocks(9, NOT_SEEN)
                }
            }
            story("the server cannot send") {
                then({ app.sends = { throw IOException("planted") } })
                person({ taps("Test it now").awaits("The server could not send it. Tell support.") }) {
                    blocks(9, NOT_SENT)
                }
            }
            story("the server was not reached, which proves nothing") {
                then({ app.sends = { throw UnknownHostException("planted") } })
                person({ taps("Test it now").awaits(NOT_ASKED) })
            }
            story("nothing came") {
                then({ app.sends = { } })
                person({
                    taps("Test it now").awaits("Did a test message arrive?")
                    pause(TestPush.LATE_SECONDS * 1000)
                    awaits("No, nothing came").taps("No, nothing came").awaits("It did not arrive")
                }) { blocks(9, LOST) }
            }
            story("it came late") {
                var id = ""
                then({ app.sends = { id = it } })
                person({
                    taps("Test it now").awaits("Did a test message arrive?")
                    pause(TestPush.LATE_SECONDS * 1000 + 5_000)
                    lockPhone(true)
                    DiagnoseRecord.pushArrived(app, id)
                    awaits("that it came late") { texts().any { it.startsWith("It arrived late, after ") } }
                }) { weakens(9, LATE) }
            }
            story("it came in time, while the phone was locked, and nobody saw it") {
                var id = ""
                then({ app.sends = { id = it } })
                person({
                    taps("Test it now").awaits("Did a test message arrive?")
                    lockPhone(true)
                    DiagnoseRecord.pushArrived(app, id)
                    awaits("Did you see the test message?")
                }) { right(9) }
                person({ taps("No").awaits("It arrived, and you did not see it") }) {
                    blocks(9, "A test arrived, but nothing was seen")
                }
            }
        }

    /** The process dies in the background, and the person comes back to the screen. */
    private fun Tapping.diesAndReturns() {
        controller = comesBack(dies()).controller
    }

    private fun Tapping.testsNotification(
        button: String,
        answer: String,
    ) {
        // When something was recorded, is told by the phone's clock, which runs ahead of the other while a test waits.
        taps(button).awaits("Did you see the test notification?")
        eventually("it is posted") { TestNotification.pending(activity) }
        taps(answer)
        eventually("the answer is recorded") { !TestNotification.pending(activity) }
    }

    private companion object {
        const val LOCKED = "Notifications on the lock screen are off"
        const val SILENTLY = "Notifications for Blink are shown silently"
        const val SILENT = "A notification category of Blink is silent"
        const val NOT_ASKED =
            "Blink could not ask for the test message. Check that this phone is online, then test again."
    }
}
