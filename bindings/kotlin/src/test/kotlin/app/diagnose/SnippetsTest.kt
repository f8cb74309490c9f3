package app.diagnose

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import snippets.ApplicationInfo
import snippets.Context
import snippets.Surroundings
import snippets.snippets

/** The examples of docs/bindings.md, compiled as they stand there, run. */
class SnippetsTest {
    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun theExamplesRun() {
        val facts = (phone("android-15-in-order").phone as Phone.Android).facts
        val apk = expandedCases.resolveSibling("apks/1MB.apk").path
        val app =
            Surroundings(
                facts.notifications,
                facts.usage,
                facts.background,
                facts.push,
                facts.network,
                facts.crashes,
                facts.storage,
                facts.camera,
                facts.user,
                facts.clock,
                "ab".repeat(32),
                Context(ApplicationInfo(apk, null, folder.root.path)),
            )
        val told = runBlocking { app.snippets() }
        assertEquals(told.diagnosis.advice.headline, app.title.text)
        assertEquals(told.diagnosis.code.text, app.code.text)
        val report = told.diagnosis.report
        assertEquals(Outcome.PASS, report.findings[10].outcome)
        val modules = told.modules
        assertEquals(modules.size * modules.size, modules.dark.size.toLong())
        assertEquals(listOf(FileVerdict.INTACT), told.found.files.map { it.verdict })
        assertEquals(100, app.bar.progress)
        val install = (told.complete.phone as Phone.Android).facts.install
        assertEquals(told.found.filesFact, install.files)
    }
}
