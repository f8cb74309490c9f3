package app.diagnose.android

import android.content.Context
import android.os.Handler
import android.os.Looper
import app.diagnose.DeliveryEvent
import app.diagnose.HostFacts
import app.diagnose.Level
import app.diagnose.PushMessage
import app.diagnose.SettingsLevels
import org.json.JSONException
import org.json.JSONObject
import java.net.SocketException
import java.net.SocketTimeoutException
import java.net.UnknownHostException
import java.util.UUID
import java.util.concurrent.CopyOnWriteArraySet
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import javax.net.ssl.SSLException

/**
 * A test push by the app's own server, counted from the request to the arrival.
 *
 * One test at a time, in the file of the evidence: it goes on while the screen is gone and after the process died, until
 * the phone starts anew. What is counted, is counted by the clock that nobody can set.
 *
 * All functions may be called on any thread, return at once and do their work on a thread of this object; [TestPush.now]
 * alone reads the file at once.
 */
internal object TestPush {
    /** A push that took longer than this many seconds is late, as check 9 has it. */
    const val LATE_SECONDS = 120L

    /** Seconds after which a push that the app would have seen counts as not arrived. */
    const val LISTEN_SECONDS = 600L

    private const val TICK_MILLIS = 1000L

    private val main = Handler(Looper.getMainLooper())
    private val watches = CopyOnWriteArraySet<Watch>()

    /** The thread of the evidence. It ends after some idle seconds. */
    private val worker =
        ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, LinkedBlockingQueue()) { work ->
            Thread(work, "diagnose-evidence").apply { isDaemon = true }
        }.apply { allowCoreThreadTimeOut(true) }

    /** Runs [work] on the thread of the evidence. What it throws is told to the log, and to nobody else. */
    internal fun onWorker(work: () -> Unit) = worker.execute { guarded(work) }

    /** Whether the host has given a way to ask its server. */
    fun offered(context: Context): Boolean = DiagnoseConfiguration.of(context).sendTestPush != null

    /**
     * Starts a test, which ends an older one. Nothing happens where the host gives no way to ask its server, or while a
     * test is still asking or in time: a double tap starts one test.
     */
    fun start(context: Context) =
        onWorker {
            val send = DiagnoseConfiguration.of(context).sendTestPush ?: return@onWorker
            val sees = DiagnoseConfiguration.of(context).profile().android.push.message == PushMessage.DATA
            val id = UUID.randomUUID().toString()
            val begun = Test(id, Moment.start(context), Moment.now().running, sees, Stage.PREPARING)
            val started =
                EvidenceFile(context).change { tree ->
                    when (val state = Test.of(tree, context)?.state()) {
                        TestPushState.Asking -> false
                        is TestPushState.Waiting -> state.late.also { if (it) begun.put(tree) }
                        else -> true.also { begun.put(tree) }
                    }
                }
            changed()
            if (started == true) ask(context, id, send)
        }

    /** On a thread of its own, for the host's functions take their time. */
    private fun ask(
        context: Context,
        id: String,
        send: (String) -> Unit,
    ) {
        val asking =
            Thread({
                guarded {
                    val standing = Standing.now(context, hostSays(context))
                    val requested = Moment.now().running
                    val current =
                        move(context, id) { tree, test ->
                            test.copy(stage = Stage.ASKING, requested = requested, standing = standing).put(tree)
                        }
                    if (current) sent(context, id, callHost { send(id) })
                }
            }, "diagnose-test-push")
        asking.isDaemon = true
        asking.start()
    }

    private fun sent(
        context: Context,
        id: String,
        answer: Result<Unit>,
    ) {
        val failure = answer.exceptionOrNull()
        move(context, id) { tree, test ->
            when {
                // It may have arrived before the server answered.
                test.stage != Stage.ASKING -> Unit
                failure == null -> test.copy(stage = Stage.WAITING).put(tree)
                wasNotReached(failure) -> test.copy(stage = Stage.NOT_REACHED).put(tree)
                else -> {
                    test.standing?.let { Deliveries.add(tree, DeliveryEvent.NOT_SENT, null, it, Moment.now().time()) }
                    test.copy(stage = Stage.NOT_SENT).put(tree)
                }
            }
        }
    }

    /** Whether nothing is known about what the server can send: the phone is offline, or nothing answered in time. */
    private fun wasNotReached(failure: Throwable): Boolean =
        generateSequence(failure) { it.cause }.take(10).any {
            it is TimeoutException ||
                it is UnknownHostException ||
                it is SocketException ||
                it is SocketTimeoutException ||
                it is SSLException
        }

    /**
     * A push with an id arrived. Only the test that is current counts, and that once: an older one took a time that
     * nobody counted.
     */
    internal fun arrived(
        context: Context,
        id: String,
        at: Moment,
        presence: Presence,
    ) {
        val test = current(context)?.takeIf { it.id == id && it.isOpen } ?: return
        val standing = Standing.now(context)?.let { it.copy(levels = it.levels.orElse(test.standing?.levels)) }
        move(context, id) { tree, open ->
            if (open.isOpen) {
                val seconds = maxOf(0, at.running - open.requested) / 1000
                standing?.let { Deliveries.add(tree, presence.event, seconds, it, at.time()) }
                open.copy(stage = Stage.ARRIVED, seconds = seconds, presence = presence).put(tree)
            }
        }
    }

    /**
     * The user says what became of it. That nothing came, is taken only where it would be late by now, and where the
     * server was asked; that nothing was seen of one that arrived, only where it could be seen.
     */
    fun said(
        context: Context,
        word: TestPushWord,
    ) = onWorker {
        val test = current(context) ?: return@onWorker
        val standing = Standing.now(context)?.let { it.copy(levels = it.levels.orElse(test.standing?.levels)) }
        move(context, test.id) { tree, open ->
            val now = Moment.now()
            val state = open.state()
            val waits = state is TestPushState.Waiting || state is TestPushState.NotSent || state is TestPushState.NotArrived

            fun end(
                stage: Stage,
                event: DeliveryEvent,
                presence: Presence? = null,
            ) {
                val stood = if (stage == Stage.NOT_ARRIVED) open.standing else standing
                stood?.let { Deliveries.add(tree, event, null, it, now.time()) }
                open.copy(stage = stage, presence = presence ?: open.presence).put(tree)
            }
            when (word) {
                TestPushWord.SEEN_LOCKED ->
                    if (waits) end(Stage.SEEN, DeliveryEvent.ARRIVED, Presence.LOCKED) else open.seen(tree)
                TestPushWord.SEEN_UNLOCKED ->
                    if (waits) end(Stage.SEEN, DeliveryEvent.ARRIVED_IN_FRONT, Presence.IN_FRONT) else open.seen(tree)
                TestPushWord.SAW_NOTHING ->
                    when {
                        state is TestPushState.Waiting && state.late -> end(Stage.NOT_ARRIVED, DeliveryEvent.NOT_ARRIVED)
                        state is TestPushState.Arrived && state.ask ->
                            end(Stage.NOT_SEEN, DeliveryEvent.ARRIVED_NOT_SEEN)
                    }
            }
        }
    }

    /** Forgets the test, recording nothing. What was recorded stays. */
    fun forget(context: Context) =
        onWorker {
            EvidenceFile(context).change { it.remove(Test.NAME) ?: Unit }
            changed()
        }

    /**
     * How far it is, from the file. Where the time to listen is over, that nothing arrived is recorded now, as of the
     * moment at which it was over. Not on the main thread.
     */
    fun now(context: Context): TestPushState {
        val test = current(context) ?: return TestPushState.Idle
        if (!test.isOver()) return test.state()
        move(context, test.id) { tree, open ->
            if (open.isOver()) {
                val over = Moment.now().timeOf(open.requested + LISTEN_SECONDS * 1000)
                open.standing?.let { Deliveries.add(tree, DeliveryEvent.NOT_ARRIVED, null, it, over) }
                open.copy(stage = Stage.NOT_ARRIVED).put(tree)
            }
        }
        return current(context)?.state() ?: TestPushState.Idle
    }

    /**
     * Tells [listener] how far it is, on the main thread: soon, at each change by this process, and each second while a
     * test runs, by whichever process. It is held until it is closed. To be called and closed on the main thread.
     */
    fun watch(
        context: Context,
        listener: (TestPushState) -> Unit,
    ): AutoCloseable = Watch(context.applicationContext, listener).also { it.begin() }

    private class Watch(
        private val context: Context,
        private val listener: (TestPushState) -> Unit,
    ) : AutoCloseable {
        private val look = Runnable { look() }
        private var told: TestPushState? = null

        @Volatile private var isClosed = false

        fun begin() {
            watches.add(this)
            look()
        }

        fun look() {
            main.removeCallbacks(look)
            onWorker {
                if (isClosed) return@onWorker
                val state = now(context)
                main.post { tell(state) }
            }
        }

        private fun tell(state: TestPushState) {
            if (isClosed) return
            if (state is TestPushState.Asking || state is TestPushState.Waiting || state is TestPushState.NotSent) {
                main.removeCallbacks(look)
                main.postDelayed(look, TICK_MILLIS)
            }
            if (state == told) return
            told = state
            listener(state)
        }

        override fun close() {
            isClosed = true
            watches.remove(this)
            main.removeCallbacks(look)
        }
    }

    private fun changed() = watches.forEach { it.look() }

    private fun current(context: Context): Test? =
        (EvidenceFile(context).read() as? Stored.Tree)?.let { Test.of(it.tree, context) }

    /** Changes the test of that id; false where it is no longer the current one. */
    private fun move(
        context: Context,
        id: String,
        change: (JSONObject, Test) -> Unit,
    ): Boolean {
        val moved =
            EvidenceFile(context).change { tree ->
                val test = Test.of(tree, context)?.takeIf { it.id == id }
                test?.let { change(tree, it) }
                test != null
            }
        changed()
        return moved == true
    }

    private val Presence.event
        get() = if (this == Presence.IN_FRONT) DeliveryEvent.ARRIVED_IN_FRONT else DeliveryEvent.ARRIVED

    /** At an arrival the host is not asked again: what its answer decided a moment ago, still holds. */
    private fun SettingsLevels.orElse(before: SettingsLevels?): SettingsLevels =
        if (pushService == Level.UNKNOWN && before != null) copy(pushService = before.pushService) else this

    private enum class Stage { PREPARING, ASKING, WAITING, NOT_REACHED, NOT_SENT, ARRIVED, SEEN, NOT_SEEN, NOT_ARRIVED }

    /**
     * A test as it is stored.
     *
     * @property start which start of the phone it runs in.
     * @property requested milliseconds from that start to the request.
     * @property sees whether the app sees its own delivery while it is not in front.
     * @property standing how it stood when it was requested.
     * @property seconds from the request to the arrival.
     */
    private data class Test(
        val id: String,
        val start: Int,
        val requested: Long,
        val sees: Boolean,
        val stage: Stage,
        val standing: Standing? = null,
        val seconds: Long? = null,
        val presence: Presence? = null,
        val confirmed: Boolean = false,
    ) {
        /** Whether an arrival would be news. */
        val isOpen get() = stage < Stage.ARRIVED || stage == Stage.NOT_ARRIVED

        /** Never negative: the counting clock only goes forward within one start. */
        private fun age(): Long = maxOf(0, Moment.now().running - requested) / 1000

        fun isOver(): Boolean = stage == Stage.WAITING && sees && age() >= LISTEN_SECONDS

        fun state(): TestPushState {
            val age = age()
            return when (stage) {
                // Without an answer by then, the process died or the host's function hangs.
                Stage.PREPARING -> askingUntil(2 * DiagnoseConfiguration.HOST_SECONDS, age)
                Stage.ASKING -> askingUntil(DiagnoseConfiguration.HOST_SECONDS, age)
                Stage.WAITING -> TestPushState.Waiting(age, late = age > LATE_SECONDS, ask = !sees)
                Stage.NOT_REACHED -> TestPushState.NotSent(refused = false)
                Stage.NOT_SENT -> TestPushState.NotSent(refused = true)
                Stage.ARRIVED, Stage.SEEN -> {
                    val there = presence ?: Presence.IN_FRONT
                    TestPushState.Arrived(
                        seconds,
                        late = (seconds ?: 0) > LATE_SECONDS,
                        presence = there,
                        ask = stage == Stage.ARRIVED && there != Presence.IN_FRONT && !confirmed,
                    )
                }
                Stage.NOT_SEEN -> TestPushState.NotSeen
                Stage.NOT_ARRIVED -> TestPushState.NotArrived
            }
        }

        private fun askingUntil(
            seconds: Long,
            age: Long,
        ) = if (age <= seconds) TestPushState.Asking else TestPushState.NotSent(refused = false)

        /** The user saw what the app had seen arrive: that is recorded already. */
        fun seen(tree: JSONObject) {
            if (stage == Stage.ARRIVED) copy(confirmed = true).put(tree)
        }

        fun put(tree: JSONObject) {
            val test =
                JSONObject()
                    .put("id", id)
                    .put("start", start)
                    .put("requested", requested)
                    .put("sees", sees)
                    .put("stage", stage.name)
                    .put("confirmed", confirmed)
            standing?.let { test.put("standing", it.toJson()) }
            seconds?.let { test.put("seconds", it) }
            presence?.let { test.put("presence", it.name) }
            tree.put(NAME, test)
        }

        companion object {
            const val NAME = "push"

            /** The test of this start of the phone. */
            fun of(
                tree: JSONObject,
                context: Context,
            ): Test? =
                try {
                    tree.optJSONObject(NAME)?.takeIf { it.getInt("start") == Moment.start(context) }?.let { test ->
                        Test(
                            id = test.getString("id"),
                            start = test.getInt("start"),
                            requested = test.getLong("requested"),
                            sees = test.getBoolean("sees"),
                            stage = Stage.valueOf(test.getString("stage")),
                            standing = test.optJSONObject("standing")?.let { Standing.fromJson(it) },
                            seconds = if (test.has("seconds")) test.getLong("seconds") else null,
                            presence = if (test.has("presence")) Presence.valueOf(test.getString("presence")) else null,
                            confirmed = test.getBoolean("confirmed"),
                        )
                    }
                } catch (_: JSONException) {
                    null
                } catch (_: IllegalArgumentException) {
                    null
                }
        }
    }
}

/** What the host says now, asked on a thread of its own; that it said nothing, where it throws or takes too long. */
internal fun hostSays(context: Context): HostFacts =
    callHost { DiagnoseConfiguration.of(context).host() }.getOrElse { hostFacts() }
