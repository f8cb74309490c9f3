find-a = A { NUMBER($count) }
