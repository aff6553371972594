"""Tests of a file of the project that has a mistake in it."""

import unittest
from pathlib import Path

Path("years.py").write_text("""
def is_leap_year(year):
    return year % 4 == 0 and year % 100 != 0  # forgets the years that 400 divides
""")
Path("leap_years.txt").write_text("2020\n2024\n")

from years import is_leap_year  # noqa: E402


class LeapYearTest(unittest.TestCase):
    def setUp(self):
        self.common = [1900, 2001, 2002]

    def test_every_year_in_the_file(self):
        for line in Path("leap_years.txt").read_text().splitlines():
            self.assertTrue(is_leap_year(int(line)))

    def test_common_years(self):
        for year in self.common:
            with self.subTest(year=year):
                self.assertFalse(is_leap_year(year))

    def test_every_four_hundredth_year(self):
        self.assertTrue(is_leap_year(2000))

    @unittest.skip("not written yet")
    def test_years_before_christ(self):
        self.fail()


unittest.main()

# Files: years.py, leap_years.txt
# Says:
# test_every_four_hundredth_year
# AssertionError: False is not true
# Ran 4 tests in
# FAILED (failures=1, skipped=1)
