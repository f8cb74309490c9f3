package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** A phone in order whose host says all that it knows. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class, ProbedStorageManager::class, ProbedActivityManager::class])
class OrderTest {
    @Test
    fun `has only what no phone can tell left to check, and a code of twenty characters`() {
        Scenes.setUp()
        Scenes.likeARealPhone()
        val said = Said.of()
        assertEquals("$said", emptyList<Pair<String, String>>(), said.found)
        assertEquals("$said", emptyList<String>(), said.unknown)
        assertEquals("$said", 20, said.code.length)
    }
}
