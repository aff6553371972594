# Fails: Somebody of 70
# Fails: The first year of half price
age = int(input("How old are you? "))

if age < 6:
    print("free")
elif age < 18:
    print("half")
else:
    print("full")
