#!/usr/bin/env bash
# Type-checks what a phone's library is made of for phones: tools/check-targets.sh TARGET…
#
# No machine here has the standard library of those targets, so cargo checks it too, from Debian's sources
# (-Zbuild-std), with Debian's compiler: tools/debian-rust.sh. Nothing is linked.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
. tools/setup.sh

prefix=$(tools/debian-rust.sh)

# A C compiler that makes nothing: a crate for Apple's log compiles C in its build script. That C is not checked.
stub=$prefix/stub
mkdir -p -- "$stub/iPhoneOS.sdk"
cat >"$stub/cc" <<'SH'
#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in
    -o) : >"$2" ;;
    *.a) : >"$1" ;;
  esac
  shift
done
SH
chmod +x "$stub/cc"

# The crate that is on the phone, and with it the two that it is made of.
crates=(-p diagnose-bindings --lib)

check() {
  local target=$1 variable=${1//-/_}
  env LD_LIBRARY_PATH="$prefix/usr/lib/x86_64-linux-gnu" PATH="$prefix/usr/bin:$PATH" \
    RUSTC="$prefix/usr/bin/rustc" RUSTC_BOOTSTRAP=1 \
    CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 \
    SDKROOT="$stub/iPhoneOS.sdk" "CC_$variable=$stub/cc" "AR_$variable=$stub/cc" \
    "$prefix/usr/bin/cargo" check -Zbuild-std=std,panic_abort --locked --target "$target" \
    --target-dir "${CARGO_TARGET_DIR:-target}/targets" "${crates[@]}"
}

say "Debian's Rust, its standard library from source"
for target; do
  check "$target"
  echo "$target: checked"
done
