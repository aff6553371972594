"""await at the top of a program, async for and async with."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name.upper()


async def numbers():
    for number in range(3):
        await asyncio.sleep(0)
        yield number


class Door:
    async def __aenter__(self):
        print("open")

    async def __aexit__(self, *error):
        print("shut")


print(await fetch("first", 0.01))
async for number in numbers():
    print(number, end=" ")
print([n async for n in numbers()])
async with Door():
    print("inside")

# Prints:
# FIRST
# 0 1 2 [0, 1, 2]
# open
# inside
# shut
