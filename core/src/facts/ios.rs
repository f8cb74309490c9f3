//! What iOS and iPadOS say. All calls exist from iOS 15 unless a line says otherwise.

use super::install::IosInstallFacts;
use crate::{
    fact::Fact,
    record::{choice, record},
};

record! {
    /// What iOS says about the phone and the app.
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
}

record! {
    /// The operating system: `ProcessInfo.operatingSystemVersion`.
    pub struct IosOsFacts {
        /// `majorVersion`, 1 to 99.
        pub major: i64,
        /// `minorVersion`, 0 to 99.
        pub minor: i64,
    }
}

record! {
    /// `UNUserNotificationCenter.notificationSettings()`.
    pub struct IosNotificationFacts {
        /// `authorizationStatus`.
        pub authorization: Fact<NotificationAuthorization>,
        /// `alertSetting`.
        pub alerts: Fact<NotificationSetting>,
        /// `alertStyle`.
        pub alert_style: Fact<AlertStyle>,
        /// `lockScreenSetting`.
        pub lock_screen: Fact<NotificationSetting>,
        /// `notificationCenterSetting`.
        pub notification_centre: Fact<NotificationSetting>,
        /// `scheduledDeliverySetting` (15).
        pub scheduled_delivery: Fact<NotificationSetting>,
        /// `timeSensitiveSetting` (15).
        pub time_sensitive: Fact<NotificationSetting>,
        /// `INFocusStatusCenter.focusStatus.isFocused` (15): *no permission* without Apple's entitlement.
        pub focused: Fact<bool>,
    }
}

choice! {
    /// `UNAuthorizationStatus`.
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
}

choice! {
    /// `UNNotificationSetting`.
    pub enum NotificationSetting {
        /// `notSupported`: the phone or the app has no such setting, which is not the same as off.
        NotSupported,
        /// `disabled`: off.
        Disabled,
        /// `enabled`: on.
        Enabled,
    }
}

choice! {
    /// `UNAlertStyle`.
    pub enum AlertStyle {
        /// `none`: no banner.
        #[cfg_attr(not(plain), serde(rename = "none"))]
        NoBanner,
        /// `banner`: a banner that goes away.
        Banner,
        /// `alert`: a banner that stays.
        Alert,
    }
}

record! {
    /// What keeps the app from running in the background.
    pub struct IosBackgroundFacts {
        /// `UIApplication.backgroundRefreshStatus`.
        pub refresh: Fact<BackgroundRefresh>,
        /// `ProcessInfo.isLowPowerModeEnabled`.
        pub low_power_mode: Fact<bool>,
    }
}

choice! {
    /// `UIBackgroundRefreshStatus`.
    pub enum BackgroundRefresh {
        /// `available`: on.
        Available,
        /// `denied`: off for the app or for the phone.
        Denied,
        /// `restricted`: off, and the user cannot turn it on.
        Restricted,
    }
}

record! {
    /// Apple's push service.
    pub struct IosPushFacts {
        /// `UIApplication.isRegisteredForRemoteNotifications`.
        pub registered: Fact<bool>,
        /// A socket to Apple's push service opened, on its own port or on 443 (two tries by the shell).
        pub host_reachable: Fact<bool>,
    }
}

record! {
    /// The connection.
    pub struct IosNetworkFacts {
        /// `NWPathMonitor` says that the path is satisfied.
        pub connected: Fact<bool>,
    }
}

record! {
    /// Free space.
    pub struct IosStorageFacts {
        /// `volumeAvailableCapacityForImportantUsage`, bytes, 0 or above.
        pub free_bytes: Fact<i64>,
    }
}

record! {
    /// The camera, which registration needs.
    pub struct IosCameraFacts {
        /// `AVCaptureDevice.authorizationStatus(for: .video)`.
        pub authorization: Fact<CameraAuthorization>,
    }
}

choice! {
    /// `AVAuthorizationStatus`.
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
}
