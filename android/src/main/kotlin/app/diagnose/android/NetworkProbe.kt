package app.diagnose.android

import android.content.Context
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import android.provider.Settings
import app.diagnose.AndroidNetworkFacts

internal fun networkFacts(
    context: Context,
    slow: SlowCalls,
) = AndroidNetworkFacts(
    connected = bool.read { connectivity(context).activeNetwork != null },
    metered = bool.read { connectivity(context).isActiveNetworkMetered },
    aeroplaneMode = bool.read { Settings.Global.getInt(context.contentResolver, Settings.Global.AIRPLANE_MODE_ON) == 1 },
    captivePortal = bool.read { isActive(context, NetworkCapabilities.NET_CAPABILITY_CAPTIVE_PORTAL) },
    blockedForApp = bool.read(29) { slow.blockedForApp.result() },
    validated = bool.read { isActive(context, NetworkCapabilities.NET_CAPABILITY_VALIDATED) },
)

private fun connectivity(context: Context) = context.manager<ConnectivityManager>()

/** A capability of the active network; null where there is no network. */
private fun isActive(
    context: Context,
    capability: Int,
): Boolean? = connectivity(context).run { getNetworkCapabilities(activeNetwork)?.hasCapability(capability) }
