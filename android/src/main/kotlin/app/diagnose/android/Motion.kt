package app.diagnose.android

import android.animation.ValueAnimator
import android.os.Build

/** Whether things may move. Below 26 an animation of a phone that wants none ends at once by itself. */
internal fun mayMove(): Boolean = Build.VERSION.SDK_INT < 26 || MotionApi26.areAnimatorsEnabled()

@GuardedApi(26)
private object MotionApi26 {
    fun areAnimatorsEnabled(): Boolean = ValueAnimator.areAnimatorsEnabled()
}
