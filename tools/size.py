"""What a library weighs, by part: size.py LIBRARY, one with symbols. Prints a row for each part: name, bytes.

Code is given to the first crate that its symbol names, the standard library aside: a sort of findings is the core's.
What is no code has no crate, and is told by its kind.
"""

import collections
import re
import subprocess
import sys

CODE = [
    ("bridge", r"uniffi|UniFfi|\bffi_|^diagnose$|anyhow|^bytes$|static_assertions"),
    ("core", r"^diagnose_core$|^semver$|^time$|^qrcodegen$"),
    ("install verification", r"^diagnose_integrity$|^miniz_oxide$"),
    (
        "cryptography",
        r"^(crypto_bigint|crypto_common|rsa|dsa|p256|p384|p521|primeorder|primefield|elliptic_curve|ecdsa|sha2|digest"
        r"|hybrid_array|block_buffer|der|spki|sec1|pkcs1|const_oid|signature|subtle|wnaf|ctutils|cmov|cpubits|cpufeatures"
        r"|base16ct|zeroize|ff|group|num_traits|typenum)$",
    ),
    ("backtraces of the standard library", r"^(gimli|addr2line|rustc_demangle|object|backtrace_rs)$"),
]
STANDARD = {"core", "alloc", "std"}
KINDS = [
    ("constants and texts", r"\.rodata"),
    ("tables with addresses", r"\.data\.rel\.ro|\.rel[ar]*\.dyn|\.relr\.dyn|\.got|\.data$"),
    ("unwinding", r"\.eh_frame|\.gcc_except_table"),
]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def part(symbol):
    if re.search(r"uniffi|UniFfiTag|\bffi_diagnose", symbol):
        return "bridge"
    crates = [crate for crate in re.findall(r"(?<![\w:])(\w+)(?=::)", symbol) if crate not in STANDARD]
    if "backtrace_rs" in symbol:
        crates.insert(0, "backtrace_rs")
    for crate in crates:
        for name, pattern in CODE:
            if re.search(pattern, crate):
                return name
    return "standard library"


def weigh(library):
    parts = collections.Counter()
    seen = set()
    for line in run("nm", "--print-size", "--demangle", library).splitlines():
        fields = line.split(" ", 3)
        # Of identical code that was folded, one symbol.
        if len(fields) == 4 and fields[1] and fields[2] in "tTwW" and fields[0] not in seen:
            seen.add(fields[0])
            parts[part(fields[3])] += int(fields[1], 16)
    for line in run("size", "--format=sysv", library).splitlines():
        name, _, rest = line.partition(" ")
        for kind, pattern in KINDS:
            if re.match(pattern, name):
                parts[kind] += int(rest.split()[0])
    return parts


if __name__ == "__main__":
    for name, size in weigh(sys.argv[1]).most_common():
        print(f"{name}\t{size}")
