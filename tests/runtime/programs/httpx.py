"""Books from a public service, one after the other and at the same time."""

import asyncio

import httpx

answer = httpx.get("https://api.example.org/books", params={"page": 2})
print(answer.status_code, answer.json()["path"])


async def main():
    async with httpx.AsyncClient() as client:
        answers = await asyncio.gather(*(client.get(f"https://api.example.org/{n}") for n in range(3)))
        print([answer.json()["path"] for answer in answers])


asyncio.run(main())
httpx.get("https://www.example.org/news")

# Ends: Failed
# Says:
# 200 /books?page=2
# ['/0', '/1', '/2']
# httpx.ConnectError
# cannot be read
# Check a URL
