package app.diagnose.android

import android.app.Application

/** The marks that the library itself writes. */
internal class PhoneMarks(
    private val app: Application,
    private val phone: PhoneSetup,
) {
    fun set() {
    }

    companion object {
        fun stateSummary(startMillis: Long): ByteArray = startMillis.toString().toByteArray()
    }
}
