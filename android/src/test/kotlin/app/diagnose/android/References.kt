package app.diagnose.android

import org.objectweb.asm.AnnotationVisitor
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.Handle
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import org.objectweb.asm.Type
import java.io.File

/**
 * What the library's code refers to.
 *
 * @property place the class file and the method.
 * @property guard the API level that the place is guarded by.
 * @property owner the class or interface, its name with slashes.
 * @property name a member of it; null where it is the class itself.
 * @property descriptor the member's; null for a class.
 */
internal data class Reference(
    val place: String,
    val guard: Int,
    val owner: String,
    val name: String? = null,
    val descriptor: String? = null,
)

/** Every reference of the library's classes to a class or a member, each with its guard. */
internal fun libraryReferences(): Set<Reference> =
    File("target/classes")
        .walk()
        .filter { it.extension == "class" }
        .flatMap(::references)
        .toSet()

private fun references(file: File): List<Reference> {
    val found = mutableListOf<Reference>()
    val reader = ClassReader(file.readBytes())
    val outer = outerGuard(file)
    val guards = methodGuards(reader)
    reader.accept(
        object : ClassVisitor(Opcodes.ASM9) {
            override fun visitMethod(
                access: Int,
                name: String,
                descriptor: String,
                signature: String?,
                exceptions: Array<String>?,
            ): MethodVisitor {
                // A lambda is a method of its own, named after the one that it stands in.
                val guard = maxOf(outer, guards[name.substringBefore("\$lambda\$")] ?: 0)
                return CodeReader { owner, member, of ->
                    val type = Type.getObjectType(owner)
                    if (type.sort != Type.ARRAY) {
                        found += Reference("${file.name} $name", guard, owner, member, of)
                    } else if (type.elementType.sort == Type.OBJECT) {
                        found += Reference("${file.name} $name", guard, type.elementType.internalName)
                    }
                }
            }
        },
        ClassReader.SKIP_FRAMES,
    )
    return found
}

/** Tells each reference in a method's code: the owner, the member and its descriptor. */
private class CodeReader(
    val found: (String, String?, String?) -> Unit,
) : MethodVisitor(Opcodes.ASM9) {
    override fun visitMethodInsn(
        opcode: Int,
        owner: String,
        called: String,
        descriptor: String,
        isInterface: Boolean,
    ) = found(owner, called, descriptor)

    override fun visitFieldInsn(
        opcode: Int,
        owner: String,
        field: String,
        descriptor: String,
    ) = found(owner, field, descriptor)

    override fun visitTypeInsn(
        opcode: Int,
        type: String,
    ) = found(type, null, null)

    override fun visitLdcInsn(value: Any) {
        if (value is Type && value.sort in listOf(Type.OBJECT, Type.ARRAY)) found(value.internalName, null, null)
    }

    override fun visitInvokeDynamicInsn(
        called: String,
        descriptor: String,
        bootstrap: Handle,
        vararg arguments: Any,
    ) = arguments.filterIsInstance<Handle>().forEach { found(it.owner, it.name, it.desc) }
}

private const val LOWEST = 24
private const val GUARD = "Lapp/diagnose/android/GuardedApi;"

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
