#!/usr/bin/env bash
# The size of the phone's library on x86-64 Linux, against docs/library-size.tsv: tools/size.sh [--write]
# A library that grew fails. Also looked for: the technician's words, a JSON parser, paths of this machine.
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."
. tools/setup.sh

held=docs/library-size.tsv
# Another compiler makes another library: so many percent more are let pass there.
slack=3

missing=()
want strip binutils
want python3 python3
want column bsdextrautils
install_missing

# The compiler that checks the phones' targets too: with it the size was measured.
rust=$(tools/debian-rust.sh)/usr
rust() {
  env LD_LIBRARY_PATH="$rust/lib/x86_64-linux-gnu" PATH="$rust/lib/llvm-22/bin:$rust/bin:$PATH" RUSTC="$rust/bin/rustc" "$@"
}
library=$(rust tools/phone-library.sh x86_64-unknown-linux-gnu cdylib -C link-arg=-fuse-ld=lld \
  -C link-arg=-Wl,-z,pack-relative-relocs -C link-arg=-Wl,--icf=all -C link-arg=-Wl,--ignore-data-address-equality \
  -C link-arg=-Wl,-T,"$PWD/tools/phone-library.ld")
stripped=${library%.so}-stripped.so
strip -o "$stripped" -- "$library"
size=$(stat -c %s -- "$stripped")
compiler=$(rust rustc --version | cut -d ' ' -f 1,2)

measured=$(printf 'part\tbytes\nstripped\t%s\n' "$size" && tools=$(python3 tools/size.py "$library") && echo "$tools")
echo "$measured" | column -t -s $'\t'

if grep -rnE 'impl.* Drop for' core/src integrity/src bindings/src; then
  say "A drop of our own: tools/phone-library.sh counts on none that could panic."
  exit 1
fi
tools/words-in-library "$stripped"
if grep -aoE 'serde_json|EOF while parsing|invalid type: |expected value at line' -- "$stripped"; then
  say "A JSON parser is in the library."
  exit 1
fi
if grep -aoE "$PWD|${CARGO_HOME:-$HOME/.cargo}/|$rust|$(realpath -- "$rust")" -- "$stripped" | head -n 3 | grep .; then
  say "Paths of this machine are in the library."
  exit 1
fi

if [ "${1-}" = --write ]; then
  { echo "# tools/size.sh --write, $compiler, x86-64 Linux"; echo "$measured"; } >"$held"
fi
most=$(awk '$1 == "stripped" { print $2 }' "$held")
if ! grep -qF "$compiler," "$held"; then
  most=$((most * (100 + slack) / 100))
fi
if [ "$size" -gt "$most" ]; then
  say "The library weighs $size bytes; $held says at most $most. Where that is meant: tools/size.sh --write"
  exit 1
fi
echo "$size bytes of at most $most"
