package app.diagnose.android

/**
 * What is annotated calls methods of an API level above 24, the lowest that this library runs on. It is reached only
 * behind `Build.VERSION.SDK_INT >= since`; a test holds what it calls against the framework of that level.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.CLASS, AnnotationTarget.FUNCTION)
internal annotation class GuardedApi(
    val since: Int,
)
