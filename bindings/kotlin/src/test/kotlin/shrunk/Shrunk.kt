package shrunk

import app.diagnose.Device
import app.diagnose.Diagnose
import app.diagnose.DiagnoseException
import app.diagnose.InstalledFiles
import app.diagnose.Reader
import kotlinx.coroutines.runBlocking

/** An app that is shrunk: tools/shrunk-kotlin runs it. A record, an error and the callback cross. */
fun main(arguments: Array<String>) {
    val apk = arguments.single()
    try {
        val profile = Diagnose.embeddedProfile("blink")
        println("${profile.words.app}, ${Diagnose.complaints(profile, Reader("en", 0, null)).size} complaints")
        val files = InstalledFiles(apk, emptyList(), null)
        var told = 0L
        val found =
            runBlocking {
                Diagnose.verifyInstallation(files, Device(34, emptyList(), null, emptyList(), null)) { done, _ ->
                    told = done
                }
            }
        println("${found.files.single().verdict}, told of $told bytes")
        Diagnose.parseDate("x")
    } catch (e: DiagnoseException) {
        println(e.message)
    } catch (e: LinkageError) {
        println(e)
    }
}
