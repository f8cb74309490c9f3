#!/usr/bin/env bash
# Builds the library and writes the generated part of bindings/swift: tools/swift-bindings.sh [--cases]
#   --cases  with the functions that the tests of the shared cases need, and a profile for tests; and the examples of
#            docs/bindings.md as a test
# Prints the folder in which the linker finds the library.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."

features=()
[ "${1-}" != --cases ] || features=(--features cases)

target=${CARGO_TARGET_DIR:-target}
cargo rustc -q -p diagnose-bindings "${features[@]}" --crate-type staticlib --locked >&2
cargo build -q -p diagnose-bindgen --locked
library=$target/debug/libdiagnose.a

generated=$target/swift-generated
rm -rf -- "$generated"
"$target/debug/uniffi-bindgen" generate "$library" --language swift --no-format --out-dir "$generated" >&2

# Swift compiles anew what is newer, also if it is the same.
place() {
  cmp -s -- "$1" "$2" || { mkdir -p -- "$(dirname -- "$2")" && cp -- "$1" "$2"; }
}
place "$generated/DiagnoseBindings.swift" bindings/swift/Sources/Diagnose/DiagnoseBindings.swift
place "$generated/DiagnoseFFI.h" bindings/swift/Sources/DiagnoseFFI/DiagnoseFFI.h
place "$generated/DiagnoseFFI.modulemap" bindings/swift/Sources/DiagnoseFFI/module.modulemap

if [ ${#features[@]} -gt 0 ]; then
  tools/snippets swift bindings/swift/Tests/Snippets.swift bindings/swift/Tests/DiagnoseTests/SnippetsTests.swift
fi

# Another library is another folder: SwiftPM links again only where its own arguments differ. Alone in its folder, for
# the linker prefers a shared library.
link=$(realpath -- "$target")/swift-link/$(sha256sum -- "$library" | cut -c 1-16)
if [ ! -e "$link/libdiagnose.a" ]; then
  rm -rf -- "$(dirname -- "$link")"
  mkdir -p -- "$link"
  cp -- "$library" "$link/libdiagnose.a"
fi
echo "$link"
