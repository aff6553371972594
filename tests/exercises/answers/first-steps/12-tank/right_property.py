# Other names inside, and the level as a property.
class Tank:
    def __init__(self, capacity):
        self.capacity = capacity
        self._water = 0.0

    @property
    def level(self):
        return self._water

    def fill(self, amount):
        self._water += amount
        if self._water > self.capacity:
            self._water = self.capacity
        return self._water

    def use(self, amount):
        if self._water - amount < 0:
            raise ValueError("not enough water")
        self._water = self._water - amount
        return self._water

    def __str__(self):
        return str(round(self._water)) + " of " + str(self.capacity) + " litres"
