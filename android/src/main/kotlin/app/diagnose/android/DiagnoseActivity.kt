package app.diagnose.android

import android.app.Activity
import android.os.Bundle
import android.widget.TextView

/** The screen on which the user taps *Diagnose*. */
class DiagnoseActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        val profile = DiagnoseConfiguration.of(this).profile()
        setContentView(TextView(this).apply { text = profile.words.app })
    }
}
