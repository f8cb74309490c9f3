package app.diagnose.android

import android.os.Build

/**
 * What happens to the phone, and what the screen has to say then.
 *
 * @property act what the person does on the screen; null where it happens while the person is elsewhere.
 */
internal class TruthStep(
    val set: TruthNotifiedPhone.() -> Unit,
    val act: (Tapping.() -> Unit)?,
    val truth: TruthSpoken.() -> Unit,
)

/**
 * What becomes of one phone, on these levels: its first step is there when the screen is opened, the others happen while
 * the person is away.
 */
internal class TruthStory(
    private val name: String,
    private val levels: IntRange,
    private val complaint: String,
    private val steps: List<TruthStep>,
) {
    val isOfThisLevel get() = Build.VERSION.SDK_INT in levels

    /** How the screen speaks otherwise than the truth; empty where it does not. */
    fun otherwise(): String {
        val phone = TruthNotifiedPhone()
        steps.first().set(phone)
        val person = Tapping()
        val faults = mutableListOf<String>()
        try {
            Said.of(complaint, person)
            steps.forEachIndexed { place, step ->
                if (place > 0) person.goesOn(phone, step)
                val truth = TruthSpoken().apply(step.truth).toString()
                person.settles(truth)?.let { faults += "$name, step ${place + 1}:\n$it" }
            }
        } catch (e: AssertionError) {
            faults += "$name: ${e.message}"
        }
        person.controller
            .pause()
            .stop()
            .destroy()
        return faults.joinToString("\n")
    }

    /** Does what the step says, and waits until the phone was looked at. */
    private fun Tapping.goesOn(
        phone: TruthNotifiedPhone,
        step: TruthStep,
    ) {
        var asked = phone.app.asked
        if (step.act == null) {
            leavesAndReturns {
                step.set(phone)
                asked = phone.app.asked
            }
        } else {
            step.set(phone)
            step.act.invoke(this)
        }
        awaits("another look") { phone.app.asked > asked }
        repeat(25) { pause(100) }
    }

    /** What is said otherwise, once that does not change; some work takes its time. */
    private fun Tapping.settles(truth: String): String? {
        var otherwise = compare(truth, TruthSpoken.by(this))
        repeat(MOST_LOOKS) {
            if (otherwise == null) return null
            pause(100)
            otherwise = compare(truth, TruthSpoken.by(this))
        }
        return otherwise
    }

    private fun compare(
        truth: String,
        said: String,
    ): String? {
        val (wanted, written) = truth.lines() to said.lines()
        val more = (written - wanted.toSet()).map { "  says   $it" }
        val lines = more + (wanted - written.toSet()).map { "  not    $it" }
        return lines.joinToString("\n").takeIf { truth != said }
    }

    private companion object {
        /** Some two seconds. */
        const val MOST_LOOKS = 200
    }
}

/** Stories, one below the other. */
internal class TruthStories {
    private val all = mutableListOf<TruthStory>()

    /** A phone in one state. */
    fun phone(
        name: String,
        from: Int = 24,
        to: Int = 99,
        complaint: String = JUST_CHECK,
        set: TruthNotifiedPhone.() -> Unit,
        truth: TruthSpoken.() -> Unit = {},
    ) {
        all += TruthStory(name, from..to, complaint, listOf(TruthStep(set, null, truth)))
    }

    /** A phone in one state after the other. */
    fun story(
        name: String,
        from: Int = 24,
        to: Int = 99,
        steps: Steps.() -> Unit,
    ) {
        all += TruthStory(name, from..to, JUST_CHECK, Steps().apply(steps).all)
    }

    class Steps {
        val all = mutableListOf<TruthStep>()

        /** When the screen is opened, or while the person is elsewhere. */
        fun then(
            set: TruthNotifiedPhone.() -> Unit = {},
            truth: TruthSpoken.() -> Unit = {},
        ) {
            all += TruthStep(set, null, truth)
        }

        /** What the person does on the screen, after something may have happened. */
        fun person(
            act: Tapping.() -> Unit,
            set: TruthNotifiedPhone.() -> Unit = {},
            truth: TruthSpoken.() -> Unit = {},
        ) {
            all += TruthStep(set, act, truth)
        }
    }

    fun otherwise(): String =
        all
            .filter { it.isOfThisLevel }
            .map { it.otherwise() }
            .filter { it.isNotEmpty() }
            .joinToString("\n")

    companion object {
        const val JUST_CHECK = "Only check this phone"
        const val NO_NOTIFICATIONS = "I get no notifications from Blink"
    }
}
