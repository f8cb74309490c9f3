import Diagnose
import Foundation
import Testing

// A panic arrives as an error that is no DiagnoseError: that all of these come back, and throw
// nothing else, is the first thing that they test.

@Test("Huge texts and long lists are refused by their place")
func hugeInput() throws {
    let huge = String(repeating: "\u{1F4F1}", count: 4_000_000)
    var profile = try embeddedProfile(id: "blink")
    profile.words.app = huge
    let facts = try phone("android-15-in-order")
    let ofProfile = try thrown {
        _ = try diagnose(facts: facts, question: noQuestion, profile: profile, reader: english)
    }
    guard case .Profile(let message) = ofProfile else {
        Issue.record("\(ofProfile)")
        return
    }
    #expect(message.hasPrefix("in the profile, ") && message.contains("words.app"))
    #expect(message.count < 500)

    let longList = try change(facts) { android in
        android.install.splitProblems = .known(
            value: Array(repeating: .languageMissing, count: 1_000_000))
    }
    let ofFacts = try thrown {
        _ = try diagnose(
            facts: longList, question: noQuestion, profile: try embeddedProfile(id: "blink"), reader: english)
    }
    guard case .Facts(let message) = ofFacts else {
        Issue.record("\(ofFacts)")
        return
    }
    #expect(message.contains("split_problems"))
    #expect(message.count < 500)
}

@Test("Numbers at the ends of their range", arguments: [Int64.min, -1, 0, .max])
func extremeNumbers(number: Int64) throws {
    let profile = try embeddedProfile(id: "blink")
    let facts = try phone("android-15-in-order")
    // A wrong clock is a fact like any other.
    var clock = facts
    clock.clock.phone = Time(seconds: number)
    let diagnosis = try diagnose(facts: clock, question: noQuestion, profile: profile, reader: english)
    #expect(try finding(18, of: diagnosis.report).outcome == .fail)

    let level = try change(facts) { $0.os.apiLevel = number }
    #expect(throws: DiagnoseError.self) {
        try diagnose(facts: level, question: noQuestion, profile: profile, reader: english)
    }
    if number == .min || number == .max {
        let far = Reader(language: "en", offsetMinutes: number, maker: nil)
        #expect(
            try thrown { _ = try diagnose(facts: facts, question: noQuestion, profile: profile, reader: far) }
                .localizedDescription.contains("offset_minutes"))
        #expect(
            try thrown { _ = try complaints(profile: profile, reader: far) }
                == .Question(
                    message: "in the question, `reader.offset_minutes`: found \(number), expected -1439 to 1439"))
        let received = Question(complaint: .linkInactive, received: Time(seconds: number))
        #expect(
            try thrown { _ = try diagnose(facts: facts, question: received, profile: profile, reader: english) }
                .localizedDescription.contains("received"))
    }
}

@Test("Many threads at once get what one gets")
func manyThreads() throws {
    let profile = try embeddedProfile(id: "blink")
    let facts = try phone("android-15-in-order")
    let alone = try diagnose(facts: facts, question: noQuestion, profile: profile, reader: english)
    let choices = try complaints(profile: profile, reader: english)
    let lock = NSLock()
    nonisolated(unsafe) var other: [String] = []
    DispatchQueue.concurrentPerform(iterations: 2_000) { at in
        let same: Bool
        switch at % 4 {
        case 0: same = (try? diagnose(facts: facts, question: noQuestion, profile: profile, reader: english)) == alone
        case 1: same = (try? complaints(profile: profile, reader: english)) == choices
        case 2: same = (try? codeQrMatrix(text: alone.code.text)) != nil
        default:
            let error = try? thrown { _ = try embeddedProfile(id: "\(at)") }
            if case .Text = error { same = true } else { same = false }
        }
        if !same { lock.withLock { other.append("call \(at)") } }
    }
    #expect(other.isEmpty)
}

@Test(
    "Languages that are none",
    arguments: ["", "-", "xx", "de-AT", "\u{0}", "xx-\u{202E}", String(repeating: "a-", count: 500_000)])
func strangeLanguages(language: String) throws {
    let reader = Reader(language: language, offsetMinutes: 0, maker: nil)
    let diagnosis = try diagnose(
        facts: try phone("android-15-in-order"), question: noQuestion, profile: try embeddedProfile(id: "blink"),
        reader: reader)
    #expect(diagnosis.advice.language == "en")
}

@Test("Texts that are not what they should be")
func strangeTexts() throws {
    let huge = String(repeating: "9", count: 5_000_000)
    for text in ["", "\u{0}", "\u{FFFD}", huge] {
        #expect(throws: DiagnoseError.self) { try codeQrMatrix(text: text) }
        #expect(throws: DiagnoseError.self) { try parseDay(text: text) }
        #expect(throws: DiagnoseError.self) { try embeddedProfile(id: text) }
        #expect(throws: DiagnoseError.self) { try parseAppVersion(text: text) }
        #expect(try makerOf(manufacturer: text) == .other)
    }
    #expect(throws: DiagnoseError.self) { try parseDay(text: "2026-02-30") }
}

@Test("Moments that no calendar reaches")
func strangeMoments() {
    for (seconds, expected) in [
        (TimeInterval.nan, Int64.min), (.infinity, .max), (-.infinity, .min), (1e300, .max), (-0.5, -1), (1.9, 1),
    ] {
        #expect(Time(Date(timeIntervalSince1970: seconds)).seconds == expected)
    }
    #expect(Time(seconds: looked).date == Date(timeIntervalSince1970: 1_795_507_200))
}

/// Facts of an Android phone, changed.
private func change(_ facts: DeviceFacts, _ make: (inout AndroidFacts) -> Void) throws -> DeviceFacts {
    var facts = facts
    guard case .android(var android) = facts.phone else { return facts }
    make(&android)
    facts.phone = .android(facts: android)
    return facts
}
