find-a = A
find-b = B
