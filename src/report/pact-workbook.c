/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workbook"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "pact-date.h"
#include "pact-dates.h"
#include "pact-money.h"
#include "pact-workbook-private.h"
#include "pact-workbook.h"

/*
 * A plan as a workbook for spreadsheets: the measures, the indicators, the budget, and what the budget adds up to.
 *
 * Each sheet is one table with one row of headings and no merged cells, so that it can be sorted, filtered and read aloud. Dates,
 * numbers and amounts are such; a date that is known to the month or the year is its first day, and shown without what is not
 * known. Texts are written as texts, whatever they begin with. Only the sums are formulas.
 */

/* A cell holds so many UTF-16 units. */
#define LONGEST_CELL 32767
/* Spreadsheets know no earlier dates. */
#define FIRST_YEAR 1900
/* The built-in format of a day, which each reader sees as is usual at home. */
#define DAY_FORMAT 14
/* A higher row is a page of its own. */
#define MOST_LINES 20
/* Of so many characters of a line, one is lost where lines are broken. */
#define LINE_SLACK 8
/* What is wider, in characters, nobody could read on one page, and is printed on several side by side. */
#define WIDEST_PAGE 280

/* What is no quantity, dates and years, stands where texts do. */
static lxw_format *
find_format (WorkbookFormats *self,
             const char *number_format,
             gboolean is_quantity)
{
  lxw_format *format = g_hash_table_lookup (self->formats, number_format);

  if (format == NULL)
    {
      format = workbook_add_format (self->book);
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      format_set_num_format (format, number_format);
      if (!is_quantity)
        format_set_align (format, LXW_ALIGN_LEFT);
      g_hash_table_insert (self->formats, g_strdup (number_format), format);
    }

  return format;
}

static void
open_formats (WorkbookFormats *self,
              lxw_workbook *book)
{
  self->book = book;
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = workbook_add_format (book);
  format_set_align (self->text, LXW_ALIGN_VERTICAL_TOP);
  self->prose = workbook_add_format (book);
  format_set_align (self->prose, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap (self->prose);
  self->heading = workbook_add_format (book);
  format_set_align (self->heading, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap (self->heading);
  format_set_bold (self->heading);
  self->day = workbook_add_format (book);
  format_set_align (self->day, LXW_ALIGN_VERTICAL_TOP);
  format_set_align (self->day, LXW_ALIGN_LEFT);
  format_set_num_format_index (self->day, DAY_FORMAT);
}

/* As many digits behind the point as there are. */
static char *
describe_digits (const char *before,
                 guint n_digits,
                 const char *after)
{
  GString *format = g_string_new (before);

  if (n_digits > 0)
    g_string_append_c (format, '.');
  for (guint i = 0; i < n_digits; i++)
    g_string_append_c (format, '0');
  g_string_append (format, after);

  return g_string_free (format, FALSE);
}

/* How amounts of the plan are written. */
lxw_format *
_pact_workbook_find_money_format (WorkbookFormats *self,
                                  const char *currency)
{
  g_autofree char *format = describe_digits ("#,##0", pact_currency_get_digits (currency), "");

  return find_format (self, format, TRUE);
}

/* Writes a text, whatever it begins with, as far as a cell holds it. */
lxw_error
_pact_workbook_write_text (lxw_worksheet *sheet,
                           lxw_row_t row,
                           lxw_col_t column,
                           const char *text,
                           lxw_format *format)
{
  g_autofree char *short_text = NULL;
  glong units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (units > LONGEST_CELL - 1)
        {
          short_text = g_strdup_printf ("%.*s…", (int) (p - text), text);
          break;
        }
    }

  return worksheet_write_string (sheet, row, column, short_text != NULL ? short_text : text, format);
}

static lxw_error
write_date (WorkbookFormats *self,
            lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t column,
            const char *text,
            const PactLocale *locale)
{
  PactDate date;
  lxw_datetime first = { 0 };
  lxw_format *format = self->day;

  if (!pact_date_parse (text, &date))
    return _pact_workbook_write_text (sheet, row, column, text, self->text);
  if (date.year < FIRST_YEAR)
    {
      g_autofree char *shown = pact_date_display (&date, locale);

      return _pact_workbook_write_text (sheet, row, column, shown, self->text);
    }

  if (date.month == 0)
    format = find_format (self, "yyyy", FALSE);
  else if (date.day == 0)
    format = find_format (self, "yyyy-mm", FALSE);
  first.year = date.year;
  first.month = MAX (date.month, 1);
  first.day = MAX (date.day, 1);

  return worksheet_write_datetime (sheet, row, column, &first, format);
}

static lxw_error
write_percentage (WorkbookFormats *self,
                  lxw_worksheet *sheet,
                  lxw_row_t row,
                  lxw_col_t column,
                  const char *text)
{
  const char *point = strchr (text, '.');
  g_autofree char *format = describe_digits ("0", point != NULL ? strlen (point + 1) : 0, "%");

  return worksheet_write_number (sheet, row, column, g_ascii_strtod (text, NULL) / 100, find_format (self, format, TRUE));
}

/* Writes a cell as what it is. */
lxw_error
_pact_workbook_write_cell (WorkbookFormats *self,
                           lxw_worksheet *sheet,
                           lxw_row_t row,
                           lxw_col_t column,
                           const PactCell *cell,
                           Report *report)
{
  if (cell->text == NULL)
    return LXW_NO_ERROR;

  switch (cell->kind)
    {
    case PACT_CELL_DATE:
      return write_date (self, sheet, row, column, cell->text, report->locale);
    case PACT_CELL_NUMBER:
      return worksheet_write_number (sheet, row, column, g_ascii_strtod (cell->text, NULL), self->text);
    case PACT_CELL_PERCENTAGE:
      return write_percentage (self, sheet, row, column, cell->text);
    case PACT_CELL_MONEY:
      return worksheet_write_number (sheet, row, column, g_ascii_strtod (cell->text, NULL),
                                     _pact_workbook_find_money_format (self, pact_plan_get_currency (report->plan)));
    case PACT_CELL_YEAR:
      return worksheet_write_number (sheet, row, column, g_ascii_strtod (cell->text, NULL), find_format (self, "0", FALSE));
    case PACT_CELL_TEXT:
    default:
      return _pact_workbook_write_text (sheet, row, column, cell->text, self->prose);
    }
}

/* A sheet by this name. What a spreadsheet takes for no name of a sheet is called as in all languages. */
lxw_worksheet *
_pact_workbook_add_sheet (lxw_workbook *book,
                          const char *title,
                          const char *name,
                          Report *report)
{
  static const uint8_t papers[] = { [PACT_PAPER_A4] = 9, [PACT_PAPER_A3] = 8, [PACT_PAPER_LETTER] = 1 };
  gboolean is_name = workbook_validate_sheet_name (book, title) == LXW_NO_ERROR;
  lxw_worksheet *sheet = workbook_add_worksheet (book, is_name ? title : name);

  if (sheet == NULL)
    return NULL;
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, papers[report->options->paper]);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_repeat_columns (sheet, 0, 0);
  if (pact_locale_is_right_to_left (report->locale))
    worksheet_right_to_left (sheet);

  return sheet;
}

/* How many lines a text takes about in a column. Not every spreadsheet makes rows as high as their texts need. */
static guint
count_lines (const char *text,
             int width)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  guint line = width - width / LINE_SLACK;
  guint n_lines = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    n_lines += MAX ((g_utf8_strlen (paragraphs[i], -1) + line - 1) / line, 1);

  return n_lines;
}

static void
set_height (lxw_worksheet *sheet,
            lxw_row_t row,
            guint n_lines)
{
  if (n_lines > 1)
    worksheet_set_row (sheet, row, LXW_DEF_ROW_HEIGHT * MIN (n_lines, MOST_LINES), NULL);
}

/* Makes a table of what has been written. One without a row is none to a spreadsheet, so an empty row stands there. */
lxw_error
_pact_workbook_make_table (lxw_worksheet *sheet,
                           WorkbookFormats *formats,
                           const char *name,
                           GArray *columns,
                           guint n_rows)
{
  g_autofree lxw_table_column *heads = g_new0 (lxw_table_column, columns->len);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, columns->len + 1);
  lxw_table_options options = { 0 };
  guint n_lines = 1;
  int width = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const PactSheetColumn *column = &g_array_index (columns, PactSheetColumn, i);

      heads[i].header = column->heading;
      heads[i].header_format = formats->heading;
      list[i] = &heads[i];
      worksheet_set_column (sheet, i, i, column->width, NULL);
      n_lines = MAX (n_lines, count_lines (column->heading, column->width));
      width += column->width;
    }
  set_height (sheet, 0, n_lines);
  worksheet_fit_to_pages (sheet, (width + WIDEST_PAGE - 1) / WIDEST_PAGE, 0);
  options.name = (char *) name;
  options.columns = list;
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 9;

  return worksheet_add_table (sheet, 0, 0, MAX (n_rows, 1), columns->len - 1, &options);
}

static lxw_error
write_sheet (lxw_workbook *book,
             WorkbookFormats *formats,
             const PactSheet *sheet,
             Report *report,
             char **name)
{
  lxw_worksheet *page = _pact_workbook_add_sheet (book, sheet->title, sheet->name, report);
  lxw_error status;

  if (page == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  if (name != NULL)
    *name = g_strdup (page->name);
  status = _pact_workbook_make_table (page, formats, sheet->name, sheet->columns, sheet->rows->len);
  for (guint row = 0; status == LXW_NO_ERROR && row < sheet->rows->len; row++)
    {
      guint n_lines = 1;

      for (guint column = 0; status == LXW_NO_ERROR && column < sheet->columns->len; column++)
        {
          const PactCell *cell = pact_sheet_get_cell (sheet, row, column);

          status = _pact_workbook_write_cell (formats, page, row + 1, column, cell, report);
          if (cell->text != NULL && cell->kind == PACT_CELL_TEXT)
            n_lines = MAX (n_lines, count_lines (cell->text, g_array_index (sheet->columns, PactSheetColumn, column).width));
        }
      set_height (page, row + 1, n_lines);
    }

  return status;
}

/* The same plan gives the same file: it was made when the plan last changed. */
static void
set_properties (lxw_workbook *book,
                Report *report)
{
  g_autoptr (GDateTime) moment = _pact_report_dup_moment (report);
  g_autofree char *title = _pact_report_value (report, report->root, "title");
  g_autofree char *author = _pact_report_value (report, report->root, "authority_name");
  lxw_doc_properties properties = { 0 };

  properties.title = title;
  properties.author = author;
  properties.company = author;
  /* To the library, 0 means now. */
  properties.created = moment != NULL ? MAX (g_date_time_to_unix (moment), 1) : 1;
  workbook_set_properties (book, &properties);
  workbook_set_custom_property_string (book, "Language", report->language);
}

static lxw_error
fill (lxw_workbook *book,
      PactPlan *plan,
      const PactReportOptions *options)
{
  Report report = { 0 };
  WorkbookFormats formats;
  g_autofree char *budget_name = NULL;
  lxw_error status = LXW_NO_ERROR;

  _pact_report_open (&report, plan, options);
  set_properties (book, &report);
  open_formats (&formats, book);
  for (PactSheetKind kind = PACT_SHEET_MEASURES; status == LXW_NO_ERROR && kind <= PACT_SHEET_BUDGET; kind++)
    {
      g_autoptr (PactSheet) sheet = pact_sheet_new (kind, plan, options);

      status = write_sheet (book, &formats, sheet, &report, kind == PACT_SHEET_BUDGET ? &budget_name : NULL);
      if (status == LXW_NO_ERROR && kind == PACT_SHEET_BUDGET)
        status = _pact_workbook_write_sums (book, &formats, sheet, budget_name, &report);
    }
  g_hash_table_unref (formats.formats);

  return status;
}

static lxw_error
write_file (const char *path,
            char *folder,
            PactPlan *plan,
            const PactReportOptions *options)
{
  lxw_workbook_options book_options = { .tmpdir = folder };
  lxw_workbook *book = workbook_new_opt (path, &book_options);
  lxw_error status, closed;

  if (book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  status = fill (book, plan, options);
  closed = workbook_close (book);

  return status != LXW_NO_ERROR ? status : closed;
}

/**
 * pact_plan_to_xlsx:
 * @plan: a plan
 * @options: how the workbook is made
 * @error: return location for an error
 *
 * Writes a plan as a workbook for spreadsheets (Office Open XML).
 *
 * The library that does so writes a file; that stands for a moment in a folder that only the user can open.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to an error of the domain %G_IO_ERROR
 */
GBytes *
pact_plan_to_xlsx (PactPlan *plan,
                   const PactReportOptions *options,
                   GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) local_error = NULL;
  locale_t numbers, before;
  lxw_error status;
  gsize length;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  folder = g_dir_make_tmp ("pact-planner-XXXXXX", &local_error);
  if (folder == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, local_error->message);
      return NULL;
    }

  /* The library prints numbers with the decimal sign of the thread's locale. */
  path = g_build_filename (folder, "plan.xlsx", NULL);
  numbers = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  before = uselocale (numbers);
  status = write_file (path, folder, plan, options);
  uselocale (before);
  freelocale (numbers);

  if (status != LXW_NO_ERROR)
    {
      g_debug ("libxlsxwriter: %s", lxw_strerror (status));
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook could not be written."));
    }
  else if (!g_file_get_contents (path, &contents, &length, &local_error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, local_error->message);
  g_unlink (path);
  g_rmdir (folder);

  return contents != NULL ? g_bytes_new_take (g_steal_pointer (&contents), length) : NULL;
}
