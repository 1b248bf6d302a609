# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Copies of a library, each damaged in another way: by a disk, by a transfer that broke off, by somebody with a tool."""

import contextlib
import random
import sqlite3

PAGE = 4096

# What somebody does with a tool that knows nothing of plans. {table} is each of the library's tables in turn.
HANDS = [
    "DELETE FROM {table} WHERE rowid = (SELECT max (rowid) FROM {table})",
    "DELETE FROM {table} WHERE rowid = (SELECT min (rowid) FROM {table})",
    "DELETE FROM {table}",
]
TABLES = ["element", "measure", "objective", "pillar", "plan", "summary", "tally", "search", "edit"]
WORDS = [
    "UPDATE element SET kind = 'mebsure' WHERE id = (SELECT min (id) FROM measure)",
    "UPDATE element SET kind = 'pillar' WHERE id = (SELECT min (id) FROM measure)",
    "UPDATE element SET parent = plan WHERE kind = 'measure'",
    "UPDATE element SET plan = 1000000 WHERE kind = 'measure'",
    "UPDATE element SET uuid = 'x' || uuid WHERE kind = 'measure'",
    "UPDATE element SET modified = 'then' WHERE kind = 'measure'",
    "UPDATE element SET extra = '[' WHERE kind = 'plan'",
    "UPDATE plan SET period_start = '2O27'",
    "UPDATE plan SET currency = 'euro'",
    "UPDATE plan SET title = cast (x'ff41' AS TEXT)",
    "UPDATE plan SET title = NULL",
    "UPDATE plan SET title = 'Nobody told the search'",
    "UPDATE summary SET n_measures = n_measures + 1",
    "UPDATE tally SET required = required + 1 WHERE id = (SELECT min (id) FROM tally)",
    "UPDATE search SET title = 'ghost' WHERE rowid = (SELECT min (rowid) FROM search)",
    "INSERT INTO search (rowid, title) VALUES (1000000, 'ghost')",
]


def flip(content, chance):
    place = chance.randrange(len(content))
    content[place] ^= 1 << chance.randrange(8)


def overwrite(content, chance, data):
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start:start + PAGE] = data


def cut(content, chance):
    del content[chance.randrange(1, len(content)):]


def swap(content, chance):
    one, two = (chance.randrange(1, len(content) // PAGE) * PAGE for _ in range(2))
    content[one:one + PAGE], content[two:two + PAGE] = content[two:two + PAGE], content[one:one + PAGE]


WAYS = [
    (40, "flipped", flip),
    (15, "zeroed", lambda content, chance: overwrite(content, chance, bytes(PAGE))),
    (15, "garbled", lambda content, chance: overwrite(content, chance, chance.randbytes(PAGE))),
    (15, "cut", cut),
    (10, "swapped", swap),
]


def by_hand(path, sql):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(sql)
        database.execute("PRAGMA wal_checkpoint (TRUNCATE)")


def make(library, folder):
    """Yields a name and a path for each damaged copy; the same ones each time."""
    chance = random.Random(20261126)
    content = library.read_bytes()
    for count, name, way in WAYS:
        for number in range(count):
            path = folder / f"{name}-{number}.db"
            damaged = bytearray(content)
            way(damaged, chance)
            path.write_bytes(damaged)
            yield path.name, path
    statements = [hand.format(table=table) for table in TABLES for hand in HANDS] + WORDS
    for number, statement in enumerate(statements):
        path = folder / f"hand-{number}.db"
        path.write_bytes(content)
        by_hand(path, statement)
        yield f"{path.name}: {statement}", path
