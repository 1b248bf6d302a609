/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-picture"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-picture.h"

/* PNG as ISO/IEC 15948 has it: a signature, then chunks, each with its length, its name, its data and a checksum. */

#define SIGNATURE "\211PNG\r\n\032\n"
#define SIGNATURE_LENGTH 8
#define CHUNK_FRAME 12 /* bytes of a chunk that are not its data */
#define HEADER_LENGTH 13
#define MAX_FILTER 4
#define POLYNOMIAL 0xedb88320

/* What says how the colours are meant, in a few numbers. Everything else could hold words, a place or a second picture. */
static const char *const harmless_chunks[] = { "bKGD", "cHRM", "gAMA", "pHYs", "sBIT", "sRGB", NULL };

typedef struct
{
  guint width, height;
  guint n_channels;
} Header;

static guint32
get_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static guint32
sum_up (const guint8 *bytes,
        gsize length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ POLYNOMIAL : sum >> 1;
    }

  return ~sum;
}

/* How many bytes of a pixel come of its kind of colour; 0 for a kind that is not taken. */
static guint
count_channels (guint8 colour)
{
  switch (colour)
    {
    case 0:
      return 1; /* grey */
    case 2:
      return 3; /* red, green, blue */
    case 4:
      return 2; /* grey, opacity */
    case 6:
      return 4; /* red, green, blue, opacity */
    default:
      return 0;
    }
}

static gboolean
read_header (const guint8 *data,
             gsize length,
             Header *header)
{
  if (length != HEADER_LENGTH)
    return FALSE;

  header->width = get_number (data);
  header->height = get_number (data + 4);
  header->n_channels = count_channels (data[9]);

  /* Eight bits a channel, compressed and filtered as all are, the rows in their order. */
  return header->width > 0 && header->height > 0 && data[8] == 8 && header->n_channels > 0 && data[10] == 0 && data[11] == 0
         && data[12] == 0;
}

/* Whether the pixels are all there, and nothing more. */
static gboolean
has_pixels (const Header *header,
            GByteArray *compressed)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  gsize row = 1 + (gsize) header->width * header->n_channels;
  gsize expected = row * header->height;
  g_autofree guint8 *pixels = g_malloc (expected + 1);
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED && n_written <= expected)
    {
      gsize read_now;
      gsize written_now;

      /* One byte of room more than there may be: what fills it is too much, and all others have room to end. */
      result = g_converter_convert (converter, compressed->data + n_read, compressed->len - n_read, pixels + n_written,
                                    expected + 1 - n_written, G_CONVERTER_INPUT_AT_END, &read_now, &written_now, NULL);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      n_read += read_now;
      n_written += written_now;
    }
  if (result != G_CONVERTER_FINISHED || n_read != compressed->len || n_written != expected)
    return FALSE;
  for (gsize i = 0; i < expected; i += row)
    {
      if (pixels[i] > MAX_FILTER)
        return FALSE;
    }

  return TRUE;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is not a PNG picture as a plan can hold it."));

  return FALSE;
}

static gboolean
check_png (const guint8 *bytes,
           gsize length,
           Header *header,
           GError **error)
{
  g_autoptr (GByteArray) compressed = g_byte_array_new ();
  gboolean is_after_pixels = FALSE;
  gboolean is_ended = FALSE;
  gsize place = SIGNATURE_LENGTH;

  if (length < SIGNATURE_LENGTH || memcmp (bytes, SIGNATURE, SIGNATURE_LENGTH) != 0)
    return refuse (error);

  while (!is_ended)
    {
      const guint8 *chunk = bytes + place;
      gsize data_length;
      char name[5] = "";

      if (length - place < CHUNK_FRAME)
        return refuse (error);
      data_length = get_number (chunk);
      if (data_length > length - place - CHUNK_FRAME
          || get_number (chunk + 8 + data_length) != sum_up (chunk + 4, data_length + 4))
        return refuse (error);

      memcpy (name, chunk + 4, 4);
      if (place == SIGNATURE_LENGTH)
        {
          if (!g_str_equal (name, "IHDR") || !read_header (chunk + 8, data_length, header))
            return refuse (error);
          if (header->width > PACT_PICTURE_MAX_SIDE || header->height > PACT_PICTURE_MAX_SIDE)
            {
              g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("The picture has %1$u × %2$u pixels. At most %3$d × %3$d have room in a plan."), header->width,
                           header->height, PACT_PICTURE_MAX_SIDE);
              return FALSE;
            }
        }
      else if (g_str_equal (name, "IDAT") && !is_after_pixels)
        g_byte_array_append (compressed, chunk + 8, data_length);
      else if (g_str_equal (name, "IEND") && data_length == 0)
        is_ended = TRUE;
      else if (!g_strv_contains (harmless_chunks, name))
        return refuse (error);
      is_after_pixels = compressed->len > 0 && !g_str_equal (name, "IDAT");
      place += CHUNK_FRAME + data_length;
    }

  return (place == length && compressed->len > 0 && has_pixels (header, compressed)) || refuse (error);
}

/**
 * pact_picture_read:
 * @value: a text
 * @width: (out) (optional): how many pixels the picture is wide
 * @height: (out) (optional): how many it is high
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the PNG file that @value holds, or %NULL with @error set to %G_IO_ERROR_INVALID_DATA, with a
 *   sentence for people, if it holds none or one that no plan can hold
 */
GBytes *
pact_picture_read (const char *value,
                   guint *width,
                   guint *height,
                   GError **error)
{
  Header header = { 0 };
  g_autofree guint8 *bytes = NULL;
  g_autofree char *again = NULL;
  gsize length;

  g_return_val_if_fail (value != NULL, NULL);

  if (strlen (value) > PACT_PICTURE_MAX_LENGTH)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The picture takes more than %d KiB."),
                   PACT_PICTURE_MAX_BYTES / 1024);
      return NULL;
    }
  bytes = g_base64_decode (value, &length);
  again = g_base64_encode (bytes, length);
  /* One picture is one text. */
  if (!g_str_equal (again, value))
    {
      refuse (error);
      return NULL;
    }
  if (!check_png (bytes, length, &header, error))
    return NULL;

  if (width != NULL)
    *width = header.width;
  if (height != NULL)
    *height = header.height;

  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/**
 * pact_picture_write:
 * @png: a PNG file
 *
 * Returns: (transfer full): @png as a text; whether a plan can hold it says pact_picture_read()
 */
char *
pact_picture_write (GBytes *png)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (png, &length);

  return g_base64_encode (bytes, length);
}
