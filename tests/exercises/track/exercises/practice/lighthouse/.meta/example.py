def flashes(seconds):
    return seconds // 5
