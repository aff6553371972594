import unittest

from ferry_helpers import load_all
from two_ferries import Ferry


class FerryTest(unittest.TestCase):
    def test_cars_keep_their_order(self):
        ferry = Ferry()
        load_all(ferry, [2, 0])
        self.assertEqual(ferry.cars, ["green", "red"])
