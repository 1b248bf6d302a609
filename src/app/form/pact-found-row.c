/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-found-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-found-row.h"
#include "pact-line.h"
#include "pact-marked.h"

/**
 * PactFoundRow:
 *
 * One place where a search found the text.
 */
struct _PactFoundRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *kind_label;
  GtkLabel *title_label;
  GtkLabel *snippet_label;
  GtkLabel *place_label;
};

G_DEFINE_FINAL_TYPE (PactFoundRow, pact_found_row, GTK_TYPE_BOX)

static void
wrap_label (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

static void
pact_found_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_FOUND_ROW);

  G_OBJECT_CLASS (pact_found_row_parent_class)->dispose (object);
}

static void
pact_found_row_class_init (PactFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_found_row_dispose;

  g_type_ensure (PACT_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, snippet_label);
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, place_label);
}

static void
pact_found_row_init (PactFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_found_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
pact_found_row_new (void)
{
  return g_object_new (PACT_TYPE_FOUND_ROW, NULL);
}

/**
 * pact_found_row_wrap:
 * @self: a row
 *
 * Lets the title and the words around what was found take as many lines as they need, for lists that are short.
 */
void
pact_found_row_wrap (PactFoundRow *self)
{
  g_return_if_fail (PACT_IS_FOUND_ROW (self));

  wrap_label (self->title_label);
  wrap_label (self->snippet_label);
  wrap_label (self->place_label);
}

/**
 * pact_found_row_show:
 * @self: a row
 * @kind: (nullable): what sort of thing was found
 * @title: (nullable): what it is called
 * @snippet: (nullable): the words around what was found, which is marked, see pact_label_show_marked()
 * @place: (nullable): what it stands in
 *
 * Shows one place, and says it as the name of what the row stands in.
 */
void
pact_found_row_show (PactFoundRow *self,
                     const char *kind,
                     const char *title,
                     const char *snippet,
                     const char *place)
{
  GtkWidget *row;

  g_return_if_fail (PACT_IS_FOUND_ROW (self));

  gtk_label_set_label (self->kind_label, kind != NULL ? kind : "");
  gtk_label_set_label (self->title_label, title != NULL ? title : _("Without a title"));
  pact_label_show_marked (self->snippet_label, snippet != NULL ? snippet : "");
  /* What was found may be the title itself. */
  gtk_widget_set_visible (GTK_WIDGET (self->snippet_label),
                          snippet != NULL
                            && g_strcmp0 (gtk_label_get_text (self->snippet_label), gtk_label_get_label (self->title_label)) != 0);
  gtk_label_set_label (self->place_label, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), place != NULL);

  row = gtk_widget_get_parent (GTK_WIDGET (self));
  if (row != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s · %s · %s", gtk_label_get_label (self->kind_label),
                                               gtk_label_get_label (self->title_label), gtk_label_get_text (self->snippet_label));

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}
