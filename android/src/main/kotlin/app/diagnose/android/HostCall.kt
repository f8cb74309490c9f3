package app.diagnose.android

import android.content.Context
import app.diagnose.HostFacts
import java.util.concurrent.ExecutionException
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/**
 * What a function of the host answered, on a thread of its own, or why not: what it threw, or [TimeoutException] after
 * [DiagnoseConfiguration.HOST_SECONDS]. A function that never returns keeps its thread, and nothing else.
 */
internal fun <T> callHost(call: () -> T): Result<T> {
    val task = FutureTask(call)
    Thread(task, "diagnose-host").apply { isDaemon = true }.start()
    return try {
        Result.success(task.get(DiagnoseConfiguration.HOST_SECONDS, TimeUnit.SECONDS))
    } catch (e: ExecutionException) {
        Result.failure(e.cause ?: e)
    } catch (e: TimeoutException) {
        Result.failure(e)
    }
}

/** What the host says now, asked on a thread of its own; that it said nothing, where it throws or takes too long. */
internal fun hostSays(context: Context): HostFacts =
    callHost { DiagnoseConfiguration.of(context).host() }.getOrElse { hostFacts() }
