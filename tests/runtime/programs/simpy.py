"""A queue at the till."""

import simpy


def customer(env, name, till):
    with till.request() as turn:
        yield turn
        print(f"{env.now:2}: {name} pays")
        yield env.timeout(3)


env = simpy.Environment()
till = simpy.Resource(env, capacity=1)
for name in ("Ada", "Alan", "Grace"):
    env.process(customer(env, name, till))
env.run()
print("Closed at", env.now)

# Prints:
#  0: Ada pays
#  3: Alan pays
#  6: Grace pays
# Closed at 9
