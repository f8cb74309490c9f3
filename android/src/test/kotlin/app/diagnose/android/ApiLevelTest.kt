package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

/**
 * Holds every reference of the library into Android against the framework of the level that it is guarded by, or of the
 * next level that the tests have: whole descriptors, where [PublicApiTest] counts parameters.
 */
class ApiLevelTest {
    private fun framework(guard: Int): Pair<Int, Framework> =
        Framework.levels.entries
            .first { (level) -> level >= guard }
            .toPair()

    @Test
    fun `what is called is in the framework of the level that guards it`() {
        val references = libraryReferences().filter { it.owner.startsWith("android/") }
        assertTrue("few references: ${references.size}", references.size > 100)
        val wrong = references.mapNotNull(::wrong).distinct().sorted()
        assertEquals("", wrong.joinToString("\n"))
    }

    private fun wrong(reference: Reference): String? {
        val (level, framework) = framework(reference.guard)
        val descriptor = reference.descriptor.orEmpty()
        val member = reference.name?.let { if (descriptor.startsWith("(")) it + descriptor else it }
        if (framework.has(reference.owner, member)) return null
        return "${reference.place}: ${reference.owner} ${member.orEmpty()} is not in Android's level $level"
    }

    @Test
    fun `a framework lacks what is newer`() {
        val notifications = "android/app/NotificationManager"
        val (oldest, oreo) = listOf(24, 26).map(Framework.levels::getValue)
        assertTrue(oldest.has(notifications, "areNotificationsEnabled()Z"))
        assertFalse(oldest.has(notifications, "getNotificationChannels()Ljava/util/List;"))
        assertTrue(oreo.has(notifications, "getNotificationChannels()Ljava/util/List;"))
        // Inherited.
        assertTrue(oldest.has("android/app/Activity", "getContentResolver()Landroid/content/ContentResolver;"))
    }
}
