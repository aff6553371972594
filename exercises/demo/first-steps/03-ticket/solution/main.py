age = int(input("How old are you? "))

if age < 6:
    print("free")
elif age < 18 or age >= 65:
    print("half")
else:
    print("full")
