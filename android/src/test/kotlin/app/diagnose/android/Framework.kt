package app.diagnose.android

import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.FieldVisitor
import org.objectweb.asm.Opcodes
import java.io.File
import java.util.Properties
import java.util.zip.ZipFile

/** Android's framework of one level, as a jar. */
internal class Framework(
    private val jar: File,
) {
    /** The text constants of these classes and of those within them, hidden ones included, by value. */
    fun texts(vararg classes: String): Set<String> {
        val found = mutableSetOf<String>()
        ZipFile(jar).use { zip ->
            for (entry in zip.entries()) {
                val name = entry.name.removeSuffix(".class")
                if (name == entry.name || classes.none { name == it || name.startsWith("$it$") }) continue
                ClassReader(zip.getInputStream(entry)).accept(
                    object : ClassVisitor(Opcodes.ASM9) {
                        override fun visitField(
                            access: Int,
                            name: String,
                            descriptor: String,
                            signature: String?,
                            value: Any?,
                        ): FieldVisitor? {
                            if (value is String) found += value
                            return null
                        }
                    },
                    ClassReader.SKIP_CODE,
                )
            }
        }
        return found
    }

    companion object {
        private val VERSIONS =
            mapOf(24 to "7.0.0", 26 to "8.0.0", 28 to "9-", 30 to "11-", 33 to "13-", 34 to "14-", 35 to "15-")

        /** The levels that the tests run on, lowest first: the frameworks that tools/android-frameworks fetched. */
        val levels: Map<Int, Framework> by lazy {
            val paths = Properties()
            File(System.getProperty("robolectric-deps.properties")).reader().use(paths::load)
            VERSIONS.mapValues { (level, version) ->
                val (_, path) =
                    paths.entries.singleOrNull { (name) -> name.toString().contains("instrumented:$version") }
                        ?: error("no framework of level $level")
                Framework(File(path.toString()))
            }
        }
    }
}
