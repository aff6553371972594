"""Numbers of one kind in little memory."""

from array import array

readings = array("i", [3, -1, 4])
readings.append(1)
readings.extend([5, 9])
print(readings, readings[1], readings.itemsize, sum(readings))
print(array("d", [0.5, 2]).tobytes().hex(), array("B", b"AB").tolist())
try:
    readings.append("six")
except TypeError as error:
    print("TypeError:", error)

# Prints:
# array('i', [3, -1, 4, 1, 5, 9]) -1 4 21
# 000000000000e03f0000000000000040 [65, 66]
# TypeError: 'str' object cannot be interpreted as an integer
