/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PactTyping PactTyping;

PactTyping *pact_typing_new (void);
void pact_typing_free (PactTyping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactTyping, pact_typing_free)

void pact_typing_begin (PactTyping *self,
                        const char *text);
void pact_typing_end (PactTyping *self);
char *pact_typing_change (PactTyping *self,
                          const char *text,
                          gint64 now);

void pact_text_find_change (const char *old_text,
                            const char *new_text,
                            guint *start,
                            guint *n_removed,
                            guint *n_inserted);

G_END_DECLS
