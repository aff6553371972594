"""What a program knows about itself."""

import sys

print(sys.argv, sys.version_info[:2], sys.implementation.name, sys.byteorder)
print("math" in sys.builtin_module_names or "math" in sys.modules, sys.getrecursionlimit() >= 900)
print(sys.getsizeof([]) > 0, sys.float_info.dig, sys.maxsize)
sys.stdout.write("written\n")
print("to the error stream", file=sys.stderr)
sys.exit("That is all.")

# Says:
# ['main.py'] (3, 14) cpython little
# True True
# True 15 2147483647
# written
# to the error stream
# That is all.
