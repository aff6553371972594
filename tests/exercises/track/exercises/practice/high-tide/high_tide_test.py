import unittest

from high_tide import (
    high_tide,
)


class HighTideTest(unittest.TestCase):
    def test_one_hour(self):
        self.assertEqual(high_tide([3]), 0)

    def test_the_earlier_of_two(self):
        self.assertEqual(high_tide([1, 4, 2, 4]), 1)

    def test_below_zero(self):
        self.assertEqual(high_tide([-3, -1, -2]), 1)

    def test_no_heights(self):
        with self.assertRaises(ValueError) as caught:
            high_tide([])
        self.assertEqual(caught.exception.args[0], "no heights")


if __name__ == "__main__":
    unittest.main()
