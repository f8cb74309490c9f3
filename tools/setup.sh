# shellcheck shell=bash
# Sourced by blink-desk and tests/run: installs what they need and this machine lacks.
#   want COMMAND PACKAGE    the Debian package of a command that may be missing
#   want_rust               Rust, no older than the workspace asks for
#   install_missing         installs what was wanted and is missing, or says what to install and exits

missing=()

say() { printf '%s\n' "$*" >&2; }

want() { command -v "$1" >/dev/null || missing+=("$2"); }

# Whether a version is new enough for the workspace.
new_enough() { printf '%s\n' "$oldest_rust" "$1" | sort -V -C; }

# Whether cargo and rustc are there and new enough.
rust_serves() {
  local tool version
  for tool in cargo rustc; do
    version=$("$tool" --version 2>/dev/null | cut -d ' ' -f 2) || return 1
    new_enough "$version" || return 1
  done
}

want_rust() {
  oldest_rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$(dirname -- "${BASH_SOURCE[0]}")/../Cargo.toml")
  # rustup puts cargo here; a shell that was open before does not know.
  command -v cargo >/dev/null || PATH=$PATH:$HOME/.cargo/bin
  rust_serves || missing+=(rustc-web cargo-web)
  want cc gcc
  want cc libc6-dev
}

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local packages="${missing[*]}"
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    say "Missing here. On Debian: sudo apt-get update && sudo apt-get install $packages"
    case $packages in
      *-web*) say "Elsewhere: Rust ${oldest_rust-} or newer, with cargo, and a C compiler to link with." ;;
    esac
    exit 101
  fi
  say "Installing by apt-get: $packages"
  local log
  log=$(mktemp)
  # Only if this machine does not know the packages, or only older ones that it can no longer fetch.
  known_to_apt || apt_get update || true
  apt_get install || { apt_get update && apt_get install; } || {
    cat -- "$log" >&2
    say "Could not install: $packages"
    exit 101
  }
  rm -f -- "$log"
  # A Java that is new here trusts what this machine's administrator lets it trust, once it is told.
  case $packages in
    *jdk*) update-ca-certificates >/dev/null 2>&1 || say "update-ca-certificates failed: Maven may trust no registry." ;;
  esac
  case $packages in
    *-web*)
      # An older cargo may stand before Debian's.
      rust_serves || PATH=/usr/bin:$PATH
      hash -r
      rust_serves || { say "Rust $oldest_rust or newer is needed; Debian has $(rustc --version)."; exit 101; }
      ;;
  esac
}

# Whether apt offers each missing package, Rust new enough.
known_to_apt() {
  local package version
  for package in "${missing[@]}"; do
    version=$(apt-cache policy "$package" | sed -n 's/^ *Candidate: //p')
    case $package:$version in
      *: | *:'(none)') return 1 ;;
      rustc-web:* | cargo-web:*) new_enough "$version" || return 1 ;;
    esac
  done
}

# The propagation with which mounts stay in a namespace of their own. In a chroot the root is no mount to set it on.
own_mounts() {
  if unshare --mount --propagation private true 2>/dev/null; then echo private; else echo unchanged; fi
}

# Asks nothing and removes nothing; what apt-get says goes to the log.
apt_get() {
  local what=(update)
  [ "$1" = update ] || what=(install --no-install-recommends --no-remove "${missing[@]}")
  DEBIAN_FRONTEND=noninteractive apt-get -q -y "${what[@]}" </dev/null >>"$log" 2>&1
}
