# Labels of its own, percentages and a first angle.
import matplotlib.pyplot as plt

day = {"sleep": 9, "school": 6, "meals": 2, "sports": 1.5}
day["free"] = 24 - sum(day.values())
figure, axes = plt.subplots()
axes.pie(day.values(), labels=day.keys(), autopct="%.0f %%", startangle=90)
axes.set_title("My Day")
plt.show()
