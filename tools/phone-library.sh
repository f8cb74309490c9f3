#!/usr/bin/env bash
# Builds the phone's library as it is released: tools/phone-library.sh TARGET cdylib|staticlib [RUSTC ARGUMENT…]
# Prints its path; its symbols are still in it. Paths of this machine are not.
#
# The standard library is built with it, for size and without backtraces (docs/adr/0011-the-standard-library-is-built-too.md).
# Needs its sources: rustup component add rust-src, or tools/debian-rust.sh.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
[ $# -ge 2 ] || { echo "Usage: tools/phone-library.sh TARGET cdylib|staticlib [RUSTC ARGUMENT…]" >&2; exit 2; }

rust=$(${RUSTC:-rustc} --print sysroot)
[ -e "$rust/lib/rustlib/src/rust/library" ] || {
  echo "The sources of Rust's standard library are missing: rustup component add rust-src" >&2
  exit 101
}

# The longest prefix last, which rustc tries first.
flags=(
  # Says what generic code is for: tools/size.sh.
  -Csymbol-mangling-version=v0
  # Unwinding by a frame pointer needs shorter tables.
  -Cforce-frame-pointers=yes
  # Where a panic was, and all but the names in what it prints of a value.
  -Zlocation-detail=none
  -Zfmt-debug=shallow
  # No type of this workspace has a drop of its own (tools/size.sh looks), and those of the dependencies cannot panic.
  -Zpanic-in-drop=abort
  # Digests with their rounds in a loop, where the processor has no instructions for them.
  '--cfg=sha2_backend_soft="compact"'
  "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="
  "--remap-path-prefix=$rust/lib/rustlib/src/rust="
  "--remap-path-prefix=$(realpath -- "$rust/lib/rustlib/src/rust")="
  "--remap-path-prefix=$PWD="
)
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}")
# The standard library can be built with unstable options only.
export CARGO_ENCODED_RUSTFLAGS RUSTC_BOOTSTRAP=1
# Alone, never with the workspace: another crate's features would come along. A little more inlined than "z" does is
# fewer functions, each of which costs a row in the tables for unwinding.
cargo rustc -q -p diagnose-bindings --profile phone --target "$1" --crate-type "$2" --locked \
  -Zbuild-std=std,panic_unwind -Zbuild-std-features=optimize_for_size -- \
  -Cllvm-args=-inline-threshold=15 "${@:3}" >&2
folder=${CARGO_TARGET_DIR:-target}/$1/phone
case $2:$1 in
  staticlib:*) echo "$folder/libdiagnose.a" ;;
  cdylib:*-apple-*) echo "$folder/libdiagnose.dylib" ;;
  *) echo "$folder/libdiagnose.so" ;;
esac
