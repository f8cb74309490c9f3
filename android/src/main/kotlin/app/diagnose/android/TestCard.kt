package app.diagnose.android

import android.widget.LinearLayout
import app.diagnose.Complaint
import app.diagnose.Outcome
import app.diagnose.Rung
import app.diagnose.Verdict
import app.diagnose.android.Ui.Companion.put

private data class TestModel(
    val push: TestPushState,
    val local: LocalTest,
    val offersPush: Boolean,
    val offersNotification: Boolean,
    val isMain: Boolean,
    val app: String,
    val support: String,
)

/** The tests, where there is one and it is of use; null where there is not. */
internal fun testSection(
    screen: Screen,
    state: ScreenState,
    looked: Looked,
): Section? {
    val offersPush = screen.session.offersPush
    val offersNotification = looked.offersNotification
    val isUnderway = state.local != LocalTest.IDLE || state.push !is TestPushState.Idle
    if (!offersPush && !offersNotification && !isUnderway) return null
    val advice = looked.diagnosis.advice
    val report = looked.diagnosis.report
    val verdict = report.verdict
    val isOfUse =
        isUnderway || verdict == Verdict.NOT_PROVEN || verdict == Verdict.HEALTHY ||
            state.complaint == Complaint.NO_NOTIFICATIONS ||
            advice.findings.any { it.steps.any { step -> step.ladder.any { rung -> rung.isTest() } } }
    if (!isOfUse) return null
    val hasNotes = report.findings.any { it.outcome == Outcome.WARN }
    val words = state.words
    val model =
        TestModel(
            push = withoutCount(state.push),
            local = state.local,
            offersPush = offersPush,
            offersNotification = offersNotification,
            isMain = verdict == Verdict.NOT_PROVEN && !hasNotes,
            app = words?.app.orEmpty(),
            support = words?.support.orEmpty(),
        )
    return Section(TEST, model) { testCard(screen, model) }
}

/** The seconds are written into the card each second; the card itself changes less often. */
private fun withoutCount(push: TestPushState): TestPushState =
    if (push is TestPushState.Waiting) push.copy(seconds = if (push.seconds < ASK_SECONDS) 0 else ASK_SECONDS) else push

/** Who was told to lock the phone is not asked before. */
private const val ASK_SECONDS = 5L

private fun Rung.isTest() = this is Rung.TestNotification || this is Rung.TestPush

private fun testCard(
    screen: Screen,
    model: TestModel,
): LinearLayout {
    val ui = screen.ui
    val session = screen.session
    return ui.card().apply {
        if (model.offersPush) putPush(screen, model)
        when (model.local) {
            LocalTest.IDLE, LocalTest.FAILED ->
                when {
                    !model.offersNotification -> Unit
                    !model.offersPush -> {
                        put(ui.heading(ui.words(R.string.diagnose_test_notification)))
                        put(ui.text(ui.words(R.string.diagnose_test_notification_explain, model.app)), 8)
                        val weight = if (model.isMain) Weight.MAIN else Weight.NORMAL
                        val start =
                            ui.button(ui.words(R.string.diagnose_test_now), weight) { session.testNotification() }
                        put(ui.about(start, ui.words(R.string.diagnose_test_notification)), 14)
                    }
                    model.push is TestPushState.Asking || model.push is TestPushState.Waiting -> Unit
                    else -> putAgain(screen, Weight.QUIET, 4)
                }
            LocalTest.POSTED -> {
                put(ui.heading(ui.words(R.string.diagnose_did_you_see_it)), if (model.offersPush) 20 else 0)
                putAnswers(
                    ui,
                    R.string.diagnose_yes to { session.answer(true) },
                    R.string.diagnose_no to { session.answer(false) },
                )
            }
            LocalTest.SEEN -> {
                val gap = if (model.offersPush) 20 else 0
                put(ui.text(ui.words(R.string.diagnose_test_seen), strong = true), gap)
                if (!model.offersPush) {
                    put(ui.text(ui.words(R.string.diagnose_test_nobody, model.support), color = ui.soft), 6)
                }
            }
            LocalTest.NOT_SEEN -> {
                val gap = if (model.offersPush) 20 else 0
                put(ui.text(ui.words(R.string.diagnose_not_seen, model.app), strong = true), gap)
                if (model.offersNotification) putAgain(screen, Weight.NORMAL, 12)
            }
        }
    }
}

private fun LinearLayout.putAgain(
    screen: Screen,
    weight: Weight,
    gap: Int,
) {
    val words = screen.ui.words(R.string.diagnose_test_notification)
    put(screen.ui.button(words, weight) { screen.session.testNotification() }, gap)
}

private fun LinearLayout.putPush(
    screen: Screen,
    model: TestModel,
) {
    val ui = screen.ui
    val session = screen.session

    fun heading(
        id: Int,
        vararg arguments: Any,
    ) = put(ui.heading(ui.words(id, *arguments)))

    fun start(weight: Weight) {
        val start = ui.button(ui.words(R.string.diagnose_test_now), weight) { session.testPush() }
        put(ui.about(start, ui.words(R.string.diagnose_test_push)), 14)
    }

    fun asked() {
        put(ui.text(ui.words(R.string.diagnose_test_push_asked), strong = true), 16)
        putAnswers(
            ui,
            R.string.diagnose_test_push_yes_locked to { session.say(TestPushWord.SEEN_LOCKED) },
            R.string.diagnose_test_push_yes_unlocked to { session.say(TestPushWord.SEEN_UNLOCKED) },
        )
    }
    when (val push = model.push) {
        is TestPushState.Idle -> {
            heading(R.string.diagnose_test_push)
            put(ui.text(ui.words(R.string.diagnose_test_push_explain, model.app)), 8)
            start(if (model.isMain) Weight.MAIN else Weight.NORMAL)
        }
        is TestPushState.Asking -> {
            heading(R.string.diagnose_test_push_asking)
            put(ui.text(ui.words(R.string.diagnose_test_push_lock)), 8)
        }
        is TestPushState.Waiting -> {
            heading(if (push.late) R.string.diagnose_test_push_not_yet else R.string.diagnose_test_push_lock)
            put(ui.text("", color = ui.soft).apply { id = R.id.diagnose_wait }, 8)
            if (push.ask && push.seconds >= ASK_SECONDS) asked()
            if (push.ask && push.late) {
                val nothing = ui.words(R.string.diagnose_test_push_nothing)
                put(ui.button(nothing, Weight.NORMAL) { session.say(TestPushWord.SAW_NOTHING) }, 10)
            }
        }
        is TestPushState.NotSent -> {
            if (push.refused) {
                heading(R.string.diagnose_test_push_refused)
            } else {
                heading(R.string.diagnose_test_push_not_sent, model.app)
            }
            start(Weight.NORMAL)
        }
        is TestPushState.Arrived -> {
            val seconds = push.seconds
            when {
                seconds == null -> heading(R.string.diagnose_test_push_seen)
                push.late -> heading(R.string.diagnose_test_push_arrived_late, seconds)
                push.presence == Presence.LOCKED -> heading(R.string.diagnose_test_push_arrived_locked, seconds)
                push.presence == Presence.IN_FRONT ->
                    heading(R.string.diagnose_test_push_arrived_in_front, model.app, seconds)
                else -> heading(R.string.diagnose_test_push_arrived, seconds)
            }
            if (push.ask) {
                put(ui.text(ui.words(R.string.diagnose_test_push_did_you_see_it), strong = true), 14)
                putAnswers(
                    ui,
                    R.string.diagnose_yes to { session.say(TestPushWord.SEEN_LOCKED) },
                    R.string.diagnose_no to { session.say(TestPushWord.SAW_NOTHING) },
                )
            } else {
                start(Weight.NORMAL)
            }
        }
        is TestPushState.NotSeen -> {
            heading(R.string.diagnose_test_push_not_seen)
            start(Weight.NORMAL)
        }
        is TestPushState.NotArrived -> {
            heading(R.string.diagnose_test_push_not_arrived)
            start(Weight.NORMAL)
        }
    }
}

private fun LinearLayout.putAnswers(
    ui: Ui,
    vararg answers: Pair<Int, () -> Unit>,
) = answers.forEach { (words, click) -> put(ui.button(ui.words(words), Weight.NORMAL, click), 10) }
