"""Telling irises apart, and a line through points."""

from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

flowers = load_iris()
train_x, test_x, train_y, test_y = train_test_split(flowers.data, flowers.target, random_state=0)
model = DecisionTreeClassifier(random_state=0).fit(train_x, train_y)
print("More than nine of ten are right:", model.score(test_x, test_y) > 0.9)
print(flowers.target_names[model.predict([[5.1, 3.5, 1.4, 0.2]])[0]])
line = LinearRegression().fit([[1], [2], [3]], [3, 5, 7])
print(round(float(line.coef_[0]), 3), round(float(line.predict([[10]])[0]), 3))
groups = KMeans(n_clusters=2, n_init=5, random_state=0).fit_predict([[0], [1], [10], [11]])
print(groups[0] == groups[1], groups[2] == groups[3], groups[0] != groups[2])

# Prints:
# More than nine of ten are right: True
# setosa
# 2.0 21.0
# True True True
