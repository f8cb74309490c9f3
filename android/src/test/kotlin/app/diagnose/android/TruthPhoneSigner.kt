package app.diagnose.android

import java.io.ByteArrayOutputStream
import java.io.File
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.security.KeyStore
import java.security.MessageDigest
import java.security.PrivateKey
import java.security.Signature
import java.security.cert.X509Certificate

/** Signs APKs by scheme v2 with a key of its own (source.android.com, "APK Signature Scheme v2"). */
internal class TruthPhoneSigner(
    name: String,
) {
    private val key: PrivateKey
    val certificate: X509Certificate

    init {
        val folder = TruthPhoneApk.folder()
        val file = folder.resolve("keys")
        val keytool = File(System.getProperty("java.home"), "bin/keytool").path
        val algorithm = arrayOf("-keyalg", "RSA", "-keysize", "2048", "-validity", "10000", "-storetype", "PKCS12")
        val names = arrayOf("-alias", "a", "-dname", "CN=$name", "-keystore", file.path, "-storepass", PASSWORD)
        TruthPhoneApk.run(folder, keytool, "-genkeypair", *algorithm, *names)
        val store = KeyStore.getInstance("PKCS12")
        file.inputStream().use { store.load(it, PASSWORD.toCharArray()) }
        key = store.getKey("a", PASSWORD.toCharArray()) as PrivateKey
        certificate = store.getCertificate("a") as X509Certificate
        folder.deleteRecursively()
    }

    /** SHA-256 of the certificate. */
    val digest: String
        get() = sha256(certificate.encoded).joinToString("") { "%02x".format(it) }

    fun sign(apk: ByteArray): ByteArray = Parts(apk, 0).run { entries + block + directory + end }

    /** The same app with so many MiB more between its files and their directory, all of them signed. */
    fun large(
        apk: ByteArray,
        megabytes: Int,
    ): File {
        val parts = Parts(apk, megabytes * MIB.toLong())
        val file = TruthPhoneApk.folder().resolve("base.apk")
        RandomAccessFile(file, "rw").use {
            it.write(parts.entries)
            it.seek(parts.entries.size + parts.more)
            it.write(parts.block + parts.directory + parts.end)
        }
        return file
    }

    /** The parts of a signed APK, with so many zeros more behind its entries. */
    private inner class Parts(
        apk: ByteArray,
        val more: Long,
    ) {
        private val endAt = (apk.size - 22 downTo 0).first { number(apk, it) == END_OF_DIRECTORY }
        private val directoryAt = number(apk, endAt + 16)
        val entries = apk.copyOfRange(0, directoryAt)
        val directory = apk.copyOfRange(directoryAt, endAt)
        private val unsignedEnd = apk.copyOfRange(endAt, apk.size)
        val block = block(signer(digest()))
        val end = end(entries.size + more + block.size)

        private fun end(directoryAt: Long): ByteArray {
            val end = unsignedEnd.clone()
            ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).putInt(16, directoryAt.toInt())
            return end
        }

        /** Of all sections, in chunks of one MiB; the record of the end as if there were no signatures. */
        private fun digest(): ByteArray {
            val zeros by lazy { digest(ByteArray(MIB)) }
            val ofEntries =
                (0 until entries.size + more step MIB.toLong()).map { from ->
                    val size = minOf(MIB.toLong(), entries.size + more - from).toInt()
                    if (from >= entries.size && size == MIB) {
                        zeros
                    } else {
                        digest(
                            entries
                                .drop(from.toInt())
                                .take(size)
                                .toByteArray()
                                .copyOf(size),
                        )
                    }
                }
            val digests = ofEntries + digest(directory) + digest(end(entries.size + more))
            return sha256(byteArrayOf(0x5a) + little(digests.size) + joined(digests))
        }

        private fun digest(chunk: ByteArray) = sha256(byteArrayOf(0xa5.toByte()) + little(chunk.size) + chunk)
    }

    private fun signer(digest: ByteArray): ByteArray {
        val digests = sized(little(RSA_SHA256) + sized(digest))
        val signed = sized(digests) + sized(sized(certificate.encoded)) + sized(ByteArray(0))
        val signature =
            Signature.getInstance("SHA256withRSA").run {
                initSign(key)
                update(signed)
                sign()
            }
        val signatures = sized(little(RSA_SHA256) + sized(signature))
        return sized(signed) + sized(signatures) + sized(certificate.publicKey.encoded)
    }

    /** The signing block with one signer of scheme v2. */
    private fun block(signer: ByteArray): ByteArray {
        val value = sized(sized(signer))
        val pairs = long(value.size + 4L) + little(V2) + value
        val size = long(pairs.size + 8L + MAGIC.length)
        return size + pairs + size + MAGIC.toByteArray()
    }

    private fun sized(bytes: ByteArray) = little(bytes.size) + bytes

    private fun joined(parts: List<ByteArray>) =
        ByteArrayOutputStream().also { out -> parts.forEach(out::write) }.toByteArray()

    private fun little(number: Int) =
        ByteBuffer
            .allocate(4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(number)
            .array()

    private fun long(number: Long) =
        ByteBuffer
            .allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(number)
            .array()

    private fun number(
        bytes: ByteArray,
        at: Int,
    ) = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at)

    private fun sha256(bytes: ByteArray) = MessageDigest.getInstance("SHA-256").digest(bytes)

    companion object {
        private const val PASSWORD = "password"
        private const val END_OF_DIRECTORY = 0x06054b50
        private const val MIB = 1 shl 20
        private const val RSA_SHA256 = 0x0103
        private const val V2 = 0x7109871a
        private const val MAGIC = "APK Sig Block 42"

        /** Who made Blink, and somebody else. */
        val maker by lazy { TruthPhoneSigner("Maker") }
        val other by lazy { TruthPhoneSigner("Other") }
    }
}
