// The examples of docs/android.md, as an app of another package has them: tools/snippets puts them in.
@file:Suppress("ktlint:standard:no-unused-imports")

package snippets

import android.app.Activity
import android.app.Application
import android.content.Intent
import app.diagnose.Diagnose
import app.diagnose.Registration
import app.diagnose.ServerAnswer
import app.diagnose.android.DiagnoseActivity
import app.diagnose.android.DiagnoseConfiguration
import app.diagnose.android.hostFacts
import java.util.concurrent.CopyOnWriteArrayList

/** What an app has beside the examples: a client for its server. */
class Api {
    val asked = CopyOnWriteArrayList<String>()

    fun ping(): ServerAnswer {
        asked += "ping"
        return ServerAnswer.ANSWERED
    }

    fun registration(): Registration {
        asked += "registration"
        return Registration.OTHER_PHONE
    }

    fun sendTestPush(id: String) {
        asked += id
    }
}

val api = Api()

val token: String? = "token"

// SNIPPET 1

class HostActivity : Activity() {
    fun clicked() {
        // SNIPPET 2
    }
}
