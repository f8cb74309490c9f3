package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.objectweb.asm.Type
import java.io.File

/** Holds every call of the library into Android and Java against the public API of the level that it is guarded by. */
class PublicApiTest {
    private val api = PublicApi(File(System.getProperty("android.public-api")))

    @Test
    fun `the list knows what is public, and from which level`() {
        assertEquals(24, api.since("android.app.NotificationManager", "areNotificationsEnabled/0"))
        assertEquals(30, api.since("android.os.UserManager", "isManagedProfile/0"))
        assertEquals(26, api.since("java.time.Instant"))
        assertEquals(null, api.since("android.app.NotificationChannelGroup", "setBlocked/1"))
        assertEquals(null, api.since("android.os.SystemProperties"))
        // Inherited.
        assertEquals(21, api.since("android.widget.Button", "setText/1"))
    }

    @Test
    fun `nothing newer than its guard and nothing hidden is called`() {
        val references = libraryReferences().filter { PACKAGES.any(it.owner::startsWith) }
        assertTrue("few references: ${references.size}", references.size > 50)
        val wrong = references.mapNotNull { wrong(it) }.distinct().sorted()
        assertEquals("", wrong.joinToString("\n"))
    }

    private fun wrong(reference: Reference): String? {
        val owner = reference.owner.replace('/', '.').replace('$', '.')
        val member = reference.name?.let { member(it, checkNotNull(reference.descriptor)) }
        val since = if (member == null) api.since(owner) else api.since(owner, member)
        val what = listOfNotNull(owner, member).joinToString(".")
        return when {
            since == null -> "${reference.place}: $what is not public"
            since > reference.guard -> "${reference.place}: $what is from $since, guarded by ${reference.guard}"
            else -> null
        }
    }

    /** As the list has it. */
    private fun member(
        name: String,
        descriptor: String,
    ): String {
        if (!descriptor.startsWith("(")) return name
        return (if (name == "<init>") "constructor" else name) + "/" + Type.getArgumentTypes(descriptor).size
    }

    private companion object {
        val PACKAGES = listOf("android/", "java/", "javax/", "org/json/")
    }
}
