"""Prints what an app sees of the generated Swift: swift_surface.py FILE

Declarations and what is said of them, without bodies and without what the generator needs for itself.
"""

import re
import sys

OWN = re.compile(r"FfiConverter|[Uu]niffi")
DECLARATION = re.compile(r"public (struct|enum|protocol|func)\b")


def surface(source):
    # The generator breaks the line before an error's `enum`.
    lines = source.replace("public \nenum", "public enum").split("\n")
    out, doc, place = [], [], 0
    while place < len(lines):
        line = lines[place]
        if line == "/**":
            doc = lines[place : lines.index(" */", place) + 1]
            place += len(doc)
            continue
        if DECLARATION.match(line) and not OWN.search(line):
            if line.startswith("public func"):
                body = [re.sub(r"\s*\{.*", "", line)]
            else:
                body = lines[place : lines.index("}", place) + 1]
            out += [*doc, *without_initialiser(body), ""]
            place += len(body)
        else:
            place += 1
        if line.strip():
            doc = []
    return tidy(out)


def without_initialiser(lines):
    """A record's initialiser repeats its fields."""
    for start, line in enumerate(lines):
        if line.strip().startswith("// Default memberwise initializers"):
            return lines[:start] + lines[lines.index("    }", start) + 1 :]
    return lines


def tidy(lines):
    """Comments as `///`, one space where the generator leaves none or many, no empty lines within."""
    out = []
    for line in lines:
        text = re.sub(r"^\s*(/\*\*|\* ?|)", "", line) if re.match(r"\s*(/\*\*|\*)", line) else None
        if text is not None:
            if text.startswith("/"):  # the end of a comment, and behind it perhaps a field
                text = text[1:]
            elif not line.strip().startswith("/**"):
                indent = line[: line.index("*") - 1]
                out.append(f"{indent}/// {text}".rstrip())
                continue
            if not text:
                continue
            line = line[: len(line) - len(line.lstrip()) - 1] + text
        indent = line[: len(line) - len(line.lstrip())]
        code = re.sub(r"\)\s*throws\s*", ") throws ", line.strip())
        code = re.sub(r"\s{2,}", " ", code).strip()
        if code:
            out.append(indent + code)
        elif out and (out[-1] == "}" or out[-1].startswith("public func")):
            out.append("")
    return "\n".join(out).rstrip("\n") + "\n"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(surface(file.read()))
