#!/usr/bin/env bash
# Builds bindings/swift/DiagnoseFFI.xcframework and the generated Swift beside it: tools/build-xcframework.sh
#
# Not run where this project is tested, which has no Xcode: see docs/not-run.md. Needs macOS with Xcode 16 or newer, and
#   rustup target add aarch64-apple-ios aarch64-apple-ios-sim
#   rustup component add rust-src
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

package=bindings/swift
target=${CARGO_TARGET_DIR:-target}
# As in Package.swift.
export IPHONEOS_DEPLOYMENT_TARGET=15.0

device=$(tools/phone-library.sh aarch64-apple-ios staticlib)
simulator=$(tools/phone-library.sh aarch64-apple-ios-sim staticlib)

cargo build -q -p diagnose-bindgen --locked
generated=$target/swift-generated
rm -rf -- "$generated" "$package/DiagnoseFFI.xcframework"
"$target/debug/uniffi-bindgen" generate "$device" --language swift --no-format --out-dir "$generated"

# A folder of its own: another framework may have a module map too.
headers=$generated/headers/DiagnoseFFI
mkdir -p -- "$headers"
cp -- "$generated/DiagnoseFFI.h" "$headers/"
cp -- "$generated/DiagnoseFFI.modulemap" "$headers/module.modulemap"
xcodebuild -create-xcframework \
  -library "$device" -headers "$generated/headers" \
  -library "$simulator" -headers "$generated/headers" \
  -output "$package/DiagnoseFFI.xcframework"
cp -- "$generated/DiagnoseBindings.swift" "$package/Sources/Diagnose/"

python3 tools/third_party.py aarch64-apple-ios "$package/DiagnoseFFI.xcframework"
