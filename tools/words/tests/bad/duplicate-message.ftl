find-a = A

# Again.
find-a = B
