package app.diagnose.android

/**
 * The use of the app that is going on and the one before, in milliseconds since 1970 by the phone's clock.
 *
 * @property before when the use before this one ended; null at the first.
 * @property first when this one began; null where none was told.
 * @property last when the app was last used.
 */
internal data class Uses(
    private val before: Long?,
    private val first: Long?,
    private val last: Long?,
) {
    /** A use at [now]. A day after this one began it is the next; a clock that went back begins anew. */
    fun plus(now: Long): Uses =
        when {
            first == null || last == null || now < last -> Uses(null, now, now)
            now - first >= DAY_MILLIS -> Uses(last, now, now)
            else -> copy(last = now)
        }

    fun days(now: Long): Long? =
        when {
            first == null || last == null || now < last -> null
            // This use has not been told.
            now - first >= DAY_MILLIS -> (now - last) / DAY_MILLIS
            before == null -> 0
            else -> (first - before) / DAY_MILLIS
        }?.takeIf { it in 0..MOST_DAYS }

    override fun toString() = listOf(before, first, last).joinToString(" ") { it?.toString() ?: "-" }

    companion object {
        private const val DAY_MILLIS = 24L * 60 * 60 * 1000
        private const val MOST_DAYS = 36_500L
        private val NONE = Uses(null, null, null)

        /** What was written; no use for anything else. */
        fun parse(mark: MarkFile.Mark): Uses {
            val parts = (mark as? MarkFile.Mark.Text)?.text?.split(' ') ?: return NONE
            val (before, first, last) = parts.takeIf { it.size == 3 }?.map { it.toLongOrNull() } ?: return NONE
            return Uses(before, first, last)
        }
    }
}
