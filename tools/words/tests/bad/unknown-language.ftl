find-a = A
