/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PACT_OUTPUT_PRIVATE:
 *
 * The mode of a new file that only its owner may read.
 */
#define PACT_OUTPUT_PRIVATE 0600

/**
 * PACT_OUTPUT_PUBLIC:
 *
 * The mode of a new file that whoever may read that the person's umask allows to.
 */
#define PACT_OUTPUT_PUBLIC 0666

typedef struct _PactOutput PactOutput;

PactOutput *pact_output_new (const char *path,
                             guint mode,
                             GError **error);
const char *pact_output_get_temporary (PactOutput *self);
gboolean pact_output_write (PactOutput *self,
                            GBytes *bytes,
                            GError **error);
gboolean pact_output_commit (PactOutput *self,
                             GError **error);
void pact_output_free (PactOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactOutput, pact_output_free)

gboolean pact_reason_is_full (int reason);

G_END_DECLS
