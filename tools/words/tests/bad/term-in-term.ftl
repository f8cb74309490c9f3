-one = A { -two }
-two = B { -one }
find-a = { -one } { -two }
