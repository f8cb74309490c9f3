package app.diagnose.android

import android.graphics.Typeface
import android.view.Gravity
import android.view.View
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.LinearLayout
import app.diagnose.android.Ui.Companion.put

/** The code for support: in large groups, as words to read aloud, to copy, to share, and as a QR code. */
internal fun codeSection(
    screen: Screen,
    state: ScreenState,
    looked: Looked,
): Section {
    val ui = screen.ui
    val code = looked.diagnosis.code
    val support = state.words?.support.orEmpty()
    return Section(CODE, listOf(code, state.showsQr, state.showsSpelled, support)) {
        ui.card().apply {
            put(ui.heading(ui.words(R.string.diagnose_code_title)))
            put(ui.text(ui.words(R.string.diagnose_code_explain, support), color = ui.soft), 8)
            put(
                ui.selectableText(code.groups.joinToString("  "), 26f).apply {
                    typeface = Typeface.MONOSPACE
                    letterSpacing = 0.02f
                    setLineSpacing(0f, 1.3f)
                    textDirection = View.TEXT_DIRECTION_LTR
                    contentDescription = ui.words(R.string.diagnose_said_code, code.spelled)
                },
                16,
            )
            if (state.showsSpelled) put(spelled(ui, code.groups, code.spelled), 12)
            put(
                ui.line().apply {
                    addView(
                        ui.button(ui.words(R.string.diagnose_copy), Weight.NORMAL) { screen.copy(code.text) },
                        ui.beside(0),
                    )
                    addView(
                        ui.button(ui.words(R.string.diagnose_share), Weight.NORMAL) { screen.share(code.text) },
                        ui.beside(12),
                    )
                },
                16,
            )
            if (state.showsQr) {
                put(
                    QrView(ui.context, looked.qr).apply {
                        contentDescription = ui.words(R.string.diagnose_qr_description)
                        layoutParams = ui.below(0, WRAP_CONTENT).apply { gravity = Gravity.CENTER_HORIZONTAL }
                    },
                    16,
                )
            }
            val words = if (state.showsSpelled) R.string.diagnose_spelled_hide else R.string.diagnose_spelled_show
            put(
                ui.button(ui.words(words), Weight.QUIET) {
                    if (!screen.isSecondTap("spelled")) screen.session.showSpelled()
                },
                8,
            )
            val qr = if (state.showsQr) R.string.diagnose_qr_hide else R.string.diagnose_qr_show
            put(
                ui.button(ui.words(qr), Weight.QUIET) { if (!screen.isSecondTap("qr")) screen.session.showQr() },
                0,
            )
            if (screen.session.supportAddress != null) {
                put(
                    ui.button(ui.words(R.string.diagnose_contact_support), Weight.NORMAL) { screen.contactSupport() },
                    8,
                )
            }
        }
    }
}

/** Each group with its words. */
private fun spelled(
    ui: Ui,
    groups: List<String>,
    spelled: String,
): LinearLayout {
    val words = spelled.split(" - ")
    return ui.column().apply {
        layoutDirection = View.LAYOUT_DIRECTION_LTR
        groups.forEachIndexed { place, group ->
            put(
                ui.line().apply {
                    addView(ui.text(group, 15f, ui.soft).apply { typeface = Typeface.MONOSPACE })
                    addView(ui.text(words.getOrElse(place) { "" }), ui.beside(14))
                },
                if (place == 0) 0 else 6,
            )
        }
    }
}
