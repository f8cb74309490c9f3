find-a = A
    .why = B
find-b = B
