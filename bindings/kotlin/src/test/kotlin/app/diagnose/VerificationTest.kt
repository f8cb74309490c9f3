package app.diagnose

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File
import java.nio.file.Files

class VerificationTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val apks = expandedCases.resolveSibling("apks")
    private val small = apks.resolve("1MB.apk")
    private val large = apks.resolve("50MB.apk")
    private val device = Device(34, listOf("arm64-v8a"), null, emptyList(), 4096)

    private fun files(
        base: File,
        vararg splits: File,
    ) = InstalledFiles(base.path, splits.map { it.path }, null)

    private fun verify(files: InstalledFiles) = runBlocking { Diagnose.verifyInstallation(files, device) }

    @Test
    fun anIntactApkIsIntactAndBecomesFacts() {
        val told = mutableListOf<Pair<Long, Long>>()
        val found =
            runBlocking {
                Diagnose.verifyInstallation(files(small), device) { done, total -> told += done to total }
            }
        val file = found.files.single()
        assertEquals(ApkPart.BASE, file.part)
        assertEquals(FileVerdict.INTACT, file.verdict)
        assertNull(file.reason)
        assertTrue(file.signers.single(), file.signers.single().matches(Regex("[0-9a-f]{64}")))
        assertFalse(found.stopped)
        assertNull(found.setProblem)
        assertEquals(small.length() to small.length(), told.last())
        assertEquals(told, told.sortedBy { it.first })
        val facts =
            phone("android-15-in-order").android {
                copy(install = install.copy(files = found.filesFact, splitProblems = found.splitProblemsFact))
            }
        val findings = Diagnose.diagnose(facts, noQuestion, profile("blink"), english).report.findings
        assertEquals(Outcome.PASS, findings[11].outcome)
        assertEquals(Outcome.PASS, findings[12].outcome)
    }

    @Test
    fun aDamagedApkNamesWhatIsDamaged() {
        val bytes = small.readBytes()
        bytes[bytes.size / 2] = (bytes[bytes.size / 2].toInt() xor 1).toByte()
        val damaged = folder.newFile("damaged.apk").apply { writeBytes(bytes) }
        val file = verify(files(damaged)).files.single()
        assertEquals(FileVerdict.DAMAGED, file.verdict)
        assertNotNull(file.reason)
        assertEquals(1, file.damagedEntries.size)
        assertTrue(file.damagedEntries.single().startsWith("assets/"))
        assertEquals(emptyList<String>(), file.signers)
    }

    @Test
    fun aPathThatIsNoFileIsAnAnswer() {
        val gone = File(folder.root, "gone.apk")
        val empty = folder.newFile("empty.apk")
        val poisoned = InstalledFiles("\uD800", listOf("a\u0000b", "", "x".repeat(100_000)), "\uDFFF")
        val found = verify(files(gone, folder.root, empty, File("/dev/zero"), small))
        assertEquals(
            listOf("No such file or directory (os error 2)", "is a directory"),
            found.files.take(2).map { it.reason },
        )
        assertEquals(
            listOf(
                FileVerdict.UNREADABLE,
                FileVerdict.UNREADABLE,
                FileVerdict.NOT_CHECKED,
                FileVerdict.UNREADABLE,
                FileVerdict.INTACT,
            ),
            found.files.map { it.verdict },
        )
        assertEquals(List(4) { FileVerdict.UNREADABLE }, verify(poisoned).files.map { it.verdict })
        val loop = File(folder.root, "loop.apk").toPath()
        Files.createSymbolicLink(loop, loop)
        assertEquals(FileVerdict.UNREADABLE, verify(files(loop.toFile())).files.single().verdict)
    }

    @Test
    fun aBaseWithManySplitsIsAnAnswer() {
        val found = verify(files(small, *Array(40) { small }))
        assertEquals(List(41) { FileVerdict.INTACT }, found.files.map { it.verdict })
        // Forty base APKs are no splits of this one.
        assertEquals(SplitProblemsFact.Known(listOf(SplitProblem.FOREIGN_SPLIT)), found.splitProblemsFact)
    }

    @Test
    fun aCallbackMayCallTheLibraryAgain() {
        val again =
            object : VerifyProgress {
                override fun advanced(
                    done: Long,
                    total: Long,
                ): Boolean = verifyInstallation(files(small), device, null).files.single().verdict == FileVerdict.INTACT
            }
        assertFalse(verifyInstallation(files(large), device, again).stopped)
    }

    @Test
    fun impossibleDevicesAreRefused() {
        for ((wrong, message) in listOf(
            device.copy(apiLevel = -1) to "`api_level`: found -1, expected 1 to 999",
            device.copy(density = 0) to "`density`: found 0, expected 1 to 100000",
            device.copy(pageSize = Long.MAX_VALUE) to
                "`page_size`: found 9223372036854775807, expected 1 to 1073741824",
        )) {
            val refused =
                assertThrows(DiagnoseException.Installation::class.java) {
                    runBlocking { Diagnose.verifyInstallation(files(small), wrong) }
                }
            assertEquals("in the installation, $message", refused.message)
        }
    }

    @Test
    fun theCallbackStopsTheWork() {
        var calls = 0
        val stop =
            object : VerifyProgress {
                override fun advanced(
                    done: Long,
                    total: Long,
                ): Boolean = false.also { calls++ }
            }
        val found = verifyInstallation(files(large, small), device, stop)
        assertTrue(found.stopped)
        assertEquals(1, calls)
        assertEquals(listOf(FileVerdict.NOT_RUN, FileVerdict.NOT_RUN), found.files.map { it.verdict })
        assertEquals(SplitProblemsFact.Unreadable(Reason.NOT_RUN), found.splitProblemsFact)
    }

    @Test
    fun aCallbackThatThrowsStopsTheWorkAndIsHeard() {
        val thrower =
            object : VerifyProgress {
                override fun advanced(
                    done: Long,
                    total: Long,
                ): Boolean = throw IllegalStateException("planted")
            }
        assertTrue(verifyInstallation(files(large), device, thrower).stopped)
        val heard =
            assertThrows(IllegalStateException::class.java) {
                runBlocking { Diagnose.verifyInstallation(files(large), device) { _, _ -> error("planted") } }
            }
        assertEquals("planted", heard.message)
        // An Error is heard by the facade alone: of the generated call only that it comes back is tested.
        assertThrows(StackOverflowError::class.java) {
            runBlocking { Diagnose.verifyInstallation(files(large), device) { _, _ -> throw StackOverflowError() } }
        }
        val failing =
            object : VerifyProgress {
                override fun advanced(
                    done: Long,
                    total: Long,
                ): Boolean = throw ProgressException.Failed()
            }
        assertTrue(verifyInstallation(files(large), device, failing).stopped)
    }

    @Test
    fun cancellingTheCoroutineStopsTheWork() =
        runBlocking {
            val started = CompletableDeferred<Unit>()
            val work =
                async(Dispatchers.Default) {
                    Diagnose.verifyInstallation(files(large, large, large, large, large, large), device) { _, _ ->
                        started.complete(Unit)
                    }
                }
            started.await()
            work.cancelAndJoin()
            assertTrue(work.isCancelled)
            val thrown = runCatching { work.await() }.exceptionOrNull()
            assertTrue("$thrown", thrown is CancellationException)
        }
}
