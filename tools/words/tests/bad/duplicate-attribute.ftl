find-a = A
    .why = B
    .why = C
