package app.diagnose.android

import android.content.Context
import android.os.Build
import app.diagnose.PushPriority
import app.diagnose.ServerAnswer
import app.diagnose.TokenOnServer
import org.junit.Test

/** Phones in one state each that keeps pushes away, or that does not answer, and what the screen says of all checks. */
class TruthBackgroundTest : TruthTold() {
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
        const val CANNOT_TELL = "This phone can't tell"

        // As Android numbers how often apps are used.
        const val ACTIVE = 10
        const val RESTRICTED = 45

        val MAY_BE_NULL =
            setOf(
                "getSystemService",
                "getNotificationChannels",
                "queryEventsForSelf",
                "getApplicationInfo",
                "getPackageInfo",
            )
    }
}
