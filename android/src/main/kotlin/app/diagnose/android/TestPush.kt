package app.diagnose.android

import android.content.Context
import android.net.ConnectivityManager
import app.diagnose.DeliveryEvent
import app.diagnose.Level
import app.diagnose.PushMessage
import org.json.JSONObject
import java.io.InterruptedIOException
import java.net.SocketException
import java.net.UnknownHostException
import java.util.UUID
import java.util.concurrent.TimeoutException
import javax.net.ssl.SSLException

/**
 * A test push by the app's own server, counted from the request to the arrival.
 *
 * One test at a time, in the file of the evidence: it goes on while the screen is gone and after the process died, until
 * the phone starts anew. What is counted, is counted by the clock that nobody can set.
 *
 * All functions may be called on any thread, return at once and do their work on [EvidenceThread]; [TestPush.now] and
 * [arrived] alone do it at once.
 */
internal object TestPush {
    /** A push that took longer than this many seconds is late, as check 9 has it. */
    const val LATE_SECONDS = 120L

    /** Seconds after which a push that the app would have seen counts as not arrived. */
    const val LISTEN_SECONDS = 600L

    /** Seconds since the request for which a test is told of, and the user asked about it: two hours. */
    const val TOLD_SECONDS = 7200L

    /** Whether the host has given a way to ask its server. */
    fun offered(context: Context): Boolean = DiagnoseConfiguration.of(context).sendTestPush != null

    /**
     * Starts a test, which ends an older one. Nothing happens where the host gives no way to ask its server, or while a
     * test is still asking or in time: a double tap starts one test.
     */
    fun start(context: Context) =
        EvidenceThread.run {
            val send = DiagnoseConfiguration.of(context).sendTestPush ?: return@run
            val push =
                DiagnoseConfiguration
                    .of(context)
                    .profile()
                    .android.push
            val sees = push.message == PushMessage.DATA
            val id = UUID.randomUUID().toString()
            val begun = PushTest(id, Moment.start(context), Moment.now().running, sees, PushStage.PREPARING)
            val started =
                EvidenceFile(context).change { tree ->
                    when (val state = PushTest.of(tree, context)?.state()) {
                        TestPushState.Asking -> false
                        is TestPushState.Waiting -> state.late.also { if (it) begun.put(tree) }
                        else -> true.also { begun.put(tree) }
                    }
                }
            TestPushWatch.changed()
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
                    val standing = Standing.now(context, host = hostSays(context))
                    val requested = Moment.now().running
                    val current =
                        move(context, id) { tree, test ->
                            test.copy(stage = PushStage.ASKING, requested = requested, standing = standing).put(tree)
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
                test.stage != PushStage.ASKING -> Unit
                failure == null -> test.copy(stage = PushStage.WAITING).put(tree)
                wasNotReached(context, failure) -> test.copy(stage = PushStage.NOT_REACHED).put(tree)
                else -> {
                    test.standing?.let { Deliveries.add(tree, DeliveryEvent.NOT_SENT, null, it, Moment.now().time()) }
                    test.copy(stage = PushStage.NOT_SENT).put(tree)
                }
            }
        }
    }

    /** Whether nothing is known about what the server can send: the phone is offline, or nothing answered in time. */
    private fun wasNotReached(
        context: Context,
        failure: Throwable,
    ): Boolean =
        context.getSystemService(ConnectivityManager::class.java).activeNetwork == null ||
            generateSequence(failure) { it.cause }.take(10).any {
                it is TimeoutException ||
                    it is UnknownHostException ||
                    it is SocketException ||
                    it is InterruptedIOException ||
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
        val standing = Standing.now(context)?.orElse(test.standing)
        move(context, id) { tree, open ->
            if (open.isOpen) {
                val seconds = maxOf(0, at.running - open.requested) / 1000
                standing?.let { Deliveries.add(tree, presence.event, seconds, it, at.time()) }
                open
                    .copy(stage = PushStage.ARRIVED, standing = standing, seconds = seconds, presence = presence)
                    .put(tree)
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
    ) = EvidenceThread.run {
        val test = current(context) ?: return@run
        // What was not seen, was not seen with the settings of then; what was, may have come a moment ago.
        val now = if (word == TestPushWord.SAW_NOTHING) null else Standing.now(context)?.orElse(test.standing)
        move(context, test.id) { tree, open ->
            val standing = if (word == TestPushWord.SAW_NOTHING) open.standing else now
            val state = open.state()
            val waits =
                state is TestPushState.Waiting || state is TestPushState.NotSent || state is TestPushState.NotArrived

            fun end(
                stage: PushStage,
                event: DeliveryEvent,
                presence: Presence? = null,
            ) {
                standing?.let { Deliveries.add(tree, event, null, it, Moment.now().time()) }
                open.copy(stage = stage, presence = presence ?: open.presence).put(tree)
            }
            when {
                word == TestPushWord.SAW_NOTHING && state is TestPushState.Waiting && state.late ->
                    end(PushStage.NOT_ARRIVED, DeliveryEvent.NOT_ARRIVED)
                word == TestPushWord.SAW_NOTHING && state is TestPushState.Arrived && state.ask ->
                    end(PushStage.NOT_SEEN, DeliveryEvent.ARRIVED_NOT_SEEN)
                word == TestPushWord.SEEN_LOCKED && waits ->
                    end(PushStage.SEEN, DeliveryEvent.ARRIVED, Presence.LOCKED)
                word == TestPushWord.SEEN_UNLOCKED && waits ->
                    end(PushStage.SEEN, DeliveryEvent.ARRIVED_IN_FRONT, Presence.IN_FRONT)
                word != TestPushWord.SAW_NOTHING -> open.seen(tree)
            }
        }
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
                open.copy(stage = PushStage.NOT_ARRIVED).put(tree)
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
    ): AutoCloseable = TestPushWatch(context.applicationContext, listener).also { it.begin() }

    private fun current(context: Context): PushTest? =
        (EvidenceFile(context).read() as? Stored.Tree)?.let { PushTest.of(it.tree, context) }

    /** Changes the test of that id; false where it is no longer the current one. */
    private fun move(
        context: Context,
        id: String,
        change: (JSONObject, PushTest) -> Unit,
    ): Boolean {
        val moved =
            EvidenceFile(context).change { tree ->
                val test = PushTest.of(tree, context)?.takeIf { it.id == id }
                test?.let { change(tree, it) }
                test != null
            }
        TestPushWatch.changed()
        return moved == true
    }

    private val Presence.event
        get() = if (this == Presence.IN_FRONT) DeliveryEvent.ARRIVED_IN_FRONT else DeliveryEvent.ARRIVED

    /** At an arrival the host is not asked again: what its answer decided a moment ago, still holds. */
    private fun Standing.orElse(before: Standing?): Standing =
        if (levels.pushService == Level.UNKNOWN && before != null) {
            copy(levels = levels.copy(pushService = before.levels.pushService))
        } else {
            this
        }
}
