find-a = A
    .why = { " " }
