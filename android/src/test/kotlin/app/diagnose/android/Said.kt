package app.diagnose.android

import android.view.View
import org.robolectric.RuntimeEnvironment

/** What a check is called on the screen, by its number. 15 is not Android's. */
internal val CHECK_NAMES =
    mapOf(
        0 to "Android version",
        1 to "Security updates",
        2 to "Notifications allowed",
        3 to "Notification categories",
        4 to "How notifications are shown",
        5 to "Do Not Disturb",
        6 to "Work in the background",
        7 to "Data in the background",
        8 to "Google's push service",
        9 to "A test arrived",
        10 to "The app's signature",
        11 to "The app's files",
        12 to "The app's parts",
        13 to "Where the app came from",
        14 to "The app's version",
        16 to "Not restored or cloned",
        17 to "No recent crashes",
        18 to "This phone's clock",
        19 to "Free storage",
        20 to "Internet connection",
        21 to "Registration",
        22 to "Camera, where needed",
        23 to "Not in a work profile",
    )

/** Said where no test has arrived, as on every phone. */
internal const val FOLDED = "What this phone can't tell us: the arrival of a test notification"

/** What the page with the result says of each check, read off what is written there. */
internal class Said(
    person: Tapping,
) {
    private val texts = person.texts()

    /** The answer, below the way to the code. */
    val headline: String = texts[1]

    /** Each finding's state and title, from the top; what became right among them. */
    val found: List<Pair<String, String>> =
        texts.zipWithNext().filter { (state, _) -> state in listOf(FAIL, WARN, NOTE, NOW_RIGHT) }

    /** What has a tick, by the checks' names. */
    val right: List<String> = names(word(R.string.diagnose_right))

    /** What could not be checked, by the checks' names. */
    val unknown: List<String> = names(word(R.string.diagnose_state_unknown))

    /** The code, without its gaps. */
    val code: String = texts.first { it.matches(CODE) }.replace(" ", "")

    private fun names(title: String): List<String> =
        texts
            .drop((texts.indexOf(title) + 1).takeIf { it > 0 } ?: texts.size)
            .takeWhile { it !in titles }
            .filter { it in checks }

    override fun toString(): String = texts.joinToString("\n")

    companion object {
        private val CODE = Regex("[0-9A-Z]{4}(?:  [0-9A-Z]{4})+")
        val FAIL get() = word(R.string.diagnose_state_fail)
        val WARN get() = word(R.string.diagnose_state_warn)
        val NOTE get() = word(R.string.diagnose_state_note)
        val NOW_RIGHT get() = word(R.string.diagnose_state_now_right)

        private fun word(id: Int): String = RuntimeEnvironment.getApplication().getString(id)

        /** What begins another part of the page. */
        private val titles
            get() =
                listOf(
                    R.string.diagnose_right,
                    R.string.diagnose_state_unknown,
                    R.string.diagnose_code_title,
                    R.string.diagnose_playbook,
                    R.string.diagnose_playbook_first,
                    R.string.diagnose_check_again,
                ).map(::word)

        private val checks
            get() =
                R.string::class.java.fields
                    .filter { it.name.startsWith("diagnose_check_") && it.name != "diagnose_check_again" }
                    .map { word(it.getInt(null)) }

        /** Chooses what happened, and waits until the phone and the installed files were looked at. */
        fun of(
            complaint: String = "Only check this phone",
            person: Tapping = Tapping(),
        ): Said {
            person.awaits(complaint).taps(complaint)
            person.awaits("a result") { person.activity.findViewById<View>(R.id.diagnose_status) != null }
            person.awaits("the installed files") {
                person.activity.findViewById<View>(R.id.diagnose_files) == null
            }
            repeat(20) { person.pause(100) }
            return Said(person)
        }
    }
}
