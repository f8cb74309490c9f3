package app.diagnose.android

import android.content.res.ColorStateList
import android.text.SpannableString
import android.text.Spanned
import android.text.style.StrikethroughSpan
import android.view.Gravity
import android.view.View
import android.widget.ProgressBar
import app.diagnose.AnswerKind
import app.diagnose.Finding
import app.diagnose.FindingAdvice
import app.diagnose.Outcome
import app.diagnose.Owner
import app.diagnose.Playbook
import app.diagnose.Reason
import app.diagnose.Verdict
import app.diagnose.android.Ui.Companion.put

/** The key of the section with the code. */
internal const val CODE = "code"

/** The key of the section with the tests. */
internal const val TEST = "test"

/** What was found: the answer, one finding, one button; then all else. */
internal fun resultSections(
    screen: Screen,
    state: ScreenState,
): List<Section> {
    val looked = state.looked ?: return emptyList()
    val ui = screen.ui
    val advice = looked.diagnosis.advice
    val report = looked.diagnosis.report
    val byCheck = report.findings.associateBy { it.check }
    val (unknown, found) = advice.findings.partition { byCheck[it.check].isUnknown() }
    val sections = ArrayList<Section>()

    sections += answerSection(screen, state)
    sections +=
        Section("status", null) {
            ui.text("", 15f, ui.soft).apply {
                id = R.id.diagnose_status
                accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
                layoutParams = ui.below(8)
            }
        }
    val test = testSection(screen, state, looked)
    sections += foundSections(screen, state, found, byCheck)
    // Where nothing is wrong, a test is what to do next.
    if (found.isEmpty()) test?.let { sections += it }
    val notKnown = unknownSection(screen, state, unknown, byCheck, advice.folded)
    // Where the answer rests on what is not known, that comes before what to try.
    val rests = report.answer.kind == AnswerKind.CANNOT_TELL
    if (rests) sections += notKnown
    advice.playbook?.let {
        sections += playbookSection(screen, it, state.showsAllSteps, found.all { noticed -> noticed.alsoNoticed })
    }
    if (found.isNotEmpty()) test?.let { sections += it }
    sections += codeSection(screen, state, looked)
    if (!rests) sections += notKnown
    sections += rightSection(ui, state, report.findings)
    sections +=
        Section("again", null) {
            ui.column().apply {
                val again =
                    ui.button(ui.words(R.string.diagnose_check_again), Weight.QUIET) {
                        if (!screen.isSecondTap("again")) screen.session.check()
                    }
                put(again, 16)
            }
        }
    return sections
}

private fun Finding?.isUnknown() = this?.outcome == Outcome.UNKNOWN

private fun answerSection(
    screen: Screen,
    state: ScreenState,
): Section {
    val ui = screen.ui
    val diagnosis = checkNotNull(state.looked).diagnosis
    val advice = diagnosis.advice
    val verdict = diagnosis.report.verdict
    val model = listOf(advice.headline, advice.verdict, advice.proof, advice.link, verdict)
    return Section("answer", model) {
        ui.column().apply {
            val shape =
                when (verdict) {
                    Verdict.BLOCKED -> Shape.CROSS
                    Verdict.AT_RISK -> Shape.WARNING
                    Verdict.HEALTHY -> Shape.BELL
                    Verdict.NOT_PROVEN -> Shape.LENS
                }
            // In large letters the answer needs the room.
            if (!ui.isLarge) put(ui.mark(shape, 44), 4)
            val size =
                when {
                    ui.isLarge -> 22f
                    advice.headline.length > SHORT_HEADLINE -> 24f
                    else -> 28f
                }
            put(ui.heading(advice.headline, size), 12)
            if (advice.verdict != advice.headline) put(ui.text(advice.verdict, 18f, ui.soft), 6)
            advice.proof?.let { put(ui.text(it, color = ui.soft), 6) }
            advice.link?.let { put(ui.text(it, strong = true), 10) }
        }
    }
}

/** The longest headline, in characters, that does well in the largest letters. */
private const val SHORT_HEADLINE = 26

/** What the look has given, in numbers; read out too. */
internal fun statusWords(
    ui: Ui,
    state: ScreenState,
): String {
    val findings =
        state.looked
            ?.diagnosis
            ?.report
            ?.findings
            .orEmpty()

    fun count(outcome: Outcome) = findings.count { it.outcome == outcome }
    // What was wrong and cannot be told any more is not among these.
    val wrong = count(Outcome.FAIL) + count(Outcome.WARN)
    if (wrong > 0) return ui.context.resources.getQuantityString(R.plurals.diagnose_said_found, wrong, wrong)
    return ui.words(R.string.diagnose_said_done, count(Outcome.PASS), count(Outcome.UNKNOWN))
}

private fun foundSections(
    screen: Screen,
    state: ScreenState,
    found: List<FindingAdvice>,
    byCheck: Map<Int, Finding>,
): List<Section> {
    val ui = screen.ui
    val righted = state.righted.sortedBy { it.place }.toMutableList()
    val sections = ArrayList<Section>()
    var hasNoticed = false

    fun right(upTo: Int) {
        while (righted.isNotEmpty() && righted[0].place <= upTo) {
            val was = righted.removeAt(0)
            sections += Section("right.${was.check}", was) { rightedCard(ui, was) }
        }
    }
    found.forEachIndexed { place, finding ->
        right(place)
        if (finding.alsoNoticed && !hasNoticed) {
            hasNoticed = true
            if (sections.isNotEmpty()) sections += title(ui, "noticed", R.string.diagnose_also_noticed)
        }
        val model =
            FindingModel(
                advice = finding,
                finding = byCheck[finding.check],
                opened = state.opened.filterKeys { it.substringBefore('.') == finding.check.toString() },
                fixedByTitle = finding.fixedBy?.let { by -> found.firstOrNull { it.check == by }?.title },
                isFirst = place == 0,
                app = state.words?.app.orEmpty(),
            )
        sections += Section("finding.${finding.check}", model) { findingCard(screen, model) }
    }
    right(Int.MAX_VALUE)
    return sections
}

/** What was wrong and is right now. The one thing that moves, where the phone lets things move. */
private fun rightedCard(
    ui: Ui,
    was: Wrong,
): View =
    ui.card().apply {
        val line = stateLine(ui, Shape.TICK, ui.words(R.string.diagnose_state_now_right))
        put(line)
        // Titles are written of what is wrong only: where the language changed since, the check's name has to do.
        val before = was.title?.let { struckOut(ui.words(R.string.diagnose_state_was, it), it) }
        put(ui.text(before ?: nameOf(ui, was.check), color = ui.soft), 8)
        if (mayMove(ui.context)) {
            val mark = line.getChildAt(0)
            mark.scaleX = 0.2f
            mark.scaleY = 0.2f
            alpha = 0f
            animate().alpha(1f).setDuration(250)
            mark
                .animate()
                .scaleX(1f)
                .scaleY(1f)
                .setStartDelay(100)
                .setDuration(350)
        }
    }

/** The words, in which [part] no longer holds. */
private fun struckOut(
    words: String,
    part: String,
): CharSequence =
    SpannableString(words).apply {
        val at = words.indexOf(part)
        if (at >= 0) setSpan(StrikethroughSpan(), at, at + part.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    }

internal fun title(
    ui: Ui,
    key: String,
    words: Int,
): Section = Section(key, null) { ui.column().apply { put(ui.heading(ui.words(words), 18f), 28) } }

private fun playbookSection(
    screen: Screen,
    playbook: Playbook,
    showsAll: Boolean,
    comesFirst: Boolean,
): Section {
    val ui = screen.ui
    return Section("playbook", listOf(playbook, showsAll, comesFirst)) {
        ui.card().apply {
            put(ui.heading(ui.words(if (comesFirst) R.string.diagnose_playbook_first else R.string.diagnose_playbook)))
            playbook.ruledOut?.let { put(ui.text(it), 8) }
            val isShort = showsAll || playbook.steps.size <= MOST_STEPS
            val shown = if (isShort) playbook.steps else playbook.steps.take(MOST_STEPS - 1)
            shown.forEachIndexed { place, step ->
                val words = ui.column()
                step.conditions.forEach { words.put(ui.text(it.text, 14f, ui.soft)) }
                words.put(ui.text(step.text))
                if (step.owner == Owner.TECHNICIAN) {
                    words.put(ui.text(ui.words(R.string.diagnose_playbook_support), 14f, ui.soft, strong = true), 2)
                }
                put(numbered(ui, place + 1, words), 14)
            }
            if (shown.size < playbook.steps.size) {
                put(
                    ui.button(ui.words(R.string.diagnose_playbook_all), Weight.QUIET) { screen.session.showAllSteps() },
                    8,
                )
            }
            playbook.remark?.let { put(ui.text(it, 15f, ui.soft), 12) }
        }
    }
}

private const val MOST_STEPS = 5

private fun unknownSection(
    screen: Screen,
    state: ScreenState,
    unknown: List<FindingAdvice>,
    byCheck: Map<Int, Finding>,
    folded: String?,
): List<Section> {
    val ui = screen.ui
    val files = state.files
    val running = files is Files.Running
    // While the files are being checked, "not checked yet" would say the same again.
    val listed = unknown.filterNot { running && it.check in FILE_CHECKS && byCheck[it.check]?.reason == Reason.NOT_RUN }
    if (listed.isEmpty() && folded == null && files == Files.Done) return emptyList()
    val model = listOf(listed, folded, files, state.opened)
    val sections = ArrayList<Section>()
    if (running || files == Files.Stopped) {
        sections += Section("files", running) { filesCard(screen, running) }
    }
    if (listed.isEmpty() && folded == null) return sections
    sections +=
        Section("unknown", model - files) {
            ui.card().apply {
                put(ui.heading(ui.words(R.string.diagnose_state_unknown), 18f))
                listed.forEach { finding ->
                    val words = ui.column()
                    words.put(ui.text(nameOf(ui, finding.check)))
                    finding.detail?.let { words.put(ui.text(it, 14f, ui.soft), 2) }
                    finding.steps.forEach { words.put(ui.text(it.text, 14f, ui.soft), 2) }
                    put(
                        ui.line().apply {
                            gravity = Gravity.TOP
                            addView(ui.mark(Shape.QUESTION, 22))
                            addView(words, ui.beside(12))
                        },
                        14,
                    )
                }
                folded?.let { put(ui.text(it, 14f, ui.soft), 14) }
            }
        }
    return sections
}

/** Contents and splits. */
private val FILE_CHECKS = setOf(11, 12)

private fun filesCard(
    screen: Screen,
    running: Boolean,
): View {
    val ui = screen.ui
    return ui.card().apply {
        if (running) {
            put(ui.text("").apply { id = R.id.diagnose_files })
            put(
                ProgressBar(ui.context, null, android.R.attr.progressBarStyleHorizontal).apply {
                    id = R.id.diagnose_files_bar
                    progressTintList = ColorStateList.valueOf(ui.accent)
                },
                8,
            )
            put(ui.button(ui.words(R.string.diagnose_stop), Weight.QUIET) { screen.session.stopFiles() }, 4)
        } else {
            put(stateLine(ui, Shape.QUESTION, ui.words(R.string.diagnose_files_stopped)))
            put(ui.button(ui.words(R.string.diagnose_files_check), Weight.NORMAL) { screen.session.checkFiles() }, 12)
        }
    }
}

/** The one place with ticks, beside what became right: what the report says passes. */
private fun rightSection(
    ui: Ui,
    state: ScreenState,
    findings: List<Finding>,
): List<Section> {
    val right = findings.filter { it.outcome == Outcome.PASS && state.righted.none { was -> was.check == it.check } }
    if (right.isEmpty()) return emptyList()
    val checks = right.map { it.check }
    return listOf(
        Section("right", checks) {
            ui.card().apply {
                put(ui.heading(ui.words(R.string.diagnose_right), 18f))
                checks.forEachIndexed { place, check ->
                    put(
                        ui.line().apply {
                            addView(ui.mark(Shape.TICK, 20))
                            addView(ui.text(nameOf(ui, check), 15f), ui.beside(12))
                        },
                        if (place == 0) 14 else 10,
                    )
                }
            }
        },
    )
}

internal fun nameOf(
    ui: Ui,
    check: Int,
): String =
    NAMES.getOrNull(check)?.takeIf { it != 0 }?.let { ui.words(it) } ?: ui.words(R.string.diagnose_check_newer, check)

/** By number. The end of a build exists on iOS only. */
private val NAMES =
    intArrayOf(
        R.string.diagnose_check_os_version,
        R.string.diagnose_check_os_security_patch,
        R.string.diagnose_check_notifications_app,
        R.string.diagnose_check_notifications_channel,
        R.string.diagnose_check_notifications_presentation,
        R.string.diagnose_check_notifications_interruptions,
        R.string.diagnose_check_notifications_background,
        R.string.diagnose_check_notifications_data,
        R.string.diagnose_check_notifications_push_service,
        R.string.diagnose_check_notifications_delivery,
        R.string.diagnose_check_install_signer,
        R.string.diagnose_check_install_contents,
        R.string.diagnose_check_install_splits,
        R.string.diagnose_check_install_source,
        R.string.diagnose_check_install_version,
        0,
        R.string.diagnose_check_install_restored,
        R.string.diagnose_check_install_crashes,
        R.string.diagnose_check_device_clock,
        R.string.diagnose_check_device_storage,
        R.string.diagnose_check_device_network,
        R.string.diagnose_check_account_registration,
        R.string.diagnose_check_registration_camera,
        R.string.diagnose_check_device_profile,
    )
