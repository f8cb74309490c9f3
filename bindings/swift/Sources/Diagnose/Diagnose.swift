import Foundation

// What stands beside the generated types and functions: conversions from Foundation, and verification that does not
// block. A String of Swift is valid Unicode always, so there is nothing to replace in texts.

extension Time {
    /// A moment; fractions of a second are dropped. Moments that no calendar reaches become the nearest whole number.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        self.init(seconds: Int64(exactly: seconds) ?? (seconds > 0 ? .max : .min))
    }

    /// The same moment.
    public var date: Date {
        Date(timeIntervalSince1970: TimeInterval(seconds))
    }
}

extension Reader {
    /// The user of this phone: its first language and its time zone as it is at `date`.
    public static func current(at date: Date = Date()) -> Reader {
        Reader(
            language: Locale.preferredLanguages.first ?? "en",
            offsetMinutes: Int64(TimeZone.current.secondsFromGMT(for: date) / 60),
            maker: nil)
    }
}

extension DiagnoseError: LocalizedError {
    /// What went wrong, in English, for a developer. Reads well after "could not diagnose the phone: ".
    public var errorDescription: String? {
        switch self {
        case .Facts(let message), .Profile(let message), .Question(let message), .Installation(let message),
            .Text(let message), .Code(let message), .Failed(let message):
            return message
        }
    }
}

/// How far a verification is, in bytes.
public struct VerificationProgress: Equatable, Sendable {
    /// Verified so far.
    public let done: Int64
    /// To be verified.
    public let total: Int64
}

/// Verifies the files of an installed Android app without blocking the calling task.
///
/// `onProgress` is called on a thread of its own, every 50 milliseconds at most, and with all bytes at the end.
///
/// - Throws: `DiagnoseError.Installation` for an impossible value of the device; `CancellationError` where the task
///   was cancelled before the work was done.
public func verifyInstallation(
    files: InstalledFiles,
    device: Device,
    onProgress: @escaping @Sendable (VerificationProgress) -> Void = { _ in }
) async throws -> Verification {
    let relay = ProgressRelay(tell: onProgress)
    let verification = try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
            // A thread that may block: those of Swift's tasks are few.
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(
                    with: Result { try verifyInstallation(files: files, device: device, progress: relay) })
            }
        }
    } onCancel: {
        relay.cancel()
    }
    if verification.stopped {
        throw CancellationError()
    }
    return verification
}

/// Passes progress on until it is cancelled.
private final class ProgressRelay: VerifyProgress, @unchecked Sendable {
    private let tell: @Sendable (VerificationProgress) -> Void
    private let lock = NSLock()
    private var cancelled = false

    init(tell: @escaping @Sendable (VerificationProgress) -> Void) {
        self.tell = tell
    }

    func cancel() {
        lock.withLock { cancelled = true }
    }

    func advanced(done: Int64, total: Int64) throws -> Bool {
        if lock.withLock({ cancelled }) {
            return false
        }
        tell(VerificationProgress(done: done, total: total))
        return true
    }
}
