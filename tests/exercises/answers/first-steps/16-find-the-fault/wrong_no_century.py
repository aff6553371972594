# Fails: It finds a function that forgets the centuries
# Fails: It finds two more faults
def works(is_leap):
    return is_leap(2024) and not is_leap(2023) and is_leap(2000)
