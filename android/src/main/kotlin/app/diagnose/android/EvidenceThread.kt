package app.diagnose.android

import android.util.Log
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/** The one thread on which evidence is read and written for the main thread. It ends after some idle seconds. */
internal object EvidenceThread {
    private val worker =
        ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, LinkedBlockingQueue()) { work ->
            Thread(work, "diagnose-evidence").apply { isDaemon = true }
        }.apply { allowCoreThreadTimeOut(true) }

    /** Runs [work] there, after what was given before. */
    fun run(work: () -> Unit) = worker.execute { guarded(work) }
}

/** Runs [work]; what it throws is told to the log by its name alone. */
internal inline fun guarded(work: () -> Unit) {
    try {
        work()
    } catch (e: Throwable) {
        Log.w("Diagnose", "could not record: ${e.javaClass.name}")
    }
}
