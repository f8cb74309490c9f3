#!/usr/bin/env bash
# Builds the phone's library as it is released: tools/phone-library.sh TARGET cdylib|staticlib [RUSTC ARGUMENT…]
# Prints its path; its symbols are still in it. Paths of this machine are not.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
[ $# -ge 2 ] || { echo "Usage: tools/phone-library.sh TARGET cdylib|staticlib [RUSTC ARGUMENT…]" >&2; exit 2; }

# The longest prefix last, which rustc tries first.
flags=(
  # Says what generic code is for: tools/size.sh.
  -Csymbol-mangling-version=v0
  "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="
  "--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust="
  "--remap-path-prefix=$PWD="
)
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS
# Alone, never with the workspace: another crate's features would come along.
cargo rustc -q -p diagnose-bindings --profile phone --target "$1" --crate-type "$2" --locked -- "${@:3}" >&2
folder=${CARGO_TARGET_DIR:-target}/$1/phone
case $2:$1 in
  staticlib:*) echo "$folder/libdiagnose.a" ;;
  cdylib:*-apple-*) echo "$folder/libdiagnose.dylib" ;;
  *) echo "$folder/libdiagnose.so" ;;
esac
