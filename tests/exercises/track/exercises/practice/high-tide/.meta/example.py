def high_tide(heights):
    if not heights:
        raise ValueError("no heights")
    return heights.index(max(heights))
