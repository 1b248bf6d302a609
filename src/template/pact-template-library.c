/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-library"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "pact-paths.h"
#include "pact-plan.h"
#include "pact-template-private.h"

/**
 * PactTemplateLibrary:
 *
 * All templates there are, as a list of #PactTemplate: those of the program first, then the
 * user's own, each in the order of their files' names. Belongs to one thread.
 *
 * Reading them takes as long as a frame or two. At first that is done in a thread, which the first question waits for; later only
 * what has changed is read.
 */
struct _PactTemplateLibrary
{
  GObject parent_instance;

  GThread *reader; /* of the first time, until its work was asked for */

  /* Owned references */
  PactCatalogues *catalogues;
  GHashTable *readings; /* file name: Reading */
  GPtrArray *templates;
  GPtrArray *faults;

  /* Borrowed references */
  const PactModel *model;
};

/* What was found in a file, and by what one can tell that it is still that. */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 size;
  struct timespec modified;
  PactTemplate *template; /* (nullable) */
  GPtrArray *faults;      /* PactTemplateFault */
} Reading;

/* Waits for the first reading. */
static void
ensure_read (PactTemplateLibrary *self)
{
  if (self->reader != NULL)
    g_thread_join (g_steal_pointer (&self->reader));
}

static GType
get_item_type (GListModel *list)
{
  return PACT_TYPE_TEMPLATE;
}

static guint
get_n_items (GListModel *list)
{
  ensure_read (PACT_TEMPLATE_LIBRARY (list));

  return PACT_TEMPLATE_LIBRARY (list)->templates->len;
}

static gpointer
get_item (GListModel *list,
          guint position)
{
  PactTemplateLibrary *self = PACT_TEMPLATE_LIBRARY (list);

  ensure_read (self);

  return position < self->templates->len ? g_object_ref (g_ptr_array_index (self->templates, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PactTemplateLibrary,
                               pact_template_library,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
pact_template_library_finalize (GObject *object)
{
  PactTemplateLibrary *self = PACT_TEMPLATE_LIBRARY (object);

  ensure_read (self);
  g_clear_pointer (&self->readings, g_hash_table_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->catalogues, pact_catalogues_unref);

  G_OBJECT_CLASS (pact_template_library_parent_class)->finalize (object);
}

static void
pact_template_library_class_init (PactTemplateLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pact_template_library_finalize;
}

static void
free_fault (PactTemplateFault *fault)
{
  g_free (fault->file_name);
  g_free (fault->message);
  g_free (fault);
}

static void
free_reading (Reading *reading)
{
  g_clear_object (&reading->template);
  g_ptr_array_unref (reading->faults);
  g_free (reading);
}

static GHashTable *
new_readings (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_reading);
}

static void
pact_template_library_init (PactTemplateLibrary *self)
{
  self->readings = new_readings ();
  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fault);
}

/* Takes the message. */
static void
add_fault (GPtrArray *faults,
           const char *file_name,
           char *message)
{
  PactTemplateFault *fault = g_new0 (PactTemplateFault, 1);

  fault->file_name = g_strdup (file_name);
  fault->message = message;
  g_ptr_array_add (faults, fault);
}

/* Returns %NULL if the file cannot be read, or is too large to be a template. */
static GBytes *
read_bytes (Reading *reading,
            const char *file_name)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  char *text;
  gsize length;

  /* A pipe would be waited for without end. */
  if (g_stat (file_name, &status) != 0 || !S_ISREG (status.st_mode))
    {
      add_fault (reading->faults, file_name, g_strdup (_("This is not a file that can be read.")));
      return NULL;
    }
  reading->device = status.st_dev;
  reading->inode = status.st_ino;
  reading->size = status.st_size;
  reading->modified = status.st_mtim;
  if (status.st_size > PACT_TEMPLATE_MAX_BYTES)
    {
      add_fault (reading->faults, file_name, g_strdup (_("The file is larger than 4 MiB.")));
      return NULL;
    }
  if (!g_file_get_contents (file_name, &text, &length, &error))
    {
      add_fault (reading->faults, file_name, g_strdup (error->message));
      return NULL;
    }

  return g_bytes_new_take (text, length);
}

static Reading *
read_file (PactTemplateLibrary *self,
           const char *file_name,
           PactCatalogues *catalogues)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_problem_free);
  g_autoptr (GBytes) bytes = NULL;
  Reading *reading = g_new0 (Reading, 1);

  reading->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fault);
  bytes = read_bytes (reading, file_name);
  if (bytes == NULL)
    return reading;

  reading->template = _pact_template_read (bytes, self->model, catalogues, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const PactProblem *problem = g_ptr_array_index (problems, i);

      /* Translators: %1$s is a place in a file, such as “Line 3, column 7”; %2$s is a whole sentence. */
      add_fault (reading->faults, file_name,
                 g_strdup_printf (C_ ("place and problem", "%1$s: %2$s"), problem->path, problem->message));
    }
  if (reading->template != NULL)
    _pact_template_set_file_name (reading->template, file_name);

  return reading;
}

static gboolean
is_current (const Reading *reading,
            const char *file_name)
{
  GStatBuf status;

  return g_stat (file_name, &status) == 0 && S_ISREG (status.st_mode) && reading->device == status.st_dev
         && reading->inode == status.st_ino && reading->size == status.st_size
         && reading->modified.tv_sec == status.st_mtim.tv_sec && reading->modified.tv_nsec == status.st_mtim.tv_nsec;
}

static PactTemplate *
find (PactTemplateLibrary *self,
      const char *id)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      PactTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_str_equal (pact_template_get_id (template), id))
        return template;
    }

  return NULL;
}

/* What was known of a file before, if it is the same; else it is read. Which ids there are may have changed. */
static void
add_file (PactTemplateLibrary *self,
          GHashTable *before,
          const char *file_name,
          PactCatalogues *catalogues)
{
  Reading *reading = g_hash_table_lookup (before, file_name);
  g_autofree char *known_name = NULL;

  if (reading != NULL && is_current (reading, file_name))
    g_hash_table_steal_extended (before, file_name, (gpointer *) &known_name, (gpointer *) &reading);
  else
    reading = read_file (self, file_name, catalogues);
  g_hash_table_insert (self->readings, g_strdup (file_name), reading);

  for (guint i = 0; i < reading->faults->len; i++)
    {
      const PactTemplateFault *fault = g_ptr_array_index (reading->faults, i);

      add_fault (self->faults, file_name, g_strdup (fault->message));
    }
  if (reading->template == NULL)
    return;

  if (find (self, pact_template_get_id (reading->template)) != NULL)
    add_fault (self->faults, file_name,
               g_strdup_printf (_("There is another template with the id “%s”."), pact_template_get_id (reading->template)));
  else
    g_ptr_array_add (self->templates, g_object_ref (reading->template));
}

/* The strategy that the program is made for comes first, and a new plan begins with it unless another is chosen. */
#define FIRST_FILE "pact-4ps.json"

static int
compare_file_names (gconstpointer a,
                    gconstpointer b)
{
  const char *one = *(const char *const *) a;
  const char *other = *(const char *const *) b;
  gboolean one_is_first = g_str_has_suffix (one, G_DIR_SEPARATOR_S FIRST_FILE);
  gboolean other_is_first = g_str_has_suffix (other, G_DIR_SEPARATOR_S FIRST_FILE);

  return one_is_first != other_is_first ? other_is_first - one_is_first : strcmp (one, other);
}

static void
add_folder (PactTemplateLibrary *self,
            GHashTable *before,
            const char *folder,
            PactCatalogues *catalogues)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_suffix (name, ".json") && *name != '.')
        g_ptr_array_add (files, g_build_filename (folder, name, NULL));
    }

  g_ptr_array_sort (files, compare_file_names);
  for (guint i = 0; i < files->len; i++)
    add_file (self, before, g_ptr_array_index (files, i), catalogues);
}

static void
read_all (PactTemplateLibrary *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->readings);
  g_autofree char *own = pact_template_library_get_user_folder ();

  self->readings = new_readings ();
  g_ptr_array_set_size (self->templates, 0);
  g_ptr_array_set_size (self->faults, 0);
  add_folder (self, before, pact_paths_get_templates_dir (), self->catalogues);
  add_folder (self, before, own, NULL);
}

static gpointer
read_first (gpointer data)
{
  read_all (data);

  return NULL;
}

/**
 * pact_template_library_new:
 * @model: the model table
 *
 * Returns: (transfer full): all templates there are now
 */
PactTemplateLibrary *
pact_template_library_new (const PactModel *model)
{
  PactTemplateLibrary *self;

  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (PACT_TYPE_TEMPLATE_LIBRARY, NULL);
  self->model = model;
  self->catalogues = pact_catalogues_new (pact_paths_get_locale_dir (PACT_TEMPLATE_DOMAIN), PACT_TEMPLATE_DOMAIN);
  self->reader = g_thread_new ("templates", read_first, self);

  return self;
}

/**
 * pact_template_library_get_user_folder:
 *
 * Returns: (transfer full): the name of the folder into which users put their own templates; it need not exist
 */
char *
pact_template_library_get_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "pact-planner", "templates", NULL);
}

/**
 * pact_template_library_reload:
 * @self: a template library
 *
 * Reads anew what has changed. Templates that somebody holds stay as they were.
 */
void
pact_template_library_reload (PactTemplateLibrary *self)
{
  guint n_before;

  g_return_if_fail (PACT_IS_TEMPLATE_LIBRARY (self));

  ensure_read (self);
  n_before = self->templates->len;
  read_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->templates->len);
}

/**
 * pact_template_library_get_faults:
 * @self: a template library
 *
 * Returns: (transfer none) (element-type PactTemplateFault): what is wrong with files that should
 *   be templates, one entry for each wrong thing; valid until the next reload
 */
GPtrArray *
pact_template_library_get_faults (PactTemplateLibrary *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (self), NULL);

  ensure_read (self);

  return self->faults;
}

/**
 * pact_template_library_find:
 * @self: a template library
 * @id: (nullable): the id of a template
 *
 * Returns: (transfer none) (nullable): that template, or %NULL
 */
PactTemplate *
pact_template_library_find (PactTemplateLibrary *self,
                            const char *id)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (self), NULL);

  ensure_read (self);

  return id != NULL ? find (self, id) : NULL;
}

/**
 * pact_template_library_find_item:
 * @self: a template library
 * @element: an element of a plan
 *
 * Returns: (transfer none) (nullable): what @element began as in the template from which it came into its plan, as long as both
 *   are there
 */
PactTemplateItem *
pact_template_library_find_item (PactTemplateLibrary *self,
                                 PactElement *element)
{
  PactTemplate *template;

  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);

  template = pact_template_library_find (self, pact_element_get_template_id (element));

  return template != NULL ? pact_template_find (template, pact_element_get (element, "template_key")) : NULL;
}

static gboolean
has_namesake (PactTemplateLibrary *self,
              PactTemplate *template)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      PactTemplate *other = g_ptr_array_index (self->templates, i);

      if (other != template && g_str_equal (pact_template_get_title (other, NULL), pact_template_get_title (template, NULL)))
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_template_library_dup_name:
 * @self: a template library
 * @id: the id of a template, which need not be there any more
 *
 * Returns: (transfer full): what people know the template by: its title; of two of one title each user's own goes by the name
 *   of its file too; its id if it is not there
 */
char *
pact_template_library_dup_name (PactTemplateLibrary *self,
                                const char *id)
{
  PactTemplate *template;
  g_autofree char *base_name = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  template = pact_template_library_find (self, id);
  if (template == NULL)
    return g_strdup (id);
  if (!pact_template_is_own (template) || !has_namesake (self, template))
    return g_strdup (pact_template_get_title (template, NULL));

  base_name = g_path_get_basename (pact_template_get_file_name (template));
  file = g_filename_display_name (base_name);

  /* Translators: %1$s is the title of a template, %2$s the name of its file: there is another of that title. */
  return g_strdup_printf (C_ ("template", "%1$s (%2$s)"), pact_template_get_title (template, NULL), file);
}
