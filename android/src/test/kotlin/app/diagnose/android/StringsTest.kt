package app.diagnose.android

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.objectweb.asm.ClassReader
import org.objectweb.asm.Opcodes
import org.objectweb.asm.tree.AbstractInsnNode
import org.objectweb.asm.tree.ClassNode
import org.objectweb.asm.tree.FieldInsnNode
import org.objectweb.asm.tree.FrameNode
import org.objectweb.asm.tree.IntInsnNode
import org.objectweb.asm.tree.LabelNode
import org.objectweb.asm.tree.LineNumberNode
import org.objectweb.asm.tree.TypeInsnNode
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.w3c.dom.Element
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** The words of the screen against the classes that use them. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], shadows = [OpenNetwork::class])
class StringsTest {
    /** One use of a text: where, and how many arguments it is given at once; null where that is done elsewhere. */
    private data class Use(
        val place: String,
        val type: String,
        val name: String,
        val given: Int?,
    )

    private val arguments: Map<String, Int> = texts("string").mapValues { (_, forms) -> argumentsOf(forms.single()) }
    private val uses =
        File("target/classes")
            .walk()
            .filter { it.extension == "class" }
            .flatMap(::usesIn)
            .toList()

    @Before
    fun phone() = Scenes.setUp()

    @Test
    fun `each text is used, and each use has its text`() {
        assertTrue("few texts: ${arguments.size}", arguments.size > 80)
        val used = uses.filter { it.type == "string" }.map { it.name }.toSortedSet()
        assertEquals(arguments.keys.toSortedSet(), used)
        val counted = uses.filter { it.type == "plurals" }.map { it.name }.toSortedSet()
        assertEquals(texts("plurals").keys.toSortedSet(), counted)
    }

    @Test
    fun `each text is given as many arguments as it has`() {
        val wrong =
            uses
                .filter { it.type == "string" && it.given ?: 0 != arguments.getValue(it.name) }
                .map { "${it.place}: ${it.name} has ${arguments[it.name]}, is given ${it.given}" }
        assertEquals("", wrong.sorted().joinToString("\n"))
        assertTrue("few have arguments", uses.count { (it.given ?: 0) > 0 } > 20)
    }

    @Test
    fun `a count is told in each of its forms`() {
        val forms = texts("plurals").getValue("diagnose_said_found")
        assertEquals(listOf("%1\$d thing found", "%1\$d things found"), forms)
        val one = Scenes.findings()
        assertTrue(one.texts().toString(), one.sees("1 thing found"))
        val more = Scenes.several()
        assertTrue(more.texts().toString(), more.texts().any { Regex("[2-9] things found").matches(it) })
    }

    private fun usesIn(file: File): List<Use> {
        val node = ClassNode()
        ClassReader(file.readBytes()).accept(node, 0)
        if (node.name.startsWith("${PACKAGE}R\$")) return emptyList()
        return node.methods.flatMap { method ->
            method.instructions.toArray().filterIsInstance<FieldInsnNode>().mapNotNull { field ->
                val type = field.owner.removePrefix("${PACKAGE}R\$")
                if (type != "string" && type != "plurals") return@mapNotNull null
                Use("${file.name} ${method.name}", type, field.name, givenAfter(field))
            }
        }
    }

    /** The length of the array that is made right behind the text. */
    private fun givenAfter(field: AbstractInsnNode): Int? {
        val size = field.following() ?: return null
        val array = size.following() as? TypeInsnNode ?: return null
        if (array.opcode != Opcodes.ANEWARRAY) return null
        return when {
            size.opcode in Opcodes.ICONST_0..Opcodes.ICONST_5 -> size.opcode - Opcodes.ICONST_0
            size is IntInsnNode -> size.operand
            else -> null
        }
    }

    private fun AbstractInsnNode.following(): AbstractInsnNode? =
        generateSequence(next) { it.next }.firstOrNull {
            it !is LabelNode && it !is LineNumberNode && it !is FrameNode
        }

    private fun argumentsOf(text: String): Int =
        Regex("%(\\d)\\$[sd]").findAll(text).map { it.groupValues[1].toInt() }.maxOrNull() ?: 0

    /** By name: a text, or the forms of a plural. */
    private fun texts(tag: String): Map<String, List<String>> {
        val file = File(System.getProperty("diagnose.repository"), "android/src/main/res/values/strings.xml")
        val root =
            DocumentBuilderFactory
                .newInstance()
                .newDocumentBuilder()
                .parse(file)
                .documentElement
        val found = root.getElementsByTagName(tag)
        return (0 until found.length).map { found.item(it) as Element }.associate { element ->
            val items = element.getElementsByTagName("item")
            val forms =
                if (items.length == 0) {
                    listOf(element.textContent)
                } else {
                    (0 until items.length).map { items.item(it).textContent }
                }
            element.getAttribute("name") to forms
        }
    }

    private companion object {
        const val PACKAGE = "app/diagnose/android/"
    }
}
