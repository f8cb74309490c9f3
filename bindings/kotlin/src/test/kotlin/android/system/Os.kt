package android.system

/** What the page for developers calls of Android, on a JVM that has none. */
object Os {
    @JvmStatic
    fun sysconf(name: Int): Long = if (name == OsConstants._SC_PAGESIZE) 4096 else -1
}
