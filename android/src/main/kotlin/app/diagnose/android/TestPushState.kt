package app.diagnose.android

/** How far a test push is. */
internal sealed class TestPushState {
    /** No test, or none since the phone started or in the last [TestPush.TOLD_SECONDS]. */
    object Idle : TestPushState()

    /** The host's function is asking its server. */
    object Asking : TestPushState()

    /**
     * The test push could not be asked for.
     *
     * @property refused true where the server was reached and could not send, which is recorded; false where it was not
     *   reached or did not answer in time, which proves nothing: it may still arrive, and then counts.
     */
    data class NotSent(
        val refused: Boolean,
    ) : TestPushState()

    /**
     * The server was asked, and nothing has arrived yet.
     *
     * @property seconds since the request.
     * @property late whether it would now be late: then "not arrived yet" is the truth, and the user may say that nothing
     *   came ([TestPush.said] refuses that before).
     * @property ask whether the app cannot see its own delivery while it is not in front, so that only the user knows.
     *   Nothing is recorded then unless the user says so. Else the app listens, and records after
     *   [TestPush.LISTEN_SECONDS] that nothing arrived.
     */
    data class Waiting(
        val seconds: Long,
        val late: Boolean,
        val ask: Boolean,
    ) : TestPushState()

    /**
     * It arrived, which is recorded.
     *
     * @property seconds from the request to the arrival; null where only the user saw it arrive.
     * @property late whether that was late.
     * @property ask whether the user may now be asked if it was seen. Not where it came while the app was in front:
     *   there the system shows none of the app's notifications by itself.
     */
    data class Arrived(
        val seconds: Long?,
        val late: Boolean,
        val presence: Presence,
        val ask: Boolean,
    ) : TestPushState()

    /** It arrived and the user saw nothing, which is recorded. */
    object NotSeen : TestPushState()

    /** It did not arrive, which is recorded. Should it arrive yet, that is recorded too. */
    object NotArrived : TestPushState()
}

/** What the user says about a test push. */
internal enum class TestPushWord {
    /** "I saw it while the phone was locked." */
    SEEN_LOCKED,

    /** "I saw it, and the phone was not locked." Proves no more than one that came while the app was in front. */
    SEEN_UNLOCKED,

    /** "I saw nothing." */
    SAW_NOTHING,
}
