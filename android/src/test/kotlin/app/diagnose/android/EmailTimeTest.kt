package app.diagnose.android

import android.app.AlertDialog
import android.app.DatePickerDialog
import android.app.TimePickerDialog
import android.content.DialogInterface
import android.os.SystemClock
import app.diagnose.android.Scenes.settles
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowDialog
import java.util.TimeZone

/** When the e-mail arrived, through the dialog, at 10:00:20. Its link lives for 48 hours, unless a test says otherwise. */
@RunWith(RobolectricTestRunner::class)
@Config(
    application = EvidenceApp::class,
    shadows = [OpenNetwork::class],
    // So that their clock is Robolectric's.
    instrumentedPackages = ["app.diagnose.android"],
)
class EmailTimeTest {
    private val zone = TimeZone.getDefault()

    @Before
    fun atTen() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"))
        SystemClock.setCurrentTimeMillis(NOW)
        callBackHere()
        linkLives(48)
    }

    @After
    fun zoneOfBefore() = TimeZone.setDefault(zone)

    private fun linkLives(hours: Long) {
        (app as EvidenceApp).diagnoseConfiguration =
            DiagnoseConfiguration(profile = { blink().copy(linkHours = hours) })
    }

    private fun asked(day: String): Tapping = Scenes.mail().taps(day)

    private val dialog get() = ShadowDialog.getLatestDialog() as AlertDialog
    private val title get() = shadowOf(dialog).title.toString()

    private fun press(button: Int) = dialog.getButton(button).performClick()

    private fun Tapping.chooses(
        hour: Int,
        minute: Int,
    ): Tapping {
        (dialog as TimePickerDialog).updateTime(hour, minute)
        press(DialogInterface.BUTTON_POSITIVE)
        return settles()
    }

    private fun Tapping.link(): String {
        fun told() = texts().singleOrNull { it.startsWith("Your activation link") }
        awaits("what is said of the link") { told() != null }
        return checkNotNull(told())
    }

    /** The hour and minute that the dialog shows. */
    private fun shown(): Pair<Int, Int> = dialog.onSaveInstanceState().let { it.getInt("hour") to it.getInt("minute") }

    @Test
    fun `a time counts to the end of its minute`() {
        linkLives(2)
        assertEquals(
            "Your activation link is valid until 2026-11-24 10:00 (UTC) at the latest",
            asked("Today").chooses(8, 0).link(),
        )
    }

    @Test
    fun `the minute before does not`() {
        linkLives(2)
        assertEquals(
            "Your activation link has not been valid since 2026-11-24 09:59 (UTC)",
            asked("Today").chooses(7, 59).link(),
        )
    }

    @Test
    fun `the minute that it is now counts to now`() {
        assertEquals(
            "Your activation link is valid until 2026-11-26 10:00 (UTC) at the latest",
            asked("Today").chooses(10, 0).link(),
        )
    }

    @Test
    fun `a time that has not come today is asked of yesterday`() {
        val person = asked("Today")
        assertEquals("Today", title)
        person.chooses(23, 50)
        assertTrue("nothing is taken yet", person.sees("When did the activation e-mail arrive?"))
        assertTrue(dialog.isShowing)
        assertEquals("Yesterday", title)
        assertEquals(23 to 50, shown())
        press(DialogInterface.BUTTON_POSITIVE)
        assertEquals(
            "Your activation link is valid until 2026-11-25 23:50 (UTC) at the latest",
            person.settles().link(),
        )
    }

    @Test
    fun `so is the next minute, and who cancels is not held to it`() {
        val person = asked("Today").chooses(10, 1)
        assertEquals("Yesterday", title)
        press(DialogInterface.BUTTON_NEGATIVE)
        person.settles()
        assertFalse(dialog.isShowing)
        assertTrue(person.sees("When did the activation e-mail arrive?"))
        person.taps("Today")
        assertEquals("Today", title)
        assertEquals(
            "Your activation link is valid until 2026-11-26 09:59 (UTC) at the latest",
            person.chooses(9, 59).link(),
        )
    }

    @Test
    fun `yesterday is asked again after turning`() {
        val person = asked("Today").chooses(23, 50)
        val before = dialog
        person.controller.recreate()
        person.settles()
        assertTrue(dialog.isShowing && dialog !== before)
        assertEquals("Yesterday", title)
        assertEquals(
            "Your activation link is valid until 2026-11-25 22:30 (UTC) at the latest",
            person.chooses(22, 30).link(),
        )
    }

    @Test
    fun `of a day alone it is the end, of today it is now`() {
        val ends =
            mapOf(
                "Today" to "2026-11-26 10:00",
                "Yesterday" to "2026-11-25 23:59",
            )
        for ((day, end) in ends) {
            val person = asked(day)
            press(DialogInterface.BUTTON_NEUTRAL)
            val link = person.settles().link()
            assertEquals("Your activation link is valid until $end (UTC) at the latest", link)
        }
    }

    @Test
    fun `an earlier day counts to its end`() {
        val person = asked("Earlier")
        (dialog as DatePickerDialog).updateDate(2026, 10, 22)
        press(DialogInterface.BUTTON_POSITIVE)
        assertEquals(
            "Your activation link is valid until 2026-11-24 23:59 (UTC) at the latest",
            person.settles().link(),
        )
        person.taps("Back").awaits("Earlier").taps("Earlier")
        (dialog as DatePickerDialog).updateDate(2026, 10, 21)
        press(DialogInterface.BUTTON_POSITIVE)
        assertEquals("Your activation link has not been valid since 2026-11-23 23:59 (UTC)", person.settles().link())
    }

    @Test
    fun `the first of two days tapped at once is asked for, also after turning`() {
        val person = Scenes.mail()
        val yesterday = person.button("Yesterday")
        person.taps("Today")
        yesterday.performClick()
        assertEquals("Today", title)
        person.controller.recreate()
        person.settles()
        assertEquals("Today", title)
    }

    private companion object {
        /** 2026-11-24 10:00:20 UTC, in milliseconds. */
        const val NOW = 1_795_514_420_000
    }
}
