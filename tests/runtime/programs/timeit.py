"""Which way is faster: adding text up, or joining it."""

import timeit

join = timeit.timeit("''.join(words)", setup="words = ['a'] * 1000", number=200)
search_list = timeit.timeit("9999 in numbers", setup="numbers = list(range(10000))", number=200)
search_set = timeit.timeit("9999 in numbers", setup="numbers = set(range(10000))", number=200)
print(join > 0, "a set is searched faster than a list:", search_set < search_list)

# Prints:
# True a set is searched faster than a list: True
