//! Paper that can be bought: its sizes in millimetres, which way up it lies, and how a picture is put on it. Must not know
//! pictures ([`super::sheets`] puts them there).

use serde::{Deserialize, Serialize};

/// Map units in a millimetre: 96 to an inch.
pub const UNITS_A_MILLIMETRE: f64 = 96.0 / 25.4;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Paper {
    /// ISO 216.
    A4,
    /// ISO 216.
    A3,
    /// ISO 216.
    A2,
    /// ISO 216.
    A1,
    /// ISO 216.
    A0,
    /// ANSI A, 8.5 × 11 inches.
    Letter,
    /// ANSI B, 11 × 17 inches.
    Tabloid,
}

impl Paper {
    /// All sizes, in the order of the interface.
    pub const ALL: [Self; 7] = [Self::A4, Self::A3, Self::A2, Self::A1, Self::A0, Self::Letter, Self::Tabloid];

    /// Its name on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::A2 => "a2",
            Self::A1 => "a1",
            Self::A0 => "a0",
            Self::Letter => "letter",
            Self::Tabloid => "tabloid",
        }
    }

    /// What it is called everywhere.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::A1 => "A1",
            Self::A0 => "A0",
            Self::Letter => "Letter",
            Self::Tabloid => "Tabloid",
        }
    }

    /// The size with this name on the command line.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code().eq_ignore_ascii_case(code))
    }

    /// Its short and its long side in millimetres.
    pub const fn millimetres(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::A2 => (420.0, 594.0),
            Self::A1 => (594.0, 841.0),
            Self::A0 => (841.0, 1189.0),
            Self::Letter => (215.9, 279.4),
            Self::Tabloid => (279.4, 431.8),
        }
    }
}

/// Which way up paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Orientation {
    /// The short side below.
    Portrait,
    /// The long side below.
    Landscape,
}

impl Orientation {
    /// Both, in the order of the interface.
    pub const ALL: [Self; 2] = [Self::Portrait, Self::Landscape];

    /// Width and height of paper in millimetres.
    pub const fn lay(self, paper: Paper) -> (f64, f64) {
        let (short, long) = paper.millimetres();
        match self {
            Self::Portrait => (short, long),
            Self::Landscape => (long, short),
        }
    }
}

/// How a picture is put on paper.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The size.
    pub paper: Paper,
    /// Which way up; none: the way in which the picture is largest, or cuts the least.
    pub orientation: Option<Orientation>,
    /// Over as many sheets as it takes at this size (1 is the map's own: a unit is 1/96 inch); none: on one sheet, as large
    /// as fits.
    pub tiled: Option<f64>,
}

impl Page {
    /// On one sheet of this paper, whichever way up suits.
    pub const fn fit(paper: Paper) -> Self {
        Self { paper, orientation: None, tiled: None }
    }
}
