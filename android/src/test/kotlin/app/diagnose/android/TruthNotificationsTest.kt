package app.diagnose.android

import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import app.diagnose.ChannelRule
import app.diagnose.DeliveryEvent
import app.diagnose.Level
import app.diagnose.PushPriority
import app.diagnose.ServerAnswer
import app.diagnose.TokenOnServer
import app.diagnose.android.TruthNotifiedPhone.Companion.DAY
import app.diagnose.android.TruthNotifiedPhone.Companion.HIGH
import app.diagnose.android.TruthNotifiedPhone.Companion.LOCKOUT
import app.diagnose.android.TruthNotifiedPhone.Companion.POST
import org.junit.Test

/** Phones in one state each, and what the screen has to say of checks 2 to 9 there, and of all others. */
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
            phone("the same of a channel that nobody asks about", from = 26, set = { channel("news", 9) }) { unknown(3) }
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
            phone("a visibility that Android does not have", from = 26, set = { channel(LOCKOUT, HIGH, visibility = 7) })
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

    @Test
    fun `work in the background`() =
        tell {
            val saver = "Battery Saver is on and may delay Blink"
            val restricted = "Blink is restricted in the background"
            val stopped = "Blink was force-stopped until you opened it"
            val limit = "Android has limited Blink's messages per day"

            fun normal(phone: TruthNotifiedPhone) = phone.push { copy(priority = PushPriority.NORMAL) }
            phone("battery saver, urgent pushes", set = { yes("isPowerSaveMode") })
            phone("battery saver, normal pushes", set = {
                normal(this)
                yes("isPowerSaveMode")
            }) { weakens(6, saver) }
            phone("battery saver, normal pushes, and none come", complaint = TruthStories.NO_NOTIFICATIONS, set = {
                normal(this)
                yes("isPowerSaveMode")
            }) {
                weakens(6, saver)
                answers("This explains it")
            }
            phone("normal pushes", set = { normal(this) })
            phone("restricted", from = 28, set = { yes("isBackgroundRestricted") }, truth = { blocks(6, restricted) })
            phone("restricted, before that can be", to = 27, set = { yes("isBackgroundRestricted") })
            phone("restricted, battery saver, stopped, unused and limited", from = 28, set = {
                normal(this)
                yes("isPowerSaveMode")
                yes("isBackgroundRestricted")
                bucket(RESTRICTED, hoursAgo = 1)
                phone.starts(true)
                used(61)
            }) { blocks(6, restricted) }
            phone("stopped", from = 35, set = { phone.starts(true) }, truth = { weakens(6, stopped) })
            phone("stopped before the newest start", from = 35, set = { phone.starts(false, true) })
            phone("no start is recorded", from = 35, set = { phone.starts() }, truth = { unknown(6) })
            phone("stopped, unused and limited", from = 35, set = {
                bucket(RESTRICTED, hoursAgo = 1)
                phone.starts(true)
                used(61)
            }) { weakens(6, stopped) }
            phone("limited five days ago", from = 30, to = 32, set = { bucket(RESTRICTED, hoursAgo = 5 * 24) }) {
                weakens(6, limit)
            }
            phone("limited for a moment", from = 30, to = 32, set = {
                bucket(RESTRICTED, hoursAgo = 3)
                bucket(ACTIVE, hoursAgo = 2)
            }) { weakens(6, limit) }
            phone("limited eight days ago", from = 30, to = 32, set = { bucket(RESTRICTED, hoursAgo = 8 * 24) })
            phone("limited five days ago, where that is every unused app's state", from = 33, set = {
                bucket(RESTRICTED, hoursAgo = 5 * 24)
            })
            phone("the bucket of that number, before it meant that", from = 28, to = 29, set = {
                bucket(RESTRICTED, hoursAgo = 1)
            })
            phone("rarely used", from = 28, set = { bucket(40, hoursAgo = 1) })
            phone("a bucket that Android hides", from = 30, to = 32, set = { bucket(50, hoursAgo = 1) }) { unknown(6) }
            phone("a bucket that Android hides, and restricted", from = 30, to = 32, set = {
                bucket(50, hoursAgo = 1)
                yes("isBackgroundRestricted")
            }) { blocks(6, restricted) }
            phone("buckets before the first unlock", from = 30, to = 32, set = {
                gives("queryEventsForSelf") { null }
            }) { unknown(6) }
            phone("unused for sixty-one days", from = 31, set = { used(61) }, truth = { weakens(6, PAUSES) })
            phone("unused for sixty days", set = { used(60) })
            phone("unused for sixty-one days, before apps were paused", to = 30, set = { used(61) })
            phone("unused for sixty-one days, and exempt", set = {
                used(61)
                yes("isAutoRevokeWhitelisted")
            })
            phone("unused for sixty-one days, exempt or not", from = 31, set = {
                used(61)
                gives("isAutoRevokeWhitelisted") { throw IllegalStateException("planted") }
            }) { unknown(6) }
            phone("exempt or not, and used", from = 31, set = {
                gives("isAutoRevokeWhitelisted") { throw IllegalStateException("planted") }
            })
            phone("nobody told of a use", from = 31, set = { mark("used").delete() }, truth = { unknown(6) })
            phone("nobody told of a use, and restricted", from = 31, set = {
                mark("used").delete()
                yes("isBackgroundRestricted")
            }) { blocks(6, restricted) }
            phone("nobody told of a use, and exempt", from = 31, set = {
                mark("used").delete()
                yes("isAutoRevokeWhitelisted")
            })
            phone("a use that is yet to come: the clock was set back", from = 31, set = {
                mark("used").delete()
                Marks(app).used(System.currentTimeMillis() + 3 * ProbePhone.DAY)
            }) { unknown(6) }
            phone("a damaged mark of the last use", from = 31, set = { mark("used").writeText("yesterday") }) {
                unknown(6)
            }
        }

    @Test
    fun `data in the background`() =
        tell {
            val metered = "Data Saver or a switch stops Blink's background data"
            val mobile = "Background data for Blink stops on mobile data"
            val note = "Data Saver or a switch limits Blink's background data"

            fun fetching(
                name: String,
                status: Int = STOPPED,
                set: TruthNotifiedPhone.() -> Unit,
                truth: TruthSpoken.() -> Unit = {},
            ) = phone("a push that must fetch: $name", set = {
                push { copy(mustFetch = true) }
                dataSaver(status)
                set()
            }, truth = truth)
            phone("stopped, and a push brings all", set = { dataSaver(STOPPED) }, truth = { notes(7, note) })
            phone("stopped and metered, and a push brings all", set = {
                dataSaver(STOPPED)
                yes("isActiveNetworkMetered")
            }) { notes(7, note) }
            phone("exempt", set = { dataSaver(EXEMPT) })
            phone("a status that Android does not have", set = { dataSaver(9) }, truth = { unknown(7) })
            fetching("metered", set = { yes("isActiveNetworkMetered") }) { blocks(7, metered) }
            fetching("not metered", set = { no("isActiveNetworkMetered") }) { weakens(7, mobile) }
            fetching("no network", set = { gives("getActiveNetwork") { null } }) { weakens(7, mobile) }
            fetching("metered and exempt", EXEMPT, set = { yes("isActiveNetworkMetered") })
            fetching("metered and free", FREE, set = { yes("isActiveNetworkMetered") })
            fetching("metered or not", set = {
                gives("isActiveNetworkMetered") { throw IllegalStateException("planted") }
            }) { unknown(7) }
            fetching("metered, connected or not", set = {
                yes("isActiveNetworkMetered")
                gives("getActiveNetwork") { throw IllegalStateException("planted") }
            }) { unknown(7) }
            fetching("not metered, connected or not", set = {
                no("isActiveNetworkMetered")
                gives("getActiveNetwork") { throw IllegalStateException("planted") }
            }) { weakens(7, mobile) }
            fetching("free, connected and metered or not", FREE, set = {
                gives("isActiveNetworkMetered") { throw IllegalStateException("planted") }
                gives("getActiveNetwork") { throw IllegalStateException("planted") }
            })
        }

    @Test
    fun `the push service`() =
        tell {
            val missing = "This phone has no Google Play services"
            val disabled = "Google Play services is turned off"
            val refused = "The push service refused this phone's push address"
            val outdated = "Google Play services is out of date"
            val unreachable = "The push service did not answer on this network"
            val version = 254_432_000L

            fun least(
                name: String,
                least: Long?,
                set: TruthNotifiedPhone.() -> Unit = {},
                truth: TruthSpoken.() -> Unit = {},
            ) = phone(name, set = {
                push { copy(playServicesAtLeast = least) }
                set()
            }, truth = truth)
            phone("no Play services", set = { noPlayServices() }, truth = { blocks(8, missing) })
            phone("Play services off", set = { phone.playServices(false, version) }, truth = { blocks(8, disabled) })
            least("old", version + 1) { weakens(8, outdated) }
            least("just new enough", version)
            least("whatever its version", null, set = { phone.playServices(true, 0) })
            least("a version that cannot be read", version + 1, set = {
                gives("getPackageInfo:$PLAY_SERVICES:0") { throw IllegalStateException("planted") }
            })
            least("old, and no push host", version + 1, set = { pushHostRefuses() }) { weakens(8, unreachable) }
            phone("no token", set = { says(hasToken = false) }, truth = { blocks(8, NO_TOKEN) })
            phone("token or not", set = { says(hasToken = null) }, truth = { unknown(8) })
            phone("the server lacks it", set = { says(onServer = TokenOnServer.LACKS) }, truth = { blocks(8, LACKS) })
            phone("refused", set = { says(onServer = TokenOnServer.REFUSED) }, truth = { blocks(8, refused) })
            phone("the server did not say", set = { says(onServer = null) }, truth = { unknown(8) })
            phone("refused, and no token", set = {
                says(hasToken = false, onServer = TokenOnServer.REFUSED)
            }) { blocks(8, refused) }
            phone("lacking, token or not", set = { says(hasToken = null, onServer = TokenOnServer.LACKS) }) {
                blocks(8, LACKS)
            }
            phone("Play services missing, and no token", set = {
                noPlayServices()
                says(hasToken = false)
            }) { blocks(8, missing) }
            phone("the push host does not answer", set = { pushHostRefuses() }, truth = { weakens(8, unreachable) })
            phone("no address of the push host", set = {
                gives("getAllByName:mtalk.google.com") { throw java.net.UnknownHostException("mtalk.google.com") }
            }) { weakens(8, unreachable) }
            phone("neither server nor push host", set = {
                says(server = ServerAnswer.UNREACHABLE)
                pushHostRefuses()
            }) { blocks(20, "Blink's server did not answer on this network") }
            phone("the push host, no server known", set = {
                says(server = null)
                pushHostRefuses()
            }) { weakens(8, unreachable) }
            phone("the host throws", set = { app.host = { error("planted") } }, truth = { hostSilent() })
            phone("the host says nothing", set = { app.host = { hostFacts() } }, truth = { hostSilent() })
            phone("the host throws where Play services are missing", set = {
                app.host = { throw SecurityException("planted") }
                noPlayServices()
            }) {
                hostSilent()
                blocks(8, missing)
            }
            phone("the host throws, and no notifications", complaint = TruthStories.NO_NOTIFICATIONS, set = {
                app.host = { error("planted") }
            }) {
                hostSilent()
                answers(CANNOT_TELL)
            }
        }

    @Test
    fun `a host that does not come back`() =
        tell {
            // Nothing of it depends on the level, and each look waits.
            phone("it hangs", from = 35, set = {
                app.host = {
                    Thread.sleep(60_000)
                    hostFacts()
                }
            }, truth = { hostSilent() })
        }

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

    @Test
    fun `calls that fail`() =
        tell {
            val failing: List<Pair<String, TruthSpoken.(Int) -> Unit>> =
                listOf(
                    "areNotificationsEnabled" to { unknown(2) },
                    "getImportance" to { if (it < 26) unknown(4) },
                    "areNotificationsPaused" to { if (it >= 29) unknown(4) },
                    "getCurrentInterruptionFilter" to { unknown(5) },
                    "getNotificationChannels" to { if (it >= 26) unknown(3) },
                    "isBackgroundRestricted" to { if (it >= 28) unknown(6) },
                    "getHistoricalProcessStartReasons" to { if (it >= 35) unknown(6) },
                    "queryEventsForSelf" to { if (it in 30..32) unknown(6) },
                    // Pushes are urgent: it does not matter, but where nothing else is read.
                    "isPowerSaveMode" to { if (it < 28) unknown(6) },
                    "isAutoRevokeWhitelisted" to { },
                    "getRestrictBackgroundStatus" to { unknown(7) },
                    "isActiveNetworkMetered" to { },
                    "getApplicationInfo:$PLAY_SERVICES" to { unknown(8) },
                    "getPackageInfo:$PLAY_SERVICES:0" to { },
                    "getSystemService:${Context.NOTIFICATION_SERVICE}" to {
                        listOf(2, 5).forEach(::unknown)
                        if (it >= 26) unknown(3)
                        if (it !in 26..28) unknown(4)
                    },
                    "getSystemService:${Context.ACTIVITY_SERVICE}" to {
                        if (it >= 28) unknown(6)
                        if (it >= 30) unknown(17)
                    },
                    "getSystemService:${Context.USAGE_STATS_SERVICE}" to { if (it in 30..32) unknown(6) },
                    "getSystemService:${Context.POWER_SERVICE}" to { if (it < 28) unknown(6) },
                    "getSystemService:${Context.CONNECTIVITY_SERVICE}" to { unknown(7) },
                )
            val level = Build.VERSION.SDK_INT
            for ((call, truth) in failing) {
                phone("$call throws", set = { gives(call) { throw RuntimeException("planted") } }) { truth(level) }
                if (call.substringBefore(':') in MAY_BE_NULL) {
                    phone("$call gives nothing", set = { gives(call) { null } }, truth = { truth(level) })
                }
            }
            phone("all of them", set = {
                failing.filter { !it.first.startsWith("getSystemService") }.forEach { (call) ->
                    gives(call) { throw SecurityException("planted") }
                }
                lockScreenSays(null)
                app.host = { error("planted") }
            }) {
                hostSilent()
                listOf(2, 4, 5, 6, 7, 8).forEach(::unknown)
                if (level >= 26) unknown(3)
            }
        }

    private companion object {
        const val SECRET = "A Blink category is hidden on the lock screen"
        const val PAUSES = "Android pauses Blink when it is not used"
        const val CANNOT_TELL = "This phone can't tell"

        // As Android numbers importance.
        const val NONE = 0
        const val MIN = 1
        const val LOW = 2
        const val DEFAULT = 3

        // As it numbers how often apps are used.
        const val ACTIVE = 10
        const val RESTRICTED = 45

        val MAY_BE_NULL =
            setOf("getSystemService", "getNotificationChannels", "queryEventsForSelf", "getApplicationInfo", "getPackageInfo")
    }
}
