package app.diagnose.android

import android.app.Activity
import android.content.Context
import app.diagnose.AndroidFacts
import app.diagnose.ClockFacts
import app.diagnose.DeliveryFacts
import app.diagnose.DeliveryRecordsFact
import app.diagnose.DeviceFacts
import app.diagnose.HostFacts
import app.diagnose.Phone
import app.diagnose.Profile
import app.diagnose.Time
import app.diagnose.Verification

/**
 * What this phone observes now. Never throws for what a phone does. Not on the main thread; where there is a network,
 * takes as long as the push service's host does to answer, some three seconds at most.
 *
 * @param activity asks whether permissions are to be explained; null where there is none, then that is *not run*.
 * @param verification null where it has not run.
 */
internal fun readFacts(
    context: Context,
    activity: Activity?,
    profile: Profile,
    host: HostFacts,
    verification: Verification?,
): DeviceFacts =
    SlowCalls(context).use { slow ->
        val marks = Marks(context)
        DeviceFacts(
            clock = ClockFacts(Time(Math.floorDiv(System.currentTimeMillis(), 1000L))),
            app = appFacts(context),
            host = host,
            delivery = DeliveryFacts(deliveryRecords(context)),
            phone =
                Phone.Android(
                    AndroidFacts(
                        os = osFacts(),
                        clock = androidClockFacts(),
                        notifications = notificationFacts(context, activity, marks),
                        usage = usageFacts(context, marks),
                        background = backgroundFacts(context),
                        install = installFacts(context, verification),
                        crashes = crashFacts(context),
                        camera = cameraFacts(context, activity, marks),
                        user = userFacts(context),
                        // Last: these wait for the slow calls.
                        storage = storageFacts(slow),
                        network = networkFacts(context, slow),
                        push = pushFacts(context, slow),
                    ),
                ),
        )
    }

private fun deliveryRecords(context: Context): DeliveryRecordsFact =
    try {
        Deliveries(context).records()
    } catch (e: Throwable) {
        DeliveryRecordsFact.Unreadable(reasonOf(e))
    }
