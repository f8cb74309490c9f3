package app.diagnose.android

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network
import android.os.Handler
import android.os.HandlerThread
import java.util.concurrent.ArrayBlockingQueue
import java.util.concurrent.TimeUnit

/**
 * Whether the default network is blocked for this app, such as by a VPN that does not let it by, or mobile data that is
 * off for it (`NetworkCallback.onBlockedStatusChanged`, 29). A network that is blocked is no active network: it is asked
 * for also where there is none. Null where nothing was told in [MILLIS], such as without any network.
 */
@GuardedApi(29)
internal object BlockedForApp {
    const val MILLIS = 300L

    fun read(context: Context): Boolean? {
        val manager = context.manager<ConnectivityManager>()
        val told = ArrayBlockingQueue<Boolean>(1)
        val callback =
            object : ConnectivityManager.NetworkCallback() {
                override fun onBlockedStatusChanged(
                    network: Network,
                    blocked: Boolean,
                ) {
                    told.offer(blocked)
                }
            }
        val thread = HandlerThread("diagnose-network").apply { start() }
        try {
            manager.registerDefaultNetworkCallback(callback, Handler(thread.looper))
            try {
                return told.poll(MILLIS, TimeUnit.MILLISECONDS)
            } finally {
                manager.unregisterNetworkCallback(callback)
            }
        } finally {
            thread.quitSafely()
        }
    }
}
