"""Work for all processors."""

import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    print(multiprocessing.cpu_count())
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))

# Ends: Failed
# Says:
# 1
# Explains:
# multiprocessing.Pool does not work in a browser
# Line 12 of main.py
# A browser gives a program one process.
# Try this: Do the work in a loop, or with asyncio.
