package app.diagnose.android

import android.content.Context
import android.content.res.ColorStateList
import android.graphics.Typeface
import android.graphics.drawable.Drawable
import android.graphics.drawable.GradientDrawable
import android.graphics.drawable.RippleDrawable
import android.os.Build
import android.text.Layout
import android.view.ContextThemeWrapper
import android.view.Gravity
import android.view.View
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.Button
import android.widget.ImageButton
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.ProgressBar
import android.widget.TextView

/** How strongly a button asks to be tapped. */
internal enum class Weight {
    /** Filled with the accent: the one to tap. */
    MAIN,

    /** Tinted. */
    NORMAL,

    /** Words alone. */
    QUIET,
}

/** The views of the screen, all from the platform, in the colours of the phone's theme and the host's accent. */
internal class Ui(
    val context: Context,
) {
    /**
     * An empty theme, for views all of whose looks are set here: the phone's would resolve dozens of references for each,
     * which costs more than all else of it.
     */
    private val plain = ContextThemeWrapper(context, context.resources.newTheme())
    private val density = context.resources.displayMetrics.density
    val page = context.getColor(R.color.diagnose_page)
    val card = context.getColor(R.color.diagnose_card)
    val line = context.getColor(R.color.diagnose_line)
    val text = context.getColor(R.color.diagnose_text)
    val soft = context.getColor(R.color.diagnose_soft)
    val fail = context.getColor(R.color.diagnose_fail)
    val warn = context.getColor(R.color.diagnose_warn)
    val note = context.getColor(R.color.diagnose_note)
    val pass = context.getColor(R.color.diagnose_pass)
    val accent: Int
    private val tint: Int

    init {
        val host = Accent.of(context, intArrayOf(card, page))
        // The tint is a background too, on which the accent is text.
        tint = Accent.mix(card, host, 0.1f)
        accent = Accent.readable(host, intArrayOf(card, page, tint))
    }

    /** Letters much larger than usual. */
    val isLarge = context.resources.configuration.fontScale > 1.3f

    fun dp(value: Int): Int = (value * density + 0.5f).toInt()

    fun words(
        id: Int,
        vararg arguments: Any,
    ): String = if (arguments.isEmpty()) context.getString(id) else context.getString(id, *arguments)

    /** Not selectable. */
    fun text(
        words: CharSequence,
        size: Float = 16f,
        color: Int = text,
        strong: Boolean = false,
    ): TextView = styled(TextView(plain), words, size, color, strong)

    /** Whose handles the theme's style brings. */
    fun selectableText(
        words: CharSequence,
        size: Float,
    ): TextView = styled(TextView(context), words, size, text, false).apply { setTextIsSelectable(true) }

    private fun styled(
        view: TextView,
        words: CharSequence,
        size: Float,
        color: Int,
        strong: Boolean,
    ): TextView =
        view.apply {
            text = words
            textSize = size
            breakStrategy = Layout.BREAK_STRATEGY_HIGH_QUALITY
            setTextColor(color)
            setLineSpacing(0f, 1.15f)
            textAlignment = View.TEXT_ALIGNMENT_VIEW_START
            if (strong) typeface = STRONG
        }

    fun heading(
        words: CharSequence,
        size: Float = 20f,
    ): TextView = text(words, size, strong = true).also(::asHeading)

    fun asHeading(view: View) {
        if (Build.VERSION.SDK_INT >= 28) Api28.heading(view)
    }

    fun button(
        words: CharSequence,
        weight: Weight,
        click: () -> Unit,
    ): Button =
        Button(plain).apply {
            text = words
            textSize = 16f
            typeface = STRONG
            gravity = Gravity.CENTER
            isFocusable = true
            minHeight = dp(48)
            minimumHeight = dp(48)
            minWidth = dp(48)
            minimumWidth = dp(48)
            val side = dp(if (weight == Weight.QUIET) 12 else 20)
            setPadding(side, dp(12), side, dp(12))
            setTextColor(if (weight == Weight.MAIN) Accent.textOn(accent) else accent)
            background =
                when (weight) {
                    Weight.MAIN -> pressable(round(accent, 24), Accent.textOn(accent))
                    Weight.NORMAL -> pressable(round(tint, 24), accent)
                    Weight.QUIET -> pressable(null, accent)
                }
            setOnClickListener { click() }
        }

    /** Reads out what the button is about too, where others on the page are called the same. */
    fun about(
        button: Button,
        what: CharSequence,
    ): Button = button.apply { contentDescription = words(R.string.diagnose_said_finding, text, what) }

    /** A choice as wide as the page. */
    fun row(
        words: CharSequence,
        click: () -> Unit,
    ): Button =
        button(words, Weight.NORMAL, click).apply {
            setTextColor(this@Ui.text)
            typeface = Typeface.DEFAULT
            textSize = 17f
            gravity = Gravity.CENTER_VERTICAL or Gravity.START
            textAlignment = View.TEXT_ALIGNMENT_VIEW_START
            setLineSpacing(0f, 1.1f)
            minHeight = dp(64)
            minimumHeight = dp(64)
            setPaddingRelative(dp(18), dp(16), dp(14), dp(16))
            background = pressable(round(card, 16), accent)
            compoundDrawablePadding = dp(12)
            setCompoundDrawablesRelativeWithIntrinsicBounds(null, null, Arrow(false, soft, dp(20)), null)
        }

    fun back(click: () -> Unit): ImageButton =
        ImageButton(context).apply {
            setImageDrawable(Arrow(true, text, dp(24)))
            contentDescription = words(R.string.diagnose_back)
            background = RippleDrawable(ColorStateList.valueOf(faint(accent)), null, null)
            minimumWidth = dp(48)
            minimumHeight = dp(48)
            setOnClickListener { click() }
        }

    fun mark(
        shape: Shape,
        side: Int = 24,
    ): ImageView =
        ImageView(plain).apply {
            setImageDrawable(Mark(shape, color(shape), card))
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
            // Grows with the words beside it.
            val grown = dp((side * minOf(context.resources.configuration.fontScale, 1.6f)).toInt())
            layoutParams = LinearLayout.LayoutParams(grown, grown)
        }

    fun color(shape: Shape): Int =
        when (shape) {
            Shape.CROSS -> fail
            Shape.WARNING -> warn
            Shape.NOTE, Shape.QUESTION -> note
            Shape.TICK, Shape.BELL -> pass
            Shape.LENS -> accent
        }

    fun spinner(): ProgressBar =
        ProgressBar(context).apply {
            indeterminateTintList = ColorStateList.valueOf(accent)
        }

    fun card(): LinearLayout =
        column().apply {
            background = round(card, 20)
            setPadding(dp(20), dp(20), dp(20), dp(20))
            layoutParams = below(12)
        }

    fun column(): LinearLayout =
        LinearLayout(plain).apply {
            orientation = LinearLayout.VERTICAL
            layoutParams = below(0)
        }

    fun line(): LinearLayout =
        LinearLayout(plain).apply {
            orientation = LinearLayout.HORIZONTAL
            gravity = Gravity.CENTER_VERTICAL
            layoutParams = below(0)
        }

    fun rule(): View =
        View(plain).apply {
            setBackgroundColor(line)
            layoutParams = below(16).apply { height = dp(1) }
        }

    fun round(
        color: Int,
        radius: Int,
    ): GradientDrawable =
        GradientDrawable().apply {
            setColor(color)
            cornerRadius = dp(radius).toFloat()
        }

    /** As wide as the page, so far below what is above. */
    fun below(
        gap: Int,
        width: Int = MATCH_PARENT,
    ): LinearLayout.LayoutParams = LinearLayout.LayoutParams(width, WRAP_CONTENT).apply { topMargin = dp(gap) }

    fun beside(gap: Int): LinearLayout.LayoutParams =
        LinearLayout.LayoutParams(0, WRAP_CONTENT, 1f).apply { marginStart = dp(gap) }

    private fun pressable(
        shape: Drawable?,
        color: Int,
    ): Drawable =
        RippleDrawable(ColorStateList.valueOf(faint(color)), shape, if (shape == null) round(color, 24) else null)

    private fun faint(color: Int): Int = color and 0xFFFFFF or (0x33 shl 24)

    @GuardedApi(28)
    private object Api28 {
        fun heading(view: View) {
            view.isAccessibilityHeading = true
        }
    }

    companion object {
        private val STRONG: Typeface = Typeface.create("sans-serif-medium", Typeface.NORMAL)

        /** Adds a view with the gap above it. */
        fun LinearLayout.put(
            view: View,
            gap: Int = 0,
        ) {
            val params =
                view.layoutParams as? LinearLayout.LayoutParams ?: LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT)
            params.topMargin = (gap * resources.displayMetrics.density + 0.5f).toInt()
            addView(view, params)
        }
    }
}
