/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-source-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-name.h"
#include "pact-portal.h"
#include "pact-source-list.h"
#include "pact-template.h"

/**
 * PactSourceList:
 *
 * What a template draws on, and where that can be read. An address is opened, in the person's browser, when it is clicked and
 * only then; the program follows no link by itself.
 */
struct _PactSourceList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (PactSourceList, pact_source_list, GTK_TYPE_BOX)

static gboolean
activate_link_cb (GtkLinkButton *button)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (button));

  if (shell != NULL)
    pact_portal_open_page (shell, gtk_link_button_get_uri (button));

  return TRUE;
}

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/* The text that is clicked, with the address below it: one sees where it leads before one goes there. */
static GtkWidget *
link_new (const PactSource *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_link_button_new (source->url);
  GtkWidget *address = label_new (source->url);
  /* Translators: %s is the title of a source, such as a convention or a guide. */
  g_autofree char *name = g_strdup_printf (_("Open “%s” in the browser"), source->title);

  gtk_button_set_child (GTK_BUTTON (button), label_new (source->title));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pact-link");
  pact_name_widget (button, name);
  g_signal_connect (button, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  gtk_widget_add_css_class (address, "dim-label");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), address);

  return box;
}

static GtkWidget *
text_new (const PactSource *source)
{
  GtkWidget *label = label_new (source->title);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  return label;
}

static void
pact_source_list_class_init (PactSourceListClass *klass)
{
}

static void
pact_source_list_init (PactSourceList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * pact_source_list_show:
 * @self: a list
 * @sources: (element-type PactSource): the sources
 *
 * Shows the sources in their order.
 */
void
pact_source_list_show (PactSourceList *self,
                       GPtrArray *sources)
{
  GtkWidget *child;

  g_return_if_fail (PACT_IS_SOURCE_LIST (self));
  g_return_if_fail (sources != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < sources->len; i++)
    {
      const PactSource *source = g_ptr_array_index (sources, i);

      gtk_box_append (GTK_BOX (self), source->url != NULL ? link_new (source) : text_new (source));
    }
}
