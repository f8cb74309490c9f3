package app.diagnose.android

import android.content.Context
import android.content.pm.PackageManager
import android.content.pm.Signature
import android.os.Build
import app.diagnose.Certificate
import app.diagnose.Signer
import java.security.MessageDigest
import java.security.cert.CertificateFactory
import java.security.cert.X509Certificate
import javax.security.auth.x500.X500Principal

/** Who signed the app. Null where Android names no certificate. */
internal fun readSigners(context: Context): List<Signer>? {
    val lineages = if (Build.VERSION.SDK_INT >= 28) lineages(context) else signatures(context)
    if (lineages.isNullOrEmpty() || lineages.any { it.isEmpty() }) return null
    return lineages.map { lineage -> Signer(lineage.map { certificate(it.toByteArray()) }) }
}

/** `GET_SIGNATURES` (1) knows no lineage. */
@Suppress("DEPRECATION")
private fun signatures(context: Context): List<List<Signature>>? {
    val app = context.packageManager.getPackageInfo(context.packageName, PackageManager.GET_SIGNATURES)
    return app.signatures?.map { listOf(it) }
}

private fun certificate(encoded: ByteArray): Certificate {
    val certificate = CertificateFactory.getInstance("X.509").generateCertificate(encoded.inputStream()) as X509Certificate
    val digest = MessageDigest.getInstance("SHA-256").digest(encoded)
    return Certificate(
        sha256 = hexadecimal(digest),
        debug = DEBUG_SUBJECT.containsMatchIn(certificate.subjectX500Principal.getName(X500Principal.RFC2253)),
    )
}

/** The common name of the key that Android's build tools make for debugging, among the names of a subject. */
private val DEBUG_SUBJECT = Regex("""(?:^|(?<!\\)[,+])CN=Android Debug(?:$|[,+])""")

internal fun hexadecimal(bytes: ByteArray): String {
    val digits = "0123456789abcdef"
    return buildString {
        for (byte in bytes) {
            append(digits[byte.toInt() shr 4 and 15])
            append(digits[byte.toInt() and 15])
        }
    }
}

/** Several signers have no lineage; one has it from the oldest certificate to the current one. */
@GuardedApi(28)
private fun lineages(context: Context): List<List<Signature>>? {
    val flags = PackageManager.GET_SIGNING_CERTIFICATES
    val signing = context.packageManager.getPackageInfo(context.packageName, flags).signingInfo ?: return null
    if (signing.hasMultipleSigners()) return signing.apkContentsSigners?.map { listOf(it) }
    return signing.signingCertificateHistory?.let { listOf(it.toList()) }
}
