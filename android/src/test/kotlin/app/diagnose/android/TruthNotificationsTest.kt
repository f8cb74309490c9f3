package app.diagnose.android

import android.app.Notification
import android.app.NotificationManager
import android.content.pm.PackageManager
import app.diagnose.ChannelRule
import app.diagnose.android.TruthNotifiedPhone.Companion.HIGH
import app.diagnose.android.TruthNotifiedPhone.Companion.LOCKOUT
import app.diagnose.android.TruthNotifiedPhone.Companion.POST
import org.junit.Test

/** Phones in one state each that hides or silences, and what the screen says of all checks. */
class TruthNotificationsTest : TruthTold() {
    @Test
    fun `a phone on which nothing is wrong`() =
        tell {
            phone("whole", set = {})
            phone("whole, and no notifications", complaint = TruthStories.NO_NOTIFICATIONS, set = {}) {
                answers(NOT_THE_PHONE)
            }
        }

    @Test
    fun `channels that the profile names`() =
        tell {
            val two = arrayOf(ChannelRule(LOCKOUT, popUp = true), ChannelRule("alarm", popUp = false))
            val blocked = "A notification category of Blink is off"
            val missing = "A notification category of Blink is missing"
            val minimised = "A notification category of Blink is minimised"
            val silent = "A notification category of Blink is silent"
            val noPopUp = "A notification category of Blink does not pop up"
            val ofGroup = "A group of Blink's notification categories is off"

            fun two(
                name: String,
                lockout: Int?,
                alarm: Int?,
                atStart: Boolean = true,
                truth: TruthSpoken.() -> Unit,
            ) = phone(name, from = 26, set = {
                profile(*two, atStart = atStart)
                if (lockout == null) deleteChannel(LOCKOUT) else channel(LOCKOUT, lockout)
                alarm?.let { channel("alarm", it) }
            }, truth = truth)
            two("one silent, one blocked", LOW, NONE) { blocks(3, blocked) }
            two("one blocked, one minimised", NONE, MIN) { blocks(3, blocked) }
            two("one without pop-up, one silent", DEFAULT, LOW) { weakens(3, silent) }
            two("one silent, one minimised", LOW, MIN) { weakens(3, minimised) }
            two("only the first is to pop up", HIGH, DEFAULT) { }
            two("one missing that is made at start, one silent", null, LOW) { blocks(3, missing) }
            two("one missing that is made at start, one blocked", null, NONE) { blocks(3, blocked) }
            two("both missing that are made at start", null, null) { blocks(3, missing) }
            two("one missing that is made later, one silent", null, LOW, atStart = false) { weakens(3, silent) }
            two("no pop-up, one missing that is made later", DEFAULT, null, atStart = false) { weakens(3, noPopUp) }
            two("one missing that is made later, one in order", null, HIGH, atStart = false) { unknown(3) }
            phone("its group is blocked, it is not", from = 28, set = {
                group("all", blocked = true)
                channel(LOCKOUT, HIGH, inGroup = "all")
            }) { blocks(3, ofGroup) }
            phone("blocked in a blocked group", from = 28, set = {
                group("all", blocked = true)
                channel(LOCKOUT, NONE, inGroup = "all")
            }) { blocks(3, blocked) }
            phone("silent in a blocked group", from = 28, set = {
                group("all", blocked = true)
                channel(LOCKOUT, LOW, inGroup = "all")
            }) { blocks(3, ofGroup) }
            phone("a group that is open", from = 26, set = {
                group("all", blocked = false)
                channel(LOCKOUT, HIGH, inGroup = "all")
            })
            phone("another channel's group is blocked", from = 28, set = {
                group("all", blocked = true)
                channel("news", HIGH, inGroup = "all")
            })
            phone("a group that nobody can find", from = 28, set = { channel(LOCKOUT, HIGH, inGroup = "lost") }) {
                unknown(3)
            }
            phone("silent in a group that nobody can find", from = 28, set = {
                channel(LOCKOUT, LOW, inGroup = "lost")
            }) { weakens(3, silent) }
            phone("a group, where groups cannot be blocked", from = 26, to = 27, set = {
                channel(LOCKOUT, HIGH, inGroup = "lost")
            })
            phone("importance not expressed", from = 26, set = {
                channel(LOCKOUT, NotificationManager.IMPORTANCE_UNSPECIFIED)
            }) { weakens(3, noPopUp) }
            phone("the highest importance", from = 26, set = { channel(LOCKOUT, NotificationManager.IMPORTANCE_MAX) })
            phone("an importance that Android does not have", from = 26, set = { channel(LOCKOUT, 9) }) { unknown(3) }
            phone("the same of a channel that nobody names", from = 26, set = { channel("news", 9) }) { unknown(3) }
            phone("an id that is no id", from = 26, set = { channel("ロックアウト", HIGH) }) { unknown(3) }
            phone("the same, while all is off", from = 26, set = {
                channel("two words", HIGH)
                notifications(false)
            }) {
                unknown(3)
                blocks(2, OFF)
            }
            phone("other channels are blocked", from = 26, set = { channel("news", NONE) })
            phone("hidden on the lock screen", from = 26, set = {
                channel(LOCKOUT, HIGH, visibility = Notification.VISIBILITY_SECRET)
            }) { weakens(4, SECRET) }
            phone("one of two hidden on the lock screen", from = 26, set = {
                profile(*two)
                channel("alarm", HIGH, visibility = Notification.VISIBILITY_SECRET)
                channel(LOCKOUT, LOW)
            }) {
                weakens(3, silent)
                weakens(4, SECRET)
            }
            phone("another channel hidden on the lock screen", from = 26, set = {
                channel("news", HIGH, visibility = Notification.VISIBILITY_SECRET)
            })
            phone("private on the lock screen", from = 26, set = {
                channel(LOCKOUT, HIGH, visibility = Notification.VISIBILITY_PRIVATE)
            })
            phone("a visibility that Android does not have", from = 26, set = {
                channel(LOCKOUT, HIGH, visibility = 7)
            })
        }

    @Test
    fun `channels where the profile names none`() =
        tell {
            fun app(
                name: String,
                vararg channels: Pair<String, Int>,
                truth: TruthSpoken.() -> Unit = {},
            ) = phone(name, from = 26, set = {
                profile()
                deleteChannel(LOCKOUT)
                channels.forEach { (id, importance) -> channel(id, importance) }
            }, truth = truth)
            app("one of them is in order", "news" to NONE, "other" to HIGH)
            app("none needs to pop up", "news" to NONE, "other" to DEFAULT)
            app("the best is silent", "news" to NONE, "other" to LOW, "more" to MIN) {
                weakens(3, "A notification category of Blink is silent")
            }
            app("only minimised", "news" to MIN) { weakens(3, "A notification category of Blink is minimised") }
            app("all blocked", "news" to NONE, "other" to NONE) {
                blocks(3, "A notification category of Blink is off")
            }
            app("the app has none") { unknown(3) }
            phone("the best is hidden on the lock screen", from = 26, set = {
                profile()
                deleteChannel(LOCKOUT)
                channel("news", HIGH, visibility = Notification.VISIBILITY_SECRET)
                channel("other", LOW)
            }) { weakens(4, SECRET) }
            phone("one that is not the best is hidden on the lock screen", from = 26, set = {
                profile()
                channel("other", LOW, visibility = Notification.VISIBILITY_SECRET)
            })
            phone("no channel, and Do Not Disturb lets some through", from = 26, set = {
                profile()
                deleteChannel(LOCKOUT)
                filter(PRIORITY)
            }) {
                unknown(3)
                notes(5, DISTURB)
            }
        }

    @Test
    fun `notifications off`() =
        tell {
            phone("off", set = { notifications(false) }, truth = { blocks(2, OFF) })
            phone("off, and none come", complaint = TruthStories.NO_NOTIFICATIONS, set = { notifications(false) }) {
                blocks(2, OFF)
                answers("This explains it")
            }
            phone("off, before they could be asked for", to = 32, set = {
                notifications(false)
                Marks(app).writeAsked(POST)
                explains(true)
            }) { blocks(2, OFF) }
            phone("off and unused, which this Android does nothing about", to = 30, set = {
                notifications(false)
                used(61)
            }) { blocks(2, OFF) }
            phone("off before 33 and never declared", to = 32, set = {
                notifications(false)
                phone.own.requestedPermissions = null
            }) { blocks(2, OFF) }
        }

    @Test
    fun `the permission`() =
        tell {
            val never = "Blink has not asked to send notifications yet"
            val once = "Notifications for Blink are not allowed yet"
            val denied = "Notifications for Blink are not allowed"
            val unused = "Notifications are off, probably because Blink was unused"
            val undeclared = "This version of Blink cannot ask for notifications"

            fun off(
                name: String,
                title: String,
                set: TruthNotifiedPhone.() -> Unit,
            ) = phone(name, from = 33, set = {
                notifications(false)
                mark("granted-notifications").delete()
                set()
            }) { blocks(2, title) }
            off("never asked", never) { }
            off("asked once, denied", once) {
                Marks(app).writeAsked(POST)
                explains(true)
            }
            off("asked, denied for good", denied) { Marks(app).writeAsked(POST) }
            off("to be explained, by an app that did not say that it asked", once) { explains(true) }
            off("granted once", OFF) { Marks(app).writeGranted(POST) }
            off("granted once, asked again and denied", OFF) {
                Marks(app).writeGranted(POST)
                Marks(app).writeAsked(POST)
                explains(true)
            }
            off("granted once, used sixty days ago", OFF) {
                Marks(app).writeGranted(POST)
                used(60)
            }
            off("not declared", undeclared) { phone.own.requestedPermissions = arrayOf("android.permission.CAMERA") }
            off("not declared any more", undeclared) {
                Marks(app).writeGranted(POST)
                phone.own.requestedPermissions = null
            }
            off("the app is older than the library", OFF) {
                phone.noMarks()
                wasUpdated()
                used(0)
            }
            off("the app is older than the library, which asked", denied) {
                phone.noMarks()
                wasUpdated()
                used(0)
                Marks(app).writeAsked(POST)
            }
            off("the mark of the question is damaged", OFF) { mark("asked-notifications").writeText("yes") }
            off("the mark of the grant is damaged", denied) {
                mark("granted-notifications").writeText("yes")
                Marks(app).writeAsked(POST)
            }
            off("whether to explain is not known", OFF) {
                Marks(app).writeAsked(POST)
                gives("rationale:$POST") { throw IllegalStateException("planted") }
            }
            off("what is declared is not known", denied) {
                Marks(app).writeAsked(POST)
                gives("getPackageInfo:${app.packageName}:${PackageManager.GET_PERMISSIONS}") { null }
            }
            phone("granted once, unused since", from = 33, set = {
                notifications(false)
                Marks(app).writeGranted(POST)
                used(61)
            }) {
                blocks(2, unused)
                weakens(6, PAUSES)
            }
            phone("granted once, unused since, and exempt", from = 33, set = {
                notifications(false)
                Marks(app).writeGranted(POST)
                used(61)
                yes("isAutoRevokeWhitelisted")
            }) { blocks(2, OFF) }
            phone("the permission is granted, but they are off", from = 33, set = {
                notifications(false)
                permission(true)
            }) { blocks(2, OFF) }
            phone("they are on, whatever the permission", from = 33, set = { permission(false) })
            phone("they are on, though not declared", from = 33, set = { phone.own.requestedPermissions = null })
            phone("it cannot be read, though the permission is denied", from = 33, set = {
                notifications(false)
                gives("areNotificationsEnabled") { throw IllegalStateException("planted") }
            }) { unknown(2) }
        }

    @Test
    fun `how they are shown, and Do Not Disturb`() =
        tell {
            val paused = "Notifications for Blink are paused"
            val locked = "Notifications on the lock screen are off"
            val silently = "Notifications for Blink are shown silently"
            phone("paused", from = 29, set = { yes("areNotificationsPaused") }, truth = { blocks(4, paused) })
            phone("paused, before that can be read", to = 28, set = { yes("areNotificationsPaused") })
            phone("not on the lock screen", set = { lockScreen(shows = false) }, truth = { weakens(4, locked) })
            phone("paused, and not on the lock screen", from = 29, set = {
                yes("areNotificationsPaused")
                lockScreen(shows = false)
            }) { blocks(4, paused) }
            phone("not on the lock screen, and hidden there", from = 26, set = {
                lockScreen(shows = false)
                channel(LOCKOUT, HIGH, visibility = Notification.VISIBILITY_SECRET)
            }) { weakens(4, locked) }
            phone("a lock screen that says nothing", set = { lockScreenSays(null) }, truth = { unknown(4) })
            phone("a lock screen that says nonsense", set = { lockScreenSays("on") }, truth = { unknown(4) })
            phone("a lock screen that says nothing, while paused", from = 29, set = {
                lockScreenSays(null)
                yes("areNotificationsPaused")
            }) { blocks(4, paused) }
            phone("paused cannot be read, the lock screen is off", from = 29, set = {
                lockScreen(shows = false)
                gives("areNotificationsPaused") { throw SecurityException("planted") }
            }) { weakens(4, locked) }
            phone("shown silently", to = 25, set = { importance(LOW) }, truth = { weakens(4, silently) })
            phone("minimised", to = 25, set = { importance(MIN) }, truth = { weakens(4, silently) })
            phone("default", to = 25, set = { importance(DEFAULT) })
            phone("not expressed", to = 25, set = { importance(NotificationManager.IMPORTANCE_UNSPECIFIED) })
            phone("an importance that Android does not have", to = 25, set = { importance(9) }, truth = { unknown(4) })
            phone("an importance from before channels", from = 26, set = { importance(MIN) })

            phone("some through", set = { filter(PRIORITY) }, truth = { notes(5, DISTURB) })
            phone("some through, the channel among them", from = 26, set = {
                filter(PRIORITY)
                channel(LOCKOUT, HIGH, bypasses = true)
            })
            phone("some through, one of two channels among them", from = 26, set = {
                profile(ChannelRule(LOCKOUT, popUp = true), ChannelRule("alarm", popUp = false))
                filter(PRIORITY)
                channel(LOCKOUT, HIGH, bypasses = true)
                channel("alarm", HIGH)
            }) { notes(5, DISTURB) }
            phone("some through, one of two channels not there", from = 26, set = {
                profile(ChannelRule(LOCKOUT, popUp = true), ChannelRule("alarm", popUp = false))
                filter(PRIORITY)
                channel(LOCKOUT, HIGH, bypasses = true)
            }) {
                unknown(3)
                notes(5, DISTURB)
            }
            phone("some through, both of the app's own among them", from = 26, set = {
                profile()
                filter(PRIORITY)
                channel(LOCKOUT, HIGH, bypasses = true)
                channel("news", LOW, bypasses = true)
            })
            phone("some through, one of the app's own not among them", from = 26, set = {
                profile()
                filter(PRIORITY)
                channel(LOCKOUT, HIGH, bypasses = true)
                channel("news", LOW)
            }) { notes(5, DISTURB) }
            phone("some through, channels cannot be read", from = 26, set = {
                filter(PRIORITY)
                channel(LOCKOUT, HIGH, bypasses = true)
                gives("getNotificationChannels") { throw IllegalStateException("planted") }
            }) {
                unknown(3)
                notes(5, DISTURB)
            }
            phone("silence", set = { filter(SILENCE) }, truth = { weakens(5, SILENCED) })
            phone("alarms only", set = { filter(ALARMS) }, truth = { weakens(5, SILENCED) })
            phone("silence for a channel that bypasses", from = 26, set = {
                filter(SILENCE)
                channel(LOCKOUT, HIGH, bypasses = true)
            }) { weakens(5, SILENCED) }
            phone("Android does not know", set = { filter(0) }, truth = { unknown(5) })
            phone("a filter that Android does not have", set = { filter(77) }, truth = { unknown(5) })
            phone("none come, and something else is noticed", complaint = TruthStories.NO_NOTIFICATIONS, set = {
                gives("getAllocatableBytes") { 600_000_000L }
                gives("getAvailableBytes") { 600_000_000L }
            }) {
                weakens(19, "Less than 700 MB of storage is free")
                answers(NOT_THE_PHONE)
            }
            phone("none come while some are let through", complaint = TruthStories.NO_NOTIFICATIONS, set = {
                filter(PRIORITY)
            }) {
                notes(5, DISTURB)
                // It does not count.
                answers(NOT_THE_PHONE)
            }
        }

    private companion object {
        const val SECRET = "A Blink category is hidden on the lock screen"

        // As Android numbers importance.
        const val NONE = 0
        const val MIN = 1
        const val LOW = 2
        const val DEFAULT = 3
    }
}
