package android.os

/** What the page for developers calls of Android, on a JVM that has none. */
object Build {
    const val MANUFACTURER = "Google"

    @JvmField
    val SUPPORTED_ABIS = arrayOf("arm64-v8a", "armeabi-v7a")

    @Suppress("ktlint:standard:class-naming")
    object VERSION {
        const val SDK_INT = 34
        const val SECURITY_PATCH = "2026-11-05"
    }
}
