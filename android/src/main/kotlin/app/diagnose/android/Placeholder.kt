package app.diagnose.android

import android.app.Activity
import android.content.Context
import app.diagnose.*

internal class Marks(context: Context) { fun asked(permission: String) = Unit }
private fun b(v: Boolean? = null) = if (v == null) BoolFact.Unreadable(Reason.NOT_RUN) else BoolFact.Known(v)
internal fun installedFiles(context: Context) = InstalledFiles(context.applicationInfo.sourceDir, emptyList(), null)
internal fun verificationDevice(context: Context) = Device(android.os.Build.VERSION.SDK_INT.toLong(), listOf("arm64-v8a"), 320, listOf("en"), 4096)
internal fun readFacts(context: Context, activity: Activity?, profile: Profile, host: HostFacts, verification: Verification?): DeviceFacts {
    val nm = context.getSystemService(android.app.NotificationManager::class.java)
    val n = NumberFact.Unreadable(Reason.NOT_RUN)
    val power = context.getSystemService(android.os.PowerManager::class.java)
    val am = context.getSystemService(android.app.ActivityManager::class.java)
    val t = TimeFact.Unreadable(Reason.NOT_RUN)
    return DeviceFacts(
        ClockFacts(Moment.now().time()), AppFacts(AppVersionFact.Known(Diagnose.parseAppVersion("2.7.31"))), host,
        DeliveryFacts(Deliveries(context).records()),
        Phone.Android(AndroidFacts(
            AndroidOsFacts(android.os.Build.VERSION.SDK_INT.toLong(), DateFact.Known(Date(2026, 11, 5))),
            AndroidClockFacts(t),
            AndroidNotificationFacts(b(nm.areNotificationsEnabled()), b(true), b(false), b(true), b(true),
                ImportanceFact.Known(Importance.HIGH), b(false), b(true), InterruptionFilterFact.Known(InterruptionFilter.ALL),
                ChannelsFact.Known(listOf(Channel("lockout", Importance.HIGH, b(false), LockScreenVisibilityFact.Known(LockScreenVisibility.PRIVATE), b(false))))),
            AndroidUsageFacts(NumberFact.Known(0), b(false)),
            AndroidBackgroundFacts(b(if (android.os.Build.VERSION.SDK_INT >= 28) am.isBackgroundRestricted else false), b(false), StandbyBucketsFact.Known(emptyList()), b(power.isPowerSaveMode), DataSaverFact.Known(DataSaver.DISABLED)),
            AndroidPushFacts(b(true), b(true), NumberFact.Known(254432000), b(true)),
            AndroidNetworkFacts(b(true), b(false), b(false), b(false), b(false), b(true)),
            AndroidInstallFacts(SignersFact.Unreadable(Reason.NOT_RUN), verification?.filesFact ?: ApkFilesFact.Unreadable(Reason.NOT_RUN), verification?.splitProblemsFact ?: SplitProblemsFact.Unreadable(Reason.NOT_RUN),
                PackageNameFact.Known(PackageName("com.android.vending")), PackageNameFact.Unreadable(Reason.NOT_RUN), RestoreMarkFact.Known(RestoreMark.SAME)),
            CrashFacts(ProcessExitsFact.Known(emptyList()), t), AndroidStorageFacts(NumberFact.Known(21400000000)),
            AndroidCameraFacts(b(true), b(false), b(true), b(false), b(true)), AndroidUserFacts(NumberFact.Known(0), b(false)))))
}
