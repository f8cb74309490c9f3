### A catalogue in which everything is that may be.

-settings = the phone’s settings
# A term with an argument and the sentence's one selector.
-places =
    { $count ->
        [0] no place
        [one] one place
       *[other] { $count } places in { $app }
    }

## Findings

find-plain = Plain words
    .why = { $app } needs them.
    .step = Open { -settings }.
find-lines =
    The first line
    and the second,

        and, indented, a third
    of { $app }
    { $count }
    times.
find-literals = { "{" }{ $app }{ "}" } “{ "\u00FC" }” { "\"" }
find-term = Found { -places }, open { -settings }.
find-keys =
    On { $platform ->
        [android] Android
       *[ios] iOS, in { $app }
    } only
find-exact =
    { $count ->
        [one] category
        [1] exactly one
        [-3] exactly minus three
       *[other] { $count }
    }
find-part = { $count } phone{ $count ->
        [one] { "" }
       *[other] s
    }
find-blank = Non{ "\u00A0" }breaking, non breaking
remedy-same = Plain words
