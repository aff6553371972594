def make_input(random):
    """Temperatures of 150 to 200 days that change slowly; some are missing, some are exactly 20."""
    lines = []
    degrees = 18.0
    for _ in range(random.randint(150, 200)):
        degrees += random.uniform(-4, 4) + (20 - degrees) / 8
        shown = random.choices([f"{degrees:.1f}", "20.0", "missing"], [90, 6, 4])[0]
        lines.append(shown)
    return "\n".join(lines) + "\n"
