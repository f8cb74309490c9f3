package app.diagnose.android

import android.app.Activity
import android.app.Application
import android.os.Bundle

/** Tells when an activity is in front again. */
internal abstract class Resumes(
    private val activity: Activity,
) : Application.ActivityLifecycleCallbacks {
    abstract fun resumed()

    override fun onActivityResumed(activity: Activity) {
        if (activity === this.activity) resumed()
    }

    override fun onActivityCreated(
        activity: Activity,
        savedInstanceState: Bundle?,
    ) = Unit

    override fun onActivityStarted(activity: Activity) = Unit

    override fun onActivityPaused(activity: Activity) = Unit

    override fun onActivityStopped(activity: Activity) = Unit

    override fun onActivitySaveInstanceState(
        activity: Activity,
        outState: Bundle,
    ) = Unit

    override fun onActivityDestroyed(activity: Activity) = Unit
}
