package app.diagnose.android

import org.junit.Test

/** Phones and servers that disagree about who is registered as no shared case has it. */
class TruthRegistrationTest : TruthPhoneLooks() {
    @Test
    fun registration() = holds(TruthPhoneRegistration.states)

    @Test
    fun `without a policy manager`() = holds(TruthPhoneRegistration.withoutManager)
}
