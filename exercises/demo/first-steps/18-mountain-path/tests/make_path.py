def make_input(random):
    """A path of 120 to 160 parts; each leads up, down or nowhere."""
    lines = []
    for _ in range(random.randint(120, 160)):
        direction = random.choice(["up", "up", "down", "down", "flat"])
        lines.append(f"{direction} {random.randrange(5, 100, 5)}")
    return "\n".join(lines) + "\n"
