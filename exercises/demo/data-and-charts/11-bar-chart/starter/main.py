import matplotlib.pyplot as plt

votes = """
lake museum zoo lake lake tower zoo lake zoo museum lake tower museum lake zoo zoo lake
museum lake zoo tower lake museum lake
""".split()

plt.bar(["lake", "museum"], [1, 2])
plt.show()
