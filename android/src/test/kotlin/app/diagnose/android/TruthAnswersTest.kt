package app.diagnose.android

import org.junit.Test

/** The answer to each complaint, on phones that no shared case holds. */
class TruthAnswersTest : TruthPhoneLooks() {
    @Test
    fun answers() = holds(TruthPhoneAnswers.states)
}
