#!/usr/bin/env bash
# Measures install verification against openssl and apksigner: tools/bench-verify.sh [ROUNDS]
# Makes APKs of 1, 10, 100 and 500 MB once, then runs each program on each of them in turn, ROUNDS times (5 if not
# given), and prints a table of medians. Best on a quiet machine with two cores or more.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
. tools/setup.sh

rounds=${1:-5}
want_rust
want openssl openssl
want apksigner apksigner
want aapt aapt
want zipalign zipalign
[ -x /usr/bin/time ] || missing+=(time)
install_missing

cargo build --release --locked -q -p blink-desk -p diagnose-apks --bins
programs=${CARGO_TARGET_DIR:-target}/release
desk=$programs/blink-desk
files=${XDG_CACHE_HOME:-$HOME/.cache}/blink-diagnose/large-apks
"$programs/large-apks" "$files" >/dev/null
results=$(mktemp)
trap 'rm -f -- "$results"' EXIT

# measure NAME SIZE TIMES COMMAND…: appends name, size, CPU seconds, seconds and KB of one run among so many in a row,
# for the clock's ticks are coarse.
measure() {
  local name=$1 size=$2 times=$3
  shift 3
  # shellcheck disable=SC2016 # the inner shell's own
  /usr/bin/time -f "%U %S %e %M" -o "$results.time" \
    sh -c 'times=$1; shift; while [ "$times" -gt 0 ]; do "$@" >/dev/null || exit; times=$((times - 1)); done' \
    sh "$times" "$@"
  awk -v name="$name" -v size="$size" -v times="$times" \
    '{ printf "%s\t%s\t%f\t%f\t%d\n", name, size, ($1 + $2) / times, $3 / times, $4 }' "$results.time" >>"$results"
  rm -f -- "$results.time"
}

for ((round = 0; round < rounds; round++)); do
  measure start 0 50 "$desk" --version
  for size in 1 10 100 500; do
    apk=$files/${size}MB.apk
    times=$((size < 10 ? 100 : 1000 / size))
    # Whoever comes first would read from the disk.
    cat -- "$apk" >/dev/null
    measure openssl "$size" "$times" openssl dgst -sha256 "$apk"
    measure one "$size" "$times" "$desk" verify "$apk" --sdk 34 --threads 1
    measure two "$size" "$times" "$desk" verify "$apk" --sdk 34 --threads 2
    measure apksigner "$size" 1 apksigner verify --min-sdk-version 34 "$apk"
  done
done

echo "CPU and wall clock are medians of $rounds runs, beside them what they are to openssl's. Memory is the peak, in MB"
echo "of 1000 KB; for blink-desk that above \`blink-desk --version\`."
echo
sort -t $'\t' -k 2,2n -k 1,1 "$results" | awk -F '\t' '
  function median(key, column,   count, list, i, j, kept) {
    count = runs[key]
    for (i = 1; i <= count; i++) list[i] = value[key, column, i] + 0
    for (i = 2; i <= count; i++)
      for (j = i; j > 1 && list[j - 1] > list[j]; j--) { kept = list[j]; list[j] = list[j - 1]; list[j - 1] = kept }
    return count % 2 ? list[(count + 1) / 2] : (list[count / 2] + list[count / 2 + 1]) / 2
  }
  {
    key = $1 FS $2
    runs[key]++
    for (column = 3; column <= 5; column++) value[key, column, runs[key]] = $column
  }
  function row(label, name, size, base,   key, open) {
    key = name FS size
    open = "openssl" FS size
    printf "| %s MB | %s | %.4f s, %.2f× | %.4f s, %.2f× | %.1f |\n", size, label,
      median(key, 3), median(key, 3) / median(open, 3), median(key, 4), median(key, 4) / median(open, 4),
      (median(key, 5) - base) / 1000
  }
  END {
    start = median("start" FS "0", 5)
    print "| APK | program | CPU | wall clock | memory |"
    print "|---|---|---|---|---|"
    split("1 10 100 500", sizes, " ")
    for (i = 1; i <= 4; i++) {
      row("`openssl dgst -sha256`", "openssl", sizes[i], 0)
      row("`blink-desk verify --threads 1`", "one", sizes[i], start)
      row("`blink-desk verify --threads 2`", "two", sizes[i], start)
      row("`apksigner verify`", "apksigner", sizes[i], 0)
    }
  }'
