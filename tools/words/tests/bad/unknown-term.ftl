-app = A
find-a = { -app } { -console }
