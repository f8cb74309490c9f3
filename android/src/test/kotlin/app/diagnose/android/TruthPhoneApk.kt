package app.diagnose.android

import java.io.File
import java.nio.file.Files
import java.security.MessageDigest
import java.util.concurrent.TimeUnit

/**
 * Installed files for the tests: built by Debian's aapt and zipalign, signed by [TruthPhoneSigner]. What a signature or
 * an attribute means stands in tests/apks/README.md; this is as little of it as an installation needs.
 */
internal object TruthPhoneApk {
    const val LIBRARY = "lib/arm64-v8a/libblink.so"

    /** As one would find them on a phone, in a folder of their own that a test may damage. */
    fun folder(): File = Files.createTempDirectory("installed").toFile()

    /** The app in one file. */
    fun whole() = build(Recipe(manifest(), files = mapOf("classes.dex" to CODE, "assets/words.bin" to WORDS)))

    /** Libraries that the installer copies out of the APK. */
    fun extracted() = base("android:extractNativeLibs=\"true\"", files = mapOf(LIBRARY to CODE))

    /** A base that wants these kinds of splits. */
    fun wanting(vararg kinds: String) =
        base("android:extractNativeLibs=\"false\"", "android:requiredSplitTypes=\"${kinds.joinToString(",")}\"")

    fun abi(version: Int = VERSION) =
        split("config.arm64_v8a", "base__abi", version, files = mapOf("lib/arm64-v8a/libabi.so" to CODE))

    fun density() =
        split(
            "config.mdpi",
            "base__density",
            resources =
                mapOf(
                    "drawable-mdpi/icon.xml" to
                        "<shape xmlns:android=\"http://schemas.android.com/apk/res/android\"/>".toByteArray(),
                ),
        )

    fun language() =
        split(
            "config.en",
            "base__language",
            resources =
                mapOf("values/strings.xml" to words("Blink"), "values-en/strings.xml" to words("Blink")),
        )

    private fun words(app: String) = "<resources><string name=\"app\">$app</string></resources>".toByteArray()

    private fun base(
        application: String,
        manifest: String = "",
        files: Map<String, ByteArray> = emptyMap(),
    ) = build(
        Recipe(manifest("$manifest android:splitTypes=\"\""), application, files = files + ("classes.dex" to CODE)),
    )

    private fun split(
        name: String,
        kind: String,
        version: Int = VERSION,
        resources: Map<String, ByteArray> = emptyMap(),
        files: Map<String, ByteArray> = emptyMap(),
    ) = build(
        Recipe(
            manifest("split=\"$name\" configForSplit=\"\" android:splitTypes=\"$kind\"", version),
            "android:hasCode=\"false\"",
            resources,
            files,
        ),
    )

    private fun manifest(
        more: String = "",
        version: Int = VERSION,
    ) = "package=\"app.diagnose.sample\" android:versionCode=\"$version\" $more"

    private class Recipe(
        val manifest: String,
        val application: String = "",
        val resources: Map<String, ByteArray> = emptyMap(),
        val files: Map<String, ByteArray> = emptyMap(),
    )

    /** The unsigned APK. */
    private fun build(recipe: Recipe): ByteArray {
        val folder = folder()
        try {
            framework(folder.resolve("android"))
            folder.resolve("AndroidManifest.xml").writeText(
                "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" ${recipe.manifest}>\n" +
                    "<uses-sdk android:minSdkVersion=\"24\" android:targetSdkVersion=\"35\"/>\n" +
                    "<application ${recipe.application}/>\n</manifest>\n",
            )
            write(folder.resolve("res"), recipe.resources)
            write(folder.resolve("files"), recipe.files)
            val arguments = mutableListOf("package", "-M", "AndroidManifest.xml", "-I", "android/framework.apk")
            arguments += listOf("-F", "whole.apk", "-0", "so", "-0", "bin")
            if (recipe.resources.isNotEmpty()) arguments += listOf("-S", "res")
            if (recipe.files.isNotEmpty()) arguments += "files"
            run(folder, "aapt", *arguments.toTypedArray())
            run(folder, "zipalign", "-p", "4", "whole.apk", "aligned.apk")
            return folder.resolve("aligned.apk").readBytes()
        } finally {
            folder.deleteRecursively()
        }
    }

    private fun write(
        folder: File,
        files: Map<String, ByteArray>,
    ) = files.forEach { (name, data) ->
        folder.resolve(name).run {
            parentFile!!.mkdirs()
            writeBytes(data)
        }
    }

    /** Android's names and ids of what the manifests say: Debian's own are too old for splits. */
    private fun framework(folder: File) {
        val resources =
            ATTRIBUTES.joinToString("\n", "<resources>\n", "\n</resources>\n") { (name, format, id) ->
                "<attr name=\"$name\" format=\"$format\"/>\n<public type=\"attr\" name=\"$name\" id=\"$id\"/>"
            }
        write(folder, mapOf("res/values/attrs.xml" to resources.toByteArray()))
        folder.resolve("AndroidManifest.xml").writeText("<manifest package=\"android\"/>\n")
        run(folder, "aapt", "package", "-x", "-M", "AndroidManifest.xml", "-S", "res", "-F", "framework.apk")
    }

    private val ATTRIBUTES =
        listOf(
            Triple("hasCode", "boolean", "0x0101000c"),
            Triple("minSdkVersion", "integer|string", "0x0101020c"),
            Triple("versionCode", "integer", "0x0101021b"),
            Triple("targetSdkVersion", "integer|string", "0x01010270"),
            Triple("extractNativeLibs", "boolean", "0x010104ea"),
            Triple("requiredSplitTypes", "string", "0x0101064e"),
            Triple("splitTypes", "string", "0x0101064f"),
        )

    fun run(
        folder: File,
        vararg command: String,
    ) {
        val log = folder.resolve("log")
        val process =
            ProcessBuilder(*command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
        check(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
            "${command.joinToString(" ")}: ${log.readText()}"
        }
    }

    private const val VERSION = 20731
    val CODE = "dex\n035\u0000 and so on".repeat(50).toByteArray()

    /** Stored, so that each byte of it stands in the APK. */
    val WORDS = ByteArray(4096) { MessageDigest.getInstance("SHA-256").digest(byteArrayOf(it.toByte()))[it % 32] }
}
