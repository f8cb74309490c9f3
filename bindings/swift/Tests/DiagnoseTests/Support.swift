import Diagnose
import Foundation
import Testing

/// A folder that the test command names in the environment.
func folder(_ variable: String) throws -> URL {
    let path = try #require(
        ProcessInfo.processInfo.environment[variable], "tests/run says where \(variable) is")
    return URL(fileURLWithPath: path, isDirectory: true)
}

/// One of the phones that the cases start from.
func phone(_ name: String) throws -> DeviceFacts {
    let file = try folder("DIAGNOSE_TESTS").appendingPathComponent("phones/\(name).json")
    return try factsFromJson(text: String(contentsOf: file, encoding: .utf8))
}

let noQuestion = Question(complaint: nil, received: nil)
let english = Reader(language: "en", offsetMinutes: 0, maker: nil)

/// A finding by its check's number.
func finding(_ check: Int32, of report: Report) throws -> Finding {
    try #require(report.findings.first { $0.check == check })
}

/// What `body` throws, as the library's own error.
func thrown(by body: () throws -> Void) throws -> DiagnoseError {
    do {
        try body()
    } catch let error as DiagnoseError {
        return error
    }
    struct NothingThrown: Error {}
    throw NothingThrown()
}

/// A folder that is gone when `body` ends.
func withTemporaryFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
