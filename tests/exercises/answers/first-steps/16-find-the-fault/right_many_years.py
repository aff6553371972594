# Compares with the rule for a long time.
def works(is_leap):
    for year in range(1600, 2401):
        right = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if bool(is_leap(year)) is not right:
            return False
    return True
