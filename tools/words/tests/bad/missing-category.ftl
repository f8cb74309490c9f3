find-a =
    { $count ->
        [1] A
       *[other] B
    }
