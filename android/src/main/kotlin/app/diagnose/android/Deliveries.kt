package app.diagnose.android

import android.content.Context
import app.diagnose.AppVersion
import app.diagnose.DeliveryEvent
import app.diagnose.DeliveryRecord
import app.diagnose.DeliveryRecordsFact
import app.diagnose.NumberFact
import app.diagnose.Reason
import app.diagnose.Time
import org.json.JSONArray
import org.json.JSONException
import org.json.JSONObject

/**
 * The record of what was proven: test pushes, pushes and local tests, the newest [MOST] of them, in the order in which
 * they were recorded. Not on the main thread.
 */
internal class Deliveries(
    context: Context,
) {
    private val file = EvidenceFile(context)

    /**
     * The fact that check 9 reads: an empty list where nothing was recorded, [Reason.CALL_FAILED] where the file cannot
     * be read, is damaged or is of a newer version.
     *
     * A single record that this version does not understand is left out and kept in the file. That hides nothing that
     * would count: only a newer version of the app writes such a record, and records of another version do not count.
     */
    fun records(): DeliveryRecordsFact =
        when (val stored = file.read()) {
            Stored.None -> DeliveryRecordsFact.Known(emptyList())
            is Stored.Tree -> DeliveryRecordsFact.Known(recordsIn(stored.tree))
            Stored.Foreign, Stored.Unreadable -> DeliveryRecordsFact.Unreadable(Reason.CALL_FAILED)
        }

    /** Records what became of a push or a test, and says whether it is stored. */
    fun add(
        event: DeliveryEvent,
        delaySeconds: Long?,
        standing: Standing,
        at: Time = Moment.now().time(),
    ): Boolean = file.change { add(it, event, delaySeconds, standing, at) } != null

    companion object {
        /** So many records are kept. */
        const val MOST = 50

        private const val RECORDS = "records"
        private const val YEAR_SECONDS = 365L * 24 * 60 * 60

        // What RFC 3339 can write, as the core wants it.
        private val times = -62_167_219_200L..253_402_300_799L

        /** Puts a record into what is stored. A delay that no push can have was not timed. */
        fun add(
            tree: JSONObject,
            event: DeliveryEvent,
            delaySeconds: Long?,
            standing: Standing,
            at: Time,
        ) {
            val kept = JSONArray()
            val before = tree.optJSONArray(RECORDS) ?: JSONArray()
            for (place in maxOf(0, before.length() + 1 - MOST) until before.length()) kept.put(before.opt(place))
            val record = standing.toJson().put("at", at.seconds).put("event", event.name)
            if (delaySeconds != null && delaySeconds in 0..YEAR_SECONDS) record.put("delay", delaySeconds)
            tree.put(RECORDS, kept.put(record))
        }

        private fun recordsIn(tree: JSONObject): List<DeliveryRecord> {
            val stored = tree.optJSONArray(RECORDS) ?: return emptyList()
            val versions = HashMap<String, AppVersion>()
            return (0 until stored.length()).mapNotNull { place ->
                stored.optJSONObject(place)?.let { record(it, versions) }
            }
        }

        private fun record(
            tree: JSONObject,
            versions: MutableMap<String, AppVersion>,
        ): DeliveryRecord? {
            val standing = Standing.fromJson(tree, versions) ?: return null
            return try {
                DeliveryRecord(
                    at = Time(tree.getLong("at")).takeIf { it.seconds in times } ?: return null,
                    event = DeliveryEvent.valueOf(tree.getString("event")),
                    delaySeconds =
                        if (tree.has("delay")) {
                            NumberFact.Known(tree.getLong("delay").takeIf { it in 0..YEAR_SECONDS } ?: return null)
                        } else {
                            NumberFact.Unreadable(Reason.NOT_RUN)
                        },
                    appVersion = standing.version,
                    settings = standing.levels,
                )
            } catch (_: JSONException) {
                null
            } catch (_: IllegalArgumentException) {
                null
            }
        }
    }
}
