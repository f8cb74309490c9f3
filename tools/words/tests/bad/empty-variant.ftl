find-a =
    { $count ->
        [one] { "" }
       *[other] many
    }
