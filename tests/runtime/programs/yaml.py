"""The settings of a robot."""

import yaml

robot = yaml.safe_load("""
name: Karel
position: [3, 4]
tools:
  - {name: arm, length: 1.5}
active: yes
""")
print(robot)
print(yaml.safe_dump({"b": [1, 2], "a": "text"}))
try:
    yaml.safe_load("a: [1, 2")
except yaml.YAMLError as error:
    print(type(error).__name__)

# Prints:
# {'name': 'Karel', 'position': [3, 4], 'tools': [{'name': 'arm', 'length': 1.5}], 'active': True}
# a: text
# b:
# - 1
# - 2
#
# ParserError
