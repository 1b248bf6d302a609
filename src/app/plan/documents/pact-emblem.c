/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-emblem"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-emblem.h"
#include "pact-file-dialog.h"
#include "pact-picture-file.h"
#include "pact-shell.h"

/* How large it is shown. */
#define MAX_WIDTH 180
#define MAX_HEIGHT 56

/**
 * PactEmblem:
 *
 * The authority's coat of arms or logo, shown small, to be chosen and to be removed.
 */
struct _PactEmblem
{
  AdwBin parent_instance;

  char *value;  /* (nullable): the picture that is shown */
  PactJob *job; /* (nullable): that reads a file */

  /* Template widgets */
  GtkPicture *picture;
  GtkWidget *remove_button;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactEmblem, pact_emblem, ADW_TYPE_BIN)

/* What was read for somebody who has gone on to another plan meanwhile is not taken. */
static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (PactEmblem) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = pact_picture_file_read_finish (result, &error);

  if (self->job == NULL || g_task_get_cancellable (G_TASK (result)) != pact_job_get_cancellable (self->job))
    return;

  g_clear_object (&self->job);
  if (value != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, value);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("The picture was not taken"), error);
}

static void
file_chosen_cb (GFile **files,
                int n_files,
                gpointer data)
{
  g_autoptr (PactEmblem) self = data;

  /* The window may be gone. */
  if (n_files == 1 && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    pact_emblem_read (self, files[0]);
}

static void
choose_cb (PactEmblem *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  pact_file_dialog_open_one (GTK_WIDGET (self), C_ ("dialog", "Choose a Coat of Arms or Logo"), file_chosen_cb, g_object_ref (self));
}

static void
remove_cb (PactEmblem *self)
{
  /* The button goes, and the keys shall not go with it. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
  g_signal_emit (self, signals[CHOSEN], 0, NULL);
}

static void
pact_emblem_dispose (GObject *object)
{
  pact_emblem_stop (PACT_EMBLEM (object));

  G_OBJECT_CLASS (pact_emblem_parent_class)->dispose (object);
}

static void
pact_emblem_finalize (GObject *object)
{
  g_free (PACT_EMBLEM (object)->value);

  G_OBJECT_CLASS (pact_emblem_parent_class)->finalize (object);
}

static void
pact_emblem_class_init (PactEmblemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_emblem_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_emblem_finalize;

  /**
   * PactEmblem::chosen:
   * @self: the emblem
   * @value: (nullable): the picture, as a value of type %PACT_TYPE_PICTURE; %NULL for none any more
   *
   * Somebody has chosen a picture, or removed it. It is shown once pact_emblem_set_value() says so.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-emblem.ui");
  gtk_widget_class_bind_template_child (widget_class, PactEmblem, picture);
  gtk_widget_class_bind_template_child (widget_class, PactEmblem, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
pact_emblem_init (PactEmblem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_emblem_set_value:
 * @self: an emblem
 * @value: (nullable): the picture to show
 */
void
pact_emblem_set_value (PactEmblem *self,
                       const char *value)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (PACT_IS_EMBLEM (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (value);
  texture = pact_picture_create_texture (value, MAX_WIDTH, MAX_HEIGHT);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->remove_button, value != NULL);
}

/**
 * pact_emblem_read:
 * @self: an emblem
 * @file: a picture
 *
 * Takes a picture from a file, as if somebody had chosen it in the dialog.
 */
void
pact_emblem_read (PactEmblem *self,
                  GFile *file)
{
  g_return_if_fail (PACT_IS_EMBLEM (self));
  g_return_if_fail (G_IS_FILE (file));

  pact_emblem_stop (self);
  self->job = pact_job_new (C_ ("what is being done", "Reading the picture…"));
  pact_picture_file_read_async (file, self->job, read_cb, g_object_ref (self));
}

/**
 * pact_emblem_stop:
 * @self: an emblem
 *
 * Forgets the file that is being read.
 */
void
pact_emblem_stop (PactEmblem *self)
{
  g_return_if_fail (PACT_IS_EMBLEM (self));

  if (self->job != NULL)
    pact_job_cancel (self->job);
  g_clear_object (&self->job);
}
