import Diagnose
import Foundation
import Testing

private let device = Device(apiLevel: 35, abis: [], density: nil, languages: [], pageSize: nil)

private func installed(_ base: String, splits: [String] = []) -> InstalledFiles {
    InstalledFiles(base: base, splits: splits, libraryFolder: nil)
}

/// A small signed APK.
private func apk() throws -> URL {
    try folder("DIAGNOSE_TESTS").appendingPathComponent("../integrity/fuzz/seeds/signing_block/v2-v3.apk")
}

/// Writes the small APK with `zeros` bytes before its first entry: all of them are digested, and found damaged.
private func writeLargeApk(_ file: URL, zeros: UInt64) throws {
    var bytes = try Data(contentsOf: apk())
    // Without a comment the end record is the last 22 bytes; 16 bytes into it stands where the directory begins.
    let place = bytes.count - 6
    let directory = bytes[place..<(place + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    withUnsafeBytes(of: (directory + UInt32(zeros)).littleEndian) { moved in
        bytes.replaceSubrange(place..<(place + 4), with: moved)
    }
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.seek(toOffset: zeros)
    try handle.write(contentsOf: bytes)
    try handle.close()
}

/// Everything that was told of progress.
private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [VerificationProgress] = []

    func hear(_ progress: VerificationProgress) { lock.withLock { all.append(progress) } }
    var told: [VerificationProgress] { lock.withLock { all } }
}

@Test("A file as its signer signed it")
func intact() async throws {
    let heard = Heard()
    let verification = try await verifyInstallation(files: installed(apk().path), device: device) { heard.hear($0) }
    let file = try #require(verification.files.first)
    #expect(verification.files.count == 1)
    #expect(file.part == .base)
    #expect(file.verdict == .intact)
    #expect(file.reason == nil)
    #expect(file.signers.count == 1 && file.signers.allSatisfy { $0.count == 64 })
    guard case .known(let facts) = verification.filesFact else {
        Issue.record("\(verification.filesFact)")
        return
    }
    #expect(facts.map(\.verdict) == [.intact])
    #expect(!verification.stopped)
    #expect(heard.told.last.map { $0.done == $0.total && $0.total > 8_000 } == true)
}

@Test("Progress over a large file, which never falls")
func progress() async throws {
    try await withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("large.apk")
        try writeLargeApk(file, zeros: 300_000_000)
        let heard = Heard()
        let verification = try await verifyInstallation(files: installed(file.path), device: device) { heard.hear($0) }
        #expect(verification.files.map(\.verdict) == [.damaged])
        let told = heard.told
        #expect(told.count >= 2)
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.done <= $1.done })
        #expect(told.last.map { $0.done == $0.total && $0.total > 300_000_000 } == true)
    }
}

@Test("A cancelled task ends with a cancellation error, before it began and on the way")
func cancellation() async throws {
    try await withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("large.apk")
        try writeLargeApk(file, zeros: 2_000_000_000)
        let files = installed(file.path)

        let before = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await verifyInstallation(files: files, device: device) { _ in }
        }
        await #expect(throws: CancellationError.self) { try await before.value }

        let heard = Heard()
        let (begun, continuation) = AsyncStream.makeStream(of: Void.self)
        let onTheWay = Task {
            try await verifyInstallation(files: files, device: device) {
                heard.hear($0)
                continuation.yield()
            }
        }
        for await _ in begun {
            onTheWay.cancel()
            break
        }
        await #expect(throws: CancellationError.self) { try await onTheWay.value }
        #expect(heard.told.last.map { $0.done < 2_000_000_000 } == true)
    }
}

@Test("A callback that throws stops the work")
func throwing() throws {
    final class Throwing: VerifyProgress {
        struct Anything: Error {}
        func advanced(done: Int64, total: Int64) throws -> Bool { throw Anything() }
    }
    final class ThrowingItsOwn: VerifyProgress {
        func advanced(done: Int64, total: Int64) throws -> Bool { throw ProgressError.Failed }
    }
    for callback in [Throwing(), ThrowingItsOwn()] as [any VerifyProgress] {
        let verification = try verifyInstallation(
            files: installed(apk().path), device: device, progress: callback)
        #expect(verification.stopped)
    }
}

@Test("Paths that lead to no file are answers")
func paths() throws {
    let folder = try folder("DIAGNOSE_TESTS").path
    let huge = String(repeating: "/x", count: 1_000_000)
    for path in ["", "\u{0}", "/nowhere/base.apk", folder, "/dev/null", "/dev/zero", "a\u{0}b", huge] {
        let verification = try verifyInstallation(files: installed(path), device: device, progress: nil)
        #expect(verification.files.map(\.verdict) == [.unreadable], "\(path.prefix(40))")
        #expect(verification.files.first?.reason?.isEmpty == false)
    }
    let many = installed("", splits: Array(repeating: "/nowhere", count: 10_000))
    #expect(try verifyInstallation(files: many, device: device, progress: nil).files.count == 10_001)
}

@Test("Devices that cannot be", arguments: [Int64.min, -1, 0, 1_000, .max])
func devices(level: Int64) throws {
    let impossible = Device(apiLevel: level, abis: [], density: nil, languages: [], pageSize: nil)
    let error = try thrown {
        _ = try verifyInstallation(files: installed(""), device: impossible, progress: nil)
    }
    #expect(
        error
            == .Installation(message: "in the installation, `api_level`: found \(level), expected 1 to 999"))
}
