"""A neural network that reads digits."""

import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(10)])
model.compile(optimizer="adam", loss="mse")

# Ends: Failed
# Explains:
# tensorflow cannot be used here
# Line 3 of main.py
# It is too large for a browser.
# Try this: For machine learning, use sklearn.
