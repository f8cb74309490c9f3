find-a = A { { $app } }
