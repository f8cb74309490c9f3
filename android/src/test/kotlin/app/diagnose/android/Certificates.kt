package app.diagnose.android

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import java.security.MessageDigest
import java.util.Base64

/**
 * Real certificates for the invented digests of the shared cases: no certificate has a digest that someone made up, so
 * a case is read with the digest of a real one in its place, in the facts and in the profile alike. Which digest it is
 * is told nowhere; that two are the same, and that one is a debug certificate's, stays as it was.
 */
internal object Certificates {
    private val files =
        mapOf(
            Named("3f9a0c5b7d2e41688c1f0a9be7d35264a1b8c7d6e5f40392817263544536271f", false) to "app",
            Named("3f9a0c5b7d2e41688c1f0a9be7d35264a1b8c7d6e5f40392817263544536271f", true) to "app-debug",
            Named("b04d8a6f13c25e79902b7c1d4e8f6a3550617283940a1b2c3d4e5f60718293a4", false) to "earlier",
            Named("c5".repeat(32), false) to "other",
            Named("c5".repeat(32), true) to "other-debug",
            Named("7e".repeat(32), false) to "third",
        )

    private data class Named(
        val digest: String,
        val debug: Boolean,
    )

    private val der = files.values.associateWith(::read)
    private val byDigest = der.values.associateBy(::digest)

    /** The certificate of that SHA-256, in DER. */
    fun of(digest: String): ByteArray = byDigest.getValue(digest)

    private fun read(name: String): ByteArray {
        val pem = javaClass.getResource("/certificates/$name.pem")!!.readText()
        return Base64.getMimeDecoder().decode(pem.lines().filterNot { it.startsWith("-----") }.joinToString(""))
    }

    private fun digest(certificate: ByteArray): String =
        MessageDigest.getInstance("SHA-256").digest(certificate).joinToString("") { "%02x".format(it) }

    /** Replaces each digest of the case. */
    fun rename(case: JsonObject) {
        val debug = mutableSetOf<String>()
        certificates(case) { if (it["debug"].asBoolean) debug += it["sha256"].asString }

        fun renamed(digest: String) = digest(der.getValue(files.getValue(Named(digest, digest in debug))))
        certificates(case) { it.addProperty("sha256", renamed(it["sha256"].asString)) }
        val signers = case.getAsJsonObject("profile").getAsJsonObject("android").getAsJsonArray("signers")
        for (place in 0 until signers.size()) signers[place] = JsonPrimitive(renamed(signers[place].asString))
    }

    private fun certificates(
        element: JsonElement,
        change: (JsonObject) -> Unit,
    ) {
        when (element) {
            is JsonArray -> element.forEach { certificates(it, change) }
            is JsonObject -> {
                if (element.has("sha256")) change(element)
                element.entrySet().forEach { certificates(it.value, change) }
            }
            else -> Unit
        }
    }
}
