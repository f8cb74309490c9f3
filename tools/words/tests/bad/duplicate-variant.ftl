find-a =
    { $count ->
        [1] A
        [one] B
        [01] C
       *[other] D
    }
