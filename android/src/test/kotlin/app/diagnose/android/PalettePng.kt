package app.diagnose.android

import java.io.ByteArrayOutputStream
import java.io.DataOutputStream
import java.util.zip.CRC32
import java.util.zip.Deflater
import java.util.zip.DeflaterOutputStream

/**
 * A PNG of at most 256 colours: a fifth of the size of a full one. A picture of the screen holds few colours and the
 * steps between them at the edges of letters; the most frequent stay as they are, another becomes the nearest of them.
 */
internal object PalettePng {
    private const val SIGNATURE = -0x76afb1b8f2f5e5f6L
    private const val MOST = 256

    /** Of opaque pixels, row by row. */
    fun encode(
        width: Int,
        pixels: IntArray,
    ): ByteArray {
        val counts = HashMap<Int, Int>()
        for (pixel in pixels) counts.merge(pixel and 0xFFFFFF, 1, Int::plus)
        val palette =
            counts.entries
                .sortedWith(compareBy({ -it.value }, { it.key }))
                .take(MOST)
                .map { it.key }
        val places = HashMap<Int, Int>()
        palette.forEachIndexed { place, color -> places[color] = place }
        val rows = ByteArrayOutputStream()
        for (at in pixels.indices) {
            // Each row begins with its filter: none.
            if (at % width == 0) rows.write(0)
            val color = pixels[at] and 0xFFFFFF
            rows.write(places.getOrPut(color) { palette.indices.minBy { distance(palette[it], color) } })
        }
        val bytes = ByteArrayOutputStream()
        DataOutputStream(bytes).apply {
            writeLong(SIGNATURE)
            chunk("IHDR") {
                writeInt(width)
                writeInt(pixels.size / width)
                // Eight bits, a palette, deflate, the usual filters, not interlaced.
                write(byteArrayOf(8, 3, 0, 0, 0))
            }
            chunk("PLTE") {
                for (color in palette) {
                    writeShort(color shr 8)
                    writeByte(color)
                }
            }
            chunk("IDAT") {
                DeflaterOutputStream(this, Deflater(Deflater.BEST_COMPRESSION)).apply {
                    write(rows.toByteArray())
                    finish()
                }
            }
            chunk("IEND") {}
        }
        return bytes.toByteArray()
    }

    private fun DataOutputStream.chunk(
        name: String,
        fill: DataOutputStream.() -> Unit,
    ) {
        val bytes = ByteArrayOutputStream()
        bytes.write(name.toByteArray())
        DataOutputStream(bytes).fill()
        val chunk = bytes.toByteArray()
        writeInt(chunk.size - name.length)
        write(chunk)
        writeInt(CRC32().apply { update(chunk) }.value.toInt())
    }

    private fun distance(
        one: Int,
        other: Int,
    ): Int =
        intArrayOf(16, 8, 0).sumOf { shift ->
            val apart = (one shr shift and 0xFF) - (other shr shift and 0xFF)
            apart * apart
        }
}
