package app.diagnose.sample

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.Gravity
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import app.diagnose.android.DiagnoseActivity

/** Blink's first screen. */
class SampleActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        val column = LinearLayout(this)
        column.orientation = LinearLayout.VERTICAL
        column.gravity = Gravity.CENTER
        column.addView(line(R.string.greeting, 24f))
        column.addView(line(R.string.greeting_more, 16f))
        val diagnose = Button(this)
        diagnose.setText(R.string.diagnose)
        diagnose.setOnClickListener { startActivity(Intent(this, DiagnoseActivity::class.java)) }
        column.addView(diagnose, LinearLayout.LayoutParams(LinearLayout.LayoutParams.WRAP_CONTENT, LinearLayout.LayoutParams.WRAP_CONTENT))
        setContentView(column)
    }

    private fun line(
        words: Int,
        size: Float,
    ) = TextView(this).apply {
        setText(words)
        textSize = size
        gravity = Gravity.CENTER
        setPadding(48, 16, 48, 16)
    }
}
