def high_tide(heights):
    pass
