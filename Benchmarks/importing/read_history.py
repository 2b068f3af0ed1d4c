"""Reads a history with Python's json module: read_history.py FILE"""
import json
import sys

with open(sys.argv[1]) as file:
    history = json.load(file)
assert history
