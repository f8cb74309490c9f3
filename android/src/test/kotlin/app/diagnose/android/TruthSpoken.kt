package app.diagnose.android

import android.os.Build
import android.view.View
import android.widget.ImageView
import android.widget.TextView
import org.robolectric.RuntimeEnvironment

/**
 * What the screen has to say of every check, where it was only to check the phone. It begins with what is true of a
 * [TruthNotifiedPhone] by `checks.md`; a test names what differs.
 */
internal class TruthSpoken {
    private val found = sortedMapOf<Int, Pair<String, String>>()
    private val mended = sortedMapOf<Int, String>()
    private val right = sortedSetOf<Int>()
    private val unknown = sortedSetOf<Int>()
    private var isProofFolded = true
    private var answer: String? = null

    init {
        right += CHECK_NAMES.keys - DELIVERY
        // The profile accepts no signature by name; Robolectric's file of the app has no signature that we read.
        listOf(10, 11, 12).forEach(::unknown)
        if (Build.VERSION.SDK_INT < 26) absent(3)
        if (Build.VERSION.SDK_INT < 30) absent(17)
    }

    fun blocks(
        check: Int,
        title: String,
    ) = found(check, Said.FAIL, title)

    fun weakens(
        check: Int,
        title: String,
    ) = found(check, Said.WARN, title)

    fun notes(
        check: Int,
        title: String,
    ) = found(check, Said.NOTE, title)

    private fun found(
        check: Int,
        state: String,
        title: String,
    ) {
        absent(check)
        found[check] = state to title
    }

    /** It was wrong, as the title says, and is right now. */
    fun mended(
        check: Int,
        title: String,
    ) {
        absent(check)
        mended[check] = title
    }

    fun right(check: Int) {
        absent(check)
        right += check
    }

    fun unknown(check: Int) {
        absent(check)
        unknown += check
    }

    /** Not spoken of. */
    private fun absent(check: Int) {
        found -= check
        mended -= check
        right -= check
        unknown -= check
        if (check == DELIVERY) isProofFolded = false
    }

    /** The answer to a complaint; without one it is the verdict. */
    fun answers(words: String) {
        answer = words
    }

    /** As the checks' outcomes make it. */
    private fun verdict(): String {
        fun notificationsAlone(state: String): Boolean? {
            val checks = found.filterValues { it.first == state }.keys
            return if (checks.isEmpty()) null else checks.all { it in 2..DELIVERY }
        }
        return when {
            notificationsAlone(Said.FAIL) == true -> "Blink can't reach you yet"
            notificationsAlone(Said.FAIL) == false -> "Something keeps Blink from working"
            notificationsAlone(Said.WARN) == true -> "Blink may miss a warning"
            notificationsAlone(Said.WARN) == false -> "Something may get in Blink's way"
            isProven() -> "Working: a test arrived"
            else -> "Nothing wrong found"
        }
    }

    private fun isProven() = DELIVERY in right || DELIVERY in mended

    private fun status(): String {
        val notKnown = unknown.size + if (isProofFolded) 1 else 0
        return when (found.size) {
            0 -> "Checked: ${right.size + mended.size} right, $notKnown not known"
            1 -> "1 thing found"
            else -> "${found.size} things found"
        }
    }

    /** Line by line; each tick, and the bell of a proof that stands in the headline. */
    override fun toString(): String {
        val isHealthy = isProven() && found.values.none { it.first != Said.NOTE }
        val cards = found.values + mended.values.map { Said.NOW_RIGHT to "Before: $it" }
        val folded = if (isProofFolded) FOLDED else ""
        val ticks = right.size + mended.size
        return lines(
            answer ?: verdict(),
            status(),
            cards,
            right.map(CHECK_NAMES::getValue),
            unknown.map(CHECK_NAMES::getValue),
            folded,
            ticks,
            if (isHealthy) 1 else 0,
        )
    }

    companion object {
        private const val DELIVERY = 9

        /** What the screen says. */
        fun by(person: Tapping): String {
            val said = Said(person)
            val status = person.activity.findViewById<TextView>(R.id.diagnose_status)?.text
            val folded = person.texts().filter { it.startsWith("What this phone can't tell us") }
            return lines(
                said.headline,
                status.toString(),
                said.found,
                said.right,
                said.unknown,
                folded.joinToString(),
                person.ticks(),
                person.views().count(::isBell),
            )
        }

        private fun isBell(view: View) = ((view as? ImageView)?.drawable as? Mark)?.shape == Shape.BELL

        private fun lines(
            headline: String,
            status: String,
            found: List<Pair<String, String>>,
            right: List<String>,
            unknown: List<String>,
            folded: String,
            ticks: Int,
            bells: Int,
        ): String =
            (
                listOf("headline: $headline", "status: $status") +
                    found.map { (state, title) -> "$state: $title" }.sorted() +
                    right.sorted().map { "right: $it" } + unknown.sorted().map { "unknown: $it" } +
                    listOf("folded: $folded", "ticks: $ticks", "bells: $bells")
            ).joinToString("\n")
    }
}
