import unittest

import pytest
from stall import add_fish, open_stall


class StallTest(unittest.TestCase):
    @pytest.mark.task(taskno=1)
    def test_open_stall(self):
        self.assertEqual(open_stall(), [])

    @pytest.mark.task(
        taskno=2,
    )
    def test_add_fish(self):
        for fish in ("cod", "eel"):
            with self.subTest(fish):
                self.assertEqual(add_fish(["sole"], fish), ["sole", fish])
