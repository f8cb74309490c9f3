package app.diagnose.android

import org.junit.Test

/** Phones in states that no shared case holds: the system, where the app is from, and its crashes. */
class TruthPhoneTest : TruthPhoneLooks() {
    @Test
    fun system() = holds(TruthPhoneSystem.states)

    @Test
    fun source() = holds(TruthPhoneSource.states)

    @Test
    fun crashes() = holds(TruthPhoneCrashes.states)
}
