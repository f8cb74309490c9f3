package android.os

import java.util.Locale

/** What the page for developers calls of Android, on a JVM that has none. */
class LocaleList private constructor(
    private val locales: List<Locale>,
) {
    fun size(): Int = locales.size

    operator fun get(index: Int): Locale = locales[index]

    companion object {
        @JvmStatic
        fun getDefault(): LocaleList = LocaleList(listOf(Locale.ENGLISH, Locale.forLanguageTag("de-AT")))
    }
}
