find-a = A
    .why = B
find-b = B
    .why = B
find-c = C
