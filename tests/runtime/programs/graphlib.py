"""In which order to get dressed."""

from graphlib import CycleError, TopologicalSorter

needs = {"shoes": {"socks", "trousers"}, "trousers": {"pants"}, "jacket": {"shirt"}}
order = list(TopologicalSorter(needs).static_order())
print(all(order.index(first) < order.index(item) for item, before in needs.items() for first in before))
print(sorted(order))
try:
    list(TopologicalSorter({"egg": {"hen"}, "hen": {"egg"}}).static_order())
except CycleError as error:
    print(error.args[0])

# Prints:
# True
# ['jacket', 'pants', 'shirt', 'shoes', 'socks', 'trousers']
# nodes are in a cycle
