def open_stall():
    return []


def add_fish(stall, fish):
    return [*stall, fish]
