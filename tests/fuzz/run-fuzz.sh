#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
#
# run-fuzz.sh [FUZZER] OPTION CORPUS…: the same ten thousand runs each time. Without a fuzzer, which needs clang, the test is skipped.

case "$1" in
  -*) echo "There is no clang with libFuzzer."; exit 77 ;;
esac

fuzzer="$1"
shift

# What the runs find goes to the first folder, which must not be that of the sources.
found=$(mktemp -d) || exit 99
trap 'rm -rf "$found"' EXIT

option="$1"
shift
G_SLICE=always-malloc G_DEBUG=fatal-criticals LC_ALL=C.UTF-8 \
  "$fuzzer" "$option" -seed=1 -runs=10000 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 "$found" "$@"
