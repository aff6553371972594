"""Names that nobody else gives."""

import uuid

print(len({uuid.uuid4() for _ in range(100)}), uuid.uuid4().version)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
print(uuid.UUID("12345678123456781234567812345678"), uuid.uuid1().version, uuid.uuid7().version)

# Prints:
# 100 4
# 886313e1-3b8a-5372-9b90-0c9aee199e5d
# 12345678-1234-5678-1234-567812345678 1 7
