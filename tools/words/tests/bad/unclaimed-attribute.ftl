find-a = A
    .why = B
    .tooltip = C
remedy-a = A
    .why = B
