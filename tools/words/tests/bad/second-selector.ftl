-days =
    { $count ->
        [one] day
       *[other] days
    }
find-a =
    { $platform ->
        [android] A
       *[ios] B
    } { -days }
