find-a = A
    .why = So { $app
find-b = B
