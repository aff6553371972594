# Fails: The file is closed
import csv

source = open("celsius.csv")
target = open("both.csv", "w")
print("day,celsius,fahrenheit", file=target)
for row in csv.DictReader(source):
    print(f"{row['day']},{row['celsius']},{float(row['celsius']) * 9 / 5 + 32:.1f}", file=target)
target.close()
source.close()
