"""The programs that ours is measured beside, each in a virtual environment of its own."""
import os
import pathlib
import subprocess
import sys
import time

PROJECT = pathlib.Path(__file__).parents[1]


def environment(name, packages):
    """The Python of a virtual environment in the project's folder that holds the packages; made where it does not exist."""
    python = PROJECT / name / 'bin' / 'python'
    if not python.exists():
        subprocess.run([sys.executable, '-m', 'venv', PROJECT / name], check=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet', *packages], check=True)
    return python


def run(command, cpu=False):
    """Seconds and megabytes that a command takes; with `cpu` the seconds of all processors, which other load changes less."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{command} failed with {process.returncode}')
    seconds = usage.ru_utime + usage.ru_stime if cpu else time.perf_counter() - start
    return seconds, usage.ru_maxrss / 1024
