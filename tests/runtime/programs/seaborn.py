"""Tips in a restaurant, as boxes."""

import pandas as pd
import seaborn as sns

table = pd.DataFrame({"day": ["Sat", "Sat", "Sun", "Sun", "Sun"], "tip": [2.0, 3.5, 1.0, 4.0, 3.0]})
axes = sns.boxplot(data=table, x="day", y="tip")
print(axes.get_xlabel(), axes.get_ylabel(), [label.get_text() for label in axes.get_xticklabels()])

# Pictures: Figure 1
# Says:
# day tip ['Sat', 'Sun']
