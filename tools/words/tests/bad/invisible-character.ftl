find-a = A
    B​C
