"""What Python makes of a function."""

import dis


def add(a, b):
    return a + b


names = [step.opname for step in dis.get_instructions(add)]
print("BINARY_OP" in names, names[-1])
dis.dis(add)

# Says:
# True RETURN_VALUE
# BINARY_OP
# RETURN_VALUE
