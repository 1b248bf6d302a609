/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/*
 * gettext's catalogues, read without gettext: it knows one language a process, but a plan can be
 * started in another language than the interface's.
 */

G_BEGIN_DECLS

/**
 * PactCatalogue:
 *
 * One catalogue: a `.mo` file in memory.
 */
typedef struct _PactCatalogue PactCatalogue;

PactCatalogue *pact_catalogue_new_from_bytes (GBytes *bytes);
PactCatalogue *pact_catalogue_new_from_file (const char *file_name);
void pact_catalogue_free (PactCatalogue *self);
const char *pact_catalogue_lookup (PactCatalogue *self,
                                   const char *message);

/**
 * PactCatalogues:
 *
 * The catalogues of one domain in one folder, in all languages, opened as they are needed. It is
 * shared by reference; the texts it hands out live as long as it does. Any thread may use it.
 */
typedef struct _PactCatalogues PactCatalogues;

PactCatalogues *pact_catalogues_new (const char *folder,
                                     const char *domain);
PactCatalogues *pact_catalogues_ref (PactCatalogues *self);
void pact_catalogues_unref (PactCatalogues *self);
const char *pact_catalogues_lookup (PactCatalogues *self,
                                    const char *locale,
                                    const char *message);
char **pact_catalogues_list_locales (PactCatalogues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactCatalogue, pact_catalogue_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactCatalogues, pact_catalogues_unref)

G_END_DECLS
