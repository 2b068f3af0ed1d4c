#!/usr/bin/env python3
"""Times `training-report plot --watch`: from the change of a run to its figures and summary on disk.

    Benchmarks/watching/latency.py .build/release/training-report results --changes 30

Takes the run of a results folder and, as another trainer would, writes an epoch more or less into its `run.json`; once with
the histories alone, which draw figure 02, and once with all the run. A change is over when the program has said what it drew,
which it does after the last file is written.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time


def measure(program, run, changes):
    """Milliseconds from each change of `run.json` to the line that tells of its figures."""
    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder)
        shutil.copytree(run, results / "run")
        file = results / "run" / "run.json"
        record = json.loads(file.read_text())
        watch = subprocess.Popen([program, "plot", folder, "--watch"], stdout=subprocess.PIPE, text=True)
        try:
            print("   ", watch.stdout.readline().split(";")[0])
            milliseconds = []
            for change in range(changes):
                for model in record["models"]:
                    for series in model["history"].values():
                        if change % 2 == 0:
                            series["epoch"].append(series["epoch"][-1] + 1)
                            series["value"].append(series["value"][-1])
                        else:
                            series["epoch"].pop(), series["value"].pop()
                text = json.dumps(record)
                start = time.perf_counter()
                # In one step: a file written in place would count from when it is closed.
                beside = file.with_name(".run.json.partial")
                beside.write_text(text)
                os.replace(beside, file)
                if not watch.stdout.readline().startswith("Drew 0"):
                    raise SystemExit("nothing was drawn")
                milliseconds.append((time.perf_counter() - start) * 1000)
                # Wait until the program waits again, as between epochs.
                time.sleep(0.1)
            return milliseconds
        finally:
            watch.terminate()
            watch.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("results")
    parser.add_argument("--changes", type=int, default=30)
    options = parser.parse_args()
    run = pathlib.Path(options.results) / "run"
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(run / "run.json", folder)
        for name, source in [("histories alone", folder), ("the whole run", run)]:
            print(name)
            times = measure(options.program, source, options.changes)
            print(f"    median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms of {len(times)}")


if __name__ == "__main__":
    main()
