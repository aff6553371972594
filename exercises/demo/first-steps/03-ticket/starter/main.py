age = int(input("How old are you? "))

if age < 6:
    print("free")
