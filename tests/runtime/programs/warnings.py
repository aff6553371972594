"""Warning the users of an old function."""

import warnings


def old(x):
    warnings.warn("old() is old, use new()", DeprecationWarning, stacklevel=2)
    return x


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old(1)
    print(len(seen), seen[0].category.__name__, seen[0].message)
warnings.warn("careful")

# Says:
# 1 DeprecationWarning old() is old, use new()
# UserWarning: careful
