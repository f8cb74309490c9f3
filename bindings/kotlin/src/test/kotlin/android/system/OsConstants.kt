package android.system

/** What the page for developers calls of Android, on a JVM that has none. */
object OsConstants {
    @JvmField
    @Suppress("ktlint:standard:property-naming", "ktlint:standard:backing-property-naming")
    val _SC_PAGESIZE = 39
}
