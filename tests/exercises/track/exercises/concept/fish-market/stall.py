def open_stall():
    pass


def add_fish(stall, fish):
    pass
