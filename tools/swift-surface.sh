#!/usr/bin/env bash
# The generated Swift API of a release, against bindings/surface/swift.txt: tools/swift-surface.sh [--write]
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
. tools/setup.sh

held=bindings/surface/swift.txt
target=${CARGO_TARGET_DIR:-target}
cargo rustc -q -p diagnose-bindings --crate-type staticlib --locked >&2
cargo build -q -p diagnose-bindgen --locked
generated=$target/swift-surface
"$target/debug/uniffi-bindgen" generate "$target/debug/libdiagnose.a" --language swift --no-format \
  --out-dir "$generated" >&2
python3 tools/swift_surface.py "$generated/DiagnoseBindings.swift" >"$generated/surface.txt"
if [ "${1-}" = --write ]; then
  cp -- "$generated/surface.txt" "$held"
elif ! diff -u -- "$held" "$generated/surface.txt"; then
  say "The Swift API is not what $held says. Where that is meant: tools/swift-surface.sh --write"
  exit 1
fi
echo "$(grep -c '^public' "$held") public types and functions"
