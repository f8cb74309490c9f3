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

    /** The colour nearest to [color], towards black or white, that is readable on all of [backgrounds]. */
    fun readable(
        color: Int,
        backgrounds: IntArray,
    ): Int {
        val opaque = color or (0xFF shl 24)
        val towards = if (luminance(backgrounds[0]) > 0.18) Color.BLACK else Color.WHITE
        for (step in 0..STEPS) {
            val mixed = mix(opaque, towards, step.toFloat() / STEPS)
            if (backgrounds.all { contrast(mixed, it) >= READABLE } && contrast(mixed, textOn(mixed)) >= READABLE) {
                return mixed
            }
        }
        return towards
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
