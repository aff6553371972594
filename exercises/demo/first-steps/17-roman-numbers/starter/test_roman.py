import unittest

from main import roman


class RomanTest(unittest.TestCase):
    def test_one_letter(self):
        self.assertEqual(roman(1), "I")
        self.assertEqual(roman(5), "V")
        self.assertEqual(roman(1000), "M")

    def test_letters_are_added(self):
        self.assertEqual(roman(3), "III")
        self.assertEqual(roman(17), "XVII")
        self.assertEqual(roman(2023), "MMXXIII")

    def test_smaller_letters_before_larger_ones_are_subtracted(self):
        self.assertEqual(roman(4), "IV")
        self.assertEqual(roman(9), "IX")
        self.assertEqual(roman(40), "XL")
        self.assertEqual(roman(90), "XC")
        self.assertEqual(roman(400), "CD")
        self.assertEqual(roman(900), "CM")

    def test_long_numbers(self):
        self.assertEqual(roman(1994), "MCMXCIV")
        self.assertEqual(roman(3888), "MMMDCCCLXXXVIII")
        self.assertEqual(roman(3999), "MMMCMXCIX")

    def test_numbers_that_cannot_be_written(self):
        for number in (0, -1, 4000):
            with self.subTest(number=number), self.assertRaises(ValueError):
                roman(number)


if __name__ == "__main__":
    unittest.main()
