-app = A
find-a = { -app(case: "dative") }
