/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include "pact-cli.h"

int
main (int argc,
      char **argv)
{
  return pact_cli_main (argc, argv);
}
