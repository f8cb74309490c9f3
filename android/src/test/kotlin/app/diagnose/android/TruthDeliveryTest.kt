package app.diagnose.android

import app.diagnose.DeliveryEvent
import app.diagnose.Level
import app.diagnose.android.TruthNotifiedPhone.Companion.DAY
import org.junit.Test

/** Phones with a record each, and what the screen says of check 9 there, and of all others. */
class TruthDeliveryTest : TruthTold() {
    @Test
    fun `proofs of delivery`() =
        tell {
            val hidden = "A test arrived, but nothing was seen"

            fun proof(
                name: String,
                set: TruthNotifiedPhone.() -> Unit,
                truth: TruthSpoken.() -> Unit = {},
            ) = phone(name, set = set, truth = truth)
            proof("arrived", { recorded(DeliveryEvent.ARRIVED, 60, 5) }) { right(9) }
            phone("arrived, and none come", complaint = TruthStories.NO_NOTIFICATIONS, set = {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
            }) {
                right(9)
                answers(NOT_THE_PHONE)
            }
            proof("arrived in two minutes", { recorded(DeliveryEvent.ARRIVED, 60, 120) }) { right(9) }
            proof("arrived after that", { recorded(DeliveryEvent.ARRIVED, 60, 121) }) { weakens(9, LATE) }
            proof("arrived, not timed", { recorded(DeliveryEvent.ARRIVED, 60) }) { right(9) }
            proof("late, and the app was open", { recorded(DeliveryEvent.ARRIVED_IN_FRONT, 60, 999) }) {
                weakens(9, LATE)
            }
            proof("arrived in front", { recorded(DeliveryEvent.ARRIVED_IN_FRONT, 60, 5) }) { notes(9, WEAK) }
            proof("a test of this phone's own", { recorded(DeliveryEvent.LOCAL_SEEN, 60) }) { notes(9, WEAK) }
            proof("the stronger of two, whichever is newer", {
                recorded(DeliveryEvent.ARRIVED, 120, 5)
                recorded(DeliveryEvent.LOCAL_SEEN, 60)
            }) { right(9) }
            proof("seen, then notifications turned off", {
                recorded(DeliveryEvent.LOCAL_SEEN, 60)
                notifications(false)
            }) { blocks(2, OFF) }
            proof("arrived, by another version of the app", {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
                phone.own.versionName = "2.7.32"
            })
            proof("not arrived, by another version of the app", {
                recorded(DeliveryEvent.NOT_ARRIVED, 60)
                phone.own.versionName = "2.7.30"
            }) { notes(14, "A newer version of Blink is out") }
            proof("a version that cannot be read", {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
                phone.own.versionName = "of today"
            }) { unknown(14) }
            proof("a token that is newer", {
                recorded(DeliveryEvent.ARRIVED, 600, 5)
                says(issuedAgo = 300)
            })
            proof("a token that is older", {
                recorded(DeliveryEvent.ARRIVED, 300, 5)
                says(issuedAgo = 600)
            }) { right(9) }
            proof("not arrived, before this token", {
                recorded(DeliveryEvent.NOT_ARRIVED, 600)
                says(issuedAgo = 300)
            })
            proof("not arrived, then arrived", {
                recorded(DeliveryEvent.NOT_ARRIVED, 600)
                recorded(DeliveryEvent.ARRIVED, 300, 5)
            }) { right(9) }
            proof("not arrived, then arrived late", {
                recorded(DeliveryEvent.NOT_ARRIVED, 600)
                recorded(DeliveryEvent.ARRIVED, 300, 500)
            }) { weakens(9, LATE) }
            proof("not arrived, then seen by itself alone", {
                recorded(DeliveryEvent.NOT_ARRIVED, 600)
                recorded(DeliveryEvent.LOCAL_SEEN, 300)
            }) { blocks(9, LOST) }
            proof("not arrived, then arrived with the app open", {
                recorded(DeliveryEvent.NOT_ARRIVED, 600)
                recorded(DeliveryEvent.ARRIVED_IN_FRONT, 300, 5)
            }) { notes(9, WEAK) }
            proof("arrived, then not", {
                recorded(DeliveryEvent.ARRIVED, 600, 5)
                recorded(DeliveryEvent.NOT_ARRIVED, 300)
            }) { blocks(9, LOST) }
            proof("arrived and not in the same second", {
                recorded(DeliveryEvent.ARRIVED, 300, 5)
                recorded(DeliveryEvent.NOT_ARRIVED, 300)
            }) { blocks(9, LOST) }
            proof("late, then in time", {
                recorded(DeliveryEvent.ARRIVED, 600, 500)
                recorded(DeliveryEvent.ARRIVED, 300, 5)
            }) { right(9) }
            proof("in time, then late", {
                recorded(DeliveryEvent.ARRIVED, 600, 5)
                recorded(DeliveryEvent.ARRIVED, 300, 500)
            }) { weakens(9, LATE) }
            proof("arrived, nothing seen", { recorded(DeliveryEvent.ARRIVED_NOT_SEEN, 60) }) { blocks(9, hidden) }
            proof("arrived, then nothing seen", {
                recorded(DeliveryEvent.ARRIVED, 70, 5)
                recorded(DeliveryEvent.ARRIVED_NOT_SEEN, 60)
            }) { blocks(9, hidden) }
            proof("nothing seen, with a setting that is mended", {
                recorded(DeliveryEvent.ARRIVED_NOT_SEEN, 60, levels = allPass.copy(presentation = Level.WEAKENS))
            })
            proof("nothing seen, with a setting mended that hides nothing", {
                recorded(DeliveryEvent.ARRIVED_NOT_SEEN, 60, levels = allPass.copy(background = Level.BLOCKS))
            }) { blocks(9, hidden) }
            proof("its own test not seen", { recorded(DeliveryEvent.LOCAL_NOT_SEEN, 60) }) { blocks(9, NOT_SEEN) }
            proof("its own test not seen, then seen", {
                recorded(DeliveryEvent.LOCAL_NOT_SEEN, 600)
                recorded(DeliveryEvent.LOCAL_SEEN, 60)
            }) { notes(9, WEAK) }
            proof("its own test not seen, then a push", {
                recorded(DeliveryEvent.LOCAL_NOT_SEEN, 600)
                recorded(DeliveryEvent.ARRIVED, 60, 5)
            }) { right(9) }
            proof("its own test not seen while they were off", {
                recorded(DeliveryEvent.LOCAL_NOT_SEEN, 60, levels = allPass.copy(app = Level.BLOCKS))
            })
            proof("not sent", { recorded(DeliveryEvent.NOT_SENT, 60) }) { blocks(9, NOT_SENT) }
            proof("not sent for want of a token, which is there now", {
                recorded(DeliveryEvent.NOT_SENT, 60, levels = allPass.copy(pushService = Level.BLOCKS))
            })
            proof("not arrived while they were off, which keeps none from arriving", {
                recorded(DeliveryEvent.NOT_ARRIVED, 60, levels = allPass.copy(app = Level.BLOCKS))
            }) { blocks(9, LOST) }
            proof("not arrived while nothing was known", {
                recorded(DeliveryEvent.NOT_ARRIVED, 60, levels = allPass.copy(background = Level.UNKNOWN))
            }) { blocks(9, LOST) }
            proof("arrived while the app was restricted", {
                recorded(DeliveryEvent.ARRIVED, 60, 5, allPass.copy(background = Level.BLOCKS))
            }) { right(9) }
            phone("arrived, then the app was restricted", from = 28, set = {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
                yes("isBackgroundRestricted")
            }) { blocks(6, "Blink is restricted in the background") }
            proof("arrived, then Do Not Disturb", {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
                filter(SILENCE)
            }) {
                right(9)
                weakens(5, SILENCED)
            }
            proof("arrived, then the host fell silent", {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
                app.host = { hostFacts() }
            }) {
                hostSilent()
                right(9)
            }
            proof("arrived, twenty-nine days ago", { recorded(DeliveryEvent.ARRIVED, 29 * DAY, 5) }) { right(9) }
            proof("arrived, thirty days ago", { recorded(DeliveryEvent.ARRIVED, 30 * DAY, 5) })
            proof("not arrived, thirty-one days ago", { recorded(DeliveryEvent.NOT_ARRIVED, 31 * DAY) })
            proof("arrived tomorrow: the clock was set back", { recorded(DeliveryEvent.ARRIVED, -DAY, 5) })
            proof("not arrived tomorrow", { recorded(DeliveryEvent.NOT_ARRIVED, -DAY) })
            proof("a damaged record", {
                recorded(DeliveryEvent.ARRIVED, 60, 5)
                evidenceFile.writeText("{")
            })
        }
}
