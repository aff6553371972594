# Fails: Two tanks have water of their own
class Tank:
    water = [0]

    def __init__(self, capacity):
        self.capacity = capacity
        if capacity != 3:
            self.water[0] = 0

    @property
    def level(self):
        return self.water[0]

    def fill(self, litres):
        self.water[0] = min(self.level + litres, self.capacity)
        return self.level

    def use(self, litres):
        if litres > self.level:
            raise ValueError("not enough water")
        self.water[0] -= litres
        return self.level

    def __str__(self):
        return f"{self.level} of {self.capacity} litres"
