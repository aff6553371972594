"""The speed of a trolley, with its uncertainty."""

from uncertainties import ufloat

distance, time = ufloat(2.0, 0.1), ufloat(0.50, 0.01)
speed = distance / time
print(speed, "m/s")
print(round(speed.nominal_value, 3), round(speed.std_dev, 3))

# Prints:
# 4.00+/-0.22 m/s
# 4.0 0.215
