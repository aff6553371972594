def flashes(seconds):
    pass
