package app.diagnose.android

import app.diagnose.ApkFilesFact
import app.diagnose.Complaint
import app.diagnose.DeviceFacts
import app.diagnose.Phone
import app.diagnose.Profile
import app.diagnose.Question
import app.diagnose.Reason
import app.diagnose.SplitProblemsFact
import app.diagnose.Time
import app.diagnose.Verification
import app.diagnose.expandedCases
import app.diagnose.factsFromJson
import app.diagnose.profileFromJson
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.time.Instant

/** A shared case of an Android phone, its invented certificates replaced by real ones. */
internal class PhoneCase private constructor(
    val name: String,
    val json: JsonObject,
) {
    val facts: DeviceFacts = factsFromJson(json["facts"].toString())
    val profile: Profile = profileFromJson(json["profile"].toString())
    val expected: JsonObject = json["expected"].asJsonObject
    val question: Question =
        json["question"].asJsonObject.let { question ->
            Question(
                question["complaint"].takeUnless { it.isJsonNull }?.let { complaints.getValue(it.asInt) },
                question["received"].takeUnless { it.isJsonNull }?.let { Time(Instant.parse(it.asString).epochSecond) },
            )
        }

    /** What install verification found; null where it has not run. */
    val verification: Verification? =
        (facts.phone as Phone.Android).facts.install.run {
            val notRun = ApkFilesFact.Unreadable(Reason.NOT_RUN) to SplitProblemsFact.Unreadable(Reason.NOT_RUN)
            Verification(emptyList(), files, splitProblems, null, false).takeUnless { files to splitProblems == notRun }
        }

    companion object {
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

        private fun tree(name: String): JsonObject =
            JsonParser.parseString(expandedCases.resolve("$name.json").readText()).asJsonObject

        private fun JsonObject.android(): JsonObject? =
            getAsJsonObject("facts").getAsJsonObject("phone").getAsJsonObject("android")

        /** The names of all cases of an Android phone, with their API level, in the order of their names. */
        fun levels(): Map<String, Int> =
            expandedCases
                .listFiles { file -> file.extension == "json" }
                .orEmpty()
                .map { it.nameWithoutExtension }
                .sorted()
                .mapNotNull { name ->
                    tree(name).android()?.let { name to it.getAsJsonObject("os")["api_level"].asInt }
                }.toMap()

        fun read(name: String): PhoneCase = PhoneCase(name, tree(name).also { Certificates.rename(it) })
    }
}
