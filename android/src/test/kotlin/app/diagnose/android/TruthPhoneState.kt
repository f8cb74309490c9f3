package app.diagnose.android

import android.os.Build

/**
 * A state of a phone: how it comes to be, and what the screen then says of each check otherwise than of a phone in
 * order.
 *
 * @property headline the answer, or the verdict where nothing was complained of; else that of what is said.
 */
internal class TruthPhoneState(
    val name: String,
    private val says: Map<Int, String> = emptyMap(),
    private val headline: String? = null,
    private val levels: IntRange = 24..99,
    val tapped: String = TruthPhone.JUST_CHECK,
    val set: TruthPhone.() -> Unit = {},
) {
    val isHere get() = Build.VERSION.SDK_INT in levels

    /** The whole page, as far as it says what is right and wrong. */
    private fun expected(): List<String> {
        val inOrder = CHECKS.keys.associateWith { if (isAbsent(it)) ABSENT else RIGHT }
        val lines =
            (inOrder + says.filterKeys { !isAbsent(it) }).mapNotNull { (check, word) ->
                when (word) {
                    ABSENT -> null
                    RIGHT, UNKNOWN -> "$word: ${CHECKS.getValue(check)}"
                    else -> word
                }
            }
        return (lines + "answer: ${headline ?: verdict()}" + FOLDED).sorted()
    }

    /** Of findings of these checks, none of which is a notification's, and no warning of which counts. */
    private fun verdict(): String {
        val here = says.filterKeys { !isAbsent(it) }.values
        return when {
            here.any { it.startsWith(FAIL) } -> "Something keeps Blink from working"
            here.any { it.startsWith(WARN) } -> "Something may get in Blink's way"
            else -> "Nothing wrong found"
        }
    }

    /** Not applicable on this level. */
    private fun isAbsent(check: Int) =
        (check == 3 && Build.VERSION.SDK_INT < 26) || (check == 17 && Build.VERSION.SDK_INT < 30)

    /** What the page says and should not, or does not and should; empty where it is as expected. */
    fun otherwise(): String =
        try {
            val phone = TruthPhone().apply(set)
            val person = phone.looked(tapped)
            try {
                otherwise(person)
            } finally {
                TruthPhone.close(person)
            }
        } catch (e: AssertionError) {
            "$name: ${e.message}\n"
        }

    fun otherwise(person: Tapping): String {
        val (expected, said) = Pair(expected(), said(person))
        val (more, less) = Pair(said - expected.toSet(), expected - said.toSet())
        val doubled =
            said
                .groupBy { it }
                .filterValues { it.size > 1 }
                .keys
                .map { "twice: $it" }
        val lines = more.map { "says $it" } + less.map { "does not say $it" } + doubled
        return if (lines.isEmpty()) "" else lines.joinToString("\n  ", "$name:\n  ", "\n")
    }

    private fun said(person: Tapping): List<String> {
        val said = Said(person)
        val found = said.found.map { (state, title) -> "$state: $title" }
        val folded = person.texts().filter { it.startsWith("What this phone can't tell us") }
        return found + said.right.map { "$RIGHT: $it" } + said.unknown.map { "$UNKNOWN: $it" } +
            "answer: ${said.headline}" + folded
    }

    companion object {
        const val RIGHT = "right"
        const val UNKNOWN = "unknown"
        const val ABSENT = "absent"
        private const val FAIL = "Needs fixing"
        private const val WARN = "May get in the way"
        private const val NOTE = "Worth knowing"

        fun blocks(title: String) = "$FAIL: $title"

        fun weakens(title: String) = "$WARN: $title"

        fun notes(title: String) = "$NOTE: $title"

        /** The arrival of a test stands apart. */
        private val CHECKS = CHECK_NAMES - 9

        /** Looks at one phone after the other. */
        fun otherwise(states: List<TruthPhoneState>): String {
            val here = states.filter { it.isHere }
            check(here.isNotEmpty()) { "no state on this level" }
            return here.joinToString("") { it.otherwise() }
        }
    }
}
