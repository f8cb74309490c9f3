package app.diagnose.android

import android.content.Context
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.view.View
import app.diagnose.QrMatrix

/** A QR code with its quiet zone of four modules, black on white also in the dark: scanners need it so. */
internal class QrView(
    context: Context,
    private val matrix: QrMatrix,
) : View(context) {
    private val light = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = Color.WHITE }
    private val dark = Paint().apply { color = Color.BLACK }

    override fun onMeasure(
        widthMeasureSpec: Int,
        heightMeasureSpec: Int,
    ) {
        val most = (MOST_DP * resources.displayMetrics.density).toInt()
        val side = minOf(MeasureSpec.getSize(widthMeasureSpec), most)
        setMeasuredDimension(side, side)
    }

    override fun onDraw(canvas: Canvas) {
        val size = matrix.size.toInt()
        // Whole pixels: a module of broken width is blurred.
        val module = width / (size + 2 * QUIET)
        val side = width.toFloat()
        val corner = 2f * module
        canvas.drawRoundRect(0f, 0f, side, side, corner, corner, light)
        val start = (width - module * size) / 2
        matrix.dark.forEachIndexed { at, isDark ->
            if (isDark) {
                val left = (start + at % size * module).toFloat()
                val top = (start + at / size * module).toFloat()
                canvas.drawRect(left, top, left + module, top + module, dark)
            }
        }
    }

    private companion object {
        const val QUIET = 4
        const val MOST_DP = 280
    }
}
