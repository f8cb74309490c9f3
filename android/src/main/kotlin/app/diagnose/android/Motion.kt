package app.diagnose.android

import android.animation.ValueAnimator
import android.content.Context
import android.os.Build
import android.provider.Settings

/** Whether things may move. Below 26 the setting alone forbids it: the battery saver cannot be asked. */
internal fun mayMove(context: Context): Boolean =
    if (Build.VERSION.SDK_INT >= 26) {
        MotionApi26.areAnimatorsEnabled()
    } else {
        Settings.Global.getFloat(context.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f) != 0f
    }

@GuardedApi(26)
private object MotionApi26 {
    fun areAnimatorsEnabled(): Boolean = ValueAnimator.areAnimatorsEnabled()
}
