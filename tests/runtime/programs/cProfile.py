"""Which function takes the time."""

import cProfile
import pstats


def slow():
    return sum(i * i for i in range(20_000))


def quick():
    return 1


def program():
    for _ in range(3):
        slow()
        quick()


with cProfile.Profile() as profile:
    program()
pstats.Stats(profile).strip_dirs().sort_stats("cumulative").print_stats("slow|quick|program")

# Says:
# function calls
# (program)
# (slow)
# (quick)
# ncalls
