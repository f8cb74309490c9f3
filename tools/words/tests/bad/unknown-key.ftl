find-a =
    { $platform ->
        [android] A
        [ios] B
       *[windows] C
    }
