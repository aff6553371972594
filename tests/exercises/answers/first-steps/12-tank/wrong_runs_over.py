# Fails: What is too much runs over
class Tank:
    def __init__(self, capacity):
        self.capacity = capacity
        self.level = 0

    def fill(self, litres):
        self.level += litres
        return self.level

    def use(self, litres):
        if litres > self.level:
            raise ValueError("not enough water")
        self.level -= litres
        return self.level

    def __str__(self):
        return f"{self.level} of {self.capacity} litres"
