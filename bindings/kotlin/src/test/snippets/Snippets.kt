// The examples of docs/bindings.md, one after the other, as an app of another package has them: tools/snippets puts them in.
@file:Suppress("UNUSED_VARIABLE", "UNUSED_PARAMETER")

package snippets

// IMPORTS

/** What an app has beside the examples. */
class Surroundings(
    val notifications: AndroidNotificationFacts,
    val usage: AndroidUsageFacts,
    val background: AndroidBackgroundFacts,
    val push: AndroidPushFacts,
    val network: AndroidNetworkFacts,
    val crashes: CrashFacts,
    val storage: AndroidStorageFacts,
    val camera: AndroidCameraFacts,
    val user: AndroidUserFacts,
    val clock: AndroidClockFacts,
    val certificateSha256: String,
    val context: Context,
) {
    val resources = Resources()
    val title = Text()
    val code = Text()
    val bar = Bar()
}

class ApplicationInfo(
    val sourceDir: String,
    val splitSourceDirs: Array<String>?,
    val nativeLibraryDir: String,
)

class Context(
    val applicationInfo: ApplicationInfo,
)

class DisplayMetrics {
    val densityDpi = 420
}

class Resources {
    val displayMetrics = DisplayMetrics()
}

class Text {
    var text = ""
}

class Bar {
    @Volatile
    var progress = -1

    fun post(action: () -> Unit) = action()
}

class Told(
    val diagnosis: Diagnosis,
    val modules: QrMatrix,
    val found: Verification,
    val complete: DeviceFacts,
)

suspend fun Surroundings.snippets(): Told {
    // SNIPPETS
    return Told(diagnosis, modules, found, complete)
}
