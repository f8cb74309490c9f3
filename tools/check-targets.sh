#!/usr/bin/env bash
# Type-checks what a phone's library is made of for phones: tools/check-targets.sh TARGET…
#
# No machine here has the standard library of those targets, so cargo checks it too, from Debian's sources
# (-Zbuild-std), with Debian's compiler, unpacked into the cache and not installed. Nothing is linked.
# Needs Debian 12; not root, unless apt knows no packages yet.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
. tools/setup.sh

packages=(cargo-web rustc-web libstd-rust-web-dev rust-web-src)

# name=version of each package that is needed and not installed here. The libraries they need are among them.
to_fetch() {
  apt-get -s install --no-install-recommends --reinstall "${packages[@]}" 2>/dev/null |
    sed -n 's/^Inst \([^ ]*\) [^(]*(\([^ ]*\) .*/\1=\2/p'
}

fetch() {
  local into=$1 package
  shift
  mkdir -p -- "$into/debs" && cd -- "$into/debs" || return
  apt-get -q download "$@" || return
  for package in *.deb; do
    case $package in
      # A tenth of it: the standard library and what it depends on.
      rust-web-src_*)
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$into" --wildcards './usr/src/*/library' './usr/lib/rustlib*'
         
        ;;
      *) dpkg -x "$package" "$into" ;;
    esac || return
  done
  cd -- "$into" && rm -rf -- debs usr/share
}

wanted=$(to_fetch)
if [[ $wanted != *rust-web-src=* ]] && [ "$(id -u)" = 0 ]; then
  apt-get -q update >/dev/null
  wanted=$(to_fetch)
fi
[[ $wanted == *rust-web-src=* ]] || { say "apt here offers no ${packages[*]}."; exit 101; }
version=$(sed -n 's/^rust-web-src=//p' <<<"$wanted")
rust_version=${version%%[+~-]*}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/blink-diagnose
prefix=$cache/rust-for-targets-$(sha256sum <<<"$wanted" | cut -c 1-12)
if [ ! -e "$prefix/.ready" ]; then
  rm -rf -- "$prefix"
  # shellcheck disable=SC2086 # a list of words
  (fetch "$prefix" $wanted) >&2
  touch -- "$prefix/.ready"
fi

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

say "Rust $rust_version, its standard library from source"
for target; do
  check "$target"
  echo "$target: checked"
done
