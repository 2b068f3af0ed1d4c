"""Reads a folder of event files as TensorBoard does, all scalars of it: read_events.py FOLDER"""
import sys

from tensorboard.backend.event_processing.event_accumulator import IMAGES, SCALARS, EventAccumulator

events = EventAccumulator(sys.argv[1], size_guidance={SCALARS: 0, IMAGES: 1})
events.Reload()
print(sum(len(events.Scalars(tag)) for tag in events.Tags()['scalars']))
