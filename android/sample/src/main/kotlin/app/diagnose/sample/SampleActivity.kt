package app.diagnose.sample

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.widget.Button
import app.diagnose.android.DiagnoseActivity

class SampleActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(
            Button(this).apply {
                text = "Diagnose"
                setOnClickListener { startActivity(Intent(context, DiagnoseActivity::class.java)) }
            },
        )
    }
}
