package app.diagnose.android

import android.content.Context
import android.os.Build
import app.diagnose.AppVersionFact
import app.diagnose.BoolFact
import app.diagnose.ChannelsFact
import app.diagnose.DataSaverFact
import app.diagnose.DateFact
import app.diagnose.ImportanceFact
import app.diagnose.InterruptionFilterFact
import app.diagnose.LockScreenVisibilityFact
import app.diagnose.NumberFact
import app.diagnose.PackageNameFact
import app.diagnose.ProcessExitsFact
import app.diagnose.Reason
import app.diagnose.RestoreMarkFact
import app.diagnose.SignersFact
import app.diagnose.StandbyBucketsFact
import app.diagnose.Time
import app.diagnose.TimeFact

/** Makes facts of one type of what calls return. */
internal class FactType<T : Any, F>(
    val known: (T) -> F,
    val unreadable: (Reason) -> F,
) {
    /**
     * What [call] returned. Unreadable below the API level [since]; where it threw, for whatever a phone throws; and where
     * it returned null, which says that it returned no value.
     */
    fun read(
        since: Int = 24,
        call: () -> T?,
    ): F {
        if (Build.VERSION.SDK_INT < since) return unreadable(Reason.NO_API)
        return try {
            call()?.let(known) ?: unreadable(Reason.CALL_FAILED)
        } catch (e: Throwable) {
            unreadable(reasonOf(e))
        }
    }
}

internal val bool = FactType(BoolFact::Known, BoolFact::Unreadable)
internal val number = FactType(NumberFact::Known, NumberFact::Unreadable)
internal val time = FactType(TimeFact::Known, TimeFact::Unreadable)
internal val date = FactType(DateFact::Known, DateFact::Unreadable)
internal val appVersion = FactType(AppVersionFact::Known, AppVersionFact::Unreadable)
internal val importance = FactType(ImportanceFact::Known, ImportanceFact::Unreadable)
internal val interruptionFilter = FactType(InterruptionFilterFact::Known, InterruptionFilterFact::Unreadable)
internal val channels = FactType(ChannelsFact::Known, ChannelsFact::Unreadable)
internal val lockScreenVisibility = FactType(LockScreenVisibilityFact::Known, LockScreenVisibilityFact::Unreadable)
internal val standbyBuckets = FactType(StandbyBucketsFact::Known, StandbyBucketsFact::Unreadable)
internal val dataSaver = FactType(DataSaverFact::Known, DataSaverFact::Unreadable)
internal val signers = FactType(SignersFact::Known, SignersFact::Unreadable)
internal val packageName = FactType(PackageNameFact::Known, PackageNameFact::Unreadable)
internal val restoreMark = FactType(RestoreMarkFact::Known, RestoreMarkFact::Unreadable)
internal val processExits = FactType(ProcessExitsFact::Known, ProcessExitsFact::Unreadable)

/** Thrown in a call where there is nothing to call. */
internal class Unread(
    val reason: Reason,
) : Exception(reason.name)

/** Nobody wrote the mark, or there is nothing to ask. */
internal fun notRun(): Nothing = throw Unread(Reason.NOT_RUN)

internal fun reasonOf(thrown: Throwable): Reason {
    if (thrown is InterruptedException) Thread.currentThread().interrupt()
    return when (thrown) {
        is Unread -> thrown.reason
        is SecurityException -> Reason.NO_PERMISSION
        else -> Reason.CALL_FAILED
    }
}

/** The manager of this phone; some phones lack one. */
internal inline fun <reified T : Any> Context.manager(): T =
    checkNotNull(getSystemService(T::class.java)) { "this phone has no ${T::class.java.name}" }

/** Milliseconds since 1970 as the core takes them; null outside the years 0000 to 9999. */
internal fun timeOf(millis: Long): Time? =
    Time(Math.floorDiv(millis, 1000L)).takeIf { it.seconds in -62_167_219_200..253_402_300_799 }
