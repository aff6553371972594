# The weather of this hour, from a server that lets programs in a browser read it. It needs the network.

import requests

API = "https://api.open-meteo.com/v1/forecast"

# Degrees north, degrees east.
places = {
    "Reykjavik": (64.15, -21.94),
    "London": (51.51, -0.13),
    "Nairobi": (-1.29, 36.82),
    "Singapore": (1.35, 103.82),
}


def temperature_at(north, east):
    """Ask the server for one number."""
    question = {"latitude": north, "longitude": east, "current": "temperature_2m"}
    answer = requests.get(API, params=question, timeout=10)
    answer.raise_for_status()  # an error when the server says no
    return answer.json()["current"]["temperature_2m"]


print("Asking", API)

try:
    for place, (north, east) in places.items():
        degrees = temperature_at(north, east)
        print(f"{place:12} {degrees:5.1f} °C")
except requests.exceptions.RequestException as error:
    # No network, a server that is away, or one that does not let programs in a browser read it.
    print("That did not work:", error)

print("Done.")
