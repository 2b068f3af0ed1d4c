"""Writes the fixtures beside this script with the libraries whose formats they are.

numpy 2.4.6, safetensors 0.7.0, Python 3.11. Every array holds 0 to 5 in the shape [2, 3] unless its name says otherwise.
"""

import gzip
import pathlib

import numpy
from numpy.lib import format as npy
from safetensors.numpy import save_file

here = pathlib.Path(__file__).parent
array = numpy.arange(6).reshape(2, 3)

for dtype in "u1 i1 <u2 <u4 <u8 <i2 <i4 <i8 >u2 >i4 >i8 <f2 <f4 <f8 >f2 >f4 >f8".split():
    name = dtype.replace("<", "little_").replace(">", "big_")
    numpy.save(here / f"{name}.npy", array.astype(dtype))
numpy.save(here / "fortran_little_f4.npy", numpy.asfortranarray(array.astype("<f4")))
numpy.save(here / "fortran_big_i2_2x3x4.npy", numpy.asfortranarray(numpy.arange(24).reshape(2, 3, 4).astype(">i2")))
numpy.save(here / "scalar_little_f4.npy", numpy.float32(1.5))
numpy.save(here / "vector_little_i4.npy", numpy.arange(6).astype("<i4"))
numpy.save(here / "empty_0x3_little_f4.npy", numpy.zeros((0, 3), "<f4"))
numpy.save(here / "bool.npy", array > 2)
numpy.save(here / "record.npy", numpy.zeros(2, [("a", "<f4"), ("b", "<i4")]))
numpy.save(here / "objects.npy", numpy.array(["cat", 2], object))
numpy.save(here / "texts.npy", numpy.array(["cat", "mouse"]))
numpy.save(here / "bytes.npy", numpy.array([b"cat", b"ox"]))
numpy.save(here / "fortran_big_texts.npy", numpy.asfortranarray(numpy.array([["\u00fc", "b"], ["", "\U0001f600x"]], ">U2")))
numpy.savez(here / "stored.npz", array, labels=array[0].astype("u1"), names=numpy.array(["cat", "dog"]))
numpy.savez_compressed(here / "deflated.npz", logits=numpy.zeros((50, 40), "<f8"), y=array[1].astype("<i8"))
for version in (2, 3):
    with open(here / f"version_{version}.npy", "wb") as file:
        npy.write_array(file, array.astype("<f4"), (version, 0))

save_file(
    {
        "conv/1.kernel": array.astype("float32"),
        "bias": numpy.array([-1.5, 0.25], "float32"),
        "scalar": numpy.array(7, "float32"),
        "ärger \"quoted\"": numpy.zeros((0, 4), "float32"),
    },
    here / "four_tensors.safetensors",
)
save_file({"bias": array.astype("float32")}, here / "metadata.safetensors", metadata={"made by": "a test"})
save_file({"bias": array.astype("float16")}, here / "f16.safetensors")

two = gzip.compress(b"hello, ", mtime=0) + gzip.compress(b"world\n", mtime=0)
(here / "two_members.gz").write_bytes(two)

labels = bytes([0, 0, 8, 1, 0, 0, 0, 4, 7, 2, 1, 0])
(here / "labels.idx.gz").write_bytes(gzip.compress(labels, mtime=0))
