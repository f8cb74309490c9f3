package app.diagnose.android

import android.content.Context
import android.net.NetworkCapabilities.NET_CAPABILITY_CAPTIVE_PORTAL
import android.net.NetworkCapabilities.NET_CAPABILITY_VALIDATED
import android.provider.Settings
import app.diagnose.HostFacts
import app.diagnose.Reason
import app.diagnose.ServerAnswer
import app.diagnose.ServerAnswerFact
import app.diagnose.Time
import app.diagnose.android.TruthPhoneState.Companion.RIGHT
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.weakens
import java.io.IOException

/** The network, and a host that does not say what it should: check 20 and those that rest on the host's word. */
internal object TruthPhoneNetwork {
    private val NONE = blocks("This phone has no connection")
    private val AEROPLANE = blocks("Aeroplane mode is on, and there is no connection")
    private val SIGN_IN = blocks("This network wants you to sign in first")
    private val BLOCKED = blocks("This phone keeps Blink off the network")
    private val NOT_VALIDATED = weakens("This network may not reach the internet")
    private val ANSWERS =
        mapOf(
            ServerAnswer.UNREACHABLE to blocks("Blink's server did not answer on this network"),
            ServerAnswer.TLS_REFUSED to blocks("No secure connection to Blink's server was possible"),
            ServerAnswer.ERROR to blocks("Blink's server reports a fault"),
        )

    /** Where nobody is told whether the network is blocked for an app. */
    private val BEFORE = 24..28
    private val SINCE = 29..99

    private fun state(
        name: String,
        word: String,
        server: ServerAnswer? = null,
        levels: IntRange = 24..99,
        also: Map<Int, String> = emptyMap(),
        set: TruthPhone.() -> Unit = {},
    ) = TruthPhoneState("$name, server $server", also + (20 to word), levels = levels) {
        says { copy(server = server?.let(ServerAnswerFact::Known) ?: ServerAnswerFact.Unreadable(Reason.HOST_SILENT)) }
        set()
    }

    private fun TruthPhone.aeroplaneMode() =
        Settings.Global.putInt(app.contentResolver, Settings.Global.AIRPLANE_MODE_ON, 1)

    private fun noNetwork() {
        Answers.give("getActiveNetwork") { null }
        // Nobody is told of a network that is not there.
        Answers.give("registerDefaultNetworkCallback") { null }
    }

    private fun blocked() {
        Answers.give("getActiveNetwork") { null }
        Answers.give("registerDefaultNetworkCallback") { true }
    }

    private fun throwing(call: String) = Answers.give(call) { throw SecurityException("planted") }

    private val quiet
        get() =
            listOf(
                state("connected", RIGHT),
                state("no network", NONE) { noNetwork() },
                state("no network, aeroplane mode", AEROPLANE) {
                    noNetwork()
                    aeroplaneMode()
                },
                state("aeroplane mode with Wi-Fi", RIGHT) { aeroplaneMode() },
                state("sign-in page", SIGN_IN) { probes.capabilities(NET_CAPABILITY_CAPTIVE_PORTAL) },
                state("sign-in page, aeroplane mode", SIGN_IN) {
                    aeroplaneMode()
                    probes.capabilities(NET_CAPABILITY_CAPTIVE_PORTAL)
                },
                state("not validated", NOT_VALIDATED) { probes.capabilities() },
                state("no capabilities", UNKNOWN) { Answers.give("getNetworkCapabilities") { null } },
                state("capabilities forbidden", UNKNOWN) { throwing("getNetworkCapabilities") },
                state("network forbidden", UNKNOWN) { throwing("getActiveNetwork") },
                state("aeroplane mode not known, connected", RIGHT) { aeroplaneModeIs("on") },
                state("aeroplane mode not known, no network", NONE) {
                    aeroplaneModeIs(null)
                    noNetwork()
                },
            )

    private fun TruthPhone.aeroplaneModeIs(value: String?) =
        Settings.Global.putString(app.contentResolver, Settings.Global.AIRPLANE_MODE_ON, value)

    private val block
        get() =
            listOf(
                state("a VPN lets nobody by", BLOCKED, levels = SINCE) { blocked() },
                state("a VPN lets nobody by", NONE, levels = BEFORE) { blocked() },
                state("a VPN lets nobody by", BLOCKED, ServerAnswer.UNREACHABLE, SINCE) { blocked() },
                state("a VPN lets nobody by", NONE, ServerAnswer.UNREACHABLE, BEFORE) { blocked() },
                state("a VPN lets nobody by, aeroplane mode", AEROPLANE) {
                    blocked()
                    aeroplaneMode()
                },
                state("blocked and connected", BLOCKED, levels = SINCE) {
                    Answers.give("registerDefaultNetworkCallback") { true }
                },
                state("nobody says whether it is blocked", UNKNOWN, levels = SINCE) {
                    Answers.give("registerDefaultNetworkCallback") { null }
                },
                state("nobody says whether it is blocked", RIGHT, levels = BEFORE) {
                    Answers.give("registerDefaultNetworkCallback") { null }
                },
                state("nobody may ask whether it is blocked", UNKNOWN, levels = SINCE) {
                    throwing("registerDefaultNetworkCallback")
                },
                state(
                    "nobody may ask whether it is blocked",
                    ANSWERS.getValue(ServerAnswer.ERROR),
                    ServerAnswer.ERROR,
                ) {
                    throwing("registerDefaultNetworkCallback")
                },
            )

    /** Whatever the phone says: what answered, is there. */
    private val answered
        get() =
            mapOf<String, TruthPhone.() -> Unit>(
                "no network" to { noNetwork() },
                "aeroplane mode with Wi-Fi" to { aeroplaneMode() },
                "aeroplane mode" to {
                    noNetwork()
                    aeroplaneMode()
                },
                "sign-in page" to { probes.capabilities(NET_CAPABILITY_CAPTIVE_PORTAL) },
                "blocked" to { blocked() },
                "not validated" to { probes.capabilities() },
                "no capabilities" to { Answers.give("getNetworkCapabilities") { null } },
                "network forbidden" to { throwing("getActiveNetwork") },
            ).map { (name, set) -> state(name, RIGHT, ServerAnswer.ANSWERED, set = set) }

    private val refused
        get() =
            ANSWERS.flatMap { (server, word) ->
                listOf(
                    state("connected", word, server),
                    state("aeroplane mode with Wi-Fi", word, server) { aeroplaneMode() },
                    state("not validated", word, server) { probes.capabilities() },
                    state("no network", NONE, server) { noNetwork() },
                    state("sign-in page", SIGN_IN, server) {
                        probes.capabilities(NET_CAPABILITY_CAPTIVE_PORTAL, NET_CAPABILITY_VALIDATED)
                    },
                    // That it did not answer is its network's only where there is one.
                    state(
                        "network forbidden",
                        if (server == ServerAnswer.UNREACHABLE) UNKNOWN else word,
                        server,
                    ) { throwing("getActiveNetwork") },
                )
            }

    /** Without the host's word. The phone's own camera can be used. */
    private fun silent(
        name: String,
        host: () -> HostFacts,
    ) = listOf(24..32, 33..99).map { levels ->
        val unknown = listOf(8, 14, 18, 21).associateWith { UNKNOWN }
        // There the network has a time.
        val said = if (levels.first == 33) unknown - 18 else unknown
        TruthPhoneState("the host $name", said, levels = levels) { this.host = host }
    }

    private val hosts
        get() =
            silent("says nothing") { hostFacts() } +
                silent("throws") { throw IOException("planted") } +
                silent("fails to load") { throw NoClassDefFoundError("planted") } +
                silent("hangs") {
                    Thread.sleep(60_000)
                    hostFacts()
                }

    /** Nor is it known then whether background data is stopped. */
    val withoutManager
        get() =
            mapOf(null to UNKNOWN, ServerAnswer.ANSWERED to RIGHT).map { (server, word) ->
                state("no connectivity manager", word, server, also = mapOf(7 to UNKNOWN)) {
                    lacks(Context.CONNECTIVITY_SERVICE)
                }
            }

    /** A server that answers without a time may be taken to say 1970: no time, and no reason to lose all else. */
    private val timeless
        get() =
            listOf(24..32 to UNKNOWN, 33..99 to RIGHT).map { (levels, word) ->
                TruthPhoneState("the server says 1970", mapOf(18 to word), levels = levels) {
                    says { copy(serverTime = hostFacts(serverTime = Time(0)).serverTime) }
                }
            }

    val states get() = timeless + quiet + block + answered + refused + hosts
}
