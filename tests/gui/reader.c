/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <gio/gio.h>

/*
 * Reads a program's accessible tree over AT-SPI for tree.py, which would take ten times as long: a window has hundreds of
 * objects, and tests look at it again and again until it shows what they wait for.
 *
 * The program offers a cache that says of each object what it is, in what it stands and how many stand in it. Which those are it
 * does not say for sure: GTK makes its accessible objects only when somebody asks for them, and what was hidden stays in the cache.
 * So the tree is walked, many questions at a time, and only where there is nothing below is the cache enough.
 */

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define CACHE "org.a11y.atspi.Cache"
#define CACHE_PATH "/org/a11y/atspi/cache"
#define CACHE_TYPE "(a((so)(so)(so)iiassusau))"
#define ITEM_FORMAT "((&s&o)(&s&o)(&s&o)iias&su&sau)"
#define TIMEOUT 20000

char *read_objects (const char *address,
                    const char *program,
                    const char *top);
void free_objects (char *text);

/* The members of what the cache says of an object that are looked at one by one. */
enum
{
  PATH = 0,
  PARENT = 2,
  N_CHILDREN = 4,
  STATES = 9,
};

#define FOCUSED (1u << 12)

/* What stands between the members of an object, and after each object; no name has these. */
#define MEMBER_END '\x1f'
#define OBJECT_END '\x1e'

typedef struct
{
  char *path;
  GVariant *item; /* what the cache says of it; NULL if it says nothing */
  guint parent;   /* the number of what it stands in */
} Object;

typedef struct
{
  GDBusConnection *connection;
  const char *program;
  GHashTable *items;  /* path: what the cache says of it */
  GPtrArray *objects; /* in the order in which they are found, parents first */
  GHashTable *paths;  /* of those */
  guint n_asked;
} Reading;

typedef struct
{
  Reading *reading;
  guint number;
} Question;

static void
object_free (gpointer data)
{
  Object *object = data;

  g_free (object->path);
  g_free (object);
}

static const char *
get_path (GVariant *item,
          gsize member)
{
  const char *path;

  g_variant_get_child (item, member, "(&s&o)", NULL, &path);

  return path;
}

static gboolean
read_cache (Reading *self)
{
  g_autoptr (GVariant) items = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_sync (self->connection, self->program, CACHE_PATH, CACHE, "GetItems", NULL, G_VARIANT_TYPE (CACHE_TYPE),
                                 G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT, NULL, NULL);

  if (answer == NULL)
    return FALSE;

  g_hash_table_remove_all (self->items);
  items = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      GVariant *item = g_variant_get_child_value (items, i);

      g_hash_table_replace (self->items, (gpointer) get_path (item, PATH), item);
    }

  return TRUE;
}

static void
add_object (Reading *self,
            const char *path,
            guint parent)
{
  Object *object;

  if (g_hash_table_contains (self->paths, path) || g_str_has_suffix (path, "/null"))
    return;

  object = g_new0 (Object, 1);
  object->path = g_strdup (path);
  object->parent = parent;
  object->item = g_hash_table_lookup (self->items, path);
  g_hash_table_add (self->paths, object->path);
  g_ptr_array_add (self->objects, object);
}

static gboolean
is_leaf (const Object *object)
{
  gint32 n_children = -1;

  if (object->item != NULL)
    g_variant_get_child (object->item, N_CHILDREN, "i", &n_children);

  return n_children == 0;
}

/* One that has gone meanwhile has no children. */
static void
children_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  question->reading->n_asked--;
  if (answer != NULL)
    {
      GVariantIter *children;
      const char *path;

      g_variant_get (answer, "(a(so))", &children);
      while (g_variant_iter_next (children, "(&s&o)", NULL, &path))
        add_object (question->reading, path, question->number);
      g_variant_iter_free (children);
    }
}

static void
ask_for_children (Reading *self,
                  guint number)
{
  const Object *object = g_ptr_array_index (self->objects, number);
  Question *question;

  /* Of the program itself the cache does not know that it has windows. */
  if (number > 0 && is_leaf (object))
    return;

  question = g_new (Question, 1);
  *question = (Question){ self, number };
  self->n_asked++;
  g_dbus_connection_call (self->connection, self->program, object->path, ACCESSIBLE, "GetChildren", NULL,
                          G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT, NULL, children_cb, question);
}

/* From one level to the next. Answers come in the order of the questions, so that children stand in theirs. */
static void
walk (Reading *self)
{
  for (guint number = 0; number < self->objects->len;)
    {
      guint end = self->objects->len;

      for (; number < end; number++)
        ask_for_children (self, number);
      while (self->n_asked > 0)
        g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
    }
}

/* Those that were made because somebody asked are in the cache only now. */
static gboolean
complete (Reading *self)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < self->objects->len && is_complete; i++)
    is_complete = ((Object *) g_ptr_array_index (self->objects, i))->item != NULL;
  if (is_complete)
    return TRUE;
  if (!read_cache (self))
    return FALSE;

  for (guint i = 0; i < self->objects->len; i++)
    {
      Object *object = g_ptr_array_index (self->objects, i);

      object->item = g_hash_table_lookup (self->items, object->path);
    }

  return TRUE;
}

static void
print_object (GString *text,
              const Object *object)
{
  const char *name = "", *description = "", *interface;
  GVariantIter *interfaces = NULL, *states = NULL;
  guint64 all_states = 0;
  guint32 role = 0, word;

  if (object->item != NULL)
    g_variant_get (object->item, ITEM_FORMAT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, &interfaces, &name, &role, &description,
                   &states);
  for (guint shift = 0; states != NULL && g_variant_iter_next (states, "u", &word) && shift < 64; shift += 32)
    all_states |= (guint64) word << shift;
  g_string_append_printf (text, "%u%c%s%c%u%c%" G_GUINT64_FORMAT "%c%s%c%s%c", object->parent, MEMBER_END, object->path, MEMBER_END,
                          role, MEMBER_END, all_states, MEMBER_END, name, MEMBER_END, description, MEMBER_END);
  while (interfaces != NULL && g_variant_iter_next (interfaces, "&s", &interface))
    g_string_append_printf (text, "%s ", interface);
  g_string_append_c (text, OBJECT_END);
  g_clear_pointer (&interfaces, g_variant_iter_free);
  g_clear_pointer (&states, g_variant_iter_free);
}

/* The bus of the last reading: there is one a session. */
static GDBusConnection *
get_connection (const char *address)
{
  static GDBusConnection *connection;

  if (connection == NULL)
    connection = g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);

  return connection;
}

/* Adds what has the keyboard, and what it stands in, if the cache knows of one. */
static gboolean
add_focused (Reading *self)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_autoptr (GVariant) states = g_variant_get_child_value (item, STATES);
      guint32 word = 0;

      if (g_variant_n_children (states) > 0)
        g_variant_get_child (states, 0, "u", &word);
      if (word & FOCUSED)
        {
          if (path->len > 0)
            return FALSE;
          g_ptr_array_add (path, item);
        }
    }
  for (item = path->len > 0 ? path->pdata[0] : NULL; item != NULL; item = g_hash_table_lookup (self->items, get_path (item, PARENT)))
    g_ptr_array_insert (path, 0, item);
  for (guint i = 0; i + 1 < path->len; i++)
    add_object (self, get_path (path->pdata[i], PATH), i > 0 ? i - 1 : 0);

  return path->len > 0;
}

static char *
read_tree (const char *address,
           const char *program,
           const char *top)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (object_free);
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);
  Reading self = { get_connection (address), program, items, objects, paths, 0 };
  GString *text;

  if (self.connection == NULL || !read_cache (&self))
    return NULL;

  if (top != NULL)
    {
      add_object (&self, top, 0);
      walk (&self);
    }
  else if (!add_focused (&self))
    return NULL;
  if (!complete (&self))
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < objects->len; i++)
    print_object (text, g_ptr_array_index (objects, i));

  return g_string_free (text, FALSE);
}

/* The objects from a path downward, with what the program says of them, parents first; without a path the one that has the keyboard,
 * and before it what it stands in. NULL if the program does not answer, or knows of none or of several that have the keyboard. */
char *
read_objects (const char *address,
              const char *program,
              const char *top)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  char *text;

  g_main_context_push_thread_default (context);
  text = read_tree (address, program, top);
  g_main_context_pop_thread_default (context);

  return text;
}

void
free_objects (char *text)
{
  g_free (text);
}
