package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.objectweb.asm.AnnotationVisitor
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.Handle
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import org.objectweb.asm.Type
import java.io.File

/** Holds every call of the library into Android and Java against the public API of the level that it is guarded by. */
class PublicApiTest {
    private val api = PublicApi(File(System.getProperty("android.public-api")))

    /** Where a reference stands and what it names. */
    private data class Reference(
        val place: String,
        val guard: Int,
        val owner: String,
        val member: String?,
    )

    @Test
    fun `the list knows what is public, and from which level`() {
        assertEquals(24, api.since("android.app.NotificationManager", "areNotificationsEnabled/0"))
        assertEquals(30, api.since("android.os.UserManager", "isManagedProfile/0"))
        assertEquals(26, api.since("java.time.Instant"))
        assertEquals(null, api.since("android.app.NotificationChannelGroup", "setBlocked/1"))
        assertEquals(null, api.since("android.os.SystemProperties"))
        // Inherited.
        assertEquals(21, api.since("android.widget.Button", "setText/1"))
    }

    @Test
    fun `nothing newer than its guard and nothing hidden is called`() {
        val references =
            File("target/classes")
                .walk()
                .filter { it.extension == "class" }
                .flatMap(::references)
                .toSet()
        assertTrue("few references: ${references.size}", references.size > 50)
        val wrong = references.mapNotNull { wrong(it) }.distinct().sorted()
        assertEquals("", wrong.joinToString("\n"))
    }

    private fun wrong(reference: Reference): String? {
        val (place, guard, owner, member) = reference
        val since = if (member == null) api.since(owner) else api.since(owner, member)
        val what = listOfNotNull(owner, member).joinToString(".")
        return when {
            since == null -> "$place: $what is not public"
            since > guard -> "$place: $what is from $since, guarded by $guard"
            else -> null
        }
    }

    private fun references(file: File): List<Reference> {
        val found = mutableListOf<Reference>()
        val reader = ClassReader(file.readBytes())
        val outer = outerGuard(file)
        val guards = methodGuards(reader)
        val source = file.name
        reader.accept(
            object : ClassVisitor(Opcodes.ASM9) {
                override fun visitMethod(
                    access: Int,
                    name: String,
                    descriptor: String,
                    signature: String?,
                    exceptions: Array<String>?,
                ): MethodVisitor =
                    object : MethodVisitor(Opcodes.ASM9) {
                        // A lambda is a method of its own, named after the one that it stands in.
                        val guard = maxOf(outer, guards[name.substringBefore("\$lambda\$")] ?: 0)

                        fun add(
                            owner: String,
                            member: String?,
                        ) {
                            val type = Type.getObjectType(owner)
                            val element = if (type.sort == Type.ARRAY) type.elementType else type
                            val dotted = element.className.replace('$', '.')
                            if (PACKAGES.none { dotted.startsWith(it) }) return
                            val key = if (type.sort == Type.ARRAY) null else member
                            found += Reference("$source $name", guard, dotted, key)
                        }

                        override fun visitMethodInsn(
                            opcode: Int,
                            owner: String,
                            called: String,
                            descriptor: String,
                            isInterface: Boolean,
                        ) = add(owner, member(called, descriptor))

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

                        override fun visitInvokeDynamicInsn(
                            called: String,
                            descriptor: String,
                            bootstrap: Handle,
                            vararg arguments: Any,
                        ) = arguments.filterIsInstance<Handle>().forEach { add(it.owner, member(it.name, it.desc)) }
                    }
            },
            ClassReader.SKIP_FRAMES,
        )
        return found
    }

    private fun methodGuards(reader: ClassReader): Map<String, Int> {
        val guards = mutableMapOf<String, Int>()
        reader.accept(
            object : ClassVisitor(Opcodes.ASM9) {
                override fun visitMethod(
                    access: Int,
                    name: String,
                    descriptor: String,
                    signature: String?,
                    exceptions: Array<String>?,
                ): MethodVisitor =
                    object : MethodVisitor(Opcodes.ASM9) {
                        override fun visitAnnotation(
                            type: String,
                            visible: Boolean,
                        ): AnnotationVisitor? = if (type == GUARD) since { guards[name] = it } else null
                    }
            },
            ClassReader.SKIP_CODE,
        )
        return guards
    }

    private fun member(
        name: String,
        descriptor: String,
    ) = (if (name == "<init>") "constructor" else name) + "/" + Type.getArgumentTypes(descriptor).size

    /** The guard of a class or of one that it stands in; the lowest level without any. */
    private fun outerGuard(file: File): Int {
        var name = file.nameWithoutExtension
        var guard = LOWEST
        while (true) {
            val outer = file.resolveSibling("$name.class")
            if (outer.exists()) {
                ClassReader(outer.readBytes()).accept(
                    object : ClassVisitor(Opcodes.ASM9) {
                        override fun visitAnnotation(
                            type: String,
                            visible: Boolean,
                        ): AnnotationVisitor? = if (type == GUARD) since { guard = maxOf(guard, it) } else null
                    },
                    ClassReader.SKIP_CODE,
                )
            }
            if (!name.contains('$')) return guard
            name = name.substringBeforeLast('$')
        }
    }

    private fun since(take: (Int) -> Unit) =
        object : AnnotationVisitor(Opcodes.ASM9) {
            override fun visit(
                name: String,
                value: Any,
            ) = take(value as Int)
        }

    private companion object {
        const val LOWEST = 24
        const val GUARD = "Lapp/diagnose/android/GuardedApi;"
        val PACKAGES = listOf("android.", "java.", "javax.", "org.json.")
    }
}
