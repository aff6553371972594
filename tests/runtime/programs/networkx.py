"""The shortest way through an underground."""

import networkx as nx

lines = nx.Graph()
lines.add_weighted_edges_from(
    [("Zoo", "Park", 4), ("Park", "Town Hall", 3), ("Zoo", "School", 2), ("School", "Town Hall", 9)]
)
print(nx.shortest_path(lines, "Zoo", "Town Hall", weight="weight"))
print(nx.shortest_path_length(lines, "Zoo", "Town Hall", weight="weight"), nx.is_connected(lines))
print(sorted(nx.minimum_spanning_tree(lines).edges))
print(max(nx.degree_centrality(lines).values()), nx.has_path(lines, "Park", "School"))

# Prints:
# ['Zoo', 'Park', 'Town Hall']
# 7 True
# [('Park', 'Town Hall'), ('Zoo', 'Park'), ('Zoo', 'School')]
# 0.6666666666666666 True
