#!/usr/bin/env bash
# Builds libdiagnose.so for each ABI: ANDROID_NDK_HOME=… tools/build-android.sh [FOLDER]
# Writes FOLDER/ABI/libdiagnose.so (target/android), the notices and the bill of materials.
#
# Not run where this project is tested, which has no NDK: see docs/not-run.md. Needs the NDK, r26 or newer, and
#   rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android i686-linux-android
#   rustup component add rust-src
set -euo pipefail
cd -- "$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/.."

folder=${1:-target/android}
: "${ANDROID_NDK_HOME:?is the folder of the NDK}"
bin=$(echo "$ANDROID_NDK_HOME"/toolchains/llvm/prebuilt/*/bin)
# The oldest Android that an app can have with the library: 7.0.
api=24

# ABI, Rust's target, the name of clang
while read -r abi target clang; do
  variable=CARGO_TARGET_$(tr '[:lower:]-' '[:upper:]_' <<<"$target")_LINKER
  export "$variable=$bin/$clang$api-clang"
  # Pages of 16 KB, which phones with Android 15 can have; relocations packed in the form that Android 6 and newer reads.
  library=$(tools/phone-library.sh "$target" cdylib \
    -C link-arg=-Wl,-z,max-page-size=16384 -C link-arg=-Wl,-soname,libdiagnose.so \
    -C link-arg=-Wl,--pack-dyn-relocs=android -C link-arg=-Wl,--icf=all \
    -C link-arg=-Wl,--ignore-data-address-equality \
    -C link-arg=-Wl,-T,"$PWD/tools/phone-library.ld")
  mkdir -p -- "$folder/$abi"
  "$bin/llvm-strip" -o "$folder/$abi/libdiagnose.so" "$library"
  if "$bin/llvm-readelf" --program-headers --wide "$folder/$abi/libdiagnose.so" | awk '$1 == "LOAD" { print $NF }' |
    grep -vx 0x4000; then
    echo "$abi: a segment is not aligned to 16 KB" >&2
    exit 1
  fi
  echo "$folder/$abi/libdiagnose.so: $(wc -c <"$folder/$abi/libdiagnose.so") bytes"
done <<'ABIS'
arm64-v8a aarch64-linux-android aarch64-linux-android
armeabi-v7a armv7-linux-androideabi armv7a-linux-androideabi
x86_64 x86_64-linux-android x86_64-linux-android
x86 i686-linux-android i686-linux-android
ABIS

python3 tools/third_party.py aarch64-linux-android "$folder"
