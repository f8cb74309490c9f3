package app.diagnose.sample

import android.app.Application
import app.diagnose.Diagnose
import app.diagnose.android.DiagnoseConfiguration

/** Plays Blink. */
class SampleApp :
    Application(),
    DiagnoseConfiguration.Provider {
    override val diagnoseConfiguration = DiagnoseConfiguration(profile = { Diagnose.embeddedProfile("blink") })
}
