/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/* Folders for tests, gone with everything in them when they are not needed any more. */

typedef char Folder;

Folder *folder_new (void);
void folder_free (Folder *folder);
guint folder_get_mode (const char *path);
guint folder_count_files (const char *folder);
goffset folder_get_size (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)
