"""An abstract class for shapes: it cannot be used by itself."""

import math
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area, in square centimetres."""

    def describe(self):
        return f"{type(self).__name__} of {self.area():.2f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return math.pi * self.radius**2


for shape in (Square(2), Circle(1)):
    print(shape.describe())
try:
    Shape()
except TypeError as error:
    print(error)

# Prints:
# Square of 4.00
# Circle of 3.14
# Can't instantiate abstract class Shape without an implementation for abstract method 'area'
