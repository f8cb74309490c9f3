package app.diagnose.android

import android.app.DatePickerDialog
import android.app.Dialog
import android.app.TimePickerDialog
import android.content.DialogInterface
import android.text.format.DateFormat
import app.diagnose.Time
import java.util.Calendar

/**
 * Asks when the e-mail arrived: for the time of day, of an earlier day for the day alone. [chosen] is told the
 * last second that is meant, of the minute or of the day, and no future one: what is said of the link then holds for all.
 *
 * @param start the time that is proposed.
 * @param later is told a time that today has not come yet: whoever means it, means another day.
 */
internal fun emailTimeDialog(
    ui: Ui,
    day: EmailDay,
    start: Calendar,
    later: (Calendar) -> Unit,
    chosen: (Time) -> Unit,
): Dialog = if (day == EmailDay.EARLIER) askDay(ui, chosen) else askHour(ui, day, start, later, chosen)

private fun askHour(
    ui: Ui,
    day: EmailDay,
    start: Calendar,
    later: (Calendar) -> Unit,
    chosen: (Time) -> Unit,
): Dialog {
    val date = now()
    if (day == EmailDay.YESTERDAY) date.add(Calendar.DAY_OF_MONTH, -1)
    val picker =
        TimePickerDialog(
            ui.context,
            { _, hour, minute ->
                val begins = date.at(hour, minute, 0)
                if (begins.after(now())) later(begins) else chosen(atLatest(date.at(hour, minute, 59)))
            },
            start.get(Calendar.HOUR_OF_DAY),
            start.get(Calendar.MINUTE),
            DateFormat.is24HourFormat(ui.context),
        )
    val name = if (day == EmailDay.TODAY) R.string.diagnose_email_today else R.string.diagnose_email_yesterday
    picker.setTitle(ui.words(name))
    picker.setButton(DialogInterface.BUTTON_NEUTRAL, ui.words(R.string.diagnose_email_not_known)) { _, _ ->
        chosen(atLatest(endOf(date)))
    }
    return picker
}

private fun askDay(
    ui: Ui,
    chosen: (Time) -> Unit,
): Dialog {
    val last = now()
    last.add(Calendar.DAY_OF_MONTH, -2)
    val picker =
        DatePickerDialog(
            ui.context,
            { _, year, month, date ->
                val at = last.clone() as Calendar
                at.set(year, month, date)
                chosen(atLatest(endOf(at)))
            },
            last.get(Calendar.YEAR),
            last.get(Calendar.MONTH),
            last.get(Calendar.DAY_OF_MONTH),
        )
    picker.datePicker.maxDate = last.timeInMillis
    return picker
}

private fun endOf(day: Calendar): Calendar = day.at(23, 59, 59)

/** By the clock that the diagnosis goes by. */
internal fun now(): Calendar = Calendar.getInstance().apply { timeInMillis = System.currentTimeMillis() }

/** That time of the day. */
private fun Calendar.at(
    hour: Int,
    minute: Int,
    second: Int,
): Calendar =
    (clone() as Calendar).apply {
        set(Calendar.HOUR_OF_DAY, hour)
        set(Calendar.MINUTE, minute)
        set(Calendar.SECOND, second)
        set(Calendar.MILLISECOND, 0)
    }

/** An e-mail does not arrive in the future. */
private fun atLatest(at: Calendar): Time =
    Time(Math.floorDiv(minOf(at.timeInMillis, System.currentTimeMillis()), 1000L))
