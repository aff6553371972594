"""Marks of two classes: reading CSV, grouping, joining, writing."""

import pandas as pd

with open("marks.csv", "w") as file:
    file.write("name,class,maths,art\nAda,1a,18,12\nAlan,1b,20,9\nGrace,1a,15,17\nLinus,1b,,11\n")
marks = pd.read_csv("marks.csv")
print(marks)
print(marks.groupby("class")["art"].mean())
marks["maths"] = marks["maths"].fillna(0).astype(int)
marks["total"] = marks["maths"] + marks["art"]
print(marks.sort_values("total", ascending=False).head(2).to_string(index=False))
teachers = pd.DataFrame({"class": ["1a", "1b"], "teacher": ["Lee", "Kim"]})
print(marks.merge(teachers, on="class").query("total > 25")["teacher"].tolist())
marks.to_json("marks.json", orient="records")
print(len(pd.read_json("marks.json")), marks["art"].describe()["50%"])
days = pd.date_range("2026-01-30", periods=3)
print(pd.Series([1, 2, 3], index=days).resample("ME").sum().tolist())

# Files: marks.csv, marks.json
# Prints:
#     name class  maths  art
# 0    Ada    1a   18.0   12
# 1   Alan    1b   20.0    9
# 2  Grace    1a   15.0   17
# 3  Linus    1b    NaN   11
# class
# 1a    14.5
# 1b    10.0
# Name: art, dtype: float64
#  name class  maths  art  total
# Grace    1a     15   17     32
#   Ada    1a     18   12     30
# ['Lee', 'Kim', 'Lee']
# 4 11.5
# [3, 3]
