#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Nothing new is written to a damaged library."""

import unittest

import damage
from case import DONE, FINDINGS, LIBRARY, Case, options


class Damage(Case):
    def test_nothing_new(self):
        """As the doctor says, so the program acts: also where nobody has asked the doctor before."""
        self.new()
        self.new(title="Another one")
        folder = self.home / "damaged"
        folder.mkdir()
        n_found = n_copies = 0
        for name, path in damage.make(self.library, folder):
            n_copies += 1
            before = path.read_bytes()
            with self.subTest(name):
                _, messages = self.run_in(path, "new", *options(title="New"), status=(DONE, LIBRARY))
                is_refused = "pact-planner-cli:" in messages
                _, findings = self.run_in(path, "doctor", status=(DONE, FINDINGS, LIBRARY))
                is_damaged = "pact-planner-cli:" in findings
                self.assertEqual(is_refused, is_damaged, f"{messages}{findings}")
                self.assertNotIn("SQL", messages)
                if is_refused:
                    self.assertEqual(path.read_bytes(), before, "something was written")
                n_found += is_damaged
            self.assertGreater(n_copies, 0)
        self.assertGreaterEqual(n_copies, 138)
        self.assertGreater(n_found, n_copies // 2)


if __name__ == "__main__":
    unittest.main()
