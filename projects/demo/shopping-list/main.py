# A shopping list that is still there tomorrow, because the program writes it to a file.

from pathlib import Path

FILE = Path("shopping.txt")


def load():
    """Read the list from the file: one thing on each line."""
    if not FILE.exists():
        return []
    return FILE.read_text().splitlines()


def save(things):
    """Write the list to the file, so that the next run finds it."""
    FILE.write_text("\n".join(things) + "\n")


def show(things):
    print(f"\nYou have {len(things)} things on your list.")
    for number, thing in enumerate(things, start=1):
        print(f"{number:3}. {thing}")


things = load()
show(things)

while True:
    thing = input("\nAdd (or press Enter to finish): ").strip()
    if thing == "":
        break
    if thing in things:
        print("That is on the list already.")
        continue
    things.append(thing)

things.sort()
save(things)
show(things)
print("\nSaved in", FILE, "- open it in the list of files.")
