import threading

from cars import CARS


class Ferry:
    def __init__(self):
        self._lock = threading.Lock()
        self.cars = []

    def load(self, number):
        with self._lock:
            self.cars.append(CARS[number])
