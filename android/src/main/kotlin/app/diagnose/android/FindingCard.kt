package app.diagnose.android

import android.Manifest
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import app.diagnose.Effect
import app.diagnose.Finding
import app.diagnose.FindingAdvice
import app.diagnose.Outcome
import app.diagnose.Owner
import app.diagnose.Rung
import app.diagnose.android.Ui.Companion.put
import java.text.NumberFormat

/** What a finding's card shows. Equal cards look equal. */
internal data class FindingModel(
    val advice: FindingAdvice,
    val finding: Finding?,
    val opened: Map<String, Int>,
    val fixedByTitle: String?,
    val isFirst: Boolean,
    val app: String,
)

/** The shape of a finding's state, and the word for it. */
internal fun stateOf(finding: Finding?): Pair<Shape, Int> =
    when {
        finding == null || finding.outcome == Outcome.UNKNOWN -> Shape.QUESTION to R.string.diagnose_state_unknown
        finding.effect == Effect.BLOCKS -> Shape.CROSS to R.string.diagnose_state_fail
        finding.effect == Effect.WEAKENS -> Shape.WARNING to R.string.diagnose_state_warn
        else -> Shape.NOTE to R.string.diagnose_state_note
    }

internal fun stepKey(
    check: Int,
    place: Int,
): String = "$check.$place"

/** One finding: its state, what is wrong, why it matters, and each step with its button. */
internal fun findingCard(
    screen: Screen,
    model: FindingModel,
): View {
    val ui = screen.ui
    val advice = model.advice
    val (shape, word) = stateOf(model.finding)
    val card = ui.card()
    card.put(stateLine(ui, shape, ui.words(word)))
    card.put(ui.heading(advice.title), 10)
    // In large letters the one button would be below the first screenful.
    val buttonFirst = ui.isLarge && model.isFirst && advice.steps.size == 1
    val why = {
        advice.why?.let { card.put(ui.text(it), 8) }
        advice.detail?.let { card.put(ui.text(it, 15f, ui.soft), 8) }
    }
    if (!buttonFirst) why()
    ownerWords(ui, model)?.let { card.put(ui.text(it, 15f, strong = true), 14) }
    var hasMain = !model.isFirst
    for (place in advice.steps.indices) {
        val weight = if (hasMain) Weight.NORMAL else Weight.MAIN
        if (card.putStep(screen, model, place, weight, buttonFirst)) hasMain = true
    }
    if (buttonFirst) why()
    model.fixedByTitle?.let { card.put(ui.text(ui.words(R.string.diagnose_fixed_by, it), 15f, ui.soft), 12) }
    if (!hasMain && advice.owner.let { it == Owner.TECHNICIAN || it == Owner.VENDOR }) {
        card.put(ui.button(ui.words(R.string.diagnose_code_show), Weight.MAIN) { screen.scrollTo(CODE) }, 16)
    }
    if (model.isFirst && hasMain) card.put(ui.text(ui.words(R.string.diagnose_back_hint), 14f, ui.soft), 12)
    return card
}

/** A shape with its word. */
internal fun stateLine(
    ui: Ui,
    shape: Shape,
    word: String,
): LinearLayout =
    ui.line().apply {
        addView(ui.mark(shape))
        addView(ui.text(word, 15f, ui.color(shape), strong = true), ui.beside(10))
    }

private fun ownerWords(
    ui: Ui,
    model: FindingModel,
): String? =
    when (model.advice.owner) {
        Owner.TECHNICIAN -> ui.words(R.string.diagnose_owner_technician)
        Owner.VENDOR -> ui.words(R.string.diagnose_owner_vendor, model.app)
        Owner.USER, null -> null
    }

/** Adds a step; true where it has a button. */
private fun LinearLayout.putStep(
    screen: Screen,
    model: FindingModel,
    place: Int,
    weight: Weight,
    buttonFirst: Boolean,
): Boolean {
    val ui = screen.ui
    val advice = model.advice
    val step = advice.steps[place]
    val isOne = advice.steps.size == 1
    val words = ui.text(step.text)
    val line = if (isOne) words else numbered(ui, place + 1, words)
    val rungs = screen.usable(step.ladder)
    if (!buttonFirst) put(line, 14)
    if (rungs.isNotEmpty()) {
        val about = if (isOne) advice.title else "${advice.title} (${digits(place + 1)})"
        val key = stepKey(advice.check, place)
        putButton(screen, rungs, key, weight, about, model.opened[key])
    }
    if (buttonFirst) put(line, 14)
    return rungs.isNotEmpty()
}

/** The button that opens a step's ladder, and what became of it. */
private fun LinearLayout.putButton(
    screen: Screen,
    rungs: List<Rung>,
    key: String,
    weight: Weight,
    about: String,
    opened: Int?,
) {
    val ui = screen.ui
    val first = rungs[0]
    put(ui.about(ui.button(ui.words(labelOf(first)), weight) { screen.open(key, rungs, 0) }, about), 12)
    if (opened == null) return
    if (opened == Ladder.NONE) {
        put(ui.text(ui.words(R.string.diagnose_open_failed), 15f, ui.warn, strong = true), 10)
    } else if (first is Rung.Screen || first is Rung.Url || first is Rung.Permission) {
        val next =
            ui.button(ui.words(R.string.diagnose_did_not_open), Weight.QUIET) { screen.open(key, rungs, opened + 1) }
        put(ui.about(next, about), 4)
    }
}

/** Words behind their number. */
internal fun numbered(
    ui: Ui,
    number: Int,
    words: View,
): LinearLayout =
    ui.line().apply {
        gravity = Gravity.TOP
        addView(ui.text("${digits(number)}.", color = ui.soft, strong = true))
        addView(words, ui.beside(10))
    }

private fun digits(number: Int): String = NumberFormat.getIntegerInstance().format(number)

private fun labelOf(rung: Rung): Int =
    when (rung) {
        is Rung.Permission ->
            if (rung.name == Manifest.permission.CAMERA) R.string.diagnose_allow_camera else R.string.diagnose_allow
        is Rung.Url -> R.string.diagnose_open_page
        is Rung.Registration -> R.string.diagnose_register
        is Rung.TestNotification, is Rung.TestPush -> R.string.diagnose_test_now
        is Rung.Screen, is Rung.Settings -> R.string.diagnose_open_setting
    }
