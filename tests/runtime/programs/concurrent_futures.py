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
# can't start new thread
