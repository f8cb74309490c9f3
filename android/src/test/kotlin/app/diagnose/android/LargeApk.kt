package app.diagnose.android

import java.io.File
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder

/** A signed APK with so much more at its beginning that to read it takes a while. Its signature no longer fits. */
internal object LargeApk {
    private const val END_OF_DIRECTORY = 0x06054b50

    fun make(megabytes: Long = 1500): File {
        val apk = File(System.getProperty("diagnose.apks"), "1MB.apk")
        val bytes = apk.readBytes()
        val more = megabytes * 1024 * 1024
        val buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
        val end = (bytes.size - 22 downTo 0).first { buffer.getInt(it) == END_OF_DIRECTORY }
        buffer.putInt(end + 16, (buffer.getInt(end + 16) + more).toInt())
        val large = File.createTempFile("large", ".apk")
        RandomAccessFile(large, "rw").use {
            it.seek(more)
            it.write(bytes)
        }
        return large
    }
}
