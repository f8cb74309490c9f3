package app.diagnose.android

import java.io.File

/**
 * Android's public classes and members, and the level that each is from, as `@nativescript/types-android` lists them for
 * levels 21 to 37. What is hidden is not in it. A member's name stands with the number of its parameters, a field's alone.
 */
internal class PublicApi(
    file: File,
) {
    private class Class(
        val since: Int,
    ) {
        val parents = mutableListOf<String>()
        val members = mutableMapOf<String, Int>()
    }

    private val classes = mutableMapOf<String, Class>()

    init {
        val path = mutableListOf<String>()
        var open: Class? = null
        var since = OLDEST
        file.forEachLine { line ->
            SINCE.find(line)?.let { since = it.groupValues[1].toInt() }
            val opens = OPENS.find(line)
            val member = MEMBER.find(line)
            when {
                opens != null -> {
                    val (kind, name, rest) = opens.destructured
                    path += name
                    if (kind != "module") {
                        val full = path.joinToString(".")
                        open = classes.getOrPut(full) { Class(since) }
                        open.parents += PARENT.findAll(rest).map { it.value }
                    }
                    since = OLDEST
                }
                line.trim() == "}" -> path.removeLastOrNull()
                member != null -> {
                    val (name, parameters) = member.destructured
                    val key = if (line.contains("$name(")) "$name/${count(parameters)}" else name
                    open?.members?.merge(key, since, ::minOf)
                    since = OLDEST
                }
            }
        }
    }

    /** The level that a class (its name with dots) is from; null where it is not public. */
    fun since(name: String): Int? = classes[name]?.since

    /** The level that a member is from, looked up in what its class inherits as well; null where it is not public. */
    fun since(
        name: String,
        member: String,
    ): Int? {
        val found = classes[name] ?: return null
        val own = found.members[member]?.let { maxOf(it, found.since) }
        return listOfNotNull(own)
            .plus(found.parents.mapNotNull { since(it, member) })
            .minOrNull()
    }

    private fun count(parameters: String): Int {
        var depth = 0
        var commas = 0
        for (letter in parameters) {
            when (letter) {
                '(', '<', '[' -> depth++
                ')', '>', ']' -> depth--
                ',' -> if (depth == 0) commas++
            }
        }
        return if (parameters.isBlank()) 0 else commas + 1
    }

    private companion object {
        /** What has no level is from 21 or older. */
        const val OLDEST = 21
        val SINCE = Regex("""@since (\d+)""")
        val OPENS = Regex("""^\s*(?:declare|export) (?:abstract )?(module|class|interface) (\w+)(.*)\{\s*$""")
        val PARENT = Regex("""[\w.]+\.[\w.]+""")
        val MEMBER = Regex("""^\s*(?:public|protected) (?:static )?(?:abstract )?(\w+)(?:\((.*)\))?\s*:?[^()]*;""")
    }
}
