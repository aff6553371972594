"""Animals: inheritance, special methods, properties."""


class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return "..."

    def __str__(self):
        return f"{self.name} says {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "woof"


class Puppy(Dog):
    def speak(self):
        return super().speak().replace("oo", "i")


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    @classmethod
    def zero(cls):
        return cls(0, 0)

    @staticmethod
    def dimensions():
        return 2


for animal in [Animal("Shadow"), Dog("Rex"), Puppy("Tiny")]:
    print(animal)
print(Animal.count, isinstance(animal, Dog), Puppy.__mro__[1].__name__)
print(Vector(1, 2) + Vector(2, 2), (Vector(1, 2) + Vector(2, 2)).length)
print(Vector.zero() == Vector(0, 0), Vector.dimensions())

# Prints:
# Shadow says ...
# Rex says woof
# Tiny says wif
# 3 True Dog
# Vector(3, 4) 5.0
# True 2
