package app.diagnose.sample

import android.app.Application
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.os.Build
import app.diagnose.ChannelRule
import app.diagnose.Diagnose
import app.diagnose.Profile
import app.diagnose.android.DiagnoseConfiguration

/** Plays Blink. */
class SampleApp :
    Application(),
    DiagnoseConfiguration.Provider {
    /** Plays Blink's server. */
    val server = SampleServer(this)

    /** SHA-256 of the certificates that sign it, which its maker knows; here there is no maker. */
    @Volatile var signers = emptyList<String>()

    override val diagnoseConfiguration =
        DiagnoseConfiguration(
            profile = ::profile,
            host = server::facts,
            sendTestPush = server::sendTestPush,
            supportAddress = "tel:+441632960000",
        )

    override fun onCreate() {
        super.onCreate()
        if (Build.VERSION.SDK_INT >= 26) createChannels(this)
    }

    /** What only the maker of the app knows, added to what is embedded. */
    private fun profile(): Profile {
        val embedded = Diagnose.embeddedProfile("blink")
        return embedded.copy(
            android =
                embedded.android.copy(
                    signers = signers,
                    channels = listOf(ChannelRule(LOCKOUT, popUp = true)),
                    createsChannelsAtStart = true,
                ),
        )
    }

    private companion object {
        const val LOCKOUT = "lockout"

        fun createChannels(context: Context) {
            val manager = context.getSystemService(NotificationManager::class.java)
            manager.createNotificationChannel(
                NotificationChannel(LOCKOUT, "Lock-outs", NotificationManager.IMPORTANCE_HIGH),
            )
            manager.createNotificationChannel(
                NotificationChannel("news", "News", NotificationManager.IMPORTANCE_DEFAULT),
            )
        }
    }
}
