//! A phone of which nothing was observed yet.

use super::{
    AndroidFacts, AppFacts, ClockFacts, DeliveryFacts, DeviceFacts, HostFacts, Phone,
    android::{
        AndroidBackgroundFacts, AndroidCameraFacts, AndroidClockFacts, AndroidNetworkFacts,
        AndroidNotificationFacts, AndroidOsFacts, AndroidPushFacts, AndroidStorageFacts,
        AndroidUsageFacts, AndroidUserFacts,
    },
    install::{AndroidInstallFacts, CrashFacts},
};
use crate::{
    fact::{Fact, Reason},
    time::Time,
};

const fn fact<T>() -> Fact<T> {
    Fact::Unreadable {
        reason: Reason::NotRun,
    }
}

impl DeviceFacts {
    /// An Android phone of this API level, 1 to 999, of which nothing else was observed: every fact is *not run*, and
    /// the clock stands at 1970. For who knows a part only, such as the installed files.
    #[must_use]
    pub const fn unobserved_android(api_level: i64) -> Self {
        Self {
            clock: ClockFacts {
                phone: Time::from_seconds(0),
            },
            app: AppFacts { version: fact() },
            host: HostFacts {
                server_time: fact(),
                server: fact(),
                newest_version: fact(),
                has_token: fact(),
                token_on_server: fact(),
                token_issued: fact(),
                registration: fact(),
            },
            delivery: DeliveryFacts { records: fact() },
            phone: Phone::Android {
                facts: AndroidFacts {
                    os: AndroidOsFacts {
                        api_level,
                        security_patch: fact(),
                    },
                    clock: AndroidClockFacts { network: fact() },
                    notifications: AndroidNotificationFacts {
                        enabled: fact(),
                        permission_declared: fact(),
                        rationale: fact(),
                        was_granted: fact(),
                        asked: fact(),
                        importance: fact(),
                        paused: fact(),
                        on_lock_screen: fact(),
                        interruption_filter: fact(),
                        channels: fact(),
                    },
                    usage: AndroidUsageFacts {
                        days_since_last_use: fact(),
                        auto_revoke_exempt: fact(),
                    },
                    background: AndroidBackgroundFacts {
                        restricted: fact(),
                        force_stopped: fact(),
                        standby_buckets: fact(),
                        power_save: fact(),
                        data_saver: fact(),
                    },
                    push: AndroidPushFacts {
                        play_services_installed: fact(),
                        play_services_enabled: fact(),
                        play_services_version: fact(),
                        host_reachable: fact(),
                    },
                    network: AndroidNetworkFacts {
                        connected: fact(),
                        metered: fact(),
                        aeroplane_mode: fact(),
                        captive_portal: fact(),
                        blocked_for_app: fact(),
                        validated: fact(),
                    },
                    install: AndroidInstallFacts {
                        signers: fact(),
                        files: fact(),
                        split_problems: fact(),
                        installer: fact(),
                        update_owner: fact(),
                        registered_on: fact(),
                    },
                    crashes: CrashFacts {
                        exits: fact(),
                        last_update: fact(),
                    },
                    storage: AndroidStorageFacts { free_bytes: fact() },
                    camera: AndroidCameraFacts {
                        granted: fact(),
                        rationale: fact(),
                        asked: fact(),
                        disabled_by_policy: fact(),
                        present: fact(),
                    },
                    user: AndroidUserFacts {
                        id: fact(),
                        managed_profile: fact(),
                    },
                },
            },
        }
    }
}
