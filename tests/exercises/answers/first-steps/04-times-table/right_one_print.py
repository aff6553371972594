# All lines in one text.
n = int(input())
print("\n".join(f"{i} x {n} = {i * n}" for i in range(1, 11)))
