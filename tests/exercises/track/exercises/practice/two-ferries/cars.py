CARS = ["red", "blue", "green"]
