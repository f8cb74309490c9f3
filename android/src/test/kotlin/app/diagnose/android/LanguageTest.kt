package app.diagnose.android

import app.diagnose.DeviceFacts
import app.diagnose.Diagnosis
import app.diagnose.Profile
import app.diagnose.Question
import app.diagnose.Reader
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.util.ReflectionHelpers.ClassParameter

/** The core with a second language, which it does not have yet: its titles in it are those of English behind a mark. */
@Implements(className = "app.diagnose.DiagnoseKt", isInAndroidSdk = false)
class SecondLanguage {
    companion object {
        @JvmStatic
        @Implementation
        fun diagnose(
            facts: DeviceFacts,
            question: Question,
            profile: Profile,
            reader: Reader,
        ): Diagnosis {
            val told: Diagnosis =
                Shadow.directlyOn(
                    Class.forName("app.diagnose.DiagnoseKt"),
                    "diagnose",
                    ClassParameter.from(DeviceFacts::class.java, facts),
                    ClassParameter.from(Question::class.java, question),
                    ClassParameter.from(Profile::class.java, profile),
                    ClassParameter.from(Reader::class.java, reader),
                )
            if (!reader.language.startsWith("ar")) return told
            val findings = told.advice.findings.map { it.copy(title = "$MARK ${it.title}") }
            return told.copy(advice = told.advice.copy(language = "ar", findings = findings))
        }

        const val MARK = "ar:"
    }
}

/** What was mended is told in one language, also where that changed since. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [OpenNetwork::class, SecondLanguage::class])
class LanguageTest {
    @Before
    fun phone() = Scenes.setUp()

    private fun word(
        id: Int,
        vararg arguments: Any,
    ): String = RuntimeEnvironment.getApplication().getString(id, *arguments)

    private fun speaksArabic() = RuntimeEnvironment.setQualifiers("+ar-rXB")

    private fun speaksEnglish() = RuntimeEnvironment.setQualifiers("+en")

    private fun Tapping.mends(): Tapping = leavesAndReturns { GoodPhone.notifications(true) }

    /** The words of the card that tells what became right. */
    private fun Tapping.before(): String {
        awaits(word(R.string.diagnose_state_now_right))
        val texts = texts()
        return texts[texts.indexOf(word(R.string.diagnose_state_now_right)) + 1]
    }

    private fun Tapping.goesByItsName() {
        val name = word(R.string.diagnose_check_notifications_app)
        awaits("“$name” instead of its title") { before() == name }
    }

    private fun tellsNoEnglish(person: Tapping) {
        person.goesByItsName()
        assertTrue(person.texts().toString(), person.texts().none { "Notifications for Blink are off" in it })
    }

    @Test
    fun `what was mended before the language changed goes by the check's name`() {
        val person = Scenes.opened().mends()
        assertEquals("Before: ${Scenes.OFF}", person.before())
        speaksArabic()
        person.controller.recreate()
        tellsNoEnglish(person)
        speaksEnglish()
        person.controller.recreate()
        // Its title is gone for good.
        person.goesByItsName()
    }

    @Test
    fun `what was mended before the process died and the language changed goes by the check's name`() {
        val person = Scenes.opened().mends()
        person.before()
        speaksArabic()
        tellsNoEnglish(comesBack(person.dies()))
    }

    @Test
    fun `what was wrong before the language changed and is mended since goes by the check's name`() {
        val person = Scenes.opened()
        speaksArabic()
        GoodPhone.notifications(true)
        tellsNoEnglish(comesBack(person.dies()))
    }

    @Test
    fun `what is wrong still is told in the new language, and so when it is mended`() {
        val person = Scenes.opened()
        val title = "${SecondLanguage.MARK} ${Scenes.OFF}"
        speaksArabic()
        person.controller.recreate()
        person.awaits(title).mends()
        assertEquals(word(R.string.diagnose_state_was, title), person.before())
    }

    @Test
    fun `the process died, and the language is the same`() {
        val person = Scenes.opened().mends()
        person.before()
        assertEquals("Before: ${Scenes.OFF}", comesBack(person.dies()).before())
    }
}
