/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-found-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-found-row.h"

/* The marks around what was found: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
#define MARK_START "\u2068"
#define MARK_END "\u2069"

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
  GtkLabel *plan_label;
};

G_DEFINE_FINAL_TYPE (PactFoundRow, pact_found_row, GTK_TYPE_BOX)

/* Shows a text with what stands between marks in bold. The text is the users' own and never taken for markup. */
static void
show_marked (GtkLabel *label,
             const char *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gsize start = 0;
  const char *rest = marked;

  while (*rest != '\0')
    {
      if (g_str_has_prefix (rest, MARK_START))
        {
          start = text->len;
          rest += strlen (MARK_START);
        }
      else if (g_str_has_prefix (rest, MARK_END))
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = start;
          bold->end_index = text->len;
          pango_attr_list_insert (attributes, bold);
          rest += strlen (MARK_END);
        }
      else
        {
          /* A label of one line. */
          g_string_append_c (text, *rest == '\n' ? ' ' : *rest);
          rest++;
        }
    }

  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, attributes);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, snippet_label);
  gtk_widget_class_bind_template_child (widget_class, PactFoundRow, plan_label);
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
 * pact_found_row_set_found:
 * @self: a row
 * @found: the place to show
 */
void
pact_found_row_set_found (PactFoundRow *self,
                          PactFound *found)
{
  const PactKind *kind;
  const char *kind_label;
  const char *title;
  const char *snippet;
  GtkWidget *row;

  g_return_if_fail (PACT_IS_FOUND_ROW (self));
  g_return_if_fail (PACT_IS_FOUND (found));

  kind = pact_model_find_kind (pact_model_get_default (), pact_found_get_kind (found));
  kind_label = kind != NULL ? pact_kind_get_label (kind) : "";
  title = pact_found_get_title (found);
  snippet = pact_found_get_snippet (found);

  gtk_label_set_label (self->kind_label, kind_label);
  gtk_label_set_label (self->title_label, title != NULL ? title : _("Without a title"));
  show_marked (self->snippet_label, snippet != NULL ? snippet : "");
  /* What was found is the title itself. */
  gtk_widget_set_visible (GTK_WIDGET (self->snippet_label),
                          g_strcmp0 (gtk_label_get_text (self->snippet_label), title) != 0);
  gtk_label_set_label (self->plan_label, pact_found_get_plan_title (found));
  gtk_widget_set_visible (GTK_WIDGET (self->plan_label), kind != pact_model_get_root (pact_model_get_default ()));

  row = gtk_widget_get_parent (GTK_WIDGET (self));
  if (row != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s · %s · %s", kind_label, gtk_label_get_label (self->title_label),
                                               gtk_label_get_text (self->snippet_label));

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}
