package app.diagnose.android

import android.os.Build
import android.view.View
import app.diagnose.android.TruthPhone.Companion.waits
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.weakens
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Test
import org.robolectric.shadows.ShadowBuild
import java.io.File

/** What the screen says of real installed files, whole and broken, read by the real library. */
class TruthInstallationTest : TruthPhoneLooks() {
    private val maker get() = TruthPhoneSigner.maker
    private val whole by lazy { maker.sign(TruthPhoneApk.whole()) }
    private val wanting by lazy { maker.sign(TruthPhoneApk.wanting("base__abi", "base__density", "base__language")) }
    private val abi by lazy { maker.sign(TruthPhoneApk.abi()) }
    private val density by lazy { maker.sign(TruthPhoneApk.density()) }
    private val language by lazy { maker.sign(TruthPhoneApk.language()) }
    private val extracted by lazy { maker.sign(TruthPhoneApk.extracted()) }

    /** These files are installed; null for one that is gone. */
    private fun TruthPhone.install(
        base: ByteArray?,
        vararg splits: ByteArray?,
        libraries: Map<String, ByteArray>? = emptyMap(),
    ) {
        val folder = TruthPhoneApk.folder()

        fun file(
            name: String,
            bytes: ByteArray?,
        ) = folder.resolve(name).apply { if (bytes != null) writeBytes(bytes) }.path
        installed.sourceDir = file("base.apk", base)
        installed.splitSourceDirs = Array(splits.size) { file("split_$it.apk", splits[it]) }
        val lib = folder.resolve("lib").apply { mkdirs() }
        libraries?.forEach { (name, bytes) -> lib.resolve(name).writeBytes(bytes) }
        installed.nativeLibraryDir = if (libraries == null) null else lib.path
    }

    private fun state(
        name: String,
        says: Map<Int, String>,
        set: TruthPhone.() -> Unit,
    ) = TruthPhoneState(name, says, set = set)

    private fun holds(vararg states: TruthPhoneState) = holds(states.toList())

    private fun flipped(
        apk: ByteArray,
        at: Int,
    ) = apk.clone().also { it[at] = (it[at].toInt() xor 1).toByte() }

    /** A byte of what the app reads. */
    private fun damaged(apk: ByteArray): ByteArray {
        val words = TruthPhoneApk.WORDS.copyOf(16)
        val at = (0..apk.size - 16).firstOrNull { start -> (0 until 16).all { apk[start + it] == words[it] } }
        return flipped(apk, at ?: 60)
    }

    private val mainFile = blocks("Needs reinstall: Blink's main file is damaged")
    private val part = blocks("Needs reinstall: a part of Blink is damaged")
    private val notTogether = blocks("Needs reinstall: Blink's parts do not belong together")
    private val unknown = mapOf(11 to UNKNOWN, 12 to UNKNOWN)

    /** That nothing is missing is not known where a file is not what was signed. */
    private val mainFileDamaged = mapOf(11 to mainFile, 12 to UNKNOWN)
    private val partDamaged = mapOf(11 to part, 12 to UNKNOWN)

    @Test
    fun files() =
        holds(
            state("whole", emptyMap()) { install(whole) },
            state("a byte of its data flipped", mainFileDamaged) { install(damaged(whole)) },
            state("a byte of its directory flipped", mainFileDamaged) {
                install(flipped(whole, whole.size - 60))
            },
            state("a byte of its first header flipped", mainFileDamaged) { install(flipped(whole, 12)) },
            state("gone", unknown) { install(null) },
            state("a folder in its place", unknown) { installed.sourceDir = TruthPhoneApk.folder().path },
            state("unsigned", unknown) { install(TruthPhoneApk.whole()) },
            state("a split damaged", partDamaged) {
                install(wanting, flipped(abi, 60), density, language)
            },
            state("base and split damaged", mainFileDamaged) { install(damaged(whole), flipped(abi, 60)) },
            state("a split gone", unknown) { install(whole, null) },
            state("a split unsigned", unknown) { install(whole, TruthPhoneApk.density()) },
            state("the base damaged, a split gone", mainFileDamaged) { install(damaged(whole), null) },
            state("the base gone, a split damaged", partDamaged) { install(null, flipped(abi, 60)) },
        )

    /** None of them is an app; which of them is damage and which cannot be read, is not the question here. */
    @Test
    fun `no tick for what is no app`() {
        val nothing =
            mapOf(
                "empty" to ByteArray(0),
                "text" to "not an app".toByteArray(),
                "zeros" to ByteArray(4096),
                "its first half" to whole.copyOf(whole.size / 2),
                "its second half" to whole.copyOfRange(whole.size / 2, whole.size),
                "but for its last byte" to whole.copyOf(whole.size - 1),
                "and a byte more" to whole + 0,
            )
        for ((name, bytes) in nothing) {
            for (place in 0..1) {
                val phone = TruthPhone().apply { if (place == 0) install(bytes) else install(whole, bytes) }
                val person = phone.looked()
                val right = Said(person).right
                TruthPhone.close(person)
                assertFalse("$name, file $place: $right", "The app's files" in right || "The app's parts" in right)
            }
        }
    }

    @Test
    fun parts() {
        val processor = mapOf(12 to blocks("Needs reinstall: the part for this processor is missing"))
        val images = mapOf(12 to weakens("Needs reinstall: the images for this screen are missing"))
        val texts = mapOf(12 to weakens("Needs reinstall: the texts for your language are missing"))
        val required = mapOf(12 to blocks("Needs reinstall: a required part of Blink is missing"))
        val foreign = mapOf(12 to notTogether)
        val others = TruthPhoneSigner.other
        holds(
            state("all parts", emptyMap()) { install(wanting, abi, density, language) },
            state("in another order", emptyMap()) { install(wanting, language, density, abi) },
            state("none for the processor", processor) { install(wanting, density, language) },
            state("none for the screen", images) { install(wanting, abi, language) },
            state("none for the language", texts) { install(wanting, abi, density) },
            state("none for screen and language", images) { install(wanting, abi) },
            state("none at all", processor) { install(wanting) },
            state("none that is wanted", required) { install(maker.sign(TruthPhoneApk.wanting("base__textures"))) },
            state("for another processor", processor) {
                install(wanting, abi, density, language)
                ShadowBuild.setSupportedAbis(arrayOf("x86_64", "x86"))
            },
            state("of another signer", foreign) {
                install(wanting, others.sign(TruthPhoneApk.abi()), density, language)
            },
            state("all of them of another signer", foreign) {
                install(
                    wanting,
                    *listOf(TruthPhoneApk.abi(), TruthPhoneApk.density()).map(others::sign).toTypedArray(),
                    language,
                )
            },
            state("of another version", foreign) {
                install(wanting, maker.sign(TruthPhoneApk.abi(version = 20730)), density, language)
            },
            state("one of them twice", foreign) { install(wanting, abi, density, density, language) },
        )
    }

    @Test
    fun libraries() {
        val missing = mapOf(12 to blocks("Needs reinstall: a program library of Blink is missing"))
        val damaged = mapOf(12 to blocks("Needs reinstall: a program library of Blink is damaged"))
        val name = "libblink.so"
        val code = TruthPhoneApk.CODE
        holds(
            state("there", emptyMap()) { install(extracted, libraries = mapOf(name to code)) },
            state("there, with others", emptyMap()) {
                install(
                    extracted,
                    libraries =
                        mapOf(
                            name to code,
                            "libx.so" to code,
                        ),
                )
            },
            state("missing", missing) { install(extracted) },
            state("another in its place", missing) { install(extracted, libraries = mapOf("libblink2.so" to code)) },
            state("a byte flipped", damaged) { install(extracted, libraries = mapOf(name to flipped(code, 100))) },
            state("cut", damaged) { install(extracted, libraries = mapOf(name to code.copyOf(100))) },
            state("empty", damaged) { install(extracted, libraries = mapOf(name to ByteArray(0))) },
            state("no folder is named", mapOf(12 to UNKNOWN)) { install(extracted, libraries = null) },
            state("a folder in its place", mapOf(12 to UNKNOWN)) {
                install(extracted)
                File(installed.nativeLibraryDir, name).mkdirs()
            },
            // What was signed is damaged, and so may be what was copied out of it.
            state("there, the file damaged", mapOf(11 to mainFile, 12 to UNKNOWN)) {
                install(flipped(extracted, 12), libraries = mapOf(name to code))
            },
        )
    }

    @Test
    fun `signers where Android names none`() {
        fun TruthPhone.nobody() {
            if (Build.VERSION.SDK_INT >= 28) probes.own.signingInfo = null
            @Suppress("DEPRECATION")
            probes.own.signatures = null
        }
        val foreign = blocks("Needs reinstall: Blink's signature is not a known one")
        holds(
            state("the files name the maker", emptyMap()) {
                nobody()
                install(whole)
            },
            state("the files name another", mapOf(10 to foreign)) {
                nobody()
                install(TruthPhoneSigner.other.sign(TruthPhoneApk.whole()))
            },
            state("the files are not signed", unknown + (10 to UNKNOWN)) {
                nobody()
                install(TruthPhoneApk.whole())
            },
            state("the files are damaged", mainFileDamaged + (10 to UNKNOWN)) {
                nobody()
                install(damaged(whole))
            },
            state("the files are gone", unknown + (10 to UNKNOWN)) {
                nobody()
                install(null)
            },
        )
    }

    @Test
    fun answers() {
        fun answer(
            headline: String,
            says: Map<Int, String>,
            set: TruthPhone.() -> Unit,
        ) = TruthPhoneState(headline, says, headline, tapped = CRASHES, set = set)
        holds(
            answer("Your phone is not the reason, as far as it can see", emptyMap()) { install(whole) },
            answer("This explains it", mainFileDamaged) { install(damaged(whole)) },
            answer("This explains it", mapOf(12 to notTogether)) {
                install(whole, TruthPhoneSigner.other.sign(TruthPhoneApk.density()))
            },
            answer("This phone can't tell", unknown) { install(TruthPhoneApk.whole()) },
            answer("This phone can't tell", unknown) { install(whole, null) },
        )
    }

    /** Large enough that the user can come between. */
    private fun large(megabytes: Int = 300): File = maker.large(TruthPhoneApk.whole(), megabytes)

    private fun running(
        apk: File,
        tapped: String = TruthPhone.JUST_CHECK,
    ): Tapping {
        val person = TruthPhone().apply { installed.sourceDir = apk.path }.opened(tapped)
        check(person.sees("Stop")) { "too fast" }
        return person
    }

    private fun Tapping.ends(): Tapping {
        waits("the installed files") { activity.findViewById<View>(R.id.diagnose_files) == null }
        return this
    }

    @Test
    fun `stopped, they are not known, and are when they were checked`() {
        val apk = large(1_500)
        val person = running(apk, CRASHES)
        person.taps("Stop")
        person.waits("that it was stopped") { person.sees("The installed files were not all checked") }
        val stopped = TruthPhoneState("stopped", unknown, "This phone can't tell")
        assertEquals("", stopped.otherwise(person))
        // What is looked at again are not the files.
        person.taps("Check again")
        repeat(50) { person.pause(20) }
        assertEquals("", stopped.otherwise(person))
        // The rest of it is small.
        app.applicationInfo.sourceDir = TruthPhone.whole.path
        person.taps("Check the installed files").ends()
        val checked = TruthPhoneState("checked", emptyMap(), "Your phone is not the reason, as far as it can see")
        assertEquals("", checked.otherwise(person))
        TruthPhone.close(person)
        apk.delete()
    }

    @Test
    fun `deleted while it is read, it is gone for the next screen`() {
        val apk = large()
        val person = running(apk)
        check(apk.delete())
        // It may have been opened by then, or not.
        TruthPhone.close(person.also { it.ends() })
        val next = TruthPhone().apply { installed.sourceDir = apk.path }.looked()
        assertEquals("", TruthPhoneState("gone", unknown).otherwise(next))
        TruthPhone.close(next)
    }

    @Test
    fun `each screen reads them once`() {
        val phone = TruthPhone().apply { install(whole) }
        val person = phone.looked()
        assertEquals("", TruthPhoneState("whole", emptyMap()).otherwise(person))
        File(phone.installed.sourceDir).writeBytes(damaged(whole))
        // Coming back, everything but the files is looked at.
        person.leavesAndReturns()
        repeat(50) { person.pause(20) }
        assertEquals("", TruthPhoneState("whole before", emptyMap()).otherwise(person))
        TruthPhone.close(person)
        val next = phone.looked()
        assertEquals("", TruthPhoneState("damaged since", mainFileDamaged).otherwise(next))
        TruthPhone.close(next)
    }

    private companion object {
        const val CRASHES = "Blink will not install, or it crashes when I open it"
    }
}
