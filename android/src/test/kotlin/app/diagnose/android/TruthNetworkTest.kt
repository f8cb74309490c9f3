package app.diagnose.android

import org.junit.Test

/** Phones on networks that no shared case holds. */
class TruthNetworkTest : TruthPhoneLooks() {
    @Test
    fun network() = holds(TruthPhoneNetwork.states)

    @Test
    fun `without a connectivity manager`() = holds(TruthPhoneNetwork.withoutManager)
}
