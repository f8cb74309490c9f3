//! What iOS and iPadOS say.

use crate::fact::{
    AlertStyleFact, BackgroundRefreshFact, BoolFact, CameraAuthorizationFact,
    NotificationAuthorizationFact, NotificationSettingFact, NumberFact,
};
use crate::install::IosInstallFacts;
pub use diagnose_core::facts::ios::{
    AlertStyle, BackgroundRefresh, CameraAuthorization, IosBackgroundFacts, IosCameraFacts,
    IosFacts, IosNetworkFacts, IosNotificationFacts, IosOsFacts, IosPushFacts, IosStorageFacts,
    NotificationAuthorization, NotificationSetting,
};

/// What iOS says about the phone and the app.
#[uniffi::remote(Record)]
pub struct IosFacts {
    /// The operating system.
    pub os: IosOsFacts,
    /// `UNNotificationSettings` of the app.
    pub notifications: IosNotificationFacts,
    /// What keeps the app from running in the background.
    pub background: IosBackgroundFacts,
    /// Apple's push service.
    pub push: IosPushFacts,
    /// The connection.
    pub network: IosNetworkFacts,
    /// The installation.
    pub install: IosInstallFacts,
    /// Free space.
    pub storage: IosStorageFacts,
    /// The camera, which registration needs.
    pub camera: IosCameraFacts,
}

/// The operating system: `ProcessInfo.operatingSystemVersion`.
#[uniffi::remote(Record)]
pub struct IosOsFacts {
    /// `majorVersion`, 1 to 99.
    pub major: i64,
    /// `minorVersion`, 0 to 99.
    pub minor: i64,
}

/// `UNUserNotificationCenter.notificationSettings()`.
#[uniffi::remote(Record)]
pub struct IosNotificationFacts {
    /// `authorizationStatus`.
    pub authorization: NotificationAuthorizationFact,
    /// `alertSetting`.
    pub alerts: NotificationSettingFact,
    /// `alertStyle`.
    pub alert_style: AlertStyleFact,
    /// `lockScreenSetting`.
    pub lock_screen: NotificationSettingFact,
    /// `notificationCenterSetting`.
    pub notification_centre: NotificationSettingFact,
    /// `scheduledDeliverySetting` (15).
    pub scheduled_delivery: NotificationSettingFact,
    /// `timeSensitiveSetting` (15).
    pub time_sensitive: NotificationSettingFact,
    /// `INFocusStatusCenter.focusStatus.isFocused` (15): *no permission* without Apple's entitlement.
    pub focused: BoolFact,
}

/// `UNAuthorizationStatus`.
#[uniffi::remote(Enum)]
pub enum NotificationAuthorization {
    /// `notDetermined`: never asked.
    NotDetermined,
    /// `denied`.
    Denied,
    /// `authorized`.
    Authorized,
    /// `provisional`: delivered quietly until the user decides.
    Provisional,
    /// `ephemeral`: an App Clip.
    Ephemeral,
}

/// `UNNotificationSetting`.
#[uniffi::remote(Enum)]
pub enum NotificationSetting {
    /// `notSupported`: the phone or the app has no such setting, which is not the same as off.
    NotSupported,
    /// `disabled`: off.
    Disabled,
    /// `enabled`: on.
    Enabled,
}

/// `UNAlertStyle`.
#[uniffi::remote(Enum)]
pub enum AlertStyle {
    /// `none`: no banner.
    NoBanner,
    /// `banner`: a banner that goes away.
    Banner,
    /// `alert`: a banner that stays.
    Alert,
}

/// What keeps the app from running in the background.
#[uniffi::remote(Record)]
pub struct IosBackgroundFacts {
    /// `UIApplication.backgroundRefreshStatus`.
    pub refresh: BackgroundRefreshFact,
    /// `ProcessInfo.isLowPowerModeEnabled`.
    pub low_power_mode: BoolFact,
}

/// `UIBackgroundRefreshStatus`.
#[uniffi::remote(Enum)]
pub enum BackgroundRefresh {
    /// `available`: on.
    Available,
    /// `denied`: off for the app or for the phone.
    Denied,
    /// `restricted`: off, and the user cannot turn it on.
    Restricted,
}

/// Apple's push service.
#[uniffi::remote(Record)]
pub struct IosPushFacts {
    /// `UIApplication.isRegisteredForRemoteNotifications`.
    pub registered: BoolFact,
    /// A socket to Apple's push service opened, on its own port or on 443 (two tries by the shell).
    pub host_reachable: BoolFact,
}

/// The connection.
#[uniffi::remote(Record)]
pub struct IosNetworkFacts {
    /// `NWPathMonitor` says that the path is satisfied.
    pub connected: BoolFact,
}

/// Free space.
#[uniffi::remote(Record)]
pub struct IosStorageFacts {
    /// `volumeAvailableCapacityForImportantUsage`, bytes, 0 or above.
    pub free_bytes: NumberFact,
}

/// The camera, which registration needs.
#[uniffi::remote(Record)]
pub struct IosCameraFacts {
    /// `AVCaptureDevice.authorizationStatus(for: .video)`.
    pub authorization: CameraAuthorizationFact,
}

/// `AVAuthorizationStatus`.
#[uniffi::remote(Enum)]
pub enum CameraAuthorization {
    /// `notDetermined`: never asked.
    NotDetermined,
    /// `restricted`: switched off by the organisation or by Screen Time.
    Restricted,
    /// `denied`.
    Denied,
    /// `authorized`.
    Authorized,
}
