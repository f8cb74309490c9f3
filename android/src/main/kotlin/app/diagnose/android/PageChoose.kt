package app.diagnose.android

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
                ui.row(ui.words(words)) { screen.askTime(day) }.apply { layoutParams = ui.below(if (place == 0) 24 else 10) }
            }
        }
    val unknown =
        Section("unknown", null) {
            ui.button(ui.words(R.string.diagnose_email_not_known), Weight.NORMAL) { screen.session.received(null) }
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
                        put(ui.button(ui.words(R.string.diagnose_contact_support), Weight.NORMAL) { screen.contactSupport() }, 12)
                    }
                }
            },
        )
    }
    return listOf(
        Section("working", null) {
            ui.column().apply {
                gravity = android.view.Gravity.CENTER_HORIZONTAL
                put(ui.spinner(), 120)
                put(
                    ui.text(ui.words(R.string.diagnose_working), 18f).apply {
                        textAlignment = android.view.View.TEXT_ALIGNMENT_CENTER
                    },
                    24,
                )
            }
        },
    )
}
