find-a = A
find-b = B { find-a }
