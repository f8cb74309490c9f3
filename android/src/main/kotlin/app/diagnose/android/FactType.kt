package app.diagnose.android

import android.content.Context
import android.os.Build
import app.diagnose.AppVersion
import app.diagnose.AppVersionFact
import app.diagnose.BoolFact
import app.diagnose.Channel
import app.diagnose.ChannelsFact
import app.diagnose.DataSaver
import app.diagnose.DataSaverFact
import app.diagnose.Date
import app.diagnose.DateFact
import app.diagnose.Importance
import app.diagnose.ImportanceFact
import app.diagnose.InterruptionFilter
import app.diagnose.InterruptionFilterFact
import app.diagnose.LockScreenVisibility
import app.diagnose.LockScreenVisibilityFact
import app.diagnose.NumberFact
import app.diagnose.PackageName
import app.diagnose.PackageNameFact
import app.diagnose.ProcessExit
import app.diagnose.ProcessExitsFact
import app.diagnose.Reason
import app.diagnose.RestoreMark
import app.diagnose.RestoreMarkFact
import app.diagnose.Signer
import app.diagnose.SignersFact
import app.diagnose.StandbyBucket
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

// Lambdas, not references: those are classes of their own.
internal val bool = FactType<Boolean, BoolFact>({ BoolFact.Known(it) }, { BoolFact.Unreadable(it) })
internal val number = FactType<Long, NumberFact>({ NumberFact.Known(it) }, { NumberFact.Unreadable(it) })
internal val time = FactType<Time, TimeFact>({ TimeFact.Known(it) }, { TimeFact.Unreadable(it) })
internal val date = FactType<Date, DateFact>({ DateFact.Known(it) }, { DateFact.Unreadable(it) })
internal val appVersion =
    FactType<AppVersion, AppVersionFact>(
        { AppVersionFact.Known(it) },
        { AppVersionFact.Unreadable(it) },
    )
internal val importance =
    FactType<Importance, ImportanceFact>(
        { ImportanceFact.Known(it) },
        { ImportanceFact.Unreadable(it) },
    )
internal val interruptionFilter =
    FactType<InterruptionFilter, InterruptionFilterFact>(
        { InterruptionFilterFact.Known(it) },
        { InterruptionFilterFact.Unreadable(it) },
    )
internal val channels =
    FactType<List<Channel>, ChannelsFact>(
        { ChannelsFact.Known(it) },
        { ChannelsFact.Unreadable(it) },
    )
internal val lockScreenVisibility =
    FactType<LockScreenVisibility, LockScreenVisibilityFact>(
        { LockScreenVisibilityFact.Known(it) },
        { LockScreenVisibilityFact.Unreadable(it) },
    )
internal val standbyBuckets =
    FactType<List<StandbyBucket>, StandbyBucketsFact>(
        { StandbyBucketsFact.Known(it) },
        { StandbyBucketsFact.Unreadable(it) },
    )
internal val dataSaver =
    FactType<DataSaver, DataSaverFact>(
        { DataSaverFact.Known(it) },
        { DataSaverFact.Unreadable(it) },
    )
internal val signers = FactType<List<Signer>, SignersFact>({ SignersFact.Known(it) }, { SignersFact.Unreadable(it) })
internal val packageName =
    FactType<PackageName, PackageNameFact>(
        { PackageNameFact.Known(it) },
        { PackageNameFact.Unreadable(it) },
    )
internal val restoreMark =
    FactType<RestoreMark, RestoreMarkFact>(
        { RestoreMarkFact.Known(it) },
        { RestoreMarkFact.Unreadable(it) },
    )
internal val processExits =
    FactType<List<ProcessExit>, ProcessExitsFact>(
        { ProcessExitsFact.Known(it) },
        { ProcessExitsFact.Unreadable(it) },
    )

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
