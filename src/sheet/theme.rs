//! Colours and line patterns of a sheet.

use super::layout::Colour;

/// How a sheet looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetTheme {
    /// The counties' colours, on white.
    #[default]
    Light,
    /// Black on white: counties are told apart by shapes and dashes alone.
    Print,
}

/// The ground.
pub(super) const PAPER: Colour = [0xff; 3];
/// The counties' colours, as the window has them on a light ground.
const COUNTIES: [Colour; 8] = [
    [0x00, 0x72, 0xb2],
    [0xc9, 0x55, 0x00],
    [0x00, 0x7f, 0x5c],
    [0xa8, 0x3f, 0x86],
    [0x7a, 0x6a, 0x00],
    [0x7d, 0x1f, 0x2f],
    [0x00, 0x7c, 0x8c],
    [0x55, 0x5b, 0x66],
];
/// Dash and gap of the lines of each county but the first, in print.
const DASHES: [[f32; 2]; 7] = [[9.0, 3.0], [5.0, 2.0], [12.0, 4.0], [3.0, 2.0], [7.0, 5.0], [14.0, 2.0], [4.0, 4.0]];

impl SheetTheme {
    /// Both, in menu order.
    pub const ALL: [Self; 2] = [Self::Light, Self::Print];

    pub(super) fn ink(self) -> Colour {
        match self {
            Self::Light => [0x1b, 0x1f, 0x24],
            Self::Print => [0; 3],
        }
    }

    /// Secondary text.
    pub(super) fn dim(self) -> Colour {
        match self {
            Self::Light => [0x5d, 0x67, 0x76],
            Self::Print => [0x33; 3],
        }
    }

    /// Thin rules and grids.
    pub(super) fn rule(self) -> Colour {
        match self {
            Self::Light => [0xd5, 0xda, 0xe0],
            Self::Print => [0xa8; 3],
        }
    }

    /// A county of the plot: 0 and 1 for the two sides, then the pinned ones.
    pub(super) fn county(self, slot: usize) -> Colour {
        match self {
            Self::Light => COUNTIES.get(slot).copied().unwrap_or_else(|| self.dim()),
            Self::Print => self.ink(),
        }
    }

    /// How its lines are broken.
    pub(super) fn dash(self, slot: usize) -> Option<[f32; 2]> {
        let print = self == Self::Print;
        slot.checked_sub(1).filter(|_| print).and_then(|slot| DASHES.get(slot).copied())
    }
}
