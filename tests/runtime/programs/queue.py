"""First come, first served; last come, first served; and by priority."""

from queue import Empty, LifoQueue, PriorityQueue, Queue

line, stack, jobs = Queue(), LifoQueue(), PriorityQueue()
for number, name in [(2, "b"), (3, "c"), (1, "a")]:
    line.put(name)
    stack.put(name)
    jobs.put((number, name))
print([line.get() for _ in range(3)], [stack.get() for _ in range(3)], [jobs.get()[1] for _ in range(3)])
try:
    line.get_nowait()
except Empty:
    print("nobody is waiting", line.qsize())

# Prints:
# ['b', 'c', 'a'] ['a', 'c', 'b'] ['a', 'b', 'c']
# nobody is waiting 0
