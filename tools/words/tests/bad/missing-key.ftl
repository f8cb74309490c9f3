find-a =
    { $platform ->
       *[android] A
    }
