package app.diagnose

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import java.time.Instant

/*
 * A diagnosis of generated types as the tree that the shared cases expect, written field by field. The ids of checks and
 * causes do not cross: the numbers do.
 */

private fun record(vararg fields: Pair<String, JsonElement>): JsonObject =
    JsonObject().apply { fields.forEach { (name, value) -> add(name, value) } }

private fun text(text: String?): JsonElement = text?.let { JsonPrimitive(it) } ?: JsonNull.INSTANCE

private fun number(number: Number?): JsonElement = number?.let { JsonPrimitive(it) } ?: JsonNull.INSTANCE

private fun <T> list(
    values: List<T>,
    tree: (T) -> JsonElement,
): JsonElement = JsonArray().apply { values.forEach { add(tree(it)) } }

private fun choice(value: Enum<*>?): JsonElement = text(value?.name?.lowercase())

private fun time(time: Time): JsonElement = text(Instant.ofEpochSecond(time.seconds).toString())

private fun version(version: AppVersion?): JsonElement =
    text(
        version?.run {
            "$major.$minor.$patch" + if (preRelease.isEmpty()) "" else "-$preRelease"
        },
    )

fun tree(report: Report): JsonElement =
    record(
        "platform" to text(if (report.os is Os.Android) "android" else "ios"),
        "os" to
            when (val os = report.os) {
                is Os.Android -> record("api" to number(os.api))
                is Os.Ios -> record("major" to number(os.major), "minor" to number(os.minor))
            },
        "app_version" to version(report.appVersion),
        "hour" to number(report.hour),
        "complaint" to number(report.complaint),
        "verdict" to choice(report.verdict),
        "answer" to
            record(
                "kind" to
                    if (report.answer.kind == AnswerKind.NO_ANSWER) text("none") else choice(report.answer.kind),
                "checks" to list(report.answer.checks, ::number),
            ),
        "findings" to list(report.findings, ::finding),
    )

private fun finding(finding: Finding): JsonElement =
    record(
        "check" to number(finding.check),
        "outcome" to choice(finding.outcome),
        "cause" to number(finding.cause),
        "effect" to choice(finding.effect),
        "reason" to choice(finding.reason),
        "details" to
            list(finding.details) { detail ->
                when (detail) {
                    is Detail.Count -> record("count" to number(detail.value))
                    is Detail.Days -> record("days" to number(detail.value))
                    is Detail.Time -> record("time" to time(detail.value))
                    is Detail.Version -> record("version" to version(detail.value))
                    is Detail.Channel -> record("channel" to number(detail.value))
                }
            },
    )

fun tree(advice: Advice): JsonElement =
    record(
        "headline" to text(advice.headline),
        "verdict" to text(advice.verdict),
        "proof" to text(advice.proof),
        "link" to text(advice.link),
        "findings" to
            list(advice.findings) { finding ->
                record(
                    "check" to number(finding.check),
                    "also_noticed" to JsonPrimitive(finding.alsoNoticed),
                    "title" to text(finding.title),
                    "why" to text(finding.why),
                    "detail" to text(finding.detail),
                    "owner" to choice(finding.owner),
                    "steps" to
                        list(finding.steps) { step ->
                            record(
                                "text" to text(step.text),
                                "copy" to text(step.copy),
                                "ladder" to list(step.ladder, ::rung),
                            )
                        },
                    "fixed_by" to number(finding.fixedBy),
                )
            },
        "folded" to text(advice.folded),
        "playbook" to (advice.playbook?.let(::playbook) ?: JsonNull.INSTANCE),
        "language" to text(advice.language),
    )

private fun rung(rung: Rung): JsonElement =
    when (rung) {
        is Rung.Screen ->
            record(
                "kind" to text("screen"),
                "action" to text(rung.action),
                "data" to text(rung.data),
                "extras" to
                    list(rung.extras) { extra ->
                        val (type, value) =
                            when (val value = extra.value) {
                                is ExtraValue.Text -> "string" to text(value.value)
                                is ExtraValue.Number -> "int" to text(value.value)
                                is ExtraValue.Channel -> "channel" to number(value.place)
                            }
                        record("name" to text(extra.name), "type" to text(type), "value" to value)
                    },
            )
        is Rung.Permission -> record("kind" to text("permission"), "name" to text(rung.name))
        is Rung.Settings -> record("kind" to text("settings"), "constant" to text(rung.constant))
        is Rung.Url -> record("kind" to text("url"), "url" to text(rung.url))
        Rung.TestNotification -> record("kind" to text("test_notification"))
        Rung.TestPush -> record("kind" to text("test_push"))
        Rung.Registration -> record("kind" to text("registration"))
    }

private fun playbook(playbook: Playbook): JsonElement =
    record(
        "complaint" to number(playbook.complaint),
        "title" to text(playbook.title),
        "ruled_out" to text(playbook.ruledOut),
        "steps" to
            list(playbook.steps) { step ->
                record(
                    "id" to text(step.id),
                    "owner" to choice(step.owner),
                    "conditions" to
                        list(step.conditions) { record("id" to choice(it.id), "text" to text(it.text)) },
                    "text" to text(step.text),
                    "command" to
                        (
                            step.command?.run {
                                record(
                                    "shell" to choice(shell),
                                    "text" to text(text),
                                    "good" to text(good),
                                    "bad" to text(bad),
                                )
                            } ?: JsonNull.INSTANCE
                        ),
                )
            },
        "remark" to text(playbook.remark),
        "language" to text(playbook.language),
    )

/** The paths at which two trees differ, with both values. */
fun differences(
    expected: JsonElement?,
    actual: JsonElement?,
    path: String = "",
): List<String> =
    when {
        expected is JsonObject && actual is JsonObject ->
            (expected.keySet() + actual.keySet()).flatMap { differences(expected[it], actual[it], "$path.$it") }
        expected is JsonArray && actual is JsonArray && expected.size() == actual.size() ->
            (0 until expected.size()).flatMap { differences(expected[it], actual[it], "$path[$it]") }
        expected is JsonPrimitive && actual is JsonPrimitive && expected.isNumber && actual.isNumber ->
            if (expected.asLong == actual.asLong) emptyList() else listOf("$path: $expected, not $actual")
        expected == actual -> emptyList()
        else -> listOf("$path: $expected, not $actual")
    }
