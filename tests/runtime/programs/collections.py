"""Counting words, queues, records and groups."""

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

words = "the cat and the dog and the bird".split()
print(Counter(words).most_common(2))
groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
print(dict(groups))
queue = deque(["Ada", "Alan"], maxlen=3)
queue.append("Grace")
queue.appendleft("Linus")
print(list(queue))
Point = namedtuple("Point", "x y")
p = Point(3, 4)
print(p, p.x + p.y, p._replace(y=0))
order = OrderedDict(a=1, b=2)
order.move_to_end("a")
print(list(order), ChainMap({"colour": "red"}, {"colour": "blue", "size": 2})["size"])

# Prints:
# [('the', 3), ('and', 2)]
# {3: ['the', 'cat', 'and', 'the', 'dog', 'and', 'the'], 4: ['bird']}
# ['Linus', 'Ada', 'Alan']
# Point(x=3, y=4) 7 Point(x=3, y=0)
# ['b', 'a'] 2
