find-a =
    { $count ->
        [1.5] A
        [one] B
       *[other] C
    }
