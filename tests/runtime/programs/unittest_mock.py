"""A test of a dice game in which the dice are known."""

import random
import unittest
from unittest.mock import Mock, patch


def play(players):
    return max(players, key=lambda name: random.randint(1, 6))


class GameTest(unittest.TestCase):
    @patch("random.randint", side_effect=[2, 6, 4])
    def test_highest_roll_wins(self, randint):
        self.assertEqual(play(["Ada", "Alan", "Grace"]), "Alan")
        self.assertEqual(randint.call_count, 3)
        randint.assert_called_with(1, 6)

    def test_mock_remembers(self):
        printer = Mock(return_value="done")
        self.assertEqual(printer("page", copies=2), "done")
        printer.assert_called_once_with("page", copies=2)


result = unittest.main(exit=False).result
print(result.wasSuccessful(), result.testsRun)

# Says:
# Ran 2 tests in
# OK
# True 2
