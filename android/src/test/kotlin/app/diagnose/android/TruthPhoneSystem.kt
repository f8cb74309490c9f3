package app.diagnose.android

import android.os.Build
import app.diagnose.Date
import app.diagnose.Reason
import app.diagnose.Time
import app.diagnose.TimeFact
import app.diagnose.android.TruthPhoneState.Companion.RIGHT
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.notes
import app.diagnose.android.TruthPhoneState.Companion.weakens
import java.io.IOException
import java.time.DateTimeException
import java.time.LocalDate

/** Android's version, its updates, clock and storage: checks 0, 1, 18 and 19. */
internal object TruthPhoneSystem {
    private const val TOO_OLD = "This phone's Android version is too old for Blink"
    private const val OLD_PATCH = "The last security update is over a year old"
    private const val DAY_OFF = "This phone's clock is wrong by over a day"
    private const val MINUTES_OFF = "This phone's clock is wrong by over five minutes"
    private const val MINUTE = 60_000L
    private const val DAY = 24 * 60 * MINUTE
    private val level get() = Build.VERSION.SDK_INT.toLong()

    private fun said(
        check: Int,
        word: String,
    ) = mapOf(check to word)

    private fun TruthPhone.serverIsAhead(millis: Long) =
        says { copy(serverTime = TimeFact.Known(Time(Math.floorDiv(now() + millis, 1000L)))) }

    private fun TruthPhone.serverSaysNoTime() =
        says { copy(serverTime = TimeFact.Unreadable(Reason.HOST_SILENT)) }

    private val version
        get() =
            listOf(
                TruthPhoneState("in order"),
                TruthPhoneState("below the minimum", said(0, blocks(TOO_OLD))) {
                    android { copy(minimumApi = level + 1, nextApi = level + 2) }
                },
                TruthPhoneState("just the minimum") { android { copy(minimumApi = level, nextApi = level) } },
                TruthPhoneState("below the next", said(0, weakens("The next Blink will need a newer Android"))) {
                    android { copy(minimumApi = level, nextApi = level + 1) }
                },
                TruthPhoneState("no minimum") { android { copy(minimumApi = null, nextApi = null) } },
            )

    private val patches
        get() =
            listOf("", "nonsense", "2026-13-01", "2026-11", "20261105", "2026-11-05 ").map { day ->
                TruthPhoneState("patch “$day”", said(1, UNKNOWN)) { patched(day) }
            } +
                mapOf(-400L to RIGHT, 0L to RIGHT, 364L to RIGHT, 366L to notes(OLD_PATCH), 3000L to notes(OLD_PATCH))
                    .map { (age, word) ->
                        TruthPhoneState("patched $age days ago", said(1, word)) {
                            patched(LocalDate.ofEpochDay(now() / DAY).minusDays(age).toString())
                        }
                    }

    private val clocks
        get() =
            mapOf(
                4 * MINUTE to RIGHT,
                6 * MINUTE to notes(MINUTES_OFF),
                DAY - MINUTE to notes(MINUTES_OFF),
                DAY + MINUTE to blocks(DAY_OFF),
            ).flatMap { (off, word) ->
                listOf(-off, off).flatMap { ahead ->
                    listOf(
                        TruthPhoneState("server $ahead ms ahead", said(18, word)) { serverIsAhead(ahead) },
                        TruthPhoneState("network $ahead ms ahead", said(18, word), levels = 33..99) {
                            serverSaysNoTime()
                            network { now() + ahead }
                        },
                        TruthPhoneState("server before network $ahead ms ahead") { network { now() + ahead } },
                    )
                }
            } +
                listOf(
                    TruthPhoneState("no time but its own, below 33", said(18, UNKNOWN), levels = 24..32) {
                        serverSaysNoTime()
                    },
                    TruthPhoneState("the network has no time", said(18, UNKNOWN)) {
                        serverSaysNoTime()
                        Answers.give("currentNetworkTimeClock") { throw DateTimeException("not available") }
                    },
                    TruthPhoneState("the network says 1970", said(18, UNKNOWN)) {
                        serverSaysNoTime()
                        network { 5_000 }
                    },
                    // Now is the server's time: to it the updates are older than to the phone.
                    TruthPhoneState(
                        "two years slow",
                        mapOf(1 to notes(OLD_PATCH), 18 to blocks(DAY_OFF)),
                    ) { serverIsAhead(730 * DAY) },
                    TruthPhoneState("set before the profile's date", mapOf(1 to UNKNOWN, 18 to UNKNOWN)) {
                        profile = profile.copy(asOf = Date(2030, 1, 1))
                        serverSaysNoTime()
                        Answers.give("currentNetworkTimeClock") { throw DateTimeException("not available") }
                    },
                    TruthPhoneState("set before the profile's date, and the server knows", said(18, blocks(DAY_OFF))) {
                        profile = profile.copy(asOf = Date(2027, 1, 1))
                        serverIsAhead(60 * DAY)
                    },
                )

    private fun free(
        bytes: String,
        word: String,
        answer: () -> Any,
    ) = TruthPhoneState("$bytes free", said(19, word)) {
        Answers.give("getAllocatableBytes", answer)
        Answers.give("getAvailableBytes", answer)
    }

    private val storage
        get() =
            mapOf(
                0L to weakens("Less than 700 MB of storage is free"),
                699_000_000L to weakens("Less than 700 MB of storage is free"),
                701_000_000L to notes("Less than 1.5 GB of storage is free"),
                1_499_000_000L to notes("Less than 1.5 GB of storage is free"),
                1_501_000_000L to RIGHT,
                Long.MAX_VALUE to RIGHT,
                -1L to UNKNOWN,
                Long.MIN_VALUE to UNKNOWN,
            ).map { (bytes, word) -> free("$bytes", word) { bytes } } +
                free("nobody knows how much is", UNKNOWN) { throw IllegalStateException("planted") } +
                free("the app may not know how much is", UNKNOWN) { throw SecurityException("planted") } +
                free("it takes too long to say how much is", UNKNOWN) {
                    Thread.sleep(4_000)
                    9_000_000_000L
                } +
                TruthPhoneState("no volume", said(19, UNKNOWN), levels = 26..99) {
                    Answers.give("getUuidForPath") { throw IOException("planted") }
                }

    val states get() = version + patches + clocks + storage
}
