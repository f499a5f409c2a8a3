//! JSON indented by two blanks, laid out as serde_json's own pretty printer does, with one write where that makes many.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// A line's end and the deepest indent that is written in one piece.
const LINE: &[u8] = b",\n                                ";

/// Lays out a document. Figures are many and small, so that most of a document is keys and indents.
#[derive(Debug, Default)]
pub(super) struct Indented {
    /// How many arrays and objects are open.
    depth: usize,
    /// Whether the one that ends next holds anything.
    holds: bool,
}

impl Indented {
    /// What stands inside `depth` open arrays and objects.
    pub(super) fn at(depth: usize) -> Self {
        Self { depth, holds: false }
    }

    /// Begins a line, with a comma at the end of the one before where `comma` asks for it.
    fn line<W: ?Sized + Write>(&self, out: &mut W, comma: bool) -> io::Result<()> {
        let (start, end) = (usize::from(!comma), ",\n".len() + 2 * self.depth);
        if let Some(line) = LINE.get(start..end) {
            return out.write_all(line);
        }
        out.write_all(LINE.get(start..).unwrap_or_default())?;
        (LINE.len()..end).try_for_each(|_| out.write_all(b" "))
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.holds = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.holds {
            self.line(out, false)?;
        }
        out.write_all(bracket)
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, !first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.holds = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, !first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.holds = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    use super::*;

    #[test]
    fn the_layout_is_that_of_the_pretty_printer() {
        let mut deep = json!([]);
        for _ in 0..40 {
            deep = json!({"a": [deep, {}, [], 1, "“二”\n\""], "b": null});
            let mut out = Vec::new();
            deep.serialize(&mut Serializer::with_formatter(&mut out, Indented::default())).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty::<Value>(&deep).unwrap());
        }
    }
}
