package app.diagnose.android

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network
import java.io.IOException
import java.net.InetSocketAddress
import java.util.concurrent.Callable
import java.util.concurrent.ExecutionException
import java.util.concurrent.ExecutorCompletionService
import java.util.concurrent.ExecutorService
import java.util.concurrent.TimeUnit

/** Where Play services hold their connection open: on their own port, else on that of HTTPS. */
private val PUSH_HOSTS = listOf("mtalk.google.com" to 5228, "mtalk.google.com" to 443)

/** Milliseconds that all tries have together, the look-up of the name included. */
internal const val PUSH_HOST_MILLIS = 3000L

/**
 * Whether a socket to the push service's host opens on the active network, by the first of [PUSH_HOSTS] that does, all
 * tried at once. Not run where there is no network. Sends nothing. Throws what is no answer of a network.
 */
internal fun isPushHostReachable(
    context: Context,
    threads: ExecutorService,
): Boolean {
    val network = context.manager<ConnectivityManager>().activeNetwork ?: notRun()
    val deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PUSH_HOST_MILLIS)
    val tries = ExecutorCompletionService<Boolean>(threads)
    PUSH_HOSTS.forEach { (host, port) -> tries.submit(Callable { opens(network, host, port, deadline) }) }
    var thrown: Throwable? = null
    repeat(PUSH_HOSTS.size) {
        val done = tries.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) ?: return false
        try {
            if (done.get()) return true
        } catch (e: ExecutionException) {
            thrown = e.cause
        }
    }
    thrown?.let { throw it }
    return false
}

/** Whether one of the host's addresses answers until [deadline]. */
private fun opens(
    network: Network,
    host: String,
    port: Int,
    deadline: Long,
): Boolean {
    val addresses =
        try {
            network.getAllByName(host)
        } catch (_: IOException) {
            return false
        }
    return addresses.any { address ->
        val left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()).toInt()
        left > 0 &&
            try {
                network.socketFactory.createSocket().use { it.connect(InetSocketAddress(address, port), left) }
                true
            } catch (_: IOException) {
                false
            }
    }
}
