# Three dishes at a time: while one cooks, the cook does something else. asyncio does the same with programs.

import asyncio
import time

start = time.perf_counter()


def say(text):
    """Print with a clock in front."""
    print(f"{time.perf_counter() - start:4.1f} s  {text}")


async def cook(dish, seconds):
    """Put a dish on the stove and wait for it. `await` lets the others go on meanwhile."""
    say(f"{dish} goes on the stove")
    await asyncio.sleep(seconds)
    say(f"{dish} is ready")
    return dish


async def lunch():
    """Cook everything at the same time."""
    dishes = await asyncio.gather(
        cook("The rice", 1.5),
        cook("The soup", 1),
        cook("An egg", 0.5),
    )
    say("Lunch: " + ", ".join(dishes))


asyncio.run(lunch())

print("One after the other it would have taken", 1.5 + 1 + 0.5, "seconds.")
