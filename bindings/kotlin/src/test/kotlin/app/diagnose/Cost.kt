package app.diagnose

/** What calls cost on this machine; run by tools/bench-kotlin. Prints milliseconds and medians in microseconds. */
fun main() {
    val start = System.nanoTime()
    val blink = embeddedProfile("blink")
    println("load and first call: %.0f ms".format((System.nanoTime() - start) / 1e6))
    for (name in listOf("android-15-in-order", "android-15-locked-out")) {
        val facts = phone(name)
        val question = Question(Complaint.NO_NOTIFICATIONS, null)
        measure("diagnose, generated call, $name") { diagnose(facts, question, blink, english) }
        measure("diagnose, by the facade, $name") { Diagnose.diagnose(facts, question, blink, english) }
    }
    measure("complaints") { Diagnose.complaints(blink, english) }
    val code = Diagnose.diagnose(phone("android-15-in-order"), noQuestion, blink, english).code.text
    measure("QR matrix") { Diagnose.codeQrMatrix(code) }
}

private const val WARM = 20_000
private const val RUNS = 5_000

private fun measure(
    name: String,
    call: () -> Any,
) {
    repeat(WARM) { call() }
    val times =
        LongArray(RUNS) {
            val start = System.nanoTime()
            call()
            System.nanoTime() - start
        }
    times.sort()
    val (median, most) = listOf(RUNS / 2, RUNS * 95 / 100).map { times[it] / 1e3 }
    println("%s: median %.1f µs, 95 %% within %.1f µs".format(name, median, most))
}
