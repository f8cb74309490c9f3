//! What Android says.

use crate::fact::{
    BoolFact, ChannelsFact, DataSaverFact, DateFact, ImportanceFact, InterruptionFilterFact,
    LockScreenVisibilityFact, NumberFact, StandbyBucketsFact, TimeFact,
};
use crate::install::{AndroidInstallFacts, CrashFacts};
pub use diagnose_core::facts::android::{
    AndroidBackgroundFacts, AndroidCameraFacts, AndroidClockFacts, AndroidFacts,
    AndroidNetworkFacts, AndroidNotificationFacts, AndroidOsFacts, AndroidPushFacts,
    AndroidStorageFacts, AndroidUsageFacts, AndroidUserFacts, Channel, DataSaver, Importance,
    InterruptionFilter, LockScreenVisibility, StandbyBucket,
};

/// What Android says about the phone and the app.
#[uniffi::remote(Record)]
pub struct AndroidFacts {
    /// The operating system.
    pub os: AndroidOsFacts,
    /// The network's time.
    pub clock: AndroidClockFacts,
    /// Notifications of the app and of the phone.
    pub notifications: AndroidNotificationFacts,
    /// How long the app was not used.
    pub usage: AndroidUsageFacts,
    /// What keeps the app from running in the background.
    pub background: AndroidBackgroundFacts,
    /// Google Play services, which carry the push.
    pub push: AndroidPushFacts,
    /// The connection.
    pub network: AndroidNetworkFacts,
    /// The installation.
    pub install: AndroidInstallFacts,
    /// How the app's process ended.
    pub crashes: CrashFacts,
    /// Free space.
    pub storage: AndroidStorageFacts,
    /// The camera, which registration needs.
    pub camera: AndroidCameraFacts,
    /// The Android user in which the app lives.
    pub user: AndroidUserFacts,
}

/// The operating system.
#[uniffi::remote(Record)]
pub struct AndroidOsFacts {
    /// `Build.VERSION.SDK_INT` (4), 1 to 999.
    pub api_level: i64,
    /// `Build.VERSION.SECURITY_PATCH` (23). An empty text is *call failed*.
    pub security_patch: DateFact,
}

/// The network's time.
#[uniffi::remote(Record)]
pub struct AndroidClockFacts {
    /// `SystemClock.currentNetworkTimeClock()` (33), not before 2015.
    pub network: TimeFact,
}

/// Notifications of the app and of the phone.
#[uniffi::remote(Record)]
pub struct AndroidNotificationFacts {
    /// `NotificationManager.areNotificationsEnabled()` (24).
    pub enabled: BoolFact,
    /// Whether `PackageInfo.requestedPermissions` names `POST_NOTIFICATIONS` (33).
    pub permission_declared: BoolFact,
    /// `Activity.shouldShowRequestPermissionRationale(POST_NOTIFICATIONS)` (33).
    pub rationale: BoolFact,
    /// The shell's own mark that the permission was once granted, kept where backups do not go; or the host's word.
    pub was_granted: BoolFact,
    /// The shell's own mark that the permission was asked for: false from its first start after installation,
    /// *not run* if the app was there before the library; or the host's word.
    pub asked: BoolFact,
    /// `NotificationManager.getImportance()` (24; read on 24 and 25, where no channels exist).
    pub importance: ImportanceFact,
    /// `NotificationManager.areNotificationsPaused()` (29).
    pub paused: BoolFact,
    /// `Settings.Secure` `lock_screen_show_notifications` is not 0.
    pub on_lock_screen: BoolFact,
    /// `NotificationManager.getCurrentInterruptionFilter()` (23). Its UNKNOWN is *call failed*.
    pub interruption_filter: InterruptionFilterFact,
    /// `NotificationManager.getNotificationChannels()` (26), each id once.
    pub channels: ChannelsFact,
}

/// `NotificationManager.IMPORTANCE_*` (24).
#[uniffi::remote(Enum)]
pub enum Importance {
    /// `IMPORTANCE_NONE`: blocked.
    Blocked,
    /// `IMPORTANCE_MIN`: minimised, no icon in the status bar.
    Min,
    /// `IMPORTANCE_LOW`: silent.
    Low,
    /// `IMPORTANCE_DEFAULT`: sound, no pop-up.
    Default,
    /// `IMPORTANCE_HIGH` and above: sound and pop-up.
    High,
}

/// `NotificationManager.INTERRUPTION_FILTER_*` (23).
#[uniffi::remote(Enum)]
pub enum InterruptionFilter {
    /// `INTERRUPTION_FILTER_ALL`: Do Not Disturb is off.
    All,
    /// `INTERRUPTION_FILTER_PRIORITY`: Do Not Disturb with exceptions.
    Priority,
    /// `INTERRUPTION_FILTER_NONE`: total silence.
    TotalSilence,
    /// `INTERRUPTION_FILTER_ALARMS`: alarms only.
    Alarms,
}

/// One `NotificationChannel` (26) of the app.
#[uniffi::remote(Record)]
pub struct Channel {
    /// `getId()`: 1 to 100 letters, digits, `.`, `_`, `-`, `:` and `/`.
    pub id: String,
    /// `getImportance()` (26).
    pub importance: Importance,
    /// `NotificationChannelGroup.isBlocked()` (28); false for a channel without a group.
    pub group_blocked: BoolFact,
    /// `getLockscreenVisibility()` (26).
    pub lock_screen: LockScreenVisibilityFact,
    /// `canBypassDnd()` (26).
    pub bypasses_dnd: BoolFact,
}

/// `Notification.VISIBILITY_*` (21).
#[uniffi::remote(Enum)]
pub enum LockScreenVisibility {
    /// `VISIBILITY_PUBLIC`: shown whole.
    Public,
    /// `VISIBILITY_PRIVATE`: shown without its contents.
    Private,
    /// `VISIBILITY_SECRET`: not shown.
    Secret,
    /// `VISIBILITY_NO_OVERRIDE`: as the phone is set.
    NoOverride,
}

/// How long the app was not used.
#[uniffi::remote(Record)]
pub struct AndroidUsageFacts {
    /// Whole days since the use before this one, 0 to 36500, by the shell's own record; the first use counts as today.
    pub days_since_last_use: NumberFact,
    /// `PackageManager.isAutoRevokeWhitelisted()` (30): the user exempted the app from being paused.
    pub auto_revoke_exempt: BoolFact,
}

/// What keeps the app from running in the background.
#[uniffi::remote(Record)]
pub struct AndroidBackgroundFacts {
    /// `ActivityManager.isBackgroundRestricted()` (28).
    pub restricted: BoolFact,
    /// `ApplicationStartInfo.wasForceStopped()` of the newest start (35).
    pub force_stopped: BoolFact,
    /// The buckets of the last 7 days by `UsageStatsManager.queryEventsForSelf()` (28; judged on 30 to 32).
    pub standby_buckets: StandbyBucketsFact,
    /// `PowerManager.isPowerSaveMode()` (21).
    pub power_save: BoolFact,
    /// `ConnectivityManager.getRestrictBackgroundStatus()` (24).
    pub data_saver: DataSaverFact,
}

/// `UsageStatsManager.STANDBY_BUCKET_*` (28).
#[uniffi::remote(Enum)]
pub enum StandbyBucket {
    /// `STANDBY_BUCKET_ACTIVE`.
    Active,
    /// `STANDBY_BUCKET_WORKING_SET`.
    WorkingSet,
    /// `STANDBY_BUCKET_FREQUENT`.
    Frequent,
    /// `STANDBY_BUCKET_RARE`.
    Rare,
    /// `STANDBY_BUCKET_RESTRICTED` (30).
    Restricted,
}

/// `ConnectivityManager.RESTRICT_BACKGROUND_STATUS_*` (24).
#[uniffi::remote(Enum)]
pub enum DataSaver {
    /// `RESTRICT_BACKGROUND_STATUS_DISABLED`: Data Saver is off.
    Disabled,
    /// `RESTRICT_BACKGROUND_STATUS_WHITELISTED`: on, and the app is exempt.
    Whitelisted,
    /// `RESTRICT_BACKGROUND_STATUS_ENABLED`: background data is stopped, by Data Saver or by the app's own switch.
    Enabled,
}

/// Google Play services, which carry the push.
#[uniffi::remote(Record)]
pub struct AndroidPushFacts {
    /// `PackageManager.getApplicationInfo("com.google.android.gms")` found it (1).
    pub play_services_installed: BoolFact,
    /// `ApplicationInfo.enabled` of it (1).
    pub play_services_enabled: BoolFact,
    /// `PackageInfo.getLongVersionCode()` of it (28; before, `versionCode`), 0 or above.
    pub play_services_version: NumberFact,
    /// A socket to the push service's host opened, on its own port or on 443 (two tries by the shell).
    pub host_reachable: BoolFact,
}

/// The connection.
#[uniffi::remote(Record)]
pub struct AndroidNetworkFacts {
    /// `ConnectivityManager.getActiveNetwork()` is not null (23).
    pub connected: BoolFact,
    /// `ConnectivityManager.isActiveNetworkMetered()` (16).
    pub metered: BoolFact,
    /// `Settings.Global.AIRPLANE_MODE_ON` is 1 (17).
    pub aeroplane_mode: BoolFact,
    /// `NET_CAPABILITY_CAPTIVE_PORTAL` of the active network (23).
    pub captive_portal: BoolFact,
    /// `NetworkCallback.onBlockedStatusChanged()` (29).
    pub blocked_for_app: BoolFact,
    /// `NET_CAPABILITY_VALIDATED` of the active network (23).
    pub validated: BoolFact,
}

/// Free space.
#[uniffi::remote(Record)]
pub struct AndroidStorageFacts {
    /// `StorageManager.getAllocatableBytes()` (26; before, `StatFs.getAvailableBytes()`), bytes, 0 or above.
    pub free_bytes: NumberFact,
}

/// The camera, which registration needs.
#[uniffi::remote(Record)]
pub struct AndroidCameraFacts {
    /// `checkSelfPermission(CAMERA)` is granted (23).
    pub granted: BoolFact,
    /// `Activity.shouldShowRequestPermissionRationale(CAMERA)` (23).
    pub rationale: BoolFact,
    /// The shell's own mark that the permission was asked for, kept where backups do not go; or the host's word.
    pub asked: BoolFact,
    /// `DevicePolicyManager.getCameraDisabled(null)` (14).
    pub disabled_by_policy: BoolFact,
    /// `PackageManager.hasSystemFeature(FEATURE_CAMERA_ANY)` (17).
    pub present: BoolFact,
}

/// The Android user in which the app lives.
#[uniffi::remote(Record)]
pub struct AndroidUserFacts {
    /// `Process.myUid()` / 100000: 0 for the owner, 95 or 999 for a cloned app on some phones. 0 to 21474.
    pub id: NumberFact,
    /// `UserManager.isManagedProfile()` (30; before, an active admin that owns the profile).
    pub managed_profile: BoolFact,
}
