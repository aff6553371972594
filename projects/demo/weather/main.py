# A year of weather in a table. pandas reads it and answers questions about it.

import pandas as pd

weather = pd.read_csv("weather.csv")

print("The first rows of the table:")
print(weather.head(3).to_string(index=False))

# One column of the table is a series of values that pandas can count with.
print("\nRain in the whole year:", weather["rain_mm"].sum(), "mm")
print("Sunshine in a usual month:", round(weather["sunshine_hours"].mean()), "hours")

# idxmax() gives the row with the largest value.
sunniest = weather.loc[weather["sunshine_hours"].idxmax()]
print("The sunniest month is", sunniest["month"], "with", sunniest["sunshine_hours"], "hours.")

# A comparison of a column picks rows: here all months with more than 80 mm of rain.
wet = weather[weather["rain_mm"] > 80]
print("\nMonths with more than 80 mm of rain:", ", ".join(wet["month"]))

# A new column, worked out from two others.
weather["sun_each_day"] = (weather["sunshine_hours"] / weather["days"]).round(1)
print("\nHours of sunshine each day:")
print(weather[["month", "sun_each_day"]].to_string(index=False))
