"""A progress bar."""

from tqdm import tqdm

total = 0
for number in tqdm(range(50), desc="Adding"):
    total += number
print(total)

# Says:
# Adding: 100%
# 50/50
# 1225
