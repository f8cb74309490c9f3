find-a =
    { $app ->
       *[Blink] A
    }
