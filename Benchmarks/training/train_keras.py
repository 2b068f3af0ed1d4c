"""The original project's recipe in Keras 2.15. Prints one JSON line: seconds of each epoch, test accuracy.

    python train_keras.py {simple_nn|cnn} EPOCHS
"""
import json
import os
import sys
import time

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
from tensorflow import keras
from tensorflow.keras import layers

import mnist

name, epochs = sys.argv[1], int(sys.argv[2])
images, labels, test_images, test_labels = mnist.load()
images, test_images = images[..., None], test_images[..., None]

conv = lambda filters: layers.Conv2D(filters, 3, activation='relu')
dense = lambda units: layers.Dense(units, activation='relu')
norm, pool = layers.BatchNormalization, layers.MaxPooling2D
stacks = {
    'simple_nn': [layers.Flatten(), dense(128), layers.Dropout(.2), dense(64), layers.Dropout(.2)],
    'cnn': [conv(32), norm(), pool(), conv(64), norm(), pool(), conv(64), norm(), layers.Flatten(), dense(128),
            layers.Dropout(.5)],
}
model = keras.Sequential([keras.Input((28, 28, 1)), *stacks[name], layers.Dense(10, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])


class Clock(keras.callbacks.Callback):
    seconds = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.seconds.append(time.perf_counter() - self.start)


clock = Clock()
model.fit(images, labels, epochs=epochs, batch_size=128, validation_split=.2, verbose=0, callbacks=[clock])
accuracy = model.evaluate(test_images, test_labels, verbose=0)[1]
print(json.dumps({'seconds': clock.seconds, 'accuracy': float(accuracy), 'parameters': model.count_params()}))
