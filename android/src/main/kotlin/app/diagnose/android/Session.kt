package app.diagnose.android

import android.app.Activity
import android.content.Context
import android.os.Build
import android.os.Bundle
import android.os.Handler
import android.os.Looper
import app.diagnose.AppVersionFact
import app.diagnose.BoolFact
import app.diagnose.ChannelsFact
import app.diagnose.Complaint
import app.diagnose.ComplaintChoice
import app.diagnose.Diagnose
import app.diagnose.DiagnoseException
import app.diagnose.HostFacts
import app.diagnose.Outcome
import app.diagnose.Phone
import app.diagnose.Profile
import app.diagnose.ProfileWords
import app.diagnose.Question
import app.diagnose.Reader
import app.diagnose.Reason
import app.diagnose.RegistrationFact
import app.diagnose.ServerAnswerFact
import app.diagnose.Time
import app.diagnose.TimeFact
import app.diagnose.TokenOnServerFact
import app.diagnose.Verification
import app.diagnose.VerifyProgress
import app.diagnose.verifyInstallation
import java.lang.ref.WeakReference
import java.util.Locale
import java.util.TimeZone
import java.util.UUID
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.FutureTask
import java.util.concurrent.atomic.AtomicBoolean

/**
 * The work of one screen, which goes on while its activity is made anew. After the process died there is a new one that
 * begins with what was saved. To be used on the main thread; the work is done on others.
 */
internal class Session private constructor(
    private val app: Context,
    val id: String,
    saved: Bundle?,
) {
    private val main = Handler(Looper.getMainLooper())
    private val configuration = DiagnoseConfiguration.of(app)
    private val worker = thread("diagnose")

    /** What is posted, is posted at once, whatever is being looked at. */
    private val tester = thread("diagnose-test")

    /** What is looked at now; what was begun for something else is not shown. */
    @Volatile private var subject = 0

    /** For which of these a look is to begin. */
    @Volatile private var queued = -1
    private var language = ""
    private var activity = WeakReference<Activity>(null)
    private var stop: AtomicBoolean? = null
    private var watch: AutoCloseable? = null
    private var isClosed = false

    @Volatile private var profile: Profile? = null

    @Volatile private var verification: Verification? = null

    /** Told of each new state, on the main thread. */
    var listener: ((ScreenState) -> Unit)? = null

    var state: ScreenState = if (saved == null) ScreenState() else ScreenState.restore(saved)
        private set

    val offersPush: Boolean get() = configuration.sendTestPush != null
    val offersRegistration: Boolean get() = configuration.openRegistration != null
    val supportAddress: String? get() = configuration.supportAddress

    /** An activity shows it from now on, in its language. */
    fun attach(
        activity: Activity,
        locale: Locale,
    ) {
        this.activity = WeakReference(activity)
        val isNew = language != locale.toLanguageTag()
        language = locale.toLanguageTag()
        if (isNew) load()
        if (state.page == Page.RESULT) check()
        if (watch == null && offersPush) watch = TestPush.watch(app, ::pushed)
    }

    /** What happened was chosen; null: just check. */
    fun choose(complaint: Complaint?) {
        if (state.page != Page.CHOOSE) return
        val page = if (complaint == Complaint.LINK_INACTIVE) Page.EMAIL else Page.RESULT
        begin(state.copy(page = page, complaint = complaint, received = null))
    }

    /** The day on which the e-mail arrived was chosen: its time is asked for next. */
    fun chooseDay(day: EmailDay?) = update { copy(day = day) }

    /** When the e-mail arrived, at the latest; null: not known. */
    fun received(received: Time?) {
        if (state.page != Page.EMAIL) return
        begin(state.copy(page = Page.RESULT, received = received, day = null))
    }

    private fun begin(next: ScreenState) {
        subject += 1
        update {
            next.copy(
                looked = null,
                failed = false,
                wrong = emptyList(),
                righted = emptyList(),
                opened = emptyMap(),
                showsQr = false,
                showsSpelled = false,
                showsAllSteps = false,
                local = LocalTest.IDLE,
                files = if (verification == null) Files.NotYet else Files.Done,
            )
        }
        if (next.page == Page.RESULT) check()
    }

    /** One page back; false where there is none. */
    fun back(): Boolean {
        val page =
            when (state.page) {
                Page.CHOOSE -> return false
                Page.EMAIL -> Page.CHOOSE
                Page.RESULT -> if (state.complaint == Complaint.LINK_INACTIVE) Page.EMAIL else Page.CHOOSE
            }
        subject += 1
        stopFiles()
        update { copy(page = page, day = null, busy = false, failed = false) }
        return true
    }

    /** Begins again after it could not be done. */
    fun retry() {
        if (!state.failed) return
        update { copy(failed = false) }
        if (state.words == null) load()
        check()
    }

    /** Looks at the phone again, all but the installed files. What is shown stays until there is something new. */
    fun check() {
        if (state.page != Page.RESULT) return
        val subject = subject
        if (state.looked == null) update { copy(busy = true, failed = false) }
        // What was said of a test may be too old by now.
        TestPushWatch.changed()
        if (queued == subject) return
        queued = subject
        val question = Question(state.complaint, state.received)
        val job = {
            if (queued == subject) queued = -1
            if (subject == this.subject) look(question) else null
        }
        work(job) { looked ->
            if (subject != this.subject) return@work
            if (looked == null) {
                val checked = if (verification == null) state.files else Files.Done
                update { copy(busy = false, failed = this.looked == null, files = checked) }
            } else {
                show(looked)
            }
            // The host did not answer when it was asked for them.
            if (looked != null && state.words == null) load()
        }
    }

    /** Checks the installed files on a thread of their own, then looks again. */
    fun checkFiles() {
        if (state.files is Files.Running || isClosed) return
        val stopping = AtomicBoolean()
        stop = stopping
        update { copy(files = Files.Running(0)) }
        var told = 0
        val progress =
            object : VerifyProgress {
                override fun advanced(
                    done: Long,
                    total: Long,
                ): Boolean {
                    val percent = if (total > 0) (100 * done / total).toInt() else 0
                    if (percent !=
                        told
                    ) {
                        main.post { if (stop === stopping) update { copy(files = Files.Running(percent)) } }
                    }
                    told = percent
                    return !stopping.get()
                }
            }
        val work = {
            val found = attempt { verifyInstallation(installedFiles(app), verificationDevice(app), progress) }
            main.post { filesChecked(found, stopping) }
            Unit
        }
        Thread(work, "diagnose-files").apply { isDaemon = true }.start()
    }

    private fun filesChecked(
        found: Verification?,
        stopping: AtomicBoolean,
    ) {
        if (stop !== stopping) return
        stop = null
        if (found == null || found.stopped) {
            update { copy(files = Files.Stopped) }
        } else {
            verification = found
            // Done is said with the result.
            update { copy(files = Files.Running(100)) }
            check()
        }
    }

    /** Stops the check of the installed files. */
    fun stopFiles() {
        stop?.set(true)
        stop = null
        // Once all are checked, the next look says so.
        if (state.files is Files.Running && verification == null) update { copy(files = Files.Stopped) }
    }

    /** A step's button opened this rung, or none. */
    fun opened(
        step: String,
        rung: Int,
    ) = update { copy(opened = opened + (step to rung)) }

    /** A permission is asked for now: a mark that is kept, before the next look. */
    fun asking(permission: String) = work({ Marks(app).writeAsked(permission) }) {}

    fun showQr() = update { copy(showsQr = !showsQr) }

    fun showSpelled() = update { copy(showsSpelled = !showsSpelled) }

    fun showAllSteps() = update { copy(showsAllSteps = true) }

    fun openRegistration(activity: Activity): Boolean {
        configuration.openRegistration?.invoke(activity) ?: return false
        return true
    }

    /** Posts the test notification. */
    fun testNotification() {
        if (state.local == LocalTest.POSTED) return
        update { copy(local = LocalTest.POSTED) }
        work({ TestNotification.post(app, profile()) }, tester) { posted ->
            if (posted == true) return@work
            update { copy(local = LocalTest.FAILED) }
            // It says why.
            check()
        }
    }

    /** Whether the user saw the test notification. */
    fun answer(seen: Boolean) {
        if (state.local != LocalTest.POSTED) return
        update { copy(local = if (seen) LocalTest.SEEN else LocalTest.NOT_SEEN) }
        work({ TestNotification.answered(app, seen) }, tester) { recorded ->
            // Too late to count: only a new test does.
            if (recorded == false) update { copy(local = LocalTest.IDLE) }
            check()
        }
    }

    fun testPush() = TestPush.start(app)

    fun say(word: TestPushWord) = TestPush.said(app, word)

    private fun pushed(push: TestPushState) {
        val before = state.push
        update { copy(push = push) }
        // What was recorded is a fact.
        if (before::class != push::class && push !is TestPushState.Asking && push !is TestPushState.Waiting) check()
    }

    private fun load() =
        work({
            val profile = profile()
            Pair(profile.words, Diagnose.complaints(profile, reader()))
        }) { loaded: Pair<ProfileWords, List<ComplaintChoice>>? ->
            if (loaded == null) {
                update { copy(failed = true) }
            } else {
                update { copy(failed = false, words = loaded.first, complaints = loaded.second) }
            }
        }

    private fun profile(): Profile =
        profile ?: callHost { configuration.profile() }.getOrThrow().also { profile = it }

    private fun reader(): Reader {
        val now = System.currentTimeMillis()
        return Reader(language, TimeZone.getDefault().getOffset(now) / 60_000L, Diagnose.makerOf(Build.MANUFACTURER))
    }

    private fun look(question: Question): Looked {
        val profile = profile()
        val verification = verification
        // The host and the phone are asked at the same time.
        val host = FutureTask { callHost { configuration.host() }.getOrElse { failedHostFacts() } }
        Thread(host, "diagnose-ask-host").apply { isDaemon = true }.start()
        val facts =
            readFacts(
                app,
                activity.get(),
                hostFacts(),
                verification,
            ).let { it.copy(host = host.get()) }
        val diagnosis =
            try {
                Diagnose.diagnose(facts, question, profile, reader())
            } catch (_: DiagnoseException) {
                // What no server says, such as a time in 1970, the host has not said.
                Diagnose.diagnose(facts.copy(host = failedHostFacts()), question, profile, reader())
            }
        val channels = ((facts.phone as? Phone.Android)?.facts?.notifications?.channels as? ChannelsFact.Known)?.value
        return Looked(
            diagnosis = diagnosis,
            qr = Diagnose.codeQrMatrix(diagnosis.code.text),
            channels = channels.orEmpty().map { it.id },
            offersNotification = TestNotification.offered(app, profile),
            hasFiles = verification != null,
        )
    }

    private fun show(looked: Looked) {
        val outcomes =
            looked.diagnosis.report.findings
                .associate { it.check to it.outcome }
        val wrong =
            looked.diagnosis.advice.findings
                .filter { outcomes[it.check].let { outcome -> outcome == Outcome.FAIL || outcome == Outcome.WARN } }
                .mapIndexed { place, finding -> Wrong(finding.check, finding.title, place) }
        val language = looked.diagnosis.advice.language
        val before =
            (state.righted + state.wrong).map { if (state.language == language) it else it.copy(title = null) }
        // Where one cannot be told any more, it is neither wrong nor right, and still may become right.
        val open =
            before.filter { was ->
                outcomes[was.check] == Outcome.UNKNOWN && wrong.none { it.check == was.check }
            }
        update {
            copy(
                busy = false,
                failed = false,
                looked = looked,
                wrong = wrong + open,
                righted = before.filter { outcomes[it.check] == Outcome.PASS }.distinctBy { it.check },
                language = language,
            )
        }
        if (looked.hasFiles) {
            update { copy(files = Files.Done) }
        } else if (state.files == Files.NotYet) {
            checkFiles()
        }
    }

    /** Does [job] [on] a thread, then [then] on the main one with what it gave; null where it could not be done. */
    private fun <T : Any> work(
        job: () -> T?,
        on: ExecutorService = worker,
        then: (T?) -> Unit,
    ) {
        if (isClosed) return
        on.execute {
            val done = attempt(job)
            main.post { if (!isClosed) then(done) }
        }
    }

    /** The one place at which is caught what keeps a diagnosis from being made: here a missing library shows, too. */
    private fun <T : Any> attempt(job: () -> T?): T? =
        try {
            job()
        } catch (_: DiagnoseException) {
            null
        } catch (_: Exception) {
            null
        } catch (_: LinkageError) {
            null
        }

    private fun update(change: ScreenState.() -> ScreenState) {
        val next = state.change()
        if (next == state) return
        state = next
        listener?.invoke(next)
    }

    private fun close() {
        isClosed = true
        stop?.set(true)
        stop = null
        watch?.close()
        worker.shutdown()
        tester.shutdown()
    }

    companion object {
        private val sessions = HashMap<String, Session>()

        /** The session of that id, if it still works; else a new one that begins with what was saved. */
        fun of(
            context: Context,
            id: String?,
            saved: Bundle?,
        ): Session {
            val key = id ?: UUID.randomUUID().toString()
            return sessions.getOrPut(key) { Session(context.applicationContext, key, saved) }
        }

        /** Ends the work of a screen that does not come back in this process. */
        fun end(session: Session) {
            sessions.values.remove(session)
            session.close()
        }
    }
}

private fun thread(name: String): ExecutorService =
    Executors.newSingleThreadExecutor { work -> Thread(work, name).apply { isDaemon = true } }

/** What the host's function throws instead of saying it, or takes too long for. */
private fun failedHostFacts(): HostFacts =
    HostFacts(
        serverTime = TimeFact.Unreadable(Reason.CALL_FAILED),
        server = ServerAnswerFact.Unreadable(Reason.CALL_FAILED),
        newestVersion = AppVersionFact.Unreadable(Reason.CALL_FAILED),
        hasToken = BoolFact.Unreadable(Reason.CALL_FAILED),
        tokenOnServer = TokenOnServerFact.Unreadable(Reason.CALL_FAILED),
        tokenIssued = TimeFact.Unreadable(Reason.CALL_FAILED),
        registration = RegistrationFact.Unreadable(Reason.CALL_FAILED),
    )
