find-a =
    { "ios" ->
       *[ios] A
    }
