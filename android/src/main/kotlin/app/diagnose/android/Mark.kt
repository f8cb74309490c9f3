package app.diagnose.android

import android.graphics.Canvas
import android.graphics.ColorFilter
import android.graphics.Paint
import android.graphics.Path
import android.graphics.PixelFormat
import android.graphics.drawable.Drawable
import android.view.View
import kotlin.math.cos
import kotlin.math.sin

/** The shapes of the states, each told from the others without its colour. */
internal enum class Shape {
    /** A stop sign with a cross: it blocks. */
    CROSS,

    /** A triangle with an exclamation mark: it weakens. */
    WARNING,

    /** A circle with an i: worth knowing. */
    NOTE,

    /** An open circle with a question mark: not known. */
    QUESTION,

    /** A disc with a tick. Only where the report says pass. */
    TICK,

    /** A bell: a test arrived. */
    BELL,

    /** A magnifying glass: looked, and found nothing. */
    LENS,
}

/** Draws a [Shape] into a square. */
internal class Mark(
    val shape: Shape,
    private val color: Int,
    private val inner: Int,
) : Drawable() {
    private val fill = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = this@Mark.color }
    private val line =
        Paint(Paint.ANTI_ALIAS_FLAG).apply {
            style = Paint.Style.STROKE
            strokeCap = Paint.Cap.ROUND
            strokeJoin = Paint.Join.ROUND
        }

    override fun draw(canvas: Canvas) {
        canvas.save()
        canvas.translate(bounds.left.toFloat(), bounds.top.toFloat())
        // Everything below is drawn on a square of 24.
        canvas.scale(bounds.width() / GRID, bounds.height() / GRID)
        line.strokeWidth = 2.2f
        line.color = inner
        when (shape) {
            Shape.CROSS -> {
                canvas.drawPath(octagon(), fill)
                canvas.drawLine(8.5f, 8.5f, 15.5f, 15.5f, line)
                canvas.drawLine(15.5f, 8.5f, 8.5f, 15.5f, line)
            }
            Shape.WARNING -> {
                rounded(canvas, path(12f, 3f, 22.2f, 20.5f, 1.8f, 20.5f))
                canvas.drawLine(12f, 9f, 12f, 14f, line)
                canvas.drawPoint(12f, 17.6f, line)
            }
            Shape.NOTE -> {
                canvas.drawCircle(12f, 12f, 10.5f, fill)
                canvas.drawPoint(12f, 7.4f, line)
                canvas.drawLine(12f, 11.2f, 12f, 16.8f, line)
            }
            Shape.QUESTION -> {
                line.color = color
                canvas.drawCircle(12f, 12f, 9.6f, line)
                val hook = Path()
                hook.arcTo(8.9f, 6.3f, 15.1f, 12.1f, 180f, 230f, true)
                hook.quadTo(12f, 12.6f, 12f, 14.3f)
                canvas.drawPath(hook, line)
                canvas.drawPoint(12f, 17.3f, line)
            }
            Shape.TICK -> {
                canvas.drawCircle(12f, 12f, 10.5f, fill)
                val tick = Path()
                tick.moveTo(7.2f, 12.4f)
                tick.lineTo(10.6f, 15.8f)
                tick.lineTo(16.9f, 8.8f)
                canvas.drawPath(tick, line)
            }
            Shape.BELL -> {
                val bell = Path()
                bell.moveTo(4f, 18f)
                bell.lineTo(20f, 18f)
                bell.quadTo(18f, 16f, 18f, 11f)
                bell.cubicTo(18f, 7f, 15.5f, 4.5f, 12f, 4.5f)
                bell.cubicTo(8.5f, 4.5f, 6f, 7f, 6f, 11f)
                bell.quadTo(6f, 16f, 4f, 18f)
                bell.close()
                rounded(canvas, bell)
                line.color = color
                canvas.drawLine(10.5f, 21.5f, 13.5f, 21.5f, line)
                canvas.drawLine(12f, 2.4f, 12f, 4f, line)
            }
            Shape.LENS -> {
                line.color = color
                canvas.drawCircle(10.5f, 10.5f, 7.2f, line)
                canvas.drawLine(16f, 16f, 21f, 21f, line)
            }
        }
        canvas.restore()
    }

    private fun rounded(
        canvas: Canvas,
        path: Path,
    ) {
        canvas.drawPath(path, fill)
        line.color = color
        canvas.drawPath(path, line)
        line.color = inner
    }

    private fun octagon(): Path {
        val path = Path()
        for (corner in 0 until 8) {
            val angle = Math.PI / 8 + corner * Math.PI / 4
            val x = (12 + 11.4 * cos(angle)).toFloat()
            val y = (12 + 11.4 * sin(angle)).toFloat()
            if (corner == 0) path.moveTo(x, y) else path.lineTo(x, y)
        }
        path.close()
        return path
    }

    private fun path(vararg points: Float): Path {
        val path = Path()
        path.moveTo(points[0], points[1])
        for (at in 2 until points.size step 2) path.lineTo(points[at], points[at + 1])
        path.close()
        return path
    }

    override fun setAlpha(alpha: Int) = Unit

    override fun setColorFilter(filter: ColorFilter?) = Unit

    @Deprecated("Deprecated by the platform", ReplaceWith("PixelFormat.TRANSLUCENT"))
    override fun getOpacity(): Int = PixelFormat.TRANSLUCENT

    private companion object {
        const val GRID = 24f
    }
}

/** An arrow that points to where one comes from, or a chevron that points to where one goes. */
internal class Arrow(
    private val back: Boolean,
    color: Int,
    private val side: Int,
) : Drawable() {
    private val line =
        Paint(Paint.ANTI_ALIAS_FLAG).apply {
            this.color = color
            style = Paint.Style.STROKE
            strokeCap = Paint.Cap.ROUND
            strokeJoin = Paint.Join.ROUND
            strokeWidth = 2f
        }

    override fun draw(canvas: Canvas) {
        canvas.save()
        canvas.translate(bounds.left.toFloat(), bounds.top.toFloat())
        canvas.scale(bounds.width() / 24f, bounds.height() / 24f)
        if (layoutDirection == View.LAYOUT_DIRECTION_RTL) canvas.scale(-1f, 1f, 12f, 12f)
        if (back) {
            canvas.drawLine(4f, 12f, 20f, 12f, line)
            canvas.drawLine(4f, 12f, 11f, 5f, line)
            canvas.drawLine(4f, 12f, 11f, 19f, line)
        } else {
            canvas.drawLine(9f, 5f, 16f, 12f, line)
            canvas.drawLine(16f, 12f, 9f, 19f, line)
        }
        canvas.restore()
    }

    override fun isAutoMirrored(): Boolean = true

    override fun onLayoutDirectionChanged(layoutDirection: Int): Boolean = true

    override fun getIntrinsicWidth(): Int = side

    override fun getIntrinsicHeight(): Int = side

    override fun setAlpha(alpha: Int) = Unit

    override fun setColorFilter(filter: ColorFilter?) = Unit

    @Deprecated("Deprecated by the platform", ReplaceWith("PixelFormat.TRANSLUCENT"))
    override fun getOpacity(): Int = PixelFormat.TRANSLUCENT
}
