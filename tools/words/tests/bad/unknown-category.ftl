find-a =
    { $count ->
        [one] A
        [few] B
       *[other] C
    }
