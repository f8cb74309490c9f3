-app = A
-app = B
find-a = { -app }
