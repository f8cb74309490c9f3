// swift-tools-version:6.0
import PackageDescription

// The library's C side: from the XCFramework on Apple's systems, from target/ on Linux, where the tests run.
// Both are made by tools: build-xcframework.sh, swift-bindings.sh.
#if os(Linux)
let ffi = Target.systemLibrary(name: "DiagnoseFFI")
let linked: [LinkerSetting] = [.linkedLibrary("diagnose")]
#else
let ffi = Target.binaryTarget(name: "DiagnoseFFI", path: "DiagnoseFFI.xcframework")
let linked: [LinkerSetting] = []
#endif

let package = Package(
    name: "Diagnose",
    platforms: [.iOS(.v15)],
    products: [.library(name: "Diagnose", targets: ["Diagnose"])],
    targets: [
        ffi,
        .target(name: "Diagnose", dependencies: ["DiagnoseFFI"], linkerSettings: linked),
        .testTarget(name: "DiagnoseTests", dependencies: ["Diagnose"]),
    ]
)
