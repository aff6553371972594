# Fails: A right function passes
# Fails: It finds a function that is too strict with centuries
def works(is_leap):
    return (
        is_leap(2024) and not is_leap(2023) and not is_leap(1900) and not is_leap(2022) and not is_leap(2000)
    )
