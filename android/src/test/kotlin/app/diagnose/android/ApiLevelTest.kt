package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.objectweb.asm.AnnotationVisitor
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.FieldVisitor
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import org.objectweb.asm.Type
import java.io.File
import java.util.Properties
import java.util.zip.ZipFile

/**
 * Holds every reference of the library into Android against the framework of the level that it is guarded by, or of the
 * next level that the tests have.
 */
class ApiLevelTest {
    private data class Reference(
        val place: String,
        val guard: Int,
        val owner: String,
        val member: String?,
    )

    @Test
    fun `what is called is in the framework of the level that guards it`() {
        val references =
            File("target/classes")
                .walk()
                .filter { it.extension == "class" }
                .flatMap(::references)
                .toSet()
        assertTrue("few references: ${references.size}", references.size > 100)
        assertEquals(
            "",
            references
                .mapNotNull(::wrong)
                .distinct()
                .sorted()
                .joinToString("\n"),
        )
    }

    @Test
    fun `a framework lacks what is newer`() {
        val notifications = "android/app/NotificationManager"
        assertTrue(framework(24).has(notifications, "areNotificationsEnabled()Z"))
        assertTrue(!framework(24).has(notifications, "getNotificationChannels()Ljava/util/List;"))
        assertTrue(framework(26).has(notifications, "getNotificationChannels()Ljava/util/List;"))
        // Inherited.
        assertTrue(framework(24).has("android/app/Activity", "getContentResolver()Landroid/content/ContentResolver;"))
    }

    private fun wrong(reference: Reference): String? {
        val (place, guard, owner, member) = reference
        if (framework(guard).has(owner, member)) return null
        return "$place: $owner ${member.orEmpty()} is not in Android's level $guard"
    }

    private fun references(file: File): List<Reference> {
        val found = mutableListOf<Reference>()
        val guardOfClass = guardOf(file)
        ClassReader(file.readBytes()).accept(
            object : ClassVisitor(Opcodes.ASM9) {
                override fun visitMethod(
                    access: Int,
                    name: String,
                    descriptor: String,
                    signature: String?,
                    exceptions: Array<String>?,
                ): MethodVisitor =
                    object : MethodVisitor(Opcodes.ASM9) {
                        var guard = guardOfClass

                        override fun visitAnnotation(
                            type: String,
                            visible: Boolean,
                        ): AnnotationVisitor? = guardIn(type) { guard = maxOf(guard, it) }

                        fun add(
                            owner: String,
                            member: String?,
                        ) {
                            if (owner.startsWith("android/")) {
                                found +=
                                    Reference("${file.name} $name", guard, owner, member)
                            }
                        }

                        override fun visitMethodInsn(
                            opcode: Int,
                            owner: String,
                            called: String,
                            descriptor: String,
                            isInterface: Boolean,
                        ) = add(owner, called + descriptor)

                        override fun visitFieldInsn(
                            opcode: Int,
                            owner: String,
                            field: String,
                            descriptor: String,
                        ) = add(owner, field)

                        override fun visitTypeInsn(
                            opcode: Int,
                            type: String,
                        ) = add(type, null)

                        override fun visitLdcInsn(value: Any) {
                            if (value is Type && value.sort == Type.OBJECT) add(value.internalName, null)
                        }
                    }
            },
            ClassReader.SKIP_FRAMES,
        )
        return found
    }

    /** The guard of a class or of one that it stands in. */
    private fun guardOf(file: File): Int {
        var guard = LOWEST
        var name = file.nameWithoutExtension
        while (true) {
            val bytes = file.resolveSibling("$name.class").takeIf { it.exists() }?.readBytes()
            if (bytes != null) {
                ClassReader(bytes).accept(
                    object : ClassVisitor(Opcodes.ASM9) {
                        override fun visitAnnotation(
                            type: String,
                            visible: Boolean,
                        ): AnnotationVisitor? = guardIn(type) { guard = maxOf(guard, it) }
                    },
                    ClassReader.SKIP_CODE,
                )
            }
            if (!name.contains('$')) return guard
            name = name.substringBeforeLast('$')
        }
    }

    private fun guardIn(
        type: String,
        take: (Int) -> Unit,
    ): AnnotationVisitor? {
        if (type != "Lapp/diagnose/android/GuardedApi;") return null
        return object : AnnotationVisitor(Opcodes.ASM9) {
            override fun visit(
                name: String,
                value: Any,
            ) = take(value as Int)
        }
    }

    /** The members of a framework's classes: a method by its name and descriptor, a field by its name. */
    private class FrameworkClasses(
        path: String,
    ) {
        private class Members(
            val own: Set<String>,
            val parents: List<String>,
        )

        private val zip = ZipFile(path)
        private val read = mutableMapOf<String, Members?>()

        fun has(
            name: String,
            member: String?,
        ): Boolean {
            val members = read.getOrPut(name) { members(name) } ?: return false
            return member == null || member in members.own || members.parents.any { has(it, member) }
        }

        private fun members(name: String): Members? {
            // What Java itself has, Android's jar does not hold.
            val entry = zip.getEntry("$name.class")
            val stream =
                entry?.let(zip::getInputStream) ?: ClassLoader.getSystemResourceAsStream("$name.class")?.takeIf {
                    name.startsWith("java/")
                } ?: return null
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
    }

    private companion object {
        const val LOWEST = 24

        /** The beginning of each framework's version, by its level. */
        val VERSIONS = mapOf(24 to "7.0", 26 to "8.0", 28 to "9", 30 to "11", 33 to "13", 34 to "14", 35 to "15")
        val paths =
            Properties().apply {
                File(System.getProperty("robolectric-deps.properties")).inputStream().use(::load)
            }
        val frameworks = mutableMapOf<Int, FrameworkClasses>()

        fun framework(guard: Int): FrameworkClasses {
            val level = VERSIONS.keys.first { it >= guard }
            return frameworks.getOrPut(level) {
                val prefix = "org.robolectric:android-all-instrumented:${VERSIONS[level]}"
                val name = paths.stringPropertyNames().single { it.startsWith("$prefix-") || it.startsWith("$prefix.") }
                FrameworkClasses(paths.getProperty(name))
            }
        }
    }
}
