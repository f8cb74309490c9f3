package app.diagnose.android

import android.content.Context
import android.provider.Settings
import app.diagnose.RestoreMark
import java.security.MessageDigest
import java.security.SecureRandom

/**
 * The mark that registration leaves where backups carry it: on another phone it names this one. It holds a random salt
 * and the SHA-256 of salt and `ANDROID_ID`, from which nobody learns the id. Not on the main thread.
 */
internal object RegistrationMark {
    private const val FILE = "diagnose_registration"
    private const val SALT = "salt"
    private const val HASH = "sha256"
    private const val SALT_BYTES = 16
    private val DIGITS = Regex("[0-9a-f]+")

    /** Registration succeeded on this phone. Throws where the phone names itself not. */
    fun write(context: Context) {
        val salt = hexadecimal(ByteArray(SALT_BYTES).also { SecureRandom().nextBytes(it) })
        val hash = checkNotNull(hash(context, salt)) { "this phone has no ANDROID_ID" }
        check(preferences(context).edit().putString(SALT, salt).putString(HASH, hash).commit())
    }

    /** Which phone the mark names; null for a mark of another form, or a phone without an id. */
    fun read(context: Context): RestoreMark? {
        val mark = preferences(context)
        if (!mark.contains(SALT) && !mark.contains(HASH)) return RestoreMark.UNMARKED
        val salt = mark.getString(SALT, null)?.takeIf { it.length == 2 * SALT_BYTES && it.matches(DIGITS) } ?: return null
        val marked = mark.getString(HASH, null)?.takeIf { it.length == 64 && it.matches(DIGITS) } ?: return null
        val own = hash(context, salt) ?: return null
        return if (marked == own) RestoreMark.SAME else RestoreMark.OTHER
    }

    private fun preferences(context: Context) = context.getSharedPreferences(FILE, Context.MODE_PRIVATE)

    private fun hash(
        context: Context,
        salt: String,
    ): String? {
        val id = Settings.Secure.getString(context.contentResolver, Settings.Secure.ANDROID_ID)
        if (id.isNullOrEmpty()) return null
        return hexadecimal(MessageDigest.getInstance("SHA-256").digest((salt + id).toByteArray()))
    }
}
