/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-job.h"

G_BEGIN_DECLS

void pact_picture_file_read_async (GFile *file,
                                   PactJob *job,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *pact_picture_file_read_finish (GAsyncResult *result,
                                     GError **error);
GdkTexture *pact_picture_create_texture (const char *value,
                                         int max_width,
                                         int max_height);

G_END_DECLS
