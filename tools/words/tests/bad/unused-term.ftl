find-a = A
-app = B
