package app.diagnose.android

import android.app.DatePickerDialog
import android.app.Dialog
import android.app.TimePickerDialog
import android.content.DialogInterface
import android.text.format.DateFormat
import app.diagnose.Time
import java.util.Calendar

/**
 * Asks when the e-mail arrived: for the time of day, of an earlier day for the day alone. Where only the day is known,
 * its end is [chosen]: what is said of the link then holds for the whole day.
 */
internal fun emailTimeDialog(
    ui: Ui,
    day: EmailDay,
    chosen: (Time) -> Unit,
): Dialog {
    val now = Calendar.getInstance()
    return if (day == EmailDay.EARLIER) askDay(ui, now, chosen) else askHour(ui, day, now, chosen)
}

private fun askHour(
    ui: Ui,
    day: EmailDay,
    now: Calendar,
    chosen: (Time) -> Unit,
): Dialog {
    val at = now.clone() as Calendar
    if (day == EmailDay.YESTERDAY) at.add(Calendar.DAY_OF_MONTH, -1)
    val picker =
        TimePickerDialog(
            ui.context,
            { _, hour, minute ->
                at.set(Calendar.HOUR_OF_DAY, hour)
                at.set(Calendar.MINUTE, minute)
                chosen(atLatest(at, now))
            },
            now.get(Calendar.HOUR_OF_DAY),
            now.get(Calendar.MINUTE),
            DateFormat.is24HourFormat(ui.context),
        )
    picker.setButton(DialogInterface.BUTTON_NEUTRAL, ui.words(R.string.diagnose_email_not_known)) { _, _ ->
        chosen(atLatest(endOf(at), now))
    }
    return picker
}

private fun askDay(
    ui: Ui,
    now: Calendar,
    chosen: (Time) -> Unit,
): Dialog {
    val last = now.clone() as Calendar
    last.add(Calendar.DAY_OF_MONTH, -2)
    val picker =
        DatePickerDialog(
            ui.context,
            { _, year, month, date ->
                val at = now.clone() as Calendar
                at.set(year, month, date)
                chosen(atLatest(endOf(at), now))
            },
            last.get(Calendar.YEAR),
            last.get(Calendar.MONTH),
            last.get(Calendar.DAY_OF_MONTH),
        )
    picker.datePicker.maxDate = last.timeInMillis
    return picker
}

private fun endOf(day: Calendar): Calendar =
    (day.clone() as Calendar).apply {
        set(Calendar.HOUR_OF_DAY, 23)
        set(Calendar.MINUTE, 59)
    }

/** An e-mail does not arrive in the future. */
private fun atLatest(
    at: Calendar,
    now: Calendar,
): Time = Time(Math.floorDiv(minOf(at.timeInMillis, now.timeInMillis), 1000L))
