package app.diagnose.android

import android.content.Context
import app.diagnose.AppVersion
import app.diagnose.Diagnose
import app.diagnose.DiagnoseException
import app.diagnose.HostFacts
import app.diagnose.Level
import app.diagnose.Profile
import app.diagnose.SettingsLevels
import org.json.JSONException
import org.json.JSONObject

/**
 * What a proof of delivery depends on, as it stood at one moment.
 *
 * @property version the app's version.
 * @property levels how checks 2 to 4 and 6 to 8 stood.
 */
internal data class Standing(
    val version: AppVersion,
    val levels: SettingsLevels,
) {
    @Throws(JSONException::class)
    fun toJson(): JSONObject =
        JSONObject()
            .put("version", version.run { "$major.$minor.$patch" + if (preRelease.isEmpty()) "" else "-$preRelease" })
            .put("app", levels.app.name)
            .put("channel", levels.channel.name)
            .put("presentation", levels.presentation.name)
            .put("background", levels.background.name)
            .put("data", levels.data.name)
            .put("push_service", levels.pushService.name)

    companion object {
        private val unknown =
            SettingsLevels(Level.UNKNOWN, Level.UNKNOWN, Level.UNKNOWN, Level.UNKNOWN, Level.UNKNOWN, Level.UNKNOWN)

        /**
         * How it stands now. Null where the app's version cannot be read: a record without it never counts. Levels that
         * cannot be judged are unknown. Not on the main thread.
         *
         * @param host what the host said; without it check 8 is unknown where it depends on that.
         */
        fun now(
            context: Context,
            profile: Profile = DiagnoseConfiguration.of(context).profile(),
            host: HostFacts = hostFacts(),
        ): Standing? {
            val text = context.packageManager.getPackageInfo(context.packageName, 0).versionName ?: return null
            return try {
                Standing(Diagnose.parseAppVersion(text), unknown)
            } catch (_: DiagnoseException) {
                null
            }
        }

        /** Null for what [toJson] did not write. */
        fun fromJson(
            tree: JSONObject,
            versions: MutableMap<String, AppVersion> = HashMap(),
        ): Standing? =
            try {
                fun level(name: String) = Level.valueOf(tree.getString(name))
                val version = tree.getString("version")
                Standing(
                    versions.getOrPut(version) { Diagnose.parseAppVersion(version) },
                    SettingsLevels(
                        app = level("app"),
                        channel = level("channel"),
                        presentation = level("presentation"),
                        background = level("background"),
                        data = level("data"),
                        pushService = level("push_service"),
                    ),
                )
            } catch (_: JSONException) {
                null
            } catch (_: DiagnoseException) {
                null
            } catch (_: IllegalArgumentException) {
                null
            }
    }
}
