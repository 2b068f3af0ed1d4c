"""The programs that ours is measured beside, each in a virtual environment of its own."""
import pathlib
import subprocess
import sys

PROJECT = pathlib.Path(__file__).parents[1]


def environment(name, packages):
    """The Python of a virtual environment in the project's folder that holds the packages; made where it does not exist."""
    python = PROJECT / name / 'bin' / 'python'
    if not python.exists():
        subprocess.run([sys.executable, '-m', 'venv', PROJECT / name], check=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet', *packages], check=True)
    return python
