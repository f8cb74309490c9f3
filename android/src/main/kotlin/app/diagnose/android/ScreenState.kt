package app.diagnose.android

import android.os.Bundle
import app.diagnose.Complaint
import app.diagnose.ComplaintChoice
import app.diagnose.Diagnosis
import app.diagnose.ProfileWords
import app.diagnose.QrMatrix
import app.diagnose.Time

internal enum class Page {
    /** What happened? */
    CHOOSE,

    /** When did the activation e-mail arrive? */
    EMAIL,

    /** What was found; before that, that it is being looked. */
    RESULT,
}

/** Which days ago the activation e-mail arrived, while its time is asked for. */
internal enum class EmailDay {
    TODAY,
    YESTERDAY,
    EARLIER,
}

/** How far the check of the installed files is. */
internal sealed class Files {
    object NotYet : Files()

    data class Running(
        val percent: Int,
    ) : Files()

    object Stopped : Files()

    object Done : Files()
}

/**
 * A finding that was shown as wrong.
 *
 * @property title the words for it; null where they were of another language than the screen has now.
 * @property place its place on the page.
 */
internal data class Wrong(
    val check: Int,
    val title: String?,
    val place: Int,
)

/** How far the test notification is. */
internal enum class LocalTest {
    IDLE,
    POSTED,
    SEEN,
    NOT_SEEN,

    /** It could not be posted. */
    FAILED,
}

/**
 * What a diagnosis gave, with what only this phone knows of it.
 *
 * @property channels the ids of the app's channels, in the order of the facts.
 * @property offersNotification whether a test notification can be shown.
 * @property hasFiles whether the check of the installed files is in it.
 */
internal class Looked(
    val diagnosis: Diagnosis,
    val qr: QrMatrix,
    val channels: List<String>,
    val offersNotification: Boolean,
    val hasFiles: Boolean,
)

/**
 * All that the screen shows, at one moment.
 *
 * @property busy something is being looked at for which there is nothing to show yet.
 * @property wrong what was wrong when it was looked at last.
 * @property righted what was wrong before and is right now.
 * @property language that of their titles.
 * @property opened for each step whose button was used, by check and place, the rung that opened.
 */
internal data class ScreenState(
    val page: Page = Page.CHOOSE,
    val words: ProfileWords? = null,
    val complaints: List<ComplaintChoice> = emptyList(),
    val complaint: Complaint? = null,
    val day: EmailDay? = null,
    val received: Time? = null,
    val busy: Boolean = false,
    val failed: Boolean = false,
    val looked: Looked? = null,
    val files: Files = Files.NotYet,
    val wrong: List<Wrong> = emptyList(),
    val righted: List<Wrong> = emptyList(),
    val language: String = "",
    val opened: Map<String, Int> = emptyMap(),
    val showsQr: Boolean = false,
    val showsSpelled: Boolean = false,
    val showsAllSteps: Boolean = false,
    val local: LocalTest = LocalTest.IDLE,
    val push: TestPushState = TestPushState.Idle,
) {
    /** What is shown again after the process died: what the user did, and nothing that can be looked at again. */
    fun save(): Bundle =
        Bundle().apply {
            putString("page", page.name)
            complaint?.let { putString("complaint", it.name) }
            day?.let { putString("day", it.name) }
            received?.let { putLong("received", it.seconds) }
            putBoolean("stopped", files == Files.Stopped)
            putWrong("wrong", wrong)
            putWrong("righted", righted)
            putString("language", language)
            putStringArrayList("steps", ArrayList(opened.keys))
            putIntArray("rungs", opened.values.toIntArray())
            putBoolean("qr", showsQr)
            putBoolean("spelled", showsSpelled)
            putBoolean("all", showsAllSteps)
            putString("local", local.name)
        }

    companion object {
        fun restore(saved: Bundle): ScreenState =
            ScreenState(
                page = saved.getString("page")?.let(Page::valueOf) ?: Page.CHOOSE,
                complaint = saved.getString("complaint")?.let(Complaint::valueOf),
                day = saved.getString("day")?.let(EmailDay::valueOf),
                received = if (saved.containsKey("received")) Time(saved.getLong("received")) else null,
                files = if (saved.getBoolean("stopped")) Files.Stopped else Files.NotYet,
                wrong = saved.wrong("wrong"),
                righted = saved.wrong("righted"),
                language = saved.getString("language").orEmpty(),
                opened =
                    saved
                        .getStringArrayList("steps")
                        .orEmpty()
                        .zip(saved.getIntArray("rungs")?.asList().orEmpty())
                        .toMap(),
                showsQr = saved.getBoolean("qr"),
                showsSpelled = saved.getBoolean("spelled"),
                showsAllSteps = saved.getBoolean("all"),
                local = saved.getString("local")?.let(LocalTest::valueOf) ?: LocalTest.IDLE,
            )

        private fun Bundle.putWrong(
            name: String,
            wrong: List<Wrong>,
        ) {
            putIntArray("$name.checks", wrong.map { it.check }.toIntArray())
            putStringArrayList("$name.titles", ArrayList(wrong.map { it.title }))
            putIntArray("$name.places", wrong.map { it.place }.toIntArray())
        }

        private fun Bundle.wrong(name: String): List<Wrong> {
            val titles = getStringArrayList("$name.titles").orEmpty()
            val places = getIntArray("$name.places") ?: return emptyList()
            return getIntArray("$name.checks").orEmpty().mapIndexed {
                at,
                check,
                ->
                Wrong(check, titles[at], places[at])
            }
        }

        private fun IntArray?.orEmpty(): IntArray = this ?: IntArray(0)
    }
}
