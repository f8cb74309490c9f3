package app.diagnose.android

import app.diagnose.Rung

/** What a page may do, beside showing. */
internal interface Screen {
    val ui: Ui
    val session: Session

    /** Opens a step's ladder, from that rung on. */
    fun open(
        step: String,
        rungs: List<Rung>,
        start: Int,
    )

    /** Those of the rungs that this app and phone have a way for. */
    fun usable(rungs: List<Rung>): List<Rung>

    /** Whether that button was tapped a moment ago already. */
    fun isSecondTap(button: Any): Boolean

    fun copy(code: String)

    fun share(code: String)

    fun contactSupport()

    /** Shows the section of that key. */
    fun scrollTo(section: String)

    /** Asks for the time of day, or the day, of the activation e-mail. */
    fun askTime(day: EmailDay)
}
