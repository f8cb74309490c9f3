package app.diagnose.android

import android.app.Activity
import android.app.Dialog
import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import android.content.ContextWrapper
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.os.Parcelable
import android.os.SystemClock
import android.util.AttributeSet
import android.view.ContextThemeWrapper
import android.view.Gravity
import android.view.View
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.view.WindowInsets
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.ProgressBar
import android.widget.ScrollView
import android.widget.TextView
import android.widget.Toast
import app.diagnose.Rung
import java.util.Calendar

/**
 * The screen of [DiagnoseActivity], to be shown within an activity of the host. It needs an activity as its context and
 * the whole width; what it shows survives the activity being made anew, for it has an id.
 */
class DiagnoseView
    @JvmOverloads
    constructor(
        context: Context,
        attributes: AttributeSet? = null,
    ) : FrameLayout(context, attributes) {
        private val activity = activityOf(context)
        private val ui = Ui(ContextThemeWrapper(context, R.style.Diagnose))
        private val screen = Screens()
        private var session: Session? = null
        private var restored: Bundle? = null

        private val bar = LinearLayout(ui.context)
        private val back = ui.back { leave() }

        /** How far the system's bars reach into the window: left, top, right, bottom. */
        private var edges = IntArray(4)
        private val title = ui.text("", 17f, strong = true)
        private val toCode = ui.button(ui.words(R.string.diagnose_code_title), Weight.QUIET) { screen.scrollTo(CODE) }
        private val scroll = ScrollView(ui.context)
        private var sections = Sections(ui.context, ui.dp(MOST_WIDTH))
        private var shown: Any? = null
        private var waitingSince = 0L

        /** When which button was tapped. */
        private val taps = HashMap<Any, Long>()
        private var dialog: Dialog? = null
        private var saidRight = emptyList<Wrong>()
        private val showNow = Runnable { session?.let { show(it.state) } }
        private val checkAgain = Runnable { session?.check() }

        /** What the arrow on the first page does; null: there is no arrow. */
        var onClose: (() -> Unit)? = null
            set(value) {
                field = value
                session?.let { show(it.state) }
            }

        init {
            if (id == View.NO_ID) id = R.id.diagnose_view
            setBackgroundColor(ui.page)
            build()
        }

        /** One page back; false where this is the first. */
        fun goBack(): Boolean = session?.back() ?: false

        private fun leave() {
            if (!goBack()) onClose?.invoke()
        }

        private fun build() {
            bar.gravity = Gravity.CENTER_VERTICAL
            bar.minimumHeight = ui.dp(56)
            bar.addView(back, LinearLayout.LayoutParams(ui.dp(48), ui.dp(48)).apply { marginStart = ui.dp(4) })
            bar.addView(title, ui.beside(8))
            // A heading says the same.
            ui.about(toCode, ui.words(R.string.diagnose_code_show))
            bar.addView(toCode, LinearLayout.LayoutParams(WRAP_CONTENT, WRAP_CONTENT).apply { marginEnd = ui.dp(8) })
            scroll.isFillViewport = true
            scroll.clipToPadding = false
            val column = LinearLayout(ui.context)
            column.orientation = LinearLayout.VERTICAL
            column.addView(bar, LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT))
            column.addView(scroll, LinearLayout.LayoutParams(MATCH_PARENT, 0, 1f))
            addView(column, LayoutParams(MATCH_PARENT, MATCH_PARENT))
            setOnApplyWindowInsetsListener { _, insets ->
                edges = edges(insets)
                pad()
                insets
            }
        }

        /** Off the system's bars, as far as they lie over this view: the host's own may stand between. */
        private fun pad() {
            val at = IntArray(2)
            getLocationInWindow(at)
            val root = rootView
            val left = maxOf(0, edges[0] - at[0])
            val right = maxOf(0, edges[2] - (root.width - at[0] - width))
            bar.setPadding(left, maxOf(0, edges[1] - at[1]), right, 0)
            scroll.setPadding(left, 0, right, maxOf(0, edges[3] - (root.height - at[1] - height)))
        }

        override fun onLayout(
            changed: Boolean,
            left: Int,
            top: Int,
            right: Int,
            bottom: Int,
        ) {
            super.onLayout(changed, left, top, right, bottom)
            pad()
        }

        @Suppress("DEPRECATION")
        private fun edges(insets: WindowInsets): IntArray =
            if (Build.VERSION.SDK_INT >= 30) {
                Api30.edges(insets)
            } else {
                intArrayOf(
                    insets.systemWindowInsetLeft,
                    insets.systemWindowInsetTop,
                    insets.systemWindowInsetRight,
                    insets.systemWindowInsetBottom,
                )
            }

        override fun onAttachedToWindow() {
            super.onAttachedToWindow()
            requestApplyInsets()
            activity.application.registerActivityLifecycleCallbacks(resumes)
            begin()
        }

        private fun begin() {
            val session = session ?: Session.of(context, restored?.getString(ID), restored?.getBundle(STATE))
            this.session = session
            // The view before this one has said it.
            saidRight = session.state.righted
            session.listener = { show(it) }
            session.attach(activity, ui.context.resources.configuration.locales[0])
            show(session.state)
            postDelayed(checkAgain, AGAIN_MILLIS)
        }

        override fun onDetachedFromWindow() {
            super.onDetachedFromWindow()
            activity.application.unregisterActivityLifecycleCallbacks(resumes)
            removeCallbacks(showNow)
            removeCallbacks(checkAgain)
            dialog?.dismiss()
            dialog = null
            val session = session ?: return
            session.listener = null
            // What is saved begins anew; only another activity for the same screen takes over what works.
            if (!activity.isChangingConfigurations) {
                // It may be added again.
                restored = saved()
                shown = null
                Session.end(session)
                this.session = null
            }
        }

        private fun saved(): Bundle =
            session?.let {
                Bundle().apply {
                    putString(ID, it.id)
                    putBundle(STATE, it.state.save())
                    putString(PAGE, shown.toString())
                    putInt(SCROLL, scroll.scrollY)
                }
            } ?: Bundle(restored ?: Bundle.EMPTY)

        override fun onSaveInstanceState(): Parcelable =
            saved().apply { putParcelable(SUPER, super.onSaveInstanceState()) }

        @Suppress("DEPRECATION")
        override fun onRestoreInstanceState(state: Parcelable?) {
            val saved = state as? Bundle ?: return super.onRestoreInstanceState(state)
            super.onRestoreInstanceState(saved.getParcelable(SUPER))
            restored = saved
            // A fragment that comes back is added before its state is.
            val early = session ?: return
            early.listener = null
            Session.end(early)
            session = null
            shown = null
            begin()
        }

        private val resumes =
            object : Resumes(activity) {
                override fun resumed() {
                    taps.clear()
                    session?.check()
                    // Some settings take a moment until they are seen.
                    removeCallbacks(checkAgain)
                    postDelayed(checkAgain, AGAIN_MILLIS)
                }
            }

        private fun show(state: ScreenState) {
            val session = session ?: return
            val lacks = if (state.page == Page.RESULT) state.looked == null else state.words == null
            val isWaiting = lacks && !state.failed
            if (isTooEarly(isWaiting)) return
            val page: Any = if (isWaiting || state.failed) WAITING else state.page
            val isNew = page != shown
            if (isNew) turn(page)
            sections.show(
                when {
                    page == WAITING -> waitingSections(screen, state)
                    state.page == Page.CHOOSE -> chooseSections(screen, state)
                    state.page == Page.EMAIL -> emailSections(screen)
                    else -> resultSections(screen, state)
                },
            )
            showFiles(state.files)
            showStatus(state)
            back.visibility = if (state.page == Page.CHOOSE && onClose == null) View.GONE else View.VISIBLE
            // Beside the way to the code there is no room for it, and the answer is a title.
            title.text = if (page == Page.RESULT) "" else ui.words(R.string.diagnose_title)
            toCode.visibility = if (page == Page.RESULT) View.VISIBLE else View.GONE
            if (state.page == Page.EMAIL) state.day?.let { screen.ask(it) }
            if (isNew && page != WAITING) scrollBack(page)
        }

        /**
         * What takes a moment only is not worth a page that flashes, and one that is shown stays long enough to be read:
         * then it is looked again in a while.
         */
        private fun isTooEarly(isWaiting: Boolean): Boolean {
            val now = SystemClock.uptimeMillis()
            if (isWaiting && waitingSince == 0L) waitingSince = now
            val least =
                when {
                    isWaiting && shown != WAITING -> FLASH_MILLIS
                    !isWaiting && shown == WAITING -> FLASH_MILLIS + STAY_MILLIS
                    else -> 0
                }
            removeCallbacks(showNow)
            val left = waitingSince + least - now
            if (left > 0 && least > 0) {
                postDelayed(showNow, left)
                return true
            }
            if (!isWaiting) waitingSince = 0
            return false
        }

        /** Another page begins at its top. */
        private fun turn(page: Any) {
            shown = page
            sections = Sections(ui.context, ui.dp(MOST_WIDTH))
            sections.setPadding(ui.dp(20), ui.dp(4), ui.dp(20), ui.dp(24))
            scroll.removeAllViews()
            val inMiddle = LayoutParams(WRAP_CONTENT, WRAP_CONTENT, Gravity.CENTER_HORIZONTAL)
            scroll.addView(sections, inMiddle)
            scroll.scrollTo(0, 0)
        }

        /** To where the same page was left. */
        private fun scrollBack(page: Any) {
            val saved = restored ?: return
            restored = null
            if (saved.getString(PAGE) == page.toString()) scroll.post { scroll.scrollTo(0, saved.getInt(SCROLL)) }
        }

        /** The one view that changes many times a second. */
        private fun showFiles(files: Files) {
            if (files !is Files.Running) return
            findViewById<TextView>(R.id.diagnose_files)?.text =
                ui.words(R.string.diagnose_working_files, files.percent)
            findViewById<ProgressBar>(R.id.diagnose_files_bar)?.progress = files.percent
        }

        /** Read out by itself where it changes. */
        private fun showStatus(state: ScreenState) {
            val status = findViewById<TextView>(R.id.diagnose_status) ?: return
            val words = statusWords(ui, state)
            if (status.text.toString() != words) status.text = words
            for (was in state.righted - saidRight) {
                val right = ui.words(R.string.diagnose_state_now_right)
                val title = was.title ?: nameOf(ui, was.check)
                announceForAccessibility(ui.words(R.string.diagnose_said_finding, right, title))
            }
            saidRight = state.righted
            val push = state.push as? TestPushState.Waiting ?: return
            findViewById<TextView>(R.id.diagnose_wait)?.text =
                ui.words(R.string.diagnose_test_push_waiting, push.seconds)
        }

        private inner class Screens : Screen {
            override val ui get() = this@DiagnoseView.ui
            override val session get() = checkNotNull(this@DiagnoseView.session)

            override fun usable(rungs: List<Rung>): List<Rung> {
                val offersNotification = session.state.looked?.offersNotification == true
                return rungs.filter {
                    when (it) {
                        is Rung.Registration -> session.offersRegistration
                        is Rung.TestPush -> session.offersPush
                        is Rung.TestNotification -> offersNotification
                        is Rung.Settings -> false
                        is Rung.Screen, is Rung.Url, is Rung.Permission -> true
                    }
                }
            }

            override fun open(
                step: String,
                rungs: List<Rung>,
                start: Int,
            ) {
                if (isSecondTap(OPENING)) return
                val ladder =
                    Ladder(
                        activity,
                        session.state.looked
                            ?.channels
                            .orEmpty(),
                        ::inApp,
                        session::asking,
                    )
                session.opened(step, ladder.open(rungs, start))
            }

            private fun inApp(rung: Rung): Boolean {
                when (rung) {
                    is Rung.Registration -> return session.openRegistration(activity)
                    is Rung.TestPush -> session.testPush()
                    is Rung.TestNotification -> session.testNotification()
                    else -> return false
                }
                scrollTo(TEST)
                return true
            }

            override fun copy(code: String) {
                val clipboard = activity.getSystemService(ClipboardManager::class.java)
                clipboard.setPrimaryClip(ClipData.newPlainText(ui.words(R.string.diagnose_code_title), code))
                // From 13 the system says so itself.
                if (Build.VERSION.SDK_INT < 33) {
                    Toast.makeText(activity, ui.words(R.string.diagnose_copied), Toast.LENGTH_SHORT).show()
                }
            }

            override fun share(code: String) {
                if (isSecondTap(OPENING)) return
                val app =
                    session.state.words
                        ?.app
                        .orEmpty()
                val send =
                    Intent(Intent.ACTION_SEND)
                        .setType("text/plain")
                        .putExtra(Intent.EXTRA_TEXT, ui.words(R.string.diagnose_share_text, app, code))
                start(Intent.createChooser(send, ui.words(R.string.diagnose_share_title)))
            }

            override fun contactSupport() {
                if (isSecondTap(OPENING)) return
                start(Intent(Intent.ACTION_VIEW, Uri.parse(session.supportAddress)))
            }

            private fun start(intent: Intent) {
                try {
                    activity.startActivity(intent)
                } catch (_: ActivityNotFoundException) {
                    Toast.makeText(activity, ui.words(R.string.diagnose_open_failed), Toast.LENGTH_LONG).show()
                }
            }

            override fun scrollTo(section: String) {
                scroll.post {
                    val view = sections.find(section) ?: return@post
                    val place = view.top - ui.dp(8)
                    if (mayMove(context)) scroll.smoothScrollTo(0, place) else scroll.scrollTo(0, place)
                    view.requestFocus()
                }
            }

            override fun askTime(day: EmailDay) {
                if (session.state.day == null) session.chooseDay(day)
            }

            fun ask(
                day: EmailDay,
                start: Calendar = now(),
            ) {
                if (!isAttachedToWindow || dialog?.isShowing == true) return
                val asked = emailTimeDialog(ui, day, start, ::askOfYesterday) { session.received(it) }
                asked.setOnDismissListener { if (dialog === asked) dialog = null }
                asked.setOnCancelListener { session.chooseDay(null) }
                dialog = asked
                asked.show()
            }

            /** Once the dialog that it was chosen in is gone. */
            private fun askOfYesterday(start: Calendar) {
                scroll.post {
                    ask(EmailDay.YESTERDAY, start)
                    this@DiagnoseView.session?.chooseDay(EmailDay.YESTERDAY)
                }
            }

            override fun isSecondTap(button: Any): Boolean {
                val now = SystemClock.uptimeMillis()
                val before = taps[button]
                if (before != null && now - before < TAP_MILLIS) return true
                taps[button] = now
                return false
            }
        }

        @GuardedApi(30)
        private object Api30 {
            fun edges(insets: WindowInsets): IntArray {
                val all = insets.getInsets(WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout())
                return intArrayOf(all.left, all.top, all.right, all.bottom)
            }
        }

        private companion object {
            const val ID = "id"
            const val STATE = "state"
            const val SUPER = "super"
            const val PAGE = "page"
            const val SCROLL = "scroll"
            const val WAITING = "waiting"

            /** All buttons that lead elsewhere: one opens. */
            const val OPENING = "opening"

            /** The widest that lines are read with ease, in dp. */
            const val MOST_WIDTH = 600
            const val AGAIN_MILLIS = 500L
            const val FLASH_MILLIS = 150L
            const val STAY_MILLIS = 400L
            const val TAP_MILLIS = 700L

            tailrec fun activityOf(context: Context): Activity =
                when (context) {
                    is Activity -> context
                    is ContextWrapper -> activityOf(context.baseContext)
                    else -> error("could not show Diagnose: DiagnoseView needs an activity as its context")
                }
        }
    }
