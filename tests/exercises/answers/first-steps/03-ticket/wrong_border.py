# Fails: The sixth birthday
# Fails: The eighteenth birthday
age = int(input())
if age <= 6:
    print("free")
elif age <= 18 or age >= 65:
    print("half")
else:
    print("full")
