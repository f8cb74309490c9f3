-app = A
    .gender = neuter
find-a = { -app }
