package app.diagnose.android

import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.FieldVisitor
import org.objectweb.asm.MethodVisitor
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

    /** The own members of a class, a method by its name and descriptor and a field by its name, and what it inherits from. */
    private class Members(
        val own: Set<String>,
        val parents: List<String>,
    )

    private val zip by lazy { ZipFile(jar) }
    private val members = mutableMapOf<String, Members?>()

    /** Whether there is this class (its name with slashes), and in it or in what it inherits from this [member]. */
    fun has(
        name: String,
        member: String? = null,
    ): Boolean {
        val found = members.getOrPut(name) { read(name) } ?: return false
        return member == null || member in found.own || found.parents.any { has(it, member) }
    }

    private fun read(name: String): Members? {
        // What Java itself has, Android's jar does not hold.
        val stream =
            zip.getEntry("$name.class")?.let(zip::getInputStream)
                ?: ClassLoader.getSystemResourceAsStream("$name.class").takeIf { name.startsWith("java/") }
                ?: return null
        val own = mutableSetOf<String>()
        val reader = ClassReader(stream.use { it.readBytes() })
        reader.accept(
            object : ClassVisitor(Opcodes.ASM9) {
                override fun visitMethod(
                    access: Int,
                    name: String,
                    descriptor: String,
                    signature: String?,
                    exceptions: Array<String>?,
                ): MethodVisitor? = null.also { own += name + descriptor }

                override fun visitField(
                    access: Int,
                    name: String,
                    descriptor: String,
                    signature: String?,
                    value: Any?,
                ): FieldVisitor? = null.also { own += name }
            },
            ClassReader.SKIP_CODE,
        )
        return Members(own, listOfNotNull(reader.superName) + reader.interfaces)
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
