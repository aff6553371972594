print(float(input("How many degrees Celsius? ")) * 1.8 + 32)
