package app.diagnose.android

import android.content.Context
import org.json.JSONException
import org.json.JSONObject

/** How far a test is. An arrival is news before [ARRIVED]. */
internal enum class PushStage {
    PREPARING,
    ASKING,
    WAITING,
    NOT_REACHED,
    NOT_SENT,
    ARRIVED,
    SEEN,
    NOT_SEEN,
    NOT_ARRIVED,
}

/**
 * A test as it is stored.
 *
 * @property start which start of the phone it runs in.
 * @property requested milliseconds from that start to the request.
 * @property sees whether the app sees its own delivery while it is not in front.
 * @property standing how it stood when it was requested, then when it arrived.
 * @property seconds from the request to the arrival.
 */
internal data class PushTest(
    val id: String,
    val start: Int,
    val requested: Long,
    val sees: Boolean,
    val stage: PushStage,
    val standing: Standing? = null,
    val seconds: Long? = null,
    val presence: Presence? = null,
    val confirmed: Boolean = false,
) {
    /** Whether an arrival would be news. */
    val isOpen get() = stage < PushStage.ARRIVED || stage == PushStage.NOT_ARRIVED

    /** Never negative: the counting clock only goes forward within one start. */
    private fun age(): Long = maxOf(0, Moment.now().running - requested) / 1000

    fun isOver(): Boolean = stage == PushStage.WAITING && sees && age() >= TestPush.LISTEN_SECONDS

    /** Whoever comes back later is told of no test, and asked about none: what was recorded, check 9 tells. */
    fun state(): TestPushState =
        age().let { if (it > TestPush.TOLD_SECONDS) TestPushState.Idle else state(it) }

    private fun state(age: Long): TestPushState =
        when (stage) {
            // Without an answer by then, the process died or the host's function hangs.
            PushStage.PREPARING -> askingUntil(2 * DiagnoseConfiguration.HOST_SECONDS, age)
            PushStage.ASKING -> askingUntil(DiagnoseConfiguration.HOST_SECONDS, age)
            PushStage.WAITING -> TestPushState.Waiting(age, late = age > TestPush.LATE_SECONDS, ask = !sees)
            PushStage.NOT_REACHED -> TestPushState.NotSent(refused = false)
            PushStage.NOT_SENT -> TestPushState.NotSent(refused = true)
            PushStage.ARRIVED, PushStage.SEEN -> {
                val there = presence ?: Presence.IN_FRONT
                TestPushState.Arrived(
                    seconds,
                    late = (seconds ?: 0) > TestPush.LATE_SECONDS,
                    presence = there,
                    ask = stage == PushStage.ARRIVED && there != Presence.IN_FRONT && !confirmed,
                )
            }
            PushStage.NOT_SEEN -> TestPushState.NotSeen
            PushStage.NOT_ARRIVED -> TestPushState.NotArrived
        }

    private fun askingUntil(
        seconds: Long,
        age: Long,
    ) = if (age <= seconds) TestPushState.Asking else TestPushState.NotSent(refused = false)

    /** The user saw what the app had seen arrive: that is recorded already. */
    fun seen(tree: JSONObject) {
        if (stage == PushStage.ARRIVED) copy(confirmed = true).put(tree)
    }

    fun put(tree: JSONObject) {
        val test =
            JSONObject()
                .put("id", id)
                .put("start", start)
                .put("requested", requested)
                .put("sees", sees)
                .put("stage", stage.name)
                .put("confirmed", confirmed)
        standing?.let { test.put("standing", it.toJson()) }
        seconds?.let { test.put("seconds", it) }
        presence?.let { test.put("presence", it.name) }
        tree.put(NAME, test)
    }

    companion object {
        const val NAME = "push"

        /** The test of this start of the phone. */
        fun of(
            tree: JSONObject,
            context: Context,
        ): PushTest? =
            try {
                tree.optJSONObject(NAME)?.takeIf { it.getInt("start") == Moment.start(context) }?.let { test ->
                    PushTest(
                        id = test.getString("id"),
                        start = test.getInt("start"),
                        requested = test.getLong("requested"),
                        sees = test.getBoolean("sees"),
                        stage = PushStage.valueOf(test.getString("stage")),
                        standing = test.optJSONObject("standing")?.let { Standing.fromJson(it) },
                        seconds = if (test.has("seconds")) test.getLong("seconds") else null,
                        presence = if (test.has("presence")) Presence.valueOf(test.getString("presence")) else null,
                        confirmed = test.getBoolean("confirmed"),
                    )
                }
            } catch (_: JSONException) {
                null
            } catch (_: IllegalArgumentException) {
                null
            }
    }
}
