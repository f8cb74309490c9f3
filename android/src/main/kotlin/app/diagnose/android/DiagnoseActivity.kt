package app.diagnose.android

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.window.OnBackInvokedDispatcher

/** The screen on which the user taps *Diagnose*. */
class DiagnoseActivity : Activity() {
    private lateinit var view: DiagnoseView

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        view = DiagnoseView(this)
        view.onClose = ::finish
        setContentView(view)
        if (Build.VERSION.SDK_INT >= 33) Api33.onBack(this, ::back)
    }

    @Deprecated("Deprecated by the platform, which calls it where the app has not asked for the new way")
    override fun onBackPressed() = back()

    private fun back() {
        if (!view.goBack()) finish()
    }

    @GuardedApi(33)
    private object Api33 {
        fun onBack(
            activity: Activity,
            back: () -> Unit,
        ) = activity.onBackInvokedDispatcher.registerOnBackInvokedCallback(
            OnBackInvokedDispatcher.PRIORITY_DEFAULT,
            back,
        )
    }
}
