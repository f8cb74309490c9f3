package app.diagnose.android

import android.widget.TextView
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class ActivityTest {
    @Test
    fun `opens on each level`() {
        val activity = Robolectric.buildActivity(DiagnoseActivity::class.java).setup().get()
        val text = activity.findViewById<android.view.ViewGroup>(android.R.id.content).getChildAt(0) as TextView
        assertEquals("Blink", text.text.toString())
    }
}
