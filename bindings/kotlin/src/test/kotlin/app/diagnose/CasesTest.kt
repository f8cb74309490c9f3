package app.diagnose

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File
import java.time.Instant

/** Every shared case through the real library. */
class CasesTest {
    private fun JsonElement.orNull() = takeUnless { it.isJsonNull }

    private fun names(folder: File) =
        folder
            .listFiles { file -> file.extension == "json" }
            .orEmpty()
            .map { it.name }
            .sorted()

    @Test
    fun everyCaseIsToldAsInRust() {
        val files = names(expandedCases)
        val failures = mutableListOf<String>()
        for (file in files) {
            val case = JsonParser.parseString(expandedCases.resolve(file).readText()).asJsonObject
            val question = case["question"].asJsonObject
            val diagnosis =
                Diagnose.diagnose(
                    factsFromJson(case["facts"].toString()),
                    Question(
                        question["complaint"].orNull()?.let { complaints.getValue(it.asInt) },
                        question["received"].orNull()?.let { Time(Instant.parse(it.asString).epochSecond) },
                    ),
                    profileFromJson(case["profile"].toString()),
                    english,
                )
            failures += compare(case["expected"].asJsonObject, diagnosis).map { "$file: $it" }
        }
        println("kotlin: ${files.size} cases ran")
        assertEquals("", failures.take(20).joinToString("\n"))
        assertEquals(names(repository.resolve("tests/cases")), files)
        assertTrue(files.size >= 100)
    }

    private fun compare(
        expected: JsonObject,
        diagnosis: Diagnosis,
    ): List<String> {
        val whole = differences(expected, diagnosisToJson(diagnosis), "json")
        val report = expected["report"].deepCopy().asJsonObject
        for (finding in report["findings"].asJsonArray) {
            finding.asJsonObject.remove("id")
            finding.asJsonObject.remove("cause_id")
        }
        val code = diagnosis.code
        val spelled = code.spelled.split(" ").joinToString("") { if (it == "-") it else it.take(1) }
        return whole +
            differences(report, tree(diagnosis.report), "report") +
            differences(expected["advice"], tree(diagnosis.advice), "advice") +
            listOf("text" to code.text, "groups" to code.groups.joinToString("-"), "spelled" to spelled)
                .filter { (_, told) -> told != expected["code"].asString }
                .map { (field, told) -> "code.$field: ${expected["code"]}, not $told" }
    }

    private val complaints =
        mapOf(
            1 to Complaint.PHONE_NUMBER_INVALID,
            2 to Complaint.INSTALL_OR_CRASH,
            3 to Complaint.RESET_FAILED,
            4 to Complaint.NUMBER_IN_USE,
            5 to Complaint.LINK_INACTIVE,
            6 to Complaint.NO_NOTIFICATIONS,
            15 to Complaint.OTHER,
        )

    @Test
    fun aWrongTreeIsADifference() {
        val diagnosis = Diagnose.diagnose(phone("android-15-in-order"), noQuestion, profile("blink"), english)
        val other = Diagnose.diagnose(phone("android-15-locked-out"), noQuestion, profile("blink"), english)
        assertEquals(emptyList<String>(), differences(tree(diagnosis.report), tree(diagnosis.report)))
        assertTrue(differences(tree(diagnosis.report), tree(other.report)).isNotEmpty())
        assertTrue(differences(tree(diagnosis.advice), tree(other.advice)).isNotEmpty())
        assertEquals(listOf(".a: null, not 1"), differences(JsonObject(), JsonParser.parseString("""{"a": 1}""")))
    }
}
