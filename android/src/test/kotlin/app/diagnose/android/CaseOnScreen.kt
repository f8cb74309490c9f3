package app.diagnose.android

import android.os.Build
import android.os.Looper
import android.widget.ImageView
import android.widget.TextView
import app.diagnose.AnswerKind
import app.diagnose.Complaint
import app.diagnose.DeviceFacts
import app.diagnose.Diagnose
import app.diagnose.Diagnosis
import app.diagnose.Effect
import app.diagnose.Finding
import app.diagnose.Outcome
import app.diagnose.Playbook
import app.diagnose.Reader
import app.diagnose.Verdict
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** A case, tapped through: what is written on the screen is held against what the case's advice says. */
internal class CaseOnScreen(
    private val case: PhoneCase,
    facts: DeviceFacts,
) {
    private val app = RuntimeEnvironment.getApplication()

    // This phone's maker and language: the words of some steps depend on them, and no report does.
    private val reader = Reader("en-US", 0, Diagnose.makerOf(Build.MANUFACTURER))
    private val expected = Diagnose.diagnose(facts, case.question, case.profile, reader)
    private val outcomes = expected.report.findings.associateBy { it.check }

    /** Why this case cannot be tapped, or null. */
    fun cannot(): String? =
        when {
            case.question.received != null -> "the dialog for the time of an e-mail goes by the machine's clock"
            case.question.complaint != null && choice() == null -> "the profile has no such complaint to tap"
            else -> null
        }

    private fun choice(): String? =
        Diagnose.complaints(case.profile, reader).firstOrNull { it.complaint == case.question.complaint }?.title

    /** Taps, waits, and tells what is not as expected; empty where all is. */
    fun otherwise(): String {
        val controller = Robolectric.buildActivity(DiagnoseActivity::class.java).setup()
        val person = Tapping(controller)
        val first = choice() ?: word(R.string.diagnose_just_check)
        if (!await { person.sees(first) }) return "no “$first” to tap in ${person.texts()}"
        person.taps(first)
        if (case.question.complaint == Complaint.LINK_INACTIVE) {
            person.taps(word(R.string.diagnose_email_not_known))
        }
        val all = word(R.string.diagnose_playbook_all)
        var otherwise = ""
        await {
            if (person.sees(all)) person.taps(all)
            otherwise = compare(person)
            otherwise.isEmpty()
        }
        controller.pause().stop().destroy()
        return otherwise
    }

    /** Lets the screen work, while its clock stands still: the phone's is a fact. */
    private fun await(condition: () -> Boolean): Boolean {
        repeat(MOST_LOOKS) {
            shadowOf(Looper.getMainLooper()).idle()
            if (condition()) return true
            Thread.sleep(2)
        }
        return false
    }

    private fun word(
        id: Int,
        vararg arguments: Any,
    ): String = app.getString(id, *arguments)

    private fun compare(person: Tapping): String {
        val written = person.texts()
        val faults = mutableListOf<String>()
        missing(texts(expected), written)?.let { faults += "not written, or not in its place: $it" }
        val code = written.firstOrNull { it == expected.code.groups.joinToString("  ") }
        val wanted = case.expected["code"].asString
        if (code?.replace(Regex(" +"), "-") != wanted) faults += "another code than $wanted"
        for ((state, count) in states()) {
            val shown = written.count { it == state }
            if (shown != count) faults += "“$state” stands $shown times, not $count"
        }
        faults += marks(person)
        return if (faults.isEmpty()) "" else faults.joinToString("\n") + "\nin " + written
    }

    /** The first of the texts that does not stand behind those before it. */
    private fun missing(
        texts: List<String>,
        written: List<String>,
    ): String? {
        var from = 0
        for (text in texts) {
            val at = (from until written.size).firstOrNull { written[it] == text } ?: return text
            from = at + 1
        }
        return null
    }

    /** What is to be read, from the top. */
    private fun texts(diagnosis: Diagnosis): List<String> {
        val advice = diagnosis.advice
        val (unknown, found) = advice.findings.partition { outcome(it.check) == Outcome.UNKNOWN }
        val texts = mutableListOf(advice.headline)
        if (advice.verdict != advice.headline) texts += advice.verdict
        texts += listOfNotNull(advice.proof, advice.link)
        for (finding in found) {
            texts += stateOf(outcomes.getValue(finding.check))
            texts += listOfNotNull(finding.title, finding.why, finding.detail)
            texts += finding.steps.map { it.text }
        }
        val notKnown =
            unknown.flatMap { finding ->
                listOfNotNull(word(NAMES.getValue(finding.check)), finding.detail) + finding.steps.map { it.text }
            } + listOfNotNull(advice.folded)
        // It comes first where the answer rests on it.
        val rests = diagnosis.report.answer.kind == AnswerKind.CANNOT_TELL
        if (rests) texts += notKnown
        advice.playbook?.let { texts += texts(it) }
        texts += diagnosis.code.groups.joinToString("  ")
        if (!rests) texts += notKnown
        return texts + passes().map { word(NAMES.getValue(it.check)) }
    }

    private fun texts(playbook: Playbook): List<String> =
        listOfNotNull(playbook.ruledOut) +
            playbook.steps.flatMap { step -> step.conditions.map { it.text } + step.text } +
            listOfNotNull(playbook.remark)

    private fun outcome(check: Int) = outcomes.getValue(check).outcome

    private fun passes(): List<Finding> = expected.report.findings.filter { it.outcome == Outcome.PASS }

    private fun stateOf(finding: Finding): String =
        word(
            when (finding.effect) {
                Effect.BLOCKS -> R.string.diagnose_state_fail
                Effect.WEAKENS -> R.string.diagnose_state_warn
                null -> R.string.diagnose_state_note
            },
        )

    /** How often each state is written: once for each finding that is told. */
    private fun states(): Map<String, Int> {
        val told =
            expected.advice.findings
                .map { outcomes.getValue(it.check) }
                .filter { it.outcome != Outcome.UNKNOWN }
        val words =
            listOf(
                R.string.diagnose_state_fail,
                R.string.diagnose_state_warn,
                R.string.diagnose_state_note,
            ).map {
                word(it)
            }
        // Nothing was wrong before.
        return words.associateWith { state -> told.count { stateOf(it) == state } } +
            (word(R.string.diagnose_state_now_right) to 0)
    }

    /** Green is what the report says passes, and a test that arrived; nothing else. */
    private fun marks(person: Tapping): List<String> =
        buildList {
            if (person.ticks() != passes().size) add("${person.ticks()} ticks for ${passes().size} passes")
            val bells = person.views().count { ((it as? ImageView)?.drawable as? Mark)?.shape == Shape.BELL }
            val proven = if (expected.report.verdict == Verdict.HEALTHY) 1 else 0
            if (bells != proven) add("$bells bells at ${expected.report.verdict}")
            val green = app.getColor(R.color.diagnose_pass)
            val words =
                person.views().filterIsInstance<TextView>().filter {
                    it.currentTextColor == green &&
                        it.text.isNotEmpty()
                }
            if (words.isNotEmpty()) add("green words: ${words.map { it.text }}")
        }

    private companion object {
        /** Some ten seconds. */
        const val MOST_LOOKS = 4000

        /** By number: what stands beside a tick. */
        val NAMES =
            mapOf(
                0 to R.string.diagnose_check_os_version,
                1 to R.string.diagnose_check_os_security_patch,
                2 to R.string.diagnose_check_notifications_app,
                3 to R.string.diagnose_check_notifications_channel,
                4 to R.string.diagnose_check_notifications_presentation,
                5 to R.string.diagnose_check_notifications_interruptions,
                6 to R.string.diagnose_check_notifications_background,
                7 to R.string.diagnose_check_notifications_data,
                8 to R.string.diagnose_check_notifications_push_service,
                9 to R.string.diagnose_check_notifications_delivery,
                10 to R.string.diagnose_check_install_signer,
                11 to R.string.diagnose_check_install_contents,
                12 to R.string.diagnose_check_install_splits,
                13 to R.string.diagnose_check_install_source,
                14 to R.string.diagnose_check_install_version,
                16 to R.string.diagnose_check_install_restored,
                17 to R.string.diagnose_check_install_crashes,
                18 to R.string.diagnose_check_device_clock,
                19 to R.string.diagnose_check_device_storage,
                20 to R.string.diagnose_check_device_network,
                21 to R.string.diagnose_check_account_registration,
                22 to R.string.diagnose_check_registration_camera,
                23 to R.string.diagnose_check_device_profile,
            )
    }
}
