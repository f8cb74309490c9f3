package app.diagnose

import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import java.lang.reflect.Modifier
import java.util.concurrent.Executors

/** Nothing that is handed in ends the process or crosses as anything but an answer or a [DiagnoseException]. */
class HostileTest {
    private val facts = phone("android-15-in-order")
    private val profile = Diagnose.embeddedProfile("blink")
    private val lone = "\uD800a\uDFFF"
    private val huge = "a".repeat(10_000_000)

    private inline fun <reified T : DiagnoseException> refused(crossinline call: () -> Unit): String? =
        assertThrows(T::class.java) { call() }.message

    private fun told(
        facts: DeviceFacts = this.facts,
        question: Question = noQuestion,
        profile: Profile = this.profile,
        reader: Reader = english,
    ) = Diagnose.diagnose(facts, question, profile, reader)

    private fun channels(channels: List<Channel>) =
        facts.android { copy(notifications = notifications.copy(channels = ChannelsFact.Known(channels))) }

    private val channel =
        Channel(
            "a",
            Importance.HIGH,
            BoolFact.Known(false),
            LockScreenVisibilityFact.Known(LockScreenVisibility.PUBLIC),
            BoolFact.Known(false),
        )

    @Test
    fun impossibleFactsAreRefusedWithTheirPath() {
        assertEquals(
            "in the facts, `phone.android.os.api_level`: found -9223372036854775808, expected 1 to 999",
            refused<DiagnoseException.Facts> { told(facts.android { copy(os = os.copy(apiLevel = Long.MIN_VALUE)) }) },
        )
        assertEquals(
            "in the facts, `phone.android.storage.free_bytes.known`: found -1, expected 0 or above",
            refused<DiagnoseException.Facts> {
                told(facts.android { copy(storage = AndroidStorageFacts(NumberFact.Known(-1))) })
            },
        )
        assertEquals(
            "in the facts, `phone.android.notifications.channels.known[0].id`: found \"\uFFFDa\uFFFD\", " +
                "expected 1 to 100 letters, digits, `.`, `_`, `-`, `:` or `/`",
            refused<DiagnoseException.Facts> { told(channels(listOf(channel.copy(id = lone)))) },
        )
    }

    @Test
    fun everyMomentThatALongCanHoldIsAnAnswer() {
        for (seconds in listOf(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)) {
            val time = Time(seconds)
            val diagnosis =
                told(
                    facts.copy(clock = ClockFacts(time)).android {
                        copy(crashes = crashes.copy(lastUpdate = TimeFact.Known(facts.clock.phone)))
                    },
                    Question(Complaint.LINK_INACTIVE, null),
                )
            assertTrue(diagnosis.code.text, diagnosis.code.groups.size in 5..7)
        }
    }

    @Test
    fun hugeTextsAreRefusedInAShortSentence() {
        val message = refused<DiagnoseException.Facts> { told(channels(listOf(channel.copy(id = huge)))) }
        assertTrue(message, message!!.length < 300)
        val changed = profile.copy(words = profile.words.copy(app = huge))
        assertTrue(refused<DiagnoseException.Profile> { told(profile = changed) }!!.length < 300)
        assertEquals("en", told(reader = english.copy(language = huge)).advice.language)
        assertTrue(refused<DiagnoseException.Text> { Diagnose.parseAppVersion(huge) }!!.length < 300)
        assertTrue(refused<DiagnoseException.Text> { Diagnose.embeddedProfile(huge) }!!.length < 300)
        assertEquals(Maker.OTHER, Diagnose.makerOf(huge))
    }

    @Test
    fun longListsAreAnswered() {
        val many = List(100_000) { channel.copy(id = "channel$it") }
        assertTrue(told(channels(many)).report.findings.isNotEmpty())
        assertEquals(
            "in the facts, `phone.android.notifications.channels.known[1]`: found the same as at [0], " +
                "expected each one once",
            refused<DiagnoseException.Facts> { told(channels(listOf(channel, channel))) },
        )
        val at = Time(facts.clock.phone.seconds - 60)
        val exits = List(200_000) { ProcessExit(ExitReason.CRASH, at, NumberFact.Known(1)) }
        val crashed = facts.android { copy(crashes = crashes.copy(exits = ProcessExitsFact.Known(exits))) }
        assertEquals(Outcome.FAIL, told(crashed).report.findings[17].outcome)
        val signer = Signer(List(100_000) { Certificate("0".repeat(64), false) })
        told(facts.android { copy(install = install.copy(signers = SignersFact.Known(listOf(signer)))) })
    }

    @Test
    fun impossibleProfilesAndReadersAreRefused() {
        assertEquals(
            "in the profile, `proof_days`: found -1, expected 1 to 365",
            refused<DiagnoseException.Profile> { told(profile = profile.copy(proofDays = -1)) },
        )
        assertEquals(
            "in the profile, `proof_days`: found -1, expected 1 to 365",
            refused<DiagnoseException.Profile> { Diagnose.complaints(profile.copy(proofDays = -1), english) },
        )
        assertEquals(
            "in the question, `reader.offset_minutes`: found 9223372036854775807, expected -1439 to 1439",
            refused<DiagnoseException.Question> { told(reader = english.copy(offsetMinutes = Long.MAX_VALUE)) },
        )
        for (offset in listOf(Long.MIN_VALUE, -1440, 1440, Long.MAX_VALUE)) {
            assertEquals(
                "in the question, `reader.offset_minutes`: found $offset, expected -1439 to 1439",
                refused<DiagnoseException.Question> {
                    Diagnose.complaints(profile, english.copy(offsetMinutes = offset))
                },
            )
        }
        assertEquals(
            "in the question, `received`: found 9223372036854775807, expected seconds since 1970 in the years 0000 " +
                "to 9999 (milliseconds are too large)",
            refused<DiagnoseException.Question> {
                told(question = Question(Complaint.LINK_INACTIVE, Time(Long.MAX_VALUE)))
            },
        )
    }

    @Test
    fun languagesThatAreNotThereAreEnglish() {
        for (language in listOf("de-AT", "xx", "", "-", "de_AT", "en\u0000", "a-".repeat(5000), huge)) {
            val reader = english.copy(language = language)
            assertEquals("en", told(reader = reader).advice.language)
            assertEquals(Diagnose.complaints(profile, english), Diagnose.complaints(profile, reader))
        }
    }

    /** What a panic becomes on the JVM is no [DiagnoseException]: it would end this test. */
    @Test
    fun manyThreadsAtOnceGetWhatOneGets() {
        val alone = told()
        val choices = Diagnose.complaints(profile, english)
        val pool = Executors.newFixedThreadPool(16)
        try {
            val calls =
                (0 until 2000).map { at ->
                    pool.submit {
                        when (at % 4) {
                            0 -> assertEquals(alone, told())
                            1 -> assertEquals(choices, Diagnose.complaints(profile, english))
                            2 -> Diagnose.codeQrMatrix(alone.code.text)
                            else -> refused<DiagnoseException.Text> { Diagnose.embeddedProfile("$at") }
                        }
                    }
                }
            calls.forEach { it.get() }
        } finally {
            pool.shutdownNow()
        }
    }

    @Test
    fun textsThatAreNone() {
        for (text in listOf("", lone, "\u0000", "SME8-01BM-VMX5-DQW0-M8E7", "sme8-01bm-vmx5-dqw0-m8e6", huge)) {
            assertEquals(
                "it is not a code as a diagnosis gives it",
                refused<DiagnoseException.Code> { Diagnose.codeQrMatrix(text) },
            )
        }
        assertEquals(
            "found \"\uFFFDa\uFFFD\", expected a version such as \"2.7.31\"",
            refused<DiagnoseException.Text> { Diagnose.parseAppVersion(lone) },
        )
        assertEquals(
            "found \"2026-02-30\", expected a day such as \"2026-11-05\"",
            refused<DiagnoseException.Text> { Diagnose.parseDate("2026-02-30") },
        )
        assertEquals(
            "found \"other\", expected one of ${if (isReleased) "blink" else "blink, harbour"}",
            refused<DiagnoseException.Text> { Diagnose.embeddedProfile("other") },
        )
    }

    @Test
    fun unpairedSurrogatesReachRustEverywhere() {
        val poisoned = Poison(lone)
        val android = poisoned.of(facts) as DeviceFacts
        assertTrue("${poisoned.count}", poisoned.count >= 8)
        refused<DiagnoseException.Facts> { told(android) }
        refused<DiagnoseException.Facts> { told(Poison(lone).of(phone("ios-18-in-order")) as DeviceFacts) }
        refused<DiagnoseException.Facts> { Diagnose.settingsLevels(android, profile) }
        val bad = Poison(lone).of(profile("harbour")) as Profile
        refused<DiagnoseException.Profile> { told(profile = bad) }
        refused<DiagnoseException.Profile> { Diagnose.complaints(bad, english) }
        assertEquals("en", told(reader = english.copy(language = lone)).advice.language)
        // Pairs stay what they are.
        val words = profile.words.copy(app = "Bl\uD83D\uDE00nk")
        val blocked = phone("android-15-locked-out")
        assertTrue(told(blocked, profile = profile.copy(words = words)).advice.toString().contains("Bl\uD83D\uDE00nk"))
    }

    /** Puts a text in the place of every text in a tree of generated records, whichever there are. */
    private class Poison(
        val text: String,
    ) {
        var count = 0

        fun of(value: Any?): Any? =
            when {
                value is String -> text.also { count++ }
                value is List<*> -> value.map(::of)
                value == null || value is Enum<*> || value.javaClass.`package`?.name != "app.diagnose" -> value
                else -> rebuilt(value)
            }

        private fun rebuilt(value: Any): Any {
            val fields = value.javaClass.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }
            if (fields.isEmpty()) return value
            val values = fields.map { field -> of(field.apply { isAccessible = true }.get(value)) }
            val constructor = value.javaClass.constructors.single { it.parameterCount == fields.size }
            return constructor.newInstance(*values.toTypedArray())
        }
    }
}
