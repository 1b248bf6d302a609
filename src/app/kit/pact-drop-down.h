/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

/* Drop-downs of answers, #PactAnswer: the one way to choose one of several. */

G_BEGIN_DECLS

GtkDropDown *pact_drop_down_new (void);
void pact_drop_down_set_answers (GtkDropDown *drop_down,
                                 GListModel *answers);
const char *pact_drop_down_get_code (GtkDropDown *drop_down);
guint pact_drop_down_find (GtkDropDown *drop_down,
                           const char *code);
void pact_drop_down_make_narrow (GtkDropDown *drop_down);
void pact_drop_down_set_name (GtkDropDown *drop_down,
                              const char *name);

G_END_DECLS
