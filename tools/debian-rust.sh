#!/usr/bin/env bash
# Debian's Rust with the sources of its standard library, and the linker of its LLVM, unpacked into the cache and not
# installed: tools/debian-rust.sh
# Prints its folder. Needs Debian 12; not root, unless apt knows no packages yet.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
. tools/setup.sh

packages=(cargo-web rustc-web libstd-rust-web-dev rust-web-src lld-22)

# What the compiler is, whose place it takes for the folder of its standard library: it has the version in its name.
compiler() { apt-cache depends --important libstd-rust-web-dev | sed -n 's/^ *Depends: \(libstd-rust-web-[0-9].*\)/\1/p'; }

# name=version of each package that is needed and not installed here. The libraries they need are among them.
to_fetch() {
  # shellcheck disable=SC2046 # a word or none
  apt-get -s install --no-install-recommends --reinstall "${packages[@]}" $(compiler) 2>/dev/null |
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
cache=${XDG_CACHE_HOME:-$HOME/.cache}/blink-diagnose
prefix=$cache/rust-for-targets-$(sha256sum <<<"$wanted" | cut -c 1-12)
if [ ! -e "$prefix/.ready" ]; then
  rm -rf -- "$prefix"
  # shellcheck disable=SC2086 # a list of words
  (fetch "$prefix" $wanted) >&2
  touch -- "$prefix/.ready"
fi
echo "$prefix"
