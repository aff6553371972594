"""Downloading with several workers."""

from concurrent.futures import Future, ThreadPoolExecutor

promise = Future()
promise.set_result(42)
print(promise.result())
with ThreadPoolExecutor(max_workers=2) as workers:
    print(list(workers.map(len, ["one", "three"])))

# Ends: Failed
# Says:
# 42
# Explains:
# workers.map does not work in a browser
# Line 9 of main.py
# A program in a browser has one thread.
# Try this: Use asyncio for things that take turns, or call the function directly.
