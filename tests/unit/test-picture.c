/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <string.h>

#include "pact-picture.h"

/* Pictures that a plan can hold, and files that are none: what is not exactly what a plan takes is refused with a sentence. */

static const struct
{
  const char *what;
  const char *value;
} taken[] = {
  { "RGBA",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg==" },
  { "RGB, its pixels in two chunks",
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAABUlEQVR42mMQUKf/neYAAAALSURBVDAAIgYIBQAKDgGBq45G"
    "sQAAAABJRU5ErkJggg==" },
  { "grey, with what is said of its colours",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAABGdBTUEAALGPC/xhBQAAAAlwSFlzAAALEwAACxMBAJqcGAAA"
    "AApJREFUeNpjqAcAAIEAgH4cKccAAAAASUVORK5CYII=" },
  { "as wide as can be",
    "iVBORw0KGgoAAAANSUhEUgAAAlgAAAABCAAAAAAnE48WAAAAD0lEQVR42mNgGAWjgAYAAAJZAAG7ogreAAAAAElFTkSuQmCC" },
};

static const struct
{
  const char *what;
  const char *value;
} refused[] = {
  { "no pixels",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAAElFTkSuQmCC" },
  { "too few pixels",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAYAAACZgbYnAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg==" },
  { "too many pixels",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAD0lEQVR42mP4z8DQwAAiABB9Av8N46aqAAAAAElFTkSuQmCC" },
  { "far too many pixels",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAeklEQVR42u3BMQEAAAjAoEW3udbwANqaAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAgLcOFtcBgFywuNIAAAAASUVORK5CYII=" },
  { "something behind the pixels",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADklEQVR42mP4z8DQAAAEgQGAeFr5vrcAAAAASUVORK5CYII=" },
  { "no such filter",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP9z8DQAAAEmgGFdTuv+gAAAABJRU5ErkJggg==" },
  { "a wrong checksum",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoQAAAABJRU5ErkJggg==" },
  { "a text",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAD3RFWHRBdXRob3IAU29tZWJvZHlzxYaJAAAADUlEQVR42mP4"
    "z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg==" },
  { "an animation",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACGFjVEwAAAACAAAAAPONk3AAAAANSURBVHjaY/jPwNAAAASB"
    "AYDzC9ygAAAAAElFTkSuQmCC" },
  { "pixels apart",
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAABUlEQVR42mMQUKf/neYAAAAEZ0FNQQAAsY8L/GEFAAAAC0lE"
    "QVQwACIGCAUACg4BgauORrEAAAAASUVORK5CYII=" },
  { "two headers",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlIRFIAAAABAAAAAQgGAAAAHxXEiQAAAA1JREFUeNpj+M/A"
    "0AAABIEBgPML3KAAAAAASUVORK5CYII=" },
  { "no header",
    "iVBORw0KGgoAAAANSURBVHjaY/jPwNAAAASBAYDzC9ygAAAAAElFTkSuQmCC" },
  { "no end",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoA==" },
  { "something behind the end",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggng=" },
  { "a chunk longer than the file",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ////8ElEQVQ=" },
  { "16 bits a channel",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABEAYAAABPhRjKAAAAC0lEQVR42mNggAIAAAkAAWj2z04AAAAASUVORK5CYII=" },
  { "a palette",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAMAAAAoyzS7AAAAA1BMVEUAAACnej3aAAAACklEQVR42mNgAAAAAgAB5Sfe/AAA"
    "AABJRU5ErkJggg==" },
  { "interlaced",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAFoEvQfAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg==" },
  { "no width",
    "iVBORw0KGgoAAAANSUhEUgAAAAAAAAABCAYAAADw16+3AAAACUlEQVR42mMAAAABAAGxDbaTAAAAAElFTkSuQmCC" },
  { "too wide",
    "iVBORw0KGgoAAAANSUhEUgAAAlkAAAABCAAAAADI0eQoAAAAD0lEQVR42mNgGAWjgBYAAAJaAAHeOihJAAAAAElFTkSuQmCC" },
  { "wider than memory",
    "iVBORw0KGgoAAAANSUhEUv//////////CAYAAADS9i4+AAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg==" },
  { "a GIF",
    "R0lGODlhAQABAAAAADs=" },
  { "nothing", "" },
  { "a line break", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf\nFcSJAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg==" },
  { "no padding", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DQAAAEgQGA8wvcoAAAAABJRU5ErkJggg" },
  { "no Base64", "a picture" },
};

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = pact_picture_read (taken[i].value, NULL, NULL, &error);
      g_autofree char *again = NULL;

      if (png == NULL)
        g_error ("%s: %s", taken[i].what, error->message);
      again = pact_picture_write (png);
      g_assert_cmpstr (again, ==, taken[i].value);
    }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = pact_picture_read (refused[i].value, NULL, NULL, &error);

      if (png != NULL)
        g_error ("%s was taken", refused[i].what);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_size (void)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (PACT_PICTURE_MAX_BYTES + 3), PACT_PICTURE_MAX_BYTES + 3);
  g_autofree char *long_value = pact_picture_write (zeros);
  g_autoptr (GError) error = NULL;
  guint width, height;

  png = pact_picture_read (taken[3].value, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (width, ==, PACT_PICTURE_MAX_SIDE);
  g_assert_cmpuint (height, ==, 1);

  g_assert_null (pact_picture_read (long_value, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "The picture takes more than 256 KiB.");
  g_clear_error (&error);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      if (!g_str_equal (refused[i].what, "too wide"))
        continue;
      g_assert_null (pact_picture_read (refused[i].value, NULL, NULL, &error));
      g_assert_cmpstr (error->message, ==, "The picture has 601 × 1 pixels. At most 600 × 600 have room in a plan.");
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/taken", test_taken);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/size", test_size);

  return g_test_run ();
}
