"""Writes an event file with an image of 300 kB and ten scalars at each step: make_events.py FOLDER MEGABYTES"""
import pathlib
import struct
import sys

import google_crc32c
import numpy as np
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary


def masked(data):
    crc = google_crc32c.value(data)
    return ((crc >> 15 | crc << 17) + 0xa282ead8) & 0xffffffff


folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
random = np.random.default_rng(1)
with open(folder / 'events.out.tfevents.1700000000.host', 'wb') as file:
    step = 0
    while file.tell() < float(sys.argv[2]) * 1e6:
        tags = ['train/loss', 'val/loss', 'train/accuracy', 'val/accuracy'] + [f'layer_{n}/norm' for n in range(6)]
        events = [Event(wall_time=1.7e9 + step, step=step,
                        summary=Summary(value=[Summary.Value(tag=tag, simple_value=random.random())])) for tag in tags]
        image = Summary.Image(height=316, width=316, colorspace=3, encoded_image_string=random.bytes(300_000))
        events.append(Event(wall_time=1.7e9 + step, step=step, summary=Summary(value=[Summary.Value(tag='sample', image=image)])))
        for event in events:
            data = event.SerializeToString()
            length = struct.pack('<Q', len(data))
            file.write(length + struct.pack('<I', masked(length)) + data + struct.pack('<I', masked(data)))
        step += 1
