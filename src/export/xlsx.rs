//! Tables as an Excel workbook, the same bytes each time: numbers are numbers, no text runs as a formula.

use std::io::{self, Write};

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook, Worksheet,
    XlsxError,
};

use super::workbook::{Content, Table};
use unicode_width::UnicodeWidthStr;

/// What Excel keeps of a text.
const LONGEST_TEXT: usize = 32_767;
/// What Excel keeps of a link, and how many of them on a sheet.
const LONGEST_LINK: usize = 2_000;
const MOST_LINKS: usize = 65_000;
/// A workbook's numbers are doubles: they keep this many digits.
const DIGITS: usize = 15;
/// Height of a line in points, and how many lines of a long text are shown.
const LINE: f64 = 15.0;
const MOST_LINES: u32 = 8;
/// More decimals than a report writes.
const MOST_DECIMALS: usize = 10;

/// Writes `tables` as the sheets of a workbook.
pub(super) fn write(tables: &[Table], out: &mut impl Write) -> io::Result<()> {
    let bytes = workbook(tables).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// The looks of cells.
struct Looks {
    head: Format,
    text: Format,
    link: Format,
    /// Numbers by how many decimals they have.
    numbers: Vec<Format>,
}

fn workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: the same figures give the same file.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author("CountyLens").set_creation_datetime(&date));
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = |decimals: usize| {
        let places = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
        Format::new().set_align(FormatAlign::Top).set_num_format(format!("#,##0{places}"))
    };
    let looks = Looks {
        head: Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E8_ECF0))
            .set_border_bottom(FormatBorder::Thin),
        link: text.clone().set_font_color(Color::RGB(0x001F_4E9E)).set_underline(FormatUnderline::Single),
        text,
        numbers: (0..=MOST_DECIMALS).map(number).collect(),
    };
    for table in tables {
        sheet(workbook.add_worksheet(), table, tables, &looks)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, table: &Table, tables: &[Table], looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(&table.title)?;
    for (column, (head, width)) in (0..).zip(&table.columns) {
        sheet.set_column_width(column, f64::from(*width))?;
        sheet.write_string_with_format(0, column, head, &looks.head)?;
    }
    let heads = table.columns.iter().map(|(head, width)| lines(head, *width));
    sheet.set_row_height(0, LINE * f64::from(heads.max().unwrap_or(1)))?;
    let mut links = 0;
    for (row, cells) in (1..).zip(&table.rows) {
        sheet.set_row_height(row, LINE * lines_of(cells, &table.columns))?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Content::Empty => {}
                Content::Text(text) => {
                    sheet.write_string_with_format(row, column, shortened(text), &looks.text)?;
                }
                Content::Number(value) => number(sheet, (row, column), *value, looks)?,
                Content::Row(text, table, to) => {
                    let title = tables.get(*table).map_or("", |table| &table.title);
                    let link = format!("internal:'{}'!A{}", title.replace('\'', "''"), to + 2);
                    links += 1;
                    linked(sheet, (row, column), text, (link, links), looks)?;
                }
                Content::File(path) => {
                    links += 1;
                    linked(sheet, (row, column), path, (file_link(path), links), looks)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Some(last), rows @ 1..) = (table.columns.len().checked_sub(1), table.rows.len()) {
        let too_many = |_| XlsxError::RowColumnLimitError;
        let (last, rows) = (u16::try_from(last).map_err(too_many)?, u32::try_from(rows).map_err(too_many)?);
        sheet.autofilter(0, 0, rows, last)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// How many lines the longest text of a row takes in its column. Not every program reckons that for itself.
fn lines_of(cells: &[Content], columns: &[(String, u8)]) -> f64 {
    let of_cells = cells.iter().zip(columns).map(|(cell, (_, width))| match cell {
        Content::Text(text) => lines(text, *width),
        Content::Empty | Content::Number(_) | Content::Row(..) | Content::File(_) => 1,
    });
    f64::from(of_cells.max().unwrap_or(1))
}

fn lines(text: &str, width: u8) -> u32 {
    let lines = text.width().div_ceil(usize::from(width).max(1));
    u32::try_from(lines).unwrap_or(MOST_LINES).clamp(1, MOST_LINES)
}

/// A number as far as a workbook can hold it exactly, else its digits as text.
fn number(sheet: &mut Worksheet, (row, column): (u32, u16), value: Decimal, looks: &Looks) -> Result<(), XlsxError> {
    let value = value.normalize();
    let digits = value.mantissa().unsigned_abs().to_string().len();
    let look = usize::try_from(value.scale()).ok().and_then(|decimals| looks.numbers.get(decimals));
    match (value.to_string().parse::<f64>(), look) {
        (Ok(double), Some(look)) if digits <= DIGITS => {
            sheet.write_number_with_format(row, column, double, look)?;
        }
        _ => {
            sheet.write_string_with_format(row, column, value.to_string(), &looks.text)?;
        }
    }
    Ok(())
}

/// Text with its link, as far as there is room for links.
fn linked(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    (link, count): (String, usize),
    looks: &Looks,
) -> Result<(), XlsxError> {
    let text = shortened(text);
    if link.is_empty() || link.chars().count() > LONGEST_LINK || count > MOST_LINKS {
        sheet.write_string_with_format(row, column, text, &looks.text)?;
    } else {
        sheet.write_url_with_format(row, column, Url::new(link).set_text(&text), &looks.link)?;
    }
    Ok(())
}

/// A link to the file at `path`, a relative one seen from the workbook; empty for what is no file.
fn file_link(path: &str) -> String {
    // A `#` in a link begins a place within the file.
    if path.is_empty() || path == "-" || path.contains('#') { String::new() } else { format!("file:///{path}") }
}

/// As much of a text as a cell holds.
fn shortened(text: &str) -> String {
    let units = |letter: char| letter.len_utf16();
    if text.chars().map(units).sum::<usize>() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut room = LONGEST_TEXT - 1;
    let fits = |letter: &char| {
        room = room.saturating_sub(letter.len_utf16());
        room > 0
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
