//! Bytes to readable text: decoding, and undoing what a printed page did to the lines, with the way back kept.
//!
//! Nothing here knows what a figure is.

mod decode;
mod furniture;
mod marks;
mod reflow;
mod source_map;

pub use decode::{DecodeError, Decoded, decode, decode_as};
pub use furniture::without_furniture;
pub(crate) use marks::ordinary;
pub(crate) use reflow::opens_an_item;
pub use reflow::{Reflowed, reflow};
pub use source_map::SourceMap;
