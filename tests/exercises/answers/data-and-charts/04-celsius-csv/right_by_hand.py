# Builds each line as text.
lines = []
with open("celsius.csv", encoding="utf-8") as file:
    for line in file.read().split():
        day, celsius = line.split(",")
        if day == "day":
            lines.append("Day,Celsius,Fahrenheit")
        else:
            lines.append(f"{day},{float(celsius)},{round(float(celsius) * 1.8 + 32, 1)}")
with open("both.csv", "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
