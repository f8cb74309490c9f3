package app.diagnose.android

import android.content.Context
import android.view.View
import android.widget.LinearLayout

/**
 * A part of a page.
 *
 * @property key what tells it from the others.
 * @property model what it shows: as long as that is equal, its view stays, with its place and its focus.
 */
internal class Section(
    val key: String,
    val model: Any?,
    val build: () -> View,
)

/** Shows sections one below the other, and exchanges only those that changed. */
internal class Sections(
    context: Context,
    private val mostWidth: Int,
) : LinearLayout(context) {
    private var shown = emptyMap<String, Pair<Any?, View>>()

    init {
        orientation = VERTICAL
    }

    fun show(sections: List<Section>) {
        val next = LinkedHashMap<String, Pair<Any?, View>>()
        for (section in sections) {
            val kept = shown[section.key]?.takeIf { it.first == section.model }
            next[section.key] = kept ?: Pair(section.model, section.build())
        }
        for ((key, old) in shown) if (next[key]?.second !== old.second) removeView(old.second)
        next.values.forEachIndexed { place, (_, view) ->
            if (getChildAt(place) !== view) {
                removeView(view)
                addView(view, place)
            }
        }
        shown = next
    }

    fun find(key: String): View? = shown[key]?.second

    override fun onMeasure(
        widthMeasureSpec: Int,
        heightMeasureSpec: Int,
    ) {
        val width = minOf(MeasureSpec.getSize(widthMeasureSpec), mostWidth)
        super.onMeasure(MeasureSpec.makeMeasureSpec(width, MeasureSpec.EXACTLY), heightMeasureSpec)
    }
}
