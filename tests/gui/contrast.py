# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""How well what is on the screen stands out, as WCAG 2.1 and EN 301 549 measure it: 1 for nothing, 21 for black on white."""

import collections

TEXT = 4.5
EDGE = 3.0


def luminance(colour):
    """The relative luminance of a colour of three bytes."""
    linear = [value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def of_text(pixels):
    """What is most of the picture of a text is what it stands on; the strokes are what is farthest from that."""
    ground = collections.Counter(pixels).most_common(1)[0][0]
    return max(ratio(ground, colour) for colour in set(pixels))


def of_edge(pixels):
    """How well the first pixel, which is beside a field, is told from what stands out most of those that lead into it."""
    return max(ratio(pixels[0], colour) for colour in pixels)
