package app.diagnose.android

import app.diagnose.DeviceFacts
import app.diagnose.Phone
import app.diagnose.Time
import java.lang.reflect.Modifier

/**
 * Each fact by its path in docs/facts.md, without `phone.android.`, with what was read. A list is one fact.
 */
internal fun factPaths(facts: DeviceFacts): Map<String, String> =
    buildMap { collect(facts, "") { path, value -> put(path.removePrefix("phone.facts."), value) } }

private fun collect(
    value: Any,
    path: String,
    put: (String, String) -> Unit,
) {
    // A fact is one of the two classes in its sealed class; a phone is too.
    val type = value.javaClass
    val isRecord = type.name.startsWith("app.diagnose.") && type.superclass == Any::class.java && value !is Time
    if (!isRecord && value !is Phone) return put(path, value.toString())
    for (field in value.javaClass.declaredFields) {
        if (Modifier.isStatic(field.modifiers) || field.isSynthetic || field.name.startsWith("\$")) continue
        field.isAccessible = true
        val name = field.name.replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }
        collect(field.get(value)!!, if (path.isEmpty()) name else "$path.$name", put)
    }
}
