package app.diagnose.android

import android.os.Build
import android.os.SystemClock
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowBuild

/**
 * No test: run by tools/screenshots, which compares the pictures under docs/android with those that this writes to
 * android/target/screens. Android 7 cannot draw here.
 */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(
    sdk = [26, 30, 35],
    shadows = [OpenNetwork::class, ProbedStorageManager::class, ProbedActivityManager::class],
    qualifiers = "w360dp-h720dp-notnight-xhdpi",
    // So that their clock is Robolectric's: the code holds the hour.
    instrumentedPackages = ["app.diagnose.android", "app.diagnose.sample"],
)
class ScreenPictures {
    private val level = Build.VERSION.SDK_INT

    @Before
    fun phone() {
        SystemClock.setCurrentTimeMillis(NOW)
        Scenes.setUp()
        ShadowBuild.setVersionSecurityPatch(PATCH)
        Scenes.likeARealPhone()
    }

    private fun Tapping.photographed(name: String) = photograph("$name-$level").photographWhole("$name-whole-$level")

    @Test
    fun choose() {
        Scenes.choose().photographed("choose")
    }

    @Test
    fun mail() {
        Scenes.mail().photographed("mail")
    }

    @Test
    fun working() {
        Scenes.working().photograph("working-$level")
    }

    @Test
    fun findings() {
        Scenes.findings().photographed("findings")
    }

    @Test
    fun opened() {
        Scenes.opened().photograph("opened-$level")
    }

    @Test
    fun `nothing opened`() {
        Scenes.nothingOpened().photograph("nothing-opened-$level")
    }

    @Test
    fun `nothing wrong`() {
        Scenes.nothing().photographed("nothing")
    }

    @Test
    fun several() {
        Scenes.several().photographed("several")
    }

    @Test
    fun mended() {
        Scenes.mended().photographed("mended")
    }

    @Test
    fun `what support has to do`() {
        Scenes.ofSupport().photograph("support-$level")
    }

    @Test
    fun code() {
        Scenes.code().photograph("code-$level")
    }

    @Test
    fun `test of a notification`() {
        Scenes.notificationAsked().photograph("notification-$level")
    }

    @Test
    fun test() {
        Scenes.pushWaiting().photograph("test-$level")
    }

    @Test
    fun `a late test`() {
        Scenes.pushLate().photograph("late-$level")
    }

    @Test
    @Config(qualifiers = "+night")
    fun `findings in the dark`() {
        Scenes.findings().photographed("findings-dark")
    }

    @Test
    @Config(qualifiers = "+night")
    fun `nothing wrong in the dark`() {
        Scenes.nothing().photograph("nothing-dark-$level")
    }

    @Test
    @Config(qualifiers = "+night")
    fun `code in the dark`() {
        Scenes.code().photograph("code-dark-$level")
    }

    @Test
    fun `from right to left`() {
        Scenes.findings().inPseudoArabic().photographed("findings-rtl")
    }

    @Test
    fun `code from right to left`() {
        Scenes.code().inPseudoArabic().photographWhole("code-rtl-$level")
    }

    @Test
    fun `in letters twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        Scenes.findings().photographed("findings-large")
    }

    @Test
    fun `code in letters twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        Scenes.code().photographWhole("code-large-$level")
    }

    @Test
    fun `questions in letters twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        Scenes.choose().photographWhole("choose-large-$level")
    }

    private fun Tapping.inPseudoArabic(): Tapping {
        RuntimeEnvironment.setQualifiers("+ar-rXB-ldrtl")
        controller.recreate()
        repeat(20) { pause(100) }
        return this
    }

    private companion object {
        /** 2026-11-24 10:00 UTC, in milliseconds. */
        const val NOW = 1_795_514_400_000
        const val PATCH = "2026-11-01"
    }
}
