"""What others wrote in the phone's library: third_party.py TARGET FOLDER

Writes FOLDER/THIRD-PARTY.txt, each crate with its licence and the texts that came with it, and FOLDER/diagnose.cdx.json,
the bill of materials (CycloneDX 1.5). The same sources give the same files.
"""

import json
import pathlib
import subprocess
import sys

# The file names under which crates carry their terms.
TERMS = ("LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE")


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments, "--locked"], check=True, capture_output=True, text=True).stdout


def crates(target):
    """What is linked into the library: no build script's crates, no procedural macros, no tests'."""
    tree = cargo(
        *("tree", "-p", "diagnose-bindings", "-e", "normal,no-proc-macro", "--target", target),
        *("--prefix", "none", "--no-dedupe", "--format", "{p}"),
    )
    linked = {tuple(line.split()[:2]) for line in tree.splitlines()}
    packages = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", target))["packages"]
    return sorted(
        (package for package in packages if (package["name"], "v" + package["version"]) in linked and package["source"]),
        key=lambda package: (package["name"], package["version"]),
    )


def terms(package):
    folder = pathlib.Path(package["manifest_path"]).parent
    for file in sorted(folder.iterdir()):
        if file.is_file() and file.name.upper().startswith(TERMS):
            yield file.name, file.read_text(encoding="utf-8", errors="replace").strip()


def notices(packages):
    for package in packages:
        yield f"{package['name']} {package['version']}\nLicence: {package['license']}\n{package['repository'] or ''}".strip()
        texts = [f"--- {name}\n{text}" for name, text in terms(package)]
        yield from texts or ["No text came with it: its licence is meant as published."]
        yield "=" * 80


def bill(packages):
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "library", "name": "diagnose", "version": version()}},
        "components": [
            {
                "type": "library",
                "name": package["name"],
                "version": package["version"],
                "purl": f"pkg:cargo/{package['name']}@{package['version']}",
                "licenses": [{"expression": package["license"]}],
            }
            for package in packages
        ],
    }


def version():
    packages = json.loads(cargo("metadata", "--format-version", "1", "--no-deps"))["packages"]
    return next(package["version"] for package in packages if package["name"] == "diagnose-bindings")


def main(target, folder):
    packages = crates(target)
    unlicensed = [package["name"] for package in packages if not package["license"]]
    if unlicensed or not packages:
        sys.exit(f"no licence is named by: {', '.join(unlicensed) or 'nothing, for no crates were found'}")
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "THIRD-PARTY.txt").write_text("\n\n".join(notices(packages)) + "\n", encoding="utf-8")
    (folder / "diagnose.cdx.json").write_text(json.dumps(bill(packages), indent=2) + "\n", encoding="utf-8")
    print(f"{len(packages)} crates in {folder}/THIRD-PARTY.txt and diagnose.cdx.json")


if __name__ == "__main__":
    main(*sys.argv[1:])
