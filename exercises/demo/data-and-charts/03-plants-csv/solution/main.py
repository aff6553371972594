import csv


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tallest(path):
    best = max(read_rows(path), key=lambda row: float(row["height_cm"]))
    return best["plant"]


def heights(path, week):
    found = {}
    for row in read_rows(path):
        if int(row["week"]) == week:
            found[row["plant"]] = float(row["height_cm"])
    return found


print(tallest("plants.csv"))
print(heights("plants.csv", 1))
