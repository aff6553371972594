class Tank:
    """Water in a garden. `level` and `capacity` are litres."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.level = 0

    def fill(self, litres):
        self.level = min(self.level + litres, self.capacity)
        return self.level

    def use(self, litres):
        if litres > self.level:
            raise ValueError("not enough water")
        self.level -= litres
        return self.level

    def __str__(self):
        return f"{self.level} of {self.capacity} litres"


tank = Tank(10)
tank.fill(7)
tank.use(3)
print(tank)
