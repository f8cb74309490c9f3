// The examples of docs/bindings.md, one after the other, as an app has them: tools/snippets puts them in.
// swift-format-ignore-file
import Diagnose
import Foundation
import Testing

@Test("The examples of docs/bindings.md run as they stand there")
func snippets() async throws {
    guard case .ios(let told) = try phone("ios-18-in-order").phone else {
        Issue.record("the phone is of the other platform")
        return
    }
    let (background, push, network, install) = (told.background, told.push, told.network, told.install)
    let (storage, camera) = (told.storage, told.camera)
    let apk = try folder("DIAGNOSE_TESTS").appendingPathComponent("../integrity/fuzz/seeds/signing_block/v2-v3.apk")
    let files = InstalledFiles(base: apk.path, splits: [], libraryFolder: nil)
    let device = Device(apiLevel: 35, abis: [], density: nil, languages: [], pageSize: nil)
    // SNIPPETS
    #expect(diagnosis.report.findings.count == 24)
    #expect(choices.first?.complaint == .phoneNumberInvalid)
    #expect(Int64(modules.dark.count) == modules.size * modules.size)
    #expect(levels.app == .pass)
    #expect(verification.files.map(\.verdict) == [.intact])
}
