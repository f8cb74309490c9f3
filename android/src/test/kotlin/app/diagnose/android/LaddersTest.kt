package app.diagnose.android

import app.diagnose.Complaint
import app.diagnose.Diagnose
import app.diagnose.Phone
import app.diagnose.Question
import app.diagnose.Rung
import app.diagnose.android
import app.diagnose.english
import app.diagnose.expandedCases
import app.diagnose.factsFromJson
import app.diagnose.profileFromJson
import com.google.gson.JsonParser
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** Every screen, extra and permission that a case's steps name is in the framework of each level that offers it. */
class LaddersTest {
    private val profile = Diagnose.embeddedProfile("blink")

    /** The rungs of every Android case, told on that level, with every complaint once. */
    private fun rungs(level: Int): Set<Rung> {
        val complaints = Complaint.entries
        return expandedCases
            .listFiles { file -> file.extension == "json" }
            .orEmpty()
            .map { JsonParser.parseString(it.readText()).asJsonObject }
            .flatMapIndexed { place, case ->
                val facts = factsFromJson(case["facts"].toString())
                if (facts.phone !is Phone.Android) return@flatMapIndexed emptyList()
                val there = facts.android { copy(os = os.copy(apiLevel = level.toLong())) }
                val question = Question(complaints[place % complaints.size], null)
                val own = profileFromJson(case["profile"].toString())
                val advice = Diagnose.diagnose(there, question, own, english).advice
                advice.findings.flatMap { it.steps }.flatMap { it.ladder }
            }.toSet()
    }

    @Test
    fun `no rung without its screen`() {
        val offered = mutableMapOf<String, MutableList<Int>>()
        val missing = mutableListOf<String>()
        for ((level, framework) in Framework.levels) {
            val screens =
                framework.texts(
                    "android/provider/Settings",
                    "android/content/Intent",
                    "android/os/storage/StorageManager",
                )
            val permissions = framework.texts("android/Manifest")
            for (rung in rungs(level)) {
                val names =
                    when (rung) {
                        is Rung.Screen -> listOf(rung.action) + rung.extras.map { it.name }
                        is Rung.Permission -> listOf(rung.name)
                        is Rung.Settings -> error("iOS on Android: $rung")
                        else -> emptyList()
                    }
                val known = if (rung is Rung.Permission) permissions else screens
                names.filterNot { it in known }.forEach { missing += "$level: $it" }
                names.forEach { offered.getOrPut(it) { mutableListOf() } += level }
            }
        }
        assertEquals("", missing.distinct().joinToString("\n"))
        assertTrue("few names: ${offered.keys.sorted()}", offered.size >= 28)
        assertEquals(emptySet<String>(), offered.keys intersect NOT_TO_BE_USED)
        assertEquals(setOf(33, 34, 35), offered["android.permission.POST_NOTIFICATIONS"]?.toSet())
    }

    @Test
    fun `what does not exist is found missing`() {
        val settings = Framework.levels.getValue(28).texts("android/provider/Settings")
        assertTrue("android.settings.ZEN_MODE_SETTINGS" in settings)
        assertTrue("android.settings.panel.action.INTERNET_CONNECTIVITY" !in settings)
    }

    private companion object {
        /** Which a store objects to, or which is not for apps like this. */
        val NOT_TO_BE_USED =
            setOf(
                "android.settings.REQUEST_IGNORE_BATTERY_OPTIMIZATIONS",
                "android.settings.NOTIFICATION_POLICY_ACCESS_SETTINGS",
                "android.settings.USAGE_ACCESS_SETTINGS",
                "android.settings.REQUEST_SCHEDULE_EXACT_ALARM",
                "android.settings.MANAGE_APP_USE_FULL_SCREEN_INTENT",
                "android.permission.QUERY_ALL_PACKAGES",
                "android.permission.PACKAGE_USAGE_STATS",
                "android.permission.READ_PHONE_STATE",
            )
    }
}
