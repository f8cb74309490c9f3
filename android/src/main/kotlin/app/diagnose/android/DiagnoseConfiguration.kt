package app.diagnose.android

import android.app.Activity
import android.content.Context
import app.diagnose.AppVersion
import app.diagnose.AppVersionFact
import app.diagnose.BoolFact
import app.diagnose.HostFacts
import app.diagnose.Profile
import app.diagnose.Reason
import app.diagnose.Registration
import app.diagnose.RegistrationFact
import app.diagnose.ServerAnswer
import app.diagnose.ServerAnswerFact
import app.diagnose.Time
import app.diagnose.TimeFact
import app.diagnose.TokenOnServer
import app.diagnose.TokenOnServerFact

/**
 * What the host app says once, by its `Application` as a [Provider]. Every function of it but [openRegistration] is
 * called on a thread of its own, may take [HOST_SECONDS] seconds and may throw: then what it would have said is unknown.
 *
 * @property profile the profile of the app, such as `Diagnose.embeddedProfile("blink")`, completed with what only its
 *   maker knows.
 * @property host what only the app and its server know, asked at each diagnosis.
 * @property sendTestPush asks the app's server to send this phone a test push that carries the id; null where no server
 *   does that. Throws where it could not be asked for.
 * @property openRegistration opens the app's own registration, on the main thread; null where there is no way in.
 * @property supportAddress opens the way to support: an address such as `tel:`, `mailto:` or `https:`; null for none.
 */
class DiagnoseConfiguration
    @JvmOverloads
    constructor(
        val profile: () -> Profile,
        val host: () -> HostFacts = { hostFacts() },
        val sendTestPush: ((id: String) -> Unit)? = null,
        val openRegistration: ((activity: Activity) -> Unit)? = null,
        val supportAddress: String? = null,
    ) {
        /** Implemented by the host's `Application`: asked when something of this library is first used, not at start. */
        interface Provider {
            val diagnoseConfiguration: DiagnoseConfiguration
        }

        companion object {
            /** Seconds that the host's functions may take. */
            const val HOST_SECONDS = 5L

            internal fun of(context: Context): DiagnoseConfiguration {
                val application = context.applicationContext
                check(application is Provider) {
                    "could not open Diagnose: ${application.javaClass.name} does not implement DiagnoseConfiguration.Provider"
                }
                return application.diagnoseConfiguration
            }
        }
    }

/** What the host says; what it leaves out, it did not say. */
@JvmOverloads
fun hostFacts(
    serverTime: Time? = null,
    server: ServerAnswer? = null,
    newestVersion: AppVersion? = null,
    hasToken: Boolean? = null,
    tokenOnServer: TokenOnServer? = null,
    tokenIssued: Time? = null,
    registration: Registration? = null,
): HostFacts =
    HostFacts(
        serverTime =
            serverTime?.takeIf { it.seconds >= YEAR_2015 }?.let(TimeFact::Known)
                ?: TimeFact.Unreadable(Reason.HOST_SILENT),
        server = server?.let(ServerAnswerFact::Known) ?: ServerAnswerFact.Unreadable(Reason.HOST_SILENT),
        newestVersion = newestVersion?.let(AppVersionFact::Known) ?: AppVersionFact.Unreadable(Reason.HOST_SILENT),
        hasToken = hasToken?.let(BoolFact::Known) ?: BoolFact.Unreadable(Reason.HOST_SILENT),
        tokenOnServer =
            tokenOnServer?.let(
                TokenOnServerFact::Known,
            ) ?: TokenOnServerFact.Unreadable(Reason.HOST_SILENT),
        tokenIssued = tokenIssued?.let(TimeFact::Known) ?: TimeFact.Unreadable(Reason.HOST_SILENT),
        registration = registration?.let(RegistrationFact::Known) ?: RegistrationFact.Unreadable(Reason.HOST_SILENT),
    )
