find-a = A { $platform }
