# Without the module csv.
def rows(path):
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            plant, week, height = line.strip().split(",")
            yield plant, int(week), float(height)


def tallest(path):
    name, greatest = "", 0
    for plant, _, height in rows(path):
        if height > greatest:
            name, greatest = plant, height
    return name


def heights(path, week):
    return {plant: height for plant, of_week, height in rows(path) if of_week == week}
