package app.diagnose.android

import android.view.Gravity
import android.view.View
import android.widget.FrameLayout
import app.diagnose.android.Ui.Companion.put

/** The one question: what happened? */
internal fun chooseSections(
    screen: Screen,
    state: ScreenState,
): List<Section> {
    val ui = screen.ui
    val title =
        Section("title", null) {
            ui.column().apply {
                put(ui.heading(ui.words(R.string.diagnose_intro), 30f), 8)
                put(ui.text(ui.words(R.string.diagnose_intro_privacy), color = ui.soft), 8)
            }
        }
    val choices =
        state.complaints.mapIndexed { place, choice ->
            Section("choice.${choice.complaint}", choice) {
                ui.row(choice.title) { screen.session.choose(choice.complaint) }.apply {
                    layoutParams = ui.below(if (place == 0) 24 else 10)
                }
            }
        }
    val check =
        Section("check", null) {
            ui.button(ui.words(R.string.diagnose_just_check), Weight.NORMAL) { screen.session.choose(null) }.apply {
                layoutParams = ui.below(20)
            }
        }
    val space = Section("space", null) { ui.column().apply { put(ui.text(""), 4) } }
    return listOf(title) + choices + check + space
}

/** When did the activation e-mail arrive? */
internal fun emailSections(screen: Screen): List<Section> {
    val ui = screen.ui
    val title =
        Section("title", null) {
            ui.column().apply {
                put(ui.heading(ui.words(R.string.diagnose_email_when), 28f), 8)
                put(ui.text(ui.words(R.string.diagnose_email_why), color = ui.soft), 8)
            }
        }
    val days =
        listOf(
            EmailDay.TODAY to R.string.diagnose_email_today,
            EmailDay.YESTERDAY to R.string.diagnose_email_yesterday,
            EmailDay.EARLIER to R.string.diagnose_email_earlier,
        ).mapIndexed { place, (day, words) ->
            Section("day.$day", null) {
                ui.row(ui.words(words)) { screen.askTime(day) }.apply {
                    layoutParams = ui.below(if (place == 0) 24 else 10)
                }
            }
        }
    val unknown =
        Section("unknown", null) {
            ui
                .button(ui.words(R.string.diagnose_email_not_known), Weight.NORMAL) { screen.session.received(null) }
                .apply { layoutParams = ui.below(20) }
        }
    return listOf(title) + days + unknown
}

/** There is nothing to show yet, or there will be none. */
internal fun waitingSections(
    screen: Screen,
    state: ScreenState,
): List<Section> {
    val ui = screen.ui
    if (state.failed) {
        return listOf(
            Section("failed", null) {
                ui.column().apply {
                    put(ui.mark(Shape.QUESTION, 44), 24)
                    put(ui.heading(ui.words(R.string.diagnose_diagnosis_failed), 22f), 16)
                    put(ui.button(ui.words(R.string.diagnose_check_again), Weight.MAIN) { screen.session.retry() }, 24)
                    if (screen.session.supportAddress != null) {
                        val support = ui.words(R.string.diagnose_contact_support)
                        put(ui.button(support, Weight.NORMAL) { screen.contactSupport() }, 12)
                    }
                }
            },
        )
    }
    return listOf(
        Section("working", null) {
            ui.column().apply {
                gravity = Gravity.CENTER_HORIZONTAL
                put(looking(ui), 104)
                put(
                    ui.text(ui.words(R.string.diagnose_working), 22f, strong = true).apply {
                        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
                        textAlignment = View.TEXT_ALIGNMENT_CENTER
                    },
                    28,
                )
                val privacy = ui.text(ui.words(R.string.diagnose_intro_privacy), color = ui.soft)
                put(privacy.apply { textAlignment = View.TEXT_ALIGNMENT_CENTER }, 8)
            }
        },
    )
}

/** The magnifying glass on a disc, with a ring that turns around it where things may move. */
private fun looking(ui: Ui): View =
    FrameLayout(ui.context).apply {
        val disc = ui.mark(Shape.LENS)
        disc.background = ui.round(ui.card, DISC / 2)
        disc.setPadding(ui.dp(DISC / 4), ui.dp(DISC / 4), ui.dp(DISC / 4), ui.dp(DISC / 4))
        addView(disc, FrameLayout.LayoutParams(ui.dp(DISC), ui.dp(DISC), Gravity.CENTER))
        val ring = FrameLayout.LayoutParams(ui.dp(RING), ui.dp(RING), Gravity.CENTER)
        if (mayMove(ui.context)) addView(ui.spinner(), ring)
        layoutParams = ui.below(0).apply { height = ui.dp(RING) }
    }

/** In dp. */
private const val DISC = 104
private const val RING = 144
