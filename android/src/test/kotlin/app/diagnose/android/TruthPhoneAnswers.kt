package app.diagnose.android

import android.provider.Settings
import app.diagnose.BoolFact
import app.diagnose.Reason
import app.diagnose.Registration
import app.diagnose.RegistrationFact
import app.diagnose.ServerAnswer
import app.diagnose.ServerAnswerFact
import app.diagnose.Time
import app.diagnose.TimeFact
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.notes
import app.diagnose.android.TruthPhoneState.Companion.weakens
import org.robolectric.shadows.ShadowProcess

/** What was complained of, and whether this phone explains it. */
internal object TruthPhoneAnswers {
    private const val INVALID = "The app says \"App Phone Number is Invalid\""
    private const val CRASHES = "Blink will not install, or it crashes when I open it"
    private const val RESET = "I reset my password, but it did not work"
    private const val IN_USE = "The app says \"Phone Number in use\""
    private const val NOTHING_COMES = "I get no notifications from Blink"
    private val COMPLAINTS = listOf(INVALID, CRASHES, RESET, IN_USE, Scenes.LINK, NOTHING_COMES)

    private const val EXPLAINED = "This explains it"
    private const val NOT_THIS_PHONE = "Your phone is not the reason, as far as it can see"
    private const val CANNOT_TELL = "This phone can't tell"
    private const val NOTHING_WRONG = "Nothing wrong found"
    private const val NOT_WORKING = "Something keeps Blink from working"

    /** A thing that is wrong, and which complaints it explains; where there are others, they are not its doing. */
    private class Thing(
        val name: String,
        val says: Map<Int, String>,
        val explains: Set<String> = emptySet(),
        val cannotTell: Set<String> = emptySet(),
        val alone: String,
        val set: TruthPhone.() -> Unit,
    )

    private fun TruthPhone.registered(registration: Registration) =
        says { copy(registration = RegistrationFact.Known(registration)) }

    private val things
        get() =
            listOf(
                Thing("in order", emptyMap(), alone = NOTHING_WRONG) {},
                Thing(
                    "removed",
                    mapOf(21 to blocks("This phone's registration was removed or reset")),
                    setOf(INVALID, RESET, IN_USE, Scenes.LINK, NOTHING_COMES),
                    alone = NOT_WORKING,
                ) { registered(Registration.REMOVED) },
                // In brackets it explains nothing: 1, 4, 5.
                Thing(
                    "no connection",
                    mapOf(20 to blocks("This phone has no connection")),
                    setOf(CRASHES, RESET, NOTHING_COMES),
                    alone = NOT_WORKING,
                ) {
                    says { copy(server = ServerAnswerFact.Known(ServerAnswer.UNREACHABLE)) }
                    Answers.give("getActiveNetwork") { null }
                    Answers.give("registerDefaultNetworkCallback") { null }
                },
                Thing(
                    "a day off",
                    mapOf(18 to blocks("This phone's clock is wrong by over a day")),
                    setOf(INVALID, RESET, Scenes.LINK),
                    alone = NOT_WORKING,
                ) { says { copy(serverTime = TimeFact.Known(Time(now() / 1000 - 2 * 86_400))) } },
                Thing(
                    "minutes off",
                    mapOf(18 to notes("This phone's clock is wrong by over five minutes")),
                    alone = NOTHING_WRONG,
                ) { says { copy(serverTime = TimeFact.Known(Time(now() / 1000 - 600))) } },
                Thing(
                    "restored",
                    mapOf(16 to blocks("Blink was restored from a backup or another phone")),
                    setOf(INVALID, CRASHES, IN_USE, NOTHING_COMES),
                    alone = NOT_WORKING,
                ) { Settings.Secure.putString(app.contentResolver, Settings.Secure.ANDROID_ID, "fedcba9876543210") },
                // What weakens explains only 2 and 6.
                Thing(
                    "cloned",
                    mapOf(16 to weakens("This is a cloned copy of Blink")),
                    setOf(CRASHES, NOTHING_COMES),
                    alone = "Something may get in Blink's way",
                ) { ShadowProcess.setUid(99_910_000) },
                Thing(
                    "little storage",
                    mapOf(19 to weakens("Less than 700 MB of storage is free")),
                    setOf(CRASHES),
                    alone = "Something may get in Blink's way",
                ) {
                    Answers.give("getAllocatableBytes") { 1L }
                    Answers.give("getAvailableBytes") { 1L }
                },
                Thing(
                    "in a work profile",
                    mapOf(23 to notes("Blink's work profile can be switched off")),
                    alone = NOTHING_WRONG,
                ) {
                    Answers.give("isManagedProfile") { true }
                    Answers.give("isProfileOwnerApp") { true }
                },
                Thing(
                    "files gone",
                    mapOf(11 to UNKNOWN, 12 to UNKNOWN),
                    cannotTell = setOf(CRASHES),
                    alone = NOTHING_WRONG,
                ) {
                    installed.sourceDir = "/nowhere/base.apk"
                },
                Thing(
                    "a server that says nothing",
                    mapOf(20 to UNKNOWN),
                    cannotTell = setOf(RESET),
                    alone = NOTHING_WRONG,
                ) {
                    says { copy(server = ServerAnswerFact.Unreadable(Reason.HOST_SILENT)) }
                    Answers.give("getActiveNetwork") { throw SecurityException("planted") }
                },
                Thing(
                    "no word of registration",
                    mapOf(21 to UNKNOWN),
                    cannotTell = setOf(IN_USE),
                    alone = NOTHING_WRONG,
                ) {
                    says { copy(registration = RegistrationFact.Unreadable(Reason.HOST_SILENT)) }
                },
                Thing(
                    "no word of a token",
                    mapOf(8 to UNKNOWN),
                    cannotTell = setOf(NOTHING_COMES),
                    alone = NOTHING_WRONG,
                ) {
                    says { copy(hasToken = BoolFact.Unreadable(Reason.HOST_SILENT)) }
                },
                Thing(
                    "nobody says whether notifications are on",
                    mapOf(2 to UNKNOWN),
                    cannotTell = setOf(INVALID, NOTHING_COMES),
                    alone = NOTHING_WRONG,
                ) { Answers.give("areNotificationsEnabled") { throw IllegalStateException("planted") } },
                // What explains it goes before what is not known.
                Thing(
                    "removed, and nobody says whether notifications are on",
                    mapOf(2 to UNKNOWN, 21 to blocks("This phone's registration was removed or reset")),
                    setOf(INVALID, RESET, IN_USE, Scenes.LINK, NOTHING_COMES),
                    alone = NOT_WORKING,
                ) {
                    registered(Registration.REMOVED)
                    Answers.give("areNotificationsEnabled") { throw IllegalStateException("planted") }
                },
                // A finding that explains nothing of it does not make it known.
                Thing(
                    "cloned, and the files gone",
                    mapOf(11 to UNKNOWN, 12 to UNKNOWN, 16 to weakens("This is a cloned copy of Blink")),
                    setOf(CRASHES, NOTHING_COMES),
                    alone = "Something may get in Blink's way",
                ) {
                    ShadowProcess.setUid(99_910_000)
                    installed.sourceDir = "/nowhere/base.apk"
                },
                Thing(
                    "a day off, and no word of registration",
                    mapOf(18 to blocks("This phone's clock is wrong by over a day"), 21 to UNKNOWN),
                    setOf(INVALID, RESET, Scenes.LINK),
                    setOf(IN_USE),
                    NOT_WORKING,
                ) {
                    says {
                        copy(
                            serverTime = TimeFact.Known(Time(now() / 1000 - 2 * 86_400)),
                            registration = RegistrationFact.Unreadable(Reason.HOST_SILENT),
                        )
                    }
                },
            )

    val states
        get() =
            things.flatMap { thing ->
                COMPLAINTS.map { complaint ->
                    val headline =
                        when (complaint) {
                            in thing.explains -> EXPLAINED
                            in thing.cannotTell -> CANNOT_TELL
                            else -> NOT_THIS_PHONE
                        }
                    TruthPhoneState(
                        "${thing.name}: $complaint",
                        thing.says,
                        headline,
                        tapped = complaint,
                        set = thing.set,
                    )
                } +
                    listOf(TruthPhone.JUST_CHECK, "Something else").map {
                        TruthPhoneState("${thing.name}: $it", thing.says, thing.alone, tapped = it, set = thing.set)
                    }
            }
}
