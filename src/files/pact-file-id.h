/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactFileId:
 * @device: the device that the file lies on
 * @inode: its number there
 *
 * Which file it is, by whatever name: two names with the same one lead to the same file.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
} PactFileId;

gboolean pact_file_id_read (const char *path,
                            PactFileId *id);
gboolean pact_file_id_read_fd (int fd,
                               PactFileId *id);
gboolean pact_file_id_equal (const PactFileId *one,
                             const PactFileId *two);
gboolean pact_paths_are_same_file (const char *one,
                                   const char *two);

G_END_DECLS
