find-a = A { 5 }
