from lighthouse import flashes


def test_a_minute():
    assert flashes(60) == 12
