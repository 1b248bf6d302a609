/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pact_import_source_paste (GdkClipboard *clipboard,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void pact_import_source_open (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *pact_import_source_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
