package app.diagnose.android

import android.content.Context
import android.os.Build
import java.util.concurrent.Callable
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit

/** The calls that may take long, all started at once: the network's and that for free space. */
internal class SlowCalls(
    context: Context,
) : AutoCloseable {
    /** A call under way, whose result is waited for no longer than so many milliseconds. */
    class Slow<T>(
        private val future: Future<T>,
        private val millis: Long,
    ) {
        /** What the call returned. Throws what it threw. */
        fun result(): T =
            try {
                future.get(millis, TimeUnit.MILLISECONDS)
            } catch (e: ExecutionException) {
                throw e.cause ?: e
            }
    }

    private val threads =
        // A name that is looked up cannot be interrupted: it must not keep a process alive.
        Executors.newCachedThreadPool { work -> Thread(work, "diagnose-slow").apply { isDaemon = true } }

    val pushHostReachable = start(PUSH_HOST_MILLIS + 500) { isPushHostReachable(context, threads) }
    val blockedForApp =
        start(BLOCKED_MILLIS) { if (Build.VERSION.SDK_INT >= 29) BlockedForApp.read(context) else null }
    val freeBytes = start(STORAGE_MILLIS) { readFreeBytes(context) }

    private fun <T> start(
        millis: Long,
        call: () -> T,
    ) = Slow(threads.submit(Callable(call)), millis)

    override fun close() {
        threads.shutdownNow()
    }

    private companion object {
        /** Above the call's own limit. */
        const val BLOCKED_MILLIS = 1000L

        /** The system may look through the caches of all apps. */
        const val STORAGE_MILLIS = 2000L
    }
}
