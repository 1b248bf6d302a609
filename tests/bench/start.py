#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""How long it takes from starting the program, with many plans in the library, to its first window on the screen, and
how often the time is that an empty window takes in the same run. The arguments are the program, its command line and a
program with an empty window."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "gui"))

from screen import Screen # noqa: E402, found by the path above

PROGRAM, CLI, EMPTY = sys.argv[1:]
PLANS = 1000
TIMES = 7
SECONDS = 60


def make_library(folder, env):
    """Many plans: one that the program makes, and copies of it."""
    library = folder / "library.db"
    answers = ["--template", "pact-4ps", "--authority", "Stadt Beispielhausen", "--country", "DE", "--kind", "municipality",
               "--language", "en", "--currency", "EUR", "--start", "2027", "--end", "2030"]
    plan = subprocess.run([CLI, "new", *answers, "--library", library], env=env, check=True, capture_output=True,
                          text=True).stdout.strip()
    path = folder / "plan.json"
    path.write_bytes(subprocess.run([CLI, "export", plan, "--draft", "--library", library], env=env, check=True,
                                    capture_output=True).stdout)
    subprocess.run([CLI, "import", "--as-copy", *[path] * (PLANS - 1), "--library", library], env=env, check=True,
                   capture_output=True)
    return library


def measure(screen, command, env):
    """The milliseconds until a window is on the screen."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        while screen.top_window() is None:
            if process.poll() is not None or time.perf_counter() > begin + SECONDS:
                raise SystemExit(f"{command[0]} shows no window")
            time.sleep(0.001)
        return (time.perf_counter() - begin) * 1000
    finally:
        process.kill()
        process.wait()
        while screen.top_window() is not None:
            time.sleep(0.001)


def run():
    screen = Screen()
    with tempfile.TemporaryDirectory(prefix="pact-bench-") as name:
        folder = pathlib.Path(name)
        env = {**os.environ, "HOME": name, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name, "XDG_CACHE_HOME": name + "/cache",
               "XDG_STATE_HOME": name + "/state"}
        program = [PROGRAM, "--library", make_library(folder, env)]
        # Once without counting, so that all files have been read; then by turns, so that both meet the same machine.
        measure(screen, [EMPTY], env)
        measure(screen, program, env)
        times = [(measure(screen, [EMPTY], env), measure(screen, program, env)) for _ in range(TIMES)]
    empty, ours = (statistics.median(column) for column in zip(*times))
    print(f"{f'the first window, {PLANS:,} plans in the library':50} {ours:9.2f} ms   {'an empty libadwaita window':44} "
          f"{empty:9.2f} ms   ratio {ours / empty:6.2f}   aim: ratio up to 1.3")


run()
