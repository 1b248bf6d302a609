/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-shell.h"

/* What is asked of the desktop, which asks the person: a mail, a folder, a page in the web. */

G_BEGIN_DECLS

void pact_portal_compose_mail (PactShell *shell,
                               const char *subject,
                               const char *path);
void pact_portal_show_in_folder (PactShell *shell,
                                 GFile *file);
void pact_portal_open_page (PactShell *shell,
                            const char *address);

G_END_DECLS
