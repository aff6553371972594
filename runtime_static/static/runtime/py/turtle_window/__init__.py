"""The window that CPython's turtle draws into: what it needs of tkinter, as operations on a picture in the console.

It travels with turtle.py in one package, so that a program without a turtle loads nothing of it.
"""
