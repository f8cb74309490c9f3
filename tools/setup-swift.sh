#!/usr/bin/env bash
# Puts a Swift toolchain into the cache and prints its folder: root=$(tools/setup-swift.sh)
#
# Debian 12 has no Swift, and its C library is too old for Debian 13's. So this makes a small Debian 13 with Swift
# in a folder of its own, in which tools/in-swift runs a command. This machine's packages and sources stay as they are,
# but for debootstrap, which is installed if it is missing.
#
# Needs root (chroot, mounts), some 4 GB while it works and 2 GB afterwards. A second call takes no time.
# DEBIAN_MIRROR: where to fetch from; without it, where apt on this machine fetches from.
set -euo pipefail
here=$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")

suite=trixie
# What was tested. A point release of the suite may replace it: then the newest of the same release of Swift serves.
version=6.0.3-2 release=6.0.
packages=(libc6-dev libstdc++-14-dev)
# Never used here, a third of it: the debugger, editors' services, what other systems are built with, texts.
unused='usr/libexec/swift/bin/*lldb* usr/libexec/swift/bin/clangd usr/libexec/swift/lib/liblldb*
  usr/libexec/swift/lib/libsourcekitd* usr/libexec/swift/lib/swift/embedded usr/libexec/swift/lib/swift/FrameworkABIBaseline
  usr/share/doc usr/share/man usr/share/locale usr/share/info'

# shellcheck source=SCRIPTDIR/setup.sh
. "$here/setup.sh"

[ "$(id -u)" = 0 ] || { say "Swift on Debian 12 needs root: chroot and mounts."; exit 101; }

# Another pin or another step is another folder.
name=swift-$(sha256sum -- "${BASH_SOURCE[0]}" | cut -c 1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/blink-diagnose
root=$cache/$name
mkdir -p -- "$cache"

if [ -e "$root/.ready" ]; then
  echo "$root"
  exit
fi

# What debootstrap mounts must go away even if this is killed.
if [ -z "${IN_NAMESPACE-}" ]; then
  IN_NAMESPACE=1 exec unshare --mount --propagation "$(own_mounts)" bash -- "${BASH_SOURCE[0]}" "$@"
fi

# One builds, others wait.
exec 9>"$cache/swift.lock"
flock -w 1800 9 || { say "Another set-up of Swift has not ended for 30 minutes."; exit 101; }
if [ -e "$root/.ready" ]; then
  echo "$root"
  exit
fi

free=$(df -Pm -- "$cache" | awk 'NR == 2 { print $4 }')
[ "$free" -ge 4000 ] || { say "Swift needs 4 GB free in $cache; $free MB are."; exit 101; }

want debootstrap debootstrap
install_missing
# shellcheck disable=SC2016 # the fields of apt-get
mirror=${DEBIAN_MIRROR-$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
  awk '$1 == "Debian" { print $2; exit }')}
[ -n "$mirror" ] || { say "apt knows no mirror of Debian here: set DEBIAN_MIRROR."; exit 101; }

new=$root.new
log=$root.log
rm -rf --one-file-system -- "$new" "$root"

inside() {
  chroot "$new" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# The version to install: the tested one, else another of its release.
choose() {
  local there
  there=$(inside apt-cache madison swiftlang | awk '{ print $3 }') || return
  if ! grep -qxF -- "$version" <<<"$there"; then
    echo "The archive of $suite has no swiftlang $version any more; it has: ${there:-none}"
    version=$(grep "^${release//./[.]}" <<<"$there" | sort -V | tail -n 1) || {
      echo "No Swift ${release}x there: another release of Swift has to be tried, and named in ${BASH_SOURCE[0]##*/}."
      return 1
    }
  fi
  packages+=("swiftlang=$version")
}

build() {
  debootstrap --variant=minbase "$suite" "$new" "$mirror" || return
  cp -L -- /etc/resolv.conf /etc/hosts "$new/etc/" || return
  # No service starts in there.
  printf '#!/bin/sh\nexit 101\n' >"$new/usr/sbin/policy-rc.d" && chmod +x "$new/usr/sbin/policy-rc.d" || return
  inside apt-get -q -o Acquire::Retries=3 update || return
  choose || return
  inside apt-get -q -y -o Acquire::Retries=3 install --no-install-recommends "${packages[@]}" || return
  inside apt-get clean
  # shellcheck disable=SC2086 # patterns
  (cd -- "$new" && rm -rf -- var/lib/apt/lists/* $unused)
}

say "Swift: making $root, once; some two minutes."
build </dev/null >"$log" 2>&1 || {
  tail -n 30 -- "$log" >&2
  say "Could not set up Swift; everything it said: $log"
  exit 101
}
say "Swift: swiftlang $version"
# The whole of it or nothing.
touch -- "$new/.ready"
mv -- "$new" "$root"
rm -f -- "$log"
echo "$root"
