import csv

with (
    open("celsius.csv", encoding="utf-8", newline="") as source,
    open("both.csv", "w", encoding="utf-8", newline="") as target,
):
    writer = csv.writer(target)
    writer.writerow(["day", "celsius", "fahrenheit"])
    for row in csv.DictReader(source):
        fahrenheit = float(row["celsius"]) * 9 / 5 + 32
        writer.writerow([row["day"], row["celsius"], f"{fahrenheit:.1f}"])

print("both.csv is ready.")
