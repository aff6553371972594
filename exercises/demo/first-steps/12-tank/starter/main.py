class Tank:
    def __init__(self, capacity):
        self.capacity = capacity


tank = Tank(10)
print("A tank for", tank.capacity, "litres")
