package app.diagnose.android

import android.util.AtomicFile
import java.io.File
import java.io.IOException
import java.util.zip.CRC32

/**
 * A small text in a file of its own: the text and its CRC-32, a line each. Written whole or not at all. Not on the main
 * thread.
 */
internal class MarkFile(
    private val file: File,
) {
    /** What the file holds. */
    sealed class Mark {
        object Missing : Mark()

        /** There is a file, and it holds nothing that [write] wrote, or cannot be read. */
        object Damaged : Mark()

        data class Text(
            val text: String,
        ) : Mark()
    }

    fun read(): Mark {
        val content =
            try {
                if (file.length() > MOST_BYTES) return Mark.Damaged
                String(AtomicFile(file).readFully())
            } catch (_: IOException) {
                return if (file.exists()) Mark.Damaged else Mark.Missing
            }
        val text = content.substringBefore('\n')
        return if (content == content(text)) Mark.Text(text) else Mark.Damaged
    }

    /** Whether it is stored. */
    fun write(text: String): Boolean {
        val atomic = AtomicFile(file)
        return try {
            file.parentFile?.mkdirs()
            val out = atomic.startWrite()
            try {
                out.write(content(text).toByteArray())
                atomic.finishWrite(out)
                true
            } catch (_: IOException) {
                atomic.failWrite(out)
                false
            }
        } catch (_: IOException) {
            false
        }
    }

    private fun content(text: String) = "$text\n${CRC32().apply { update(text.toByteArray()) }.value}\n"

    private companion object {
        const val MOST_BYTES = 1024
    }
}
