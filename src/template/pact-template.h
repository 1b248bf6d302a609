/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-element.h"
#include "pact-record.h"

G_BEGIN_DECLS

/**
 * PactTemplateError:
 * @PACT_TEMPLATE_ERROR_WRITE: a template could not be saved
 */
typedef enum
{
  PACT_TEMPLATE_ERROR_WRITE,
} PactTemplateError;

#define PACT_TEMPLATE_ERROR (pact_template_error_quark ())
GQuark pact_template_error_quark (void);

#define PACT_TYPE_TEMPLATE (pact_template_get_type ())
G_DECLARE_FINAL_TYPE (PactTemplate, pact_template, PACT, TEMPLATE, GObject)

/**
 * PactTemplateItem:
 *
 * A pillar, objective, measure or indicator of a template. Borrowed from its template.
 */
typedef struct _PactTemplateItem PactTemplateItem;

const char *pact_template_get_id (PactTemplate *self);
const char *pact_template_get_version (PactTemplate *self);
const char *pact_template_get_language (PactTemplate *self);
const char *pact_template_get_licence (PactTemplate *self);
gboolean pact_template_is_own (PactTemplate *self);
const char *pact_template_get_file_name (PactTemplate *self);
char **pact_template_list_languages (PactTemplate *self);
int pact_template_get_completeness (PactTemplate *self,
                                    const char *language);
guint pact_template_count (PactTemplate *self,
                           const char *kind_name);
const char **pact_template_list_target_groups (PactTemplate *self);
/* Texts in a language: a BCP 47 tag, NULL for the interface's own. They fall back to the template's. */
const char *pact_template_get_title (PactTemplate *self,
                                     const char *language);
const char *pact_template_get_summary (PactTemplate *self,
                                       const char *language);
const char *pact_template_get_about (PactTemplate *self,
                                     const char *language);
const char *pact_template_get_basis (PactTemplate *self,
                                     const char *language);

PactTemplateItem *pact_template_find (PactTemplate *self,
                                      const char *template_key);
GPtrArray *pact_template_list_pillars (PactTemplate *self);
GPtrArray *pact_template_list_measures (PactTemplate *self);
GPtrArray *pact_template_item_list_children (PactTemplateItem *item);
PactTemplateItem *pact_template_item_get_parent (PactTemplateItem *item);
PactTemplate *pact_template_item_get_template (PactTemplateItem *item);
const PactKind *pact_template_item_get_kind (PactTemplateItem *item);
const char *pact_template_item_get_key (PactTemplateItem *item);
const char *pact_template_item_get_concept (PactTemplateItem *item);
char *pact_template_item_dup_number (PactTemplateItem *item);
PactRecord *pact_template_item_make_record (PactTemplateItem *item,
                                            const char *language);
const char *pact_template_item_get_title (PactTemplateItem *item,
                                          const char *language);
const char *pact_template_item_get_guidance (PactTemplateItem *item,
                                             const char *language);
const char *pact_template_item_get_references (PactTemplateItem *item,
                                               const char *language);
const char *pact_template_item_get_provenance (PactTemplateItem *item);
GPtrArray *pact_template_item_get_sources (PactTemplateItem *item,
                                           const char *language);
GPtrArray *pact_template_item_instantiate_indicators (PactTemplateItem *item,
                                                      const char *parent,
                                                      const char *language);

/**
 * PactSource:
 * @id: the source's mark in the template
 * @title: what it is
 * @url: (nullable): where it can be read
 */
typedef struct
{
  char *id;
  char *title;
  char *url;
} PactSource;
GPtrArray *pact_template_get_sources (PactTemplate *self,
                                      const char *language);

GPtrArray *pact_template_instantiate (PactTemplate *self,
                                      const char *language);
PactPlan *pact_template_to_plan (PactTemplate *self,
                                 const char *language);

#define PACT_TYPE_TEMPLATE_LIBRARY (pact_template_library_get_type ())
G_DECLARE_FINAL_TYPE (PactTemplateLibrary, pact_template_library, PACT, TEMPLATE_LIBRARY, GObject)

/**
 * PactTemplateFault:
 * @file_name: a file in the user's folder that is not a template
 * @message: what is wrong and in which line, for people
 */
typedef struct
{
  char *file_name;
  char *message;
} PactTemplateFault;

PactTemplateLibrary *pact_template_library_new (const PactModel *model);
char *pact_template_library_get_user_folder (void);
void pact_template_library_reload (PactTemplateLibrary *self);
GPtrArray *pact_template_library_get_faults (PactTemplateLibrary *self);
PactTemplate *pact_template_library_find (PactTemplateLibrary *self,
                                          const char *id);
PactTemplateItem *pact_template_library_find_item (PactTemplateLibrary *self,
                                                   PactElement *element);
char *pact_template_library_dup_name (PactTemplateLibrary *self,
                                      const char *id);
char *pact_template_dup_said (PactElement *element,
                              const char *field_name);
GBytes *pact_template_write (GPtrArray *records,
                             PactTemplate *base,
                             const char *title,
                             GError **error);
GBytes *pact_template_write_renamed (PactTemplate *self,
                                     const char *title,
                                     GError **error);
char *pact_template_write_schema (const PactModel *model);

G_END_DECLS
