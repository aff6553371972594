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
# multiprocessing
