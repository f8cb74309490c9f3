package app.diagnose.android

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import app.diagnose.ExtraValue
import app.diagnose.Rung

/**
 * Opens the screens of a step, the most exact first. Whether a screen exists is not asked before (from Android 11 the
 * answer is hidden): it is opened, and what refuses is passed over.
 *
 * @property channels the ids of the app's channels in the order of the facts, by whose place a rung names one.
 * @property inApp does what a rung wants of the app itself; false where it cannot.
 * @property asking is told of a permission before it is asked for.
 */
internal class Ladder(
    private val activity: Activity,
    private val channels: List<String>,
    private val inApp: (Rung) -> Boolean,
    private val asking: (permission: String) -> Unit,
) {
    /** The place of the rung that opened, of those from [start] on; [NONE] where none did. */
    fun open(
        rungs: List<Rung>,
        start: Int,
    ): Int {
        for (place in start until rungs.size) if (opens(rungs[place])) return place
        return NONE
    }

    private fun opens(rung: Rung): Boolean =
        when (rung) {
            is Rung.Screen -> intent(rung)?.let(::starts) ?: false
            is Rung.Url -> filled(rung.url)?.let { starts(Intent(Intent.ACTION_VIEW, Uri.parse(it))) } ?: false
            is Rung.Permission -> {
                asking(rung.name)
                activity.requestPermissions(arrayOf(rung.name), PERMISSION_REQUEST)
                true
            }
            // Names a constant of iOS.
            is Rung.Settings -> false
            is Rung.TestNotification, is Rung.TestPush, is Rung.Registration -> inApp(rung)
        }

    // Without FLAG_ACTIVITY_NEW_TASK, so that Back returns here.
    private fun starts(intent: Intent): Boolean =
        try {
            activity.startActivity(intent)
            true
        } catch (_: ActivityNotFoundException) {
            false
        } catch (_: SecurityException) {
            false
        }

    private fun intent(screen: Rung.Screen): Intent? {
        val intent = Intent(screen.action)
        screen.data?.let { intent.data = Uri.parse(filled(it) ?: return null) }
        for (extra in screen.extras) {
            when (val value = extra.value) {
                is ExtraValue.Text -> intent.putExtra(extra.name, filled(value.value) ?: return null)
                is ExtraValue.Number -> intent.putExtra(extra.name, filled(value.value)?.toIntOrNull() ?: return null)
                is ExtraValue.Channel -> intent.putExtra(extra.name, channels.getOrNull(value.place.toInt()) ?: return null)
            }
        }
        return intent
    }

    /** What only the phone knows, filled in. Null where a name is not known here. */
    private fun filled(text: String): String? =
        text
            .replace("{package}", activity.packageName)
            .replace("{uid}", activity.applicationInfo.uid.toString())
            .takeIf { '{' !in it }

    companion object {
        /** No rung opened. */
        const val NONE = -1

        private const val PERMISSION_REQUEST = 7
    }
}
