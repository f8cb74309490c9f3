package app.diagnose

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

/** The smaller calls. */
class SurfaceTest {
    @Test
    fun theEmbeddedProfileIsTheFile() {
        assertEquals(profile("blink"), Diagnose.embeddedProfile("blink"))
    }

    @Test
    fun complaintsAreThoseOfTheProfilesPlaybooks() {
        val complaints = Diagnose.complaints(profile("blink"), english)
        assertEquals(
            listOf(
                Complaint.PHONE_NUMBER_INVALID,
                Complaint.INSTALL_OR_CRASH,
                Complaint.RESET_FAILED,
                Complaint.NUMBER_IN_USE,
                Complaint.LINK_INACTIVE,
            ),
            complaints.map { it.complaint }.take(5),
        )
        assertTrue(complaints.all { it.title.isNotBlank() })
        val unknown = profile("blink").copy(id = "other")
        assertEquals(emptyList<ComplaintChoice>(), Diagnose.complaints(unknown, english))
    }

    @Test
    fun aCodeHasAQrMatrix() {
        val code = Diagnose.diagnose(phone("android-15-in-order"), noQuestion, profile("blink"), english).code
        val matrix = Diagnose.codeQrMatrix(code.text)
        assertTrue(matrix.size == 21L || matrix.size == 25L)
        assertEquals((matrix.size * matrix.size).toInt(), matrix.dark.size)
        // The upper left finder pattern.
        assertEquals(List(7) { true } + false, matrix.dark.take(8))
        assertFalse(matrix.dark.all { it })
    }

    @Test
    fun settingsLevelsAreThoseOfTheChecks() {
        val pass = SettingsLevels(Level.PASS, Level.PASS, Level.PASS, Level.PASS, Level.PASS, Level.PASS)
        val inOrder = Diagnose.settingsLevels(phone("android-15-in-order"), profile("blink"))
        assertEquals(pass, inOrder)
        val lockedOut = Diagnose.settingsLevels(phone("android-15-locked-out"), profile("blink"))
        assertEquals(pass.copy(app = Level.BLOCKS, background = Level.BLOCKS), lockedOut)
    }

    @Test
    fun textsOfTheSystemBecomeValues() {
        assertEquals(Maker.XIAOMI, Diagnose.makerOf("Redmi"))
        assertEquals(AppVersion(2, 8, 0, "beta.1"), Diagnose.parseAppVersion("2.8.0-beta.1"))
        assertEquals(Date(2026, 11, 5), Diagnose.parseDate("2026-11-05"))
    }

    @Test
    fun theLogStartsAndChangesItsLevel() {
        Diagnose.startLogging(LogLevel.DEBUG)
        Diagnose.diagnose(phone("android-15-in-order"), noQuestion, profile("blink"), english)
        Diagnose.startLogging(LogLevel.OFF)
    }
}
