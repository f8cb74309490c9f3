find-a =
    .why = B
