# All heights in a list, then the greatest.
heights = [0]
for line in open("input.txt"):
    way, metres = line.split()
    change = {"up": 1, "down": -1, "flat": 0}[way] * int(metres)
    heights.append(heights[-1] + change)
print("The greatest height of", len(heights), "places:")
print(max(heights))
