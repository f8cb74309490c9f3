import Diagnose
import Testing

/// One fact changed through the generated types, and what the report then says of one check.
struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let check: Int32
    let outcome: Outcome
    let cause: Int32?
    let make: @Sendable (inout DeviceFacts) -> Void

    init(
        _ group: String, _ check: Int32, _ outcome: Outcome, _ cause: Int32?,
        make: @escaping @Sendable (inout DeviceFacts) -> Void
    ) {
        testDescription = group
        self.check = check
        self.outcome = outcome
        self.cause = cause
        self.make = make
    }

    /// A change of what Android says.
    static func android(
        _ group: String, _ check: Int32, _ outcome: Outcome, _ cause: Int32?,
        make: @escaping @Sendable (inout AndroidFacts, inout HostFacts) -> Void
    ) -> Change {
        Change("android \(group)", check, outcome, cause) { facts in
            guard case .android(var android) = facts.phone else { return }
            make(&android, &facts.host)
            facts.phone = .android(facts: android)
        }
    }

    /// A change of what iOS says.
    static func ios(
        _ group: String, _ check: Int32, _ outcome: Outcome, _ cause: Int32?,
        make: @escaping @Sendable (inout IosFacts, inout HostFacts) -> Void
    ) -> Change {
        Change("ios \(group)", check, outcome, cause) { facts in
            guard case .ios(var ios) = facts.phone else { return }
            make(&ios, &facts.host)
            facts.phone = .ios(facts: ios)
        }
    }
}

/// 2026-11-24 08:00 UTC, when the phones in order were looked at.
let looked: Int64 = 1_795_507_200

let androidChanges: [Change] = [
    Change("clock", 18, .fail, 0) { $0.clock.phone = Time(seconds: looked - 2 * 86_400) },
    Change("app", 14, .warn, nil) {
        $0.app.version = .known(value: AppVersion(major: 2, minor: 7, patch: 30, preRelease: ""))
    },
    Change("host", 21, .fail, 1) { $0.host.registration = .known(value: .removed) },
    Change("delivery", 9, .fail, 2) {
        let settings = SettingsLevels(
            app: .pass, channel: .pass, presentation: .pass, background: .pass, data: .pass, pushService: .pass)
        $0.delivery.records = .known(value: [
            DeliveryRecord(
                at: Time(seconds: looked - 3_600), event: .localNotSeen, delaySeconds: .unreadable(reason: .notRun),
                appVersion: AppVersion(major: 2, minor: 7, patch: 31, preRelease: ""), settings: settings)
        ])
    },
    .android("os", 1, .warn, nil) { android, _ in
        android.os.securityPatch = .known(value: Day(year: 2024, month: 2, day: 5))
    },
    .android("clock", 18, .fail, 0) { android, host in
        host.serverTime = .unreadable(reason: .hostSilent)
        android.clock.network = .known(value: Time(seconds: looked + 2 * 86_400))
    },
    .android("notifications", 2, .fail, 0) { android, _ in android.notifications.enabled = .known(value: false) },
    .android("usage", 2, .fail, 4) { android, _ in
        android.notifications.enabled = .known(value: false)
        android.usage.daysSinceLastUse = .known(value: 61)
    },
    .android("background", 6, .fail, 0) { android, _ in android.background.restricted = .known(value: true) },
    .android("push", 8, .fail, 1) { android, _ in android.push.playServicesEnabled = .known(value: false) },
    .android("network", 20, .fail, 7) { android, host in
        host.server = .unreadable(reason: .hostSilent)
        android.network.validated = .known(value: false)
    },
    .android("install", 12, .fail, 0) { android, _ in
        android.install.splitProblems = .known(value: [.nativeLibraryMissing])
    },
    .android("crashes", 17, .fail, 3) { android, _ in
        android.crashes.exits = .known(value: [
            ProcessExit(
                reason: .initializationFailure, at: Time(seconds: looked - 3_600),
                secondsSinceStart: .unreadable(reason: .notRun))
        ])
    },
    .android("storage", 19, .fail, 0) { android, _ in android.storage.freeBytes = .known(value: 699_999_999) },
    .android("camera", 22, .fail, 4) { android, host in
        host.registration = .known(value: .never)
        android.camera.present = .known(value: false)
    },
    .android("user", 16, .fail, 1) { android, _ in android.user.id = .known(value: 95) },
]

let iosChanges: [Change] = [
    .ios("os", 0, .fail, 0) { ios, _ in ios.os.major = 10 },
    .ios("notifications", 2, .fail, 3) { ios, _ in ios.notifications.authorization = .known(value: .denied) },
    .ios("background", 6, .fail, 4) { ios, _ in ios.background.refresh = .known(value: .denied) },
    .ios("push", 8, .fail, 6) { ios, _ in ios.push.registered = .known(value: false) },
    .ios("network", 20, .fail, 0) { ios, host in
        host.server = .unreadable(reason: .hostSilent)
        ios.network.connected = .known(value: false)
    },
    .ios("install", 11, .fail, 2) { ios, _ in
        ios.install.files = .known(value: [BundleFile(part: .executable, verdict: .damaged)])
    },
    .ios("storage", 19, .warn, nil) { ios, _ in ios.storage.freeBytes = .known(value: 1_499_999_999) },
    .ios("camera", 22, .fail, 2) { ios, host in
        host.registration = .known(value: .never)
        ios.camera.authorization = .known(value: .denied)
    },
]

@Test("A fact of each group, changed through the generated types: Android", arguments: androidChanges)
func androidGroup(change: Change) throws {
    try holds(change, of: try phone("android-15-in-order"), profile: try embeddedProfile(id: "blink"))
}

@Test("A fact of each group, changed through the generated types: iOS", arguments: iosChanges)
func iosGroup(change: Change) throws {
    var profile = try embeddedProfile(id: "blink")
    // Without a minimum, and with a push that is seen, two of the groups are not judged.
    profile.ios.minimum = IosVersion(major: 15, minor: 0)
    profile.ios.push.kind = .silent
    try holds(change, of: try phone("ios-18-in-order"), profile: profile)
}

private func holds(_ change: Change, of before: DeviceFacts, profile: Profile) throws {
    let report = { (facts: DeviceFacts) throws -> Report in
        try diagnose(facts: facts, question: noQuestion, profile: profile, reader: english).report
    }
    var after = before
    change.make(&after)
    #expect(after != before)
    let was = try finding(change.check, of: try report(before))
    #expect(was.outcome != change.outcome)
    let found = try finding(change.check, of: try report(after))
    #expect(found.outcome == change.outcome)
    #expect(found.cause == change.cause)
}

@Test("Every group of facts has its change")
func everyGroup() throws {
    func groups(_ value: Any) -> Set<String> {
        Set(Mirror(reflecting: value).children.compactMap(\.label))
    }
    let android = try phone("android-15-in-order")
    guard case .android(let androidFacts) = android.phone, case .ios(let iosFacts) = try phone("ios-18-in-order").phone
    else {
        Issue.record("the phones are of the other platform")
        return
    }
    let changed = Set((androidChanges + iosChanges).map(\.testDescription))
    let wanted = groups(android).subtracting(["phone"])
        .union(groups(androidFacts).map { "android \($0)" })
        .union(groups(iosFacts).map { "ios \($0)" })
    #expect(changed == wanted)
}
