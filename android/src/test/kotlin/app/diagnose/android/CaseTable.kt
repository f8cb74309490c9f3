package app.diagnose.android

/**
 * What became of each case. The tests run behind class loaders of their own: what they say is kept in the properties of
 * the machine, which all of them see.
 */
internal object CaseTable {
    private const val CASE = "diagnose.case"
    private const val TOLD = "diagnose.case.told."
    private const val TAPPED = "diagnose.case.tapped."
    private const val RAN = "ran"

    /** The case that runs. */
    var case: String
        get() = System.getProperty(CASE)
        set(value) {
            System.setProperty(CASE, value)
        }

    fun begin() = listOf(TOLD, TAPPED).forEach { kind -> told(kind).keys.forEach { System.clearProperty(kind + it) } }

    /** The phone showed the case, but for what is named, on which the report does not rest. */
    fun ran(butFor: Map<String, String>) = tell("$RAN\t" + lines(butFor))

    /** The case was tapped through on the screen. */
    fun tapped() = tell("", TAPPED)

    /** There is no way on the screen to where the case is. */
    fun cannotTap(why: String) = tell(why, TAPPED)

    /** The phone cannot show the case. */
    fun cannot(why: Map<String, String>) = tell("cannot\t" + lines(why))

    private fun lines(why: Map<String, String>) = why.map { (path, text) -> "$path: $text" }.joinToString("\n")

    private fun tell(
        text: String,
        kind: String = TOLD,
    ) {
        System.setProperty(kind + case, text)
    }

    private fun told(kind: String = TOLD): Map<String, String> =
        System
            .getProperties()
            .stringPropertyNames()
            .filter { it.startsWith(kind) }
            .associate { it.removePrefix(kind) to System.getProperty(it) }

    /** Why the counts do not make up all cases of these levels, or null. */
    fun fault(
        levels: Map<String, Int>,
        ran: Set<Int>,
    ): String? {
        val (told, tapped) = told() to told(TAPPED)

        fun isDone(case: String) = case in tapped || told[case].orEmpty().startsWith("cannot\t")
        val open = levels.filterValues { it in ran }.keys.filterNot(::isDone)
        val some = open.take(20).joinToString()
        return if (open.isEmpty()) null else "${open.size} cases neither ran to their end nor cannot: $some"
    }

    fun text(
        levels: Map<String, Int>,
        ran: Set<Int>,
        millis: Long,
    ): String =
        buildString {
            val (told, tapped) = told() to told(TAPPED)
            appendLine("level  cases    ran  of these but for facts  tapped  no tap  cannot  no framework")
            for ((level, names) in levels.entries.groupBy({ it.value }, { it.key }).toSortedMap()) {
                val said = names.mapNotNull { told[it] }
                val shown = said.filter { it.startsWith("$RAN\t") }
                val none = if (level in ran) 0 else names.size
                appendLine(
                    "%5d  %5d  %5d  %22d  %6d  %6d  %6d  %12d".format(
                        level,
                        names.size,
                        shown.size,
                        shown.count { it != "$RAN\t" },
                        names.count { tapped[it] == "" },
                        names.count { !tapped[it].isNullOrEmpty() },
                        said.size - shown.size,
                        none,
                    ),
                )
            }
            val shown = told.count { it.value.startsWith("$RAN\t") }
            val (onScreen, none) = tapped.count { it.value.isEmpty() } to levels.count { it.value !in ran }
            appendLine("android: $shown cases ran, $onScreen of them on the screen; ${told.size - shown} cannot")
            appendLine("android: $none without a framework; in all ${levels.size} cases; $millis ms")
            appendLine("cannot, for the report rests on what the phone shows otherwise:")
            append(reasons(told, "cannot"))
            appendLine("ran, but for facts on which the report does not rest:")
            append(reasons(told, RAN))
            appendLine("ran, but could not be tapped through on the screen:")
            append(reasons(tapped.filterValues { it.isNotEmpty() }, ""))
        }

    private fun reasons(
        told: Map<String, String>,
        kind: String,
    ): String {
        val cases = sortedMapOf<String, MutableList<String>>()
        for ((case, text) in told.toSortedMap()) {
            if (kind.isNotEmpty() && !text.startsWith("$kind\t")) continue
            text.substringAfter('\t').lines().filter { it.isNotEmpty() }.forEach {
                cases.getOrPut(it, ::mutableListOf) +=
                    case
            }
        }
        return cases
            .map { (why, names) ->
                "%5d  %s (%s%s)\n".format(
                    names.size,
                    why,
                    names.take(3).joinToString(),
                    if (names.size >
                        3
                    ) {
                        " …"
                    } else {
                        ""
                    },
                )
            }.joinToString("")
    }
}
