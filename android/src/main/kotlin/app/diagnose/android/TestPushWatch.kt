package app.diagnose.android

import android.content.Context
import android.os.Handler
import android.os.Looper
import java.util.concurrent.CopyOnWriteArraySet

/** Looks at the test push for a screen. */
internal class TestPushWatch(
    private val context: Context,
    private val listener: (TestPushState) -> Unit,
) : AutoCloseable {
    private val look = Runnable { look() }
    private var told: TestPushState? = null

    @Volatile private var isClosed = false

    fun begin() {
        watches.add(this)
        look()
    }

    fun look() {
        main.removeCallbacks(look)
        EvidenceThread.run {
            if (isClosed) return@run
            val state = TestPush.now(context)
            main.post { tell(state) }
        }
    }

    private fun tell(state: TestPushState) {
        if (isClosed) return
        if (state is TestPushState.Asking || state is TestPushState.Waiting) {
            main.removeCallbacks(look)
            main.postDelayed(look, TICK_MILLIS)
        }
        if (state == told) return
        told = state
        listener(state)
    }

    override fun close() {
        isClosed = true
        watches.remove(this)
        main.removeCallbacks(look)
    }

    companion object {
        private const val TICK_MILLIS = 1000L

        private val main = Handler(Looper.getMainLooper())
        private val watches = CopyOnWriteArraySet<TestPushWatch>()

        /** Has every watch of this process look now. */
        fun changed() = watches.forEach { it.look() }
    }
}
