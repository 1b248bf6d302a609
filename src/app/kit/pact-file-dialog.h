/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PactFilesFunc:
 * @files: (array length=n_files) (nullable): what was chosen, %NULL if nothing
 * @n_files: how many
 * @data: what was handed over with the function
 */
typedef void (*PactFilesFunc) (GFile **files,
                               int n_files,
                               gpointer data);

void pact_file_dialog_open (GtkWidget *parent,
                            const char *title,
                            PactFilesFunc func,
                            gpointer data);
void pact_file_dialog_open_one (GtkWidget *parent,
                                const char *title,
                                PactFilesFunc func,
                                gpointer data);
void pact_file_dialog_save (GtkWidget *parent,
                            const char *title,
                            const char *suggested_name,
                            PactFilesFunc func,
                            gpointer data);
void pact_file_dialog_choose_folder (GtkWidget *parent,
                                     const char *title,
                                     PactFilesFunc func,
                                     gpointer data);
const char *pact_file_dialog_find_path (GtkWidget *parent,
                                        const char *heading,
                                        GFile **files,
                                        int n_files);

G_END_DECLS
