package app.diagnose.android

import android.content.Context
import android.graphics.Color
import kotlin.math.pow

/**
 * The host's colour, made readable: text on it, and it as text on each background, reach a contrast of 4.5
 * (WCAG 2.1, success criterion 1.4.3).
 */
internal object Accent {
    /** The least contrast of text. */
    const val READABLE = 4.5

    /** In the dark a colour that just reaches the least looks grey. */
    private const val VIVID = 7.0

    /** On a dark background a fuller colour glares. */
    private const val MOST_SATURATION = 0.55f

    private const val STEPS = 50

    /** What the theme of the host's application says, seen with the configuration of [context]. */
    fun of(
        context: Context,
        backgrounds: IntArray,
    ): Int {
        val theme = context.resources.newTheme()
        theme.applyStyle(context.applicationInfo.theme, true)
        val wanted = intArrayOf(android.R.attr.colorPrimary, android.R.attr.colorAccent)
        val values = theme.obtainStyledAttributes(wanted)
        val own = context.getColor(R.color.diagnose_text)
        val color = values.getColor(1, values.getColor(0, own))
        values.recycle()
        return readable(color, backgrounds)
    }

    /** [color], made darker or lighter in its own hue until it is readable on all of [backgrounds]. */
    fun readable(
        color: Int,
        backgrounds: IntArray,
    ): Int {
        val opaque = color or (0xFF shl 24)
        val isLight = luminance(backgrounds[0]) > 0.18
        val least = if (isLight) READABLE else VIVID
        if (fits(opaque, backgrounds, least)) return opaque
        for (step in 0..STEPS) {
            val shade = shade(opaque, step.toFloat() / STEPS, isLight)
            if (fits(shade, backgrounds, least)) return shade
        }
        return if (isLight) Color.BLACK else Color.WHITE
    }

    private fun fits(
        color: Int,
        backgrounds: IntArray,
        least: Double,
    ): Boolean = backgrounds.all { contrast(color, it) >= least } && contrast(color, textOn(color)) >= READABLE

    /** Darker; or lighter, first by brightness, then by paleness. */
    private fun shade(
        color: Int,
        part: Float,
        darker: Boolean,
    ): Int {
        val hsv = FloatArray(3)
        Color.colorToHSV(color, hsv)
        if (darker) {
            hsv[2] *= 1 - part
        } else {
            val pale = maxOf(0f, 2 * part - 1)
            hsv[1] = minOf(hsv[1], MOST_SATURATION) * (1 - pale)
            hsv[2] += (1 - hsv[2]) * minOf(1f, 2 * part)
        }
        return Color.HSVToColor(hsv)
    }

    /** Black or white, whichever reads better. */
    fun textOn(color: Int): Int =
        if (contrast(color, Color.WHITE) >= contrast(color, Color.BLACK)) Color.WHITE else Color.BLACK

    /** 1 to 21, as WCAG 2.1 defines it. */
    fun contrast(
        one: Int,
        other: Int,
    ): Double {
        val a = luminance(one)
        val b = luminance(other)
        return (maxOf(a, b) + 0.05) / (minOf(a, b) + 0.05)
    }

    /** [color] with [part] of [other] in it. */
    fun mix(
        color: Int,
        other: Int,
        part: Float,
    ): Int {
        fun channel(shift: Int): Int {
            val from = color shr shift and 0xFF
            val to = other shr shift and 0xFF
            return (from + (to - from) * part).toInt() shl shift
        }
        return (0xFF shl 24) or channel(16) or channel(8) or channel(0)
    }

    private fun luminance(color: Int): Double {
        fun linear(value: Int): Double {
            val part = value / 255.0
            return if (part <= 0.03928) part / 12.92 else ((part + 0.055) / 1.055).pow(2.4)
        }
        return 0.2126 * linear(Color.red(color)) +
            0.7152 * linear(Color.green(color)) +
            0.0722 * linear(Color.blue(color))
    }
}
