# Fails: Greets Tariq
# Fails: Greets a name of two words
input("What is your name? ")
print("Hello, Mina")
