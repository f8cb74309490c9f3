find-a = A
    .why =
        B { $app }
        { $count }
