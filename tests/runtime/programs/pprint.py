"""A large dictionary, laid out for people."""

from pprint import pformat, pprint

school = {"name": "North", "classes": [{"id": n, "students": ["Ada", "Alan", "Grace"]} for n in (1, 2)]}
pprint(school, width=60)
print(pformat({"b": 1, "a": 2}))

# Prints:
# {'classes': [{'id': 1,
#               'students': ['Ada', 'Alan', 'Grace']},
#              {'id': 2,
#               'students': ['Ada', 'Alan', 'Grace']}],
#  'name': 'North'}
# {'a': 2, 'b': 1}
