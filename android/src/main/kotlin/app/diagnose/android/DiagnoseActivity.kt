package app.diagnose.android

import android.app.Activity
import android.os.Bundle

/** The screen on which the user taps *Diagnose*. */
class DiagnoseActivity : Activity() {
    private lateinit var view: DiagnoseView

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        view = DiagnoseView(this)
        view.onClose = ::finish
        setContentView(view)
    }

    @Deprecated("Deprecated by the platform, which calls it until an app asks for the new way")
    override fun onBackPressed() {
        if (!view.goBack()) finish()
    }
}
