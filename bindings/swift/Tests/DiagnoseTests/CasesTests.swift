import Diagnose
import Foundation
import Testing

/// A case of tests/cases with complete facts and expectations.
struct SharedCase {
    let name: String
    let facts: DeviceFacts
    let profile: Profile
    let question: Question
    let expected: [String: Any]

    init(_ file: URL) throws {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let json = try #require(object as? [String: Any])
        func text(_ field: String) throws -> String {
            String(decoding: try JSONSerialization.data(withJSONObject: try #require(json[field])), as: UTF8.self)
        }
        name = try #require(json["name"] as? String)
        facts = try factsFromJson(text: text("facts"))
        profile = try profileFromJson(text: text("profile"))
        expected = try #require(json["expected"] as? [String: Any])
        let asked = try #require(json["question"] as? [String: Any])
        question = Question(
            complaint: try (asked["complaint"] as? Int).map { try #require(Self.complaints[$0]) },
            received: try (asked["received"] as? String).map {
                Time(try #require(ISO8601DateFormatter().date(from: $0)))
            })
    }

    static let complaints: [Int: Complaint] = [
        1: .phoneNumberInvalid, 2: .installOrCrash, 3: .resetFailed, 4: .numberInUse, 5: .linkInactive,
        6: .noNotifications, 15: .other,
    ]

    static func all() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder("DIAGNOSE_CASES"), includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "json" }
        .sorted { $0.path < $1.path }
    }
}

@Test("Every shared case: report, advice and code, field by field")
func everySharedCase() throws {
    var ran = 0
    for file in try SharedCase.all() {
        let shared = try SharedCase(file)
        let diagnosis = try diagnose(
            facts: shared.facts, question: shared.question, profile: shared.profile, reader: english)
        let text = try diagnosisToJson(diagnosis: diagnosis)
        let found = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let differing = differences(found, shared.expected)
        #expect(differing.isEmpty, "\(shared.name)")
        // What an app reads needs no JSON.
        #expect(diagnosis.code.text == shared.expected["code"] as? String, "\(shared.name)")
        #expect(diagnosis.code.groups.joined(separator: "-") == diagnosis.code.text, "\(shared.name)")
        let advice = try #require(shared.expected["advice"] as? [String: Any])
        #expect(diagnosis.advice.headline == advice["headline"] as? String, "\(shared.name)")
        ran += 1
    }
    // Read by the test command, which knows how many there are.
    print("shared cases run: \(ran)")
}

@Test("The comparison of the cases sees what differs")
func differencesAreSeen() throws {
    func json(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }
    let expected = #"{"a":[1,{"b":null,"c":true}],"d":"x"}"#
    #expect(differences(try json(expected), try json(expected)).isEmpty)
    for (found, difference) in [
        (#"{"a":[1,{"b":null,"c":true}],"d":"y"}"#, ".d is y, expected x"),
        (#"{"a":[2,{"b":null,"c":true}],"d":"x"}"#, ".a[0] is 2, expected 1"),
        (#"{"a":[1,{"c":true}],"d":"x"}"#, ".a[1].b is missing"),
        (#"{"a":[1,{"b":null,"c":true,"e":1}],"d":"x"}"#, ".a[1].e is not expected"),
        (#"{"a":[1],"d":"x"}"#, ".a has 1 items, expected 2"),
    ] {
        #expect(differences(try json(found), try json(expected)) == [difference])
    }
    let number = differences(try json(#"{"a":[1,{"b":null,"c":1}],"d":"x"}"#), try json(expected))
    #expect(number.count == 1 && number[0].hasPrefix(".a[1].c is "))
}
