package app.diagnose.android

import android.content.Context
import android.util.AtomicFile
import org.json.JSONException
import org.json.JSONObject
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.io.RandomAccessFile

/** What the file of the evidence holds. */
internal sealed class Stored {
    /** There is no file. */
    object None : Stored()

    /** What this version writes. */
    class Tree(
        val tree: JSONObject,
    ) : Stored()

    /** There is a file, and it is damaged or of a newer version of this library. */
    object Foreign : Stored()

    /** The file could not be read now. It may be whole. */
    object Unreadable : Stored()
}

/**
 * The one file of the evidence, `no_backup/diagnose/evidence.json`: backups must not carry a proof to another phone.
 *
 * A change is written whole or not at all, and each holds a lock against other threads and other processes of the app.
 * A file that is damaged or newer is never overwritten: the next change sets it aside as `evidence.json.old`, where it
 * replaces one that was set aside before, and begins anew. Not on the main thread.
 */
internal class EvidenceFile(
    context: Context,
) {
    private val folder = File(context.noBackupFilesDir, "diagnose")
    private val base = File(folder, "evidence.json")
    private val file = AtomicFile(base)

    fun read(): Stored =
        try {
            locked(::load)
        } catch (_: IOException) {
            Stored.Unreadable
        }

    /** Runs [change] on what is stored and writes what it left. Null where the file could not be read or written. */
    fun <T : Any> change(change: (JSONObject) -> T): T? =
        try {
            locked {
                when (val stored = load()) {
                    Stored.None -> save(JSONObject(), change)
                    is Stored.Tree -> save(stored.tree, change)
                    Stored.Foreign -> if (setAside()) save(JSONObject(), change) else null
                    Stored.Unreadable -> null
                }
            }
        } catch (_: IOException) {
            null
        }

    private fun <T : Any> save(
        tree: JSONObject,
        change: (JSONObject) -> T,
    ): T {
        val answer = change(tree)
        val text = tree.put(FORMAT, 1).toString().toByteArray()
        val out = file.startWrite()
        try {
            out.write(text)
            file.finishWrite(out)
        } catch (e: IOException) {
            file.failWrite(out)
            throw e
        }
        return answer
    }

    private fun load(): Stored {
        val text =
            try {
                file.openRead().use { it.upTo(MOST_BYTES + 1) }
            } catch (_: IOException) {
                return if (base.exists()) Stored.Unreadable else Stored.None
            }
        if (text.size > MOST_BYTES) return Stored.Foreign
        val tree =
            try {
                JSONObject(String(text))
            } catch (_: JSONException) {
                return Stored.Foreign
            } catch (_: StackOverflowError) {
                // The framework's parser calls itself for each bracket.
                return Stored.Foreign
            }
        return if (tree.opt(FORMAT) == 1) Stored.Tree(tree) else Stored.Foreign
    }

    private fun setAside(): Boolean {
        val aside = File(folder, "evidence.json.old")
        aside.delete()
        return base.renameTo(aside)
    }

    private fun <T> locked(work: () -> T): T =
        synchronized(monitor) {
            // Fails where the folder cannot be used, such as before the first unlock after a start.
            folder.mkdirs()
            RandomAccessFile(File(folder, "evidence.lock"), "rw").use { lock ->
                lock.channel.lock()
                work()
            }
        }

    private companion object {
        const val FORMAT = "format"

        /** Fifty records take some 20 KB. */
        const val MOST_BYTES = 64 * 1024

        val monitor = Any()
    }
}

private fun InputStream.upTo(most: Int): ByteArray {
    val bytes = ByteArray(most)
    var filled = 0
    while (filled < most) {
        val more = read(bytes, filled, most - filled)
        if (more < 0) break
        filled += more
    }
    return bytes.copyOf(filled)
}
