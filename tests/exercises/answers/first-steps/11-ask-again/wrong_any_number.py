# Fails: Too small and too large
# Fails: No thanks for a wrong number
while True:
    try:
        number = int(input())
        break
    except ValueError:
        print("Please type a number.")
print("Thank you for", number)
