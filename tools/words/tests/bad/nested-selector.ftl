find-a =
    { $platform ->
        [android] A
       *[ios]
            { $count ->
                [one] B
               *[other] C
            }
    }
