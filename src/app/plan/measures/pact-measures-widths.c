/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures-widths"

#include "config.h"

#include "pact-measures-widths.h"

/* In pixels, with text of the usual size: a form whose lines are still easy to read, a scrollbar beside it, a tree in which most
 * titles take two lines, and one in which they take one. */
#define FORM_WIDTH 760
#define BESIDE_FORM 20
#define TREE_WIDTH 360
#define WIDE_TREE_WIDTH 620

/* What of a narrow section is the tree's. */
#define TREE_SHARE 0.37

typedef struct
{
  GtkPaned *paned;
  AdwClamp *clamp;
  gboolean is_allocating;
  gboolean is_chosen; /* somebody has moved the handle */
} Widths;

/* How much larger text is than usual, as the person has chosen for the whole desktop. */
static double
get_text_scale (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024), 1, 4) : 1;
}

static void
moved_cb (GtkPaned *paned,
          GParamSpec *pspec,
          gpointer user_data)
{
  Widths *widths = user_data;

  if (!widths->is_allocating)
    widths->is_chosen = TRUE;
}

static Widths *
get_widths (GtkWidget *section)
{
  return g_object_get_data (G_OBJECT (section), "pact-widths");
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *section)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (get_widths (section)->paned));
}

static void
measure (GtkWidget *section,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (get_widths (section)->paned), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
allocate (GtkWidget *section,
          int width,
          int height,
          int baseline)
{
  Widths *widths = get_widths (section);
  double scale = get_text_scale (section);
  int form_width = (int) (FORM_WIDTH * scale);
  int tree_width = pact_measures_get_tree_width (width, scale);

  widths->is_allocating = TRUE;
  if (adw_clamp_get_maximum_size (widths->clamp) != form_width)
    {
      adw_clamp_set_maximum_size (widths->clamp, form_width);
      /* Nothing is left free before the form has all that it needs. */
      adw_clamp_set_tightening_threshold (widths->clamp, form_width);
    }
  if (!widths->is_chosen && gtk_paned_get_position (widths->paned) != tree_width)
    gtk_paned_set_position (widths->paned, tree_width);
  gtk_widget_allocate (GTK_WIDGET (widths->paned), width, height, baseline, NULL);
  widths->is_allocating = FALSE;
}

/**
 * pact_measures_get_tree_width:
 * @width: how wide the section is, in pixels
 * @text_scale: how much larger text is than usual
 *
 * Returns: how wide the tree should be: in a narrow section its share of it, then what most titles need in two lines; when the form is
 *   as wide as it can be read, what they need in one, before anything is left free
 */
int
pact_measures_get_tree_width (int width,
                              double text_scale)
{
  int least = (int) MIN (TREE_WIDTH * text_scale, width * TREE_SHARE);
  int most = (int) (WIDE_TREE_WIDTH * text_scale);

  return CLAMP (width - (int) (FORM_WIDTH * text_scale) - BESIDE_FORM, least, most);
}

/**
 * pact_measures_share_width:
 * @section: the section of the measures
 * @paned: its child, with the tree and the form
 * @clamp: what holds the form together
 *
 * Shares the width of the section between the tree and the form from now on, until somebody moves what is between them.
 */
void
pact_measures_share_width (GtkWidget *section,
                           GtkPaned *paned,
                           AdwClamp *clamp)
{
  Widths *widths = g_new0 (Widths, 1);

  g_return_if_fail (GTK_IS_WIDGET (section));

  widths->paned = paned;
  widths->clamp = clamp;
  g_object_set_data_full (G_OBJECT (section), "pact-widths", widths, g_free);
  gtk_widget_set_layout_manager (section, gtk_custom_layout_new (get_request_mode, measure, allocate));
  g_signal_connect (paned, "notify::position", G_CALLBACK (moved_cb), widths);
}
