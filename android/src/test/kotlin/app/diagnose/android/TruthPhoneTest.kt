package app.diagnose.android

import org.junit.Test

/** What the screen says of phones in states that no shared case holds: of every check, not of one alone. */
class TruthPhoneTest : TruthPhoneLooks() {
    @Test
    fun system() = holds(TruthPhoneSystem.states)

    @Test
    fun network() = holds(TruthPhoneNetwork.states)

    @Test
    fun registration() = holds(TruthPhoneRegistration.states)

    @Test
    fun `without a connectivity manager`() = holds(TruthPhoneNetwork.withoutManager)

    @Test
    fun `without a policy manager`() = holds(TruthPhoneRegistration.withoutManager)

    @Test
    fun source() = holds(TruthPhoneSource.states)

    @Test
    fun crashes() = holds(TruthPhoneCrashes.states)

    @Test
    fun answers() = holds(TruthPhoneAnswers.states)
}
