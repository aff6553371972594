"""Three cooks in one kitchen: tasks, a queue, a time limit, a task that is cancelled."""

import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    print(dish, "is ready")
    return dish


async def waiter(orders, served):
    while True:
        served.append(await orders.get())
        orders.task_done()


async def main():
    print(await asyncio.gather(cook("soup", 0.3), cook("pasta", 0.1), cook("cake", 0.5)))

    orders, served = asyncio.Queue(), []
    async with asyncio.TaskGroup() as group:
        task = group.create_task(waiter(orders, served))
        for table in range(3):
            await orders.put(table)
        await orders.join()
        task.cancel()
    print(served, task.cancelled())

    try:
        async with asyncio.timeout(0.05):
            await cook("stew", 60)
    except TimeoutError:
        print("The stew takes too long.")


asyncio.run(main())

# Prints:
# pasta is ready
# soup is ready
# cake is ready
# ['soup', 'pasta', 'cake']
# [0, 1, 2] True
# The stew takes too long.
