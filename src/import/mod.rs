//! From other formats to maps. Must not know windows or where the text came from.
//!
//! A reader gives a map and warnings, or an error; both are data with a place in the text. [`words`] says them.

pub mod file;
pub mod html_table;
pub mod mermaid;
pub mod outline;
pub mod reply;
pub mod survey;
pub mod table;
pub mod tabular;
pub mod words;

use crate::model::{JourneyMap, Language};

/// The largest input that is read, in bytes; a pasted video must not stop the application.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// A place in a text, both counted from 1; columns are counted in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct TextPlace {
    /// The line.
    pub line: usize,
    /// The character of the line.
    pub column: usize,
}

/// What an input gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The map.
    pub map: JourneyMap,
    /// What the input didn't say plainly, in the order of the text.
    pub warnings: Vec<Warning>,
}

/// Something that was read otherwise than it stands there, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where.
    pub at: TextPlace,
    /// What.
    pub kind: mermaid::Doubt,
}

/// Why an input gives no map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is larger than [`MAX_BYTES`].
    #[error("the input has {bytes} bytes; {MAX_BYTES} are read at most")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is neither UTF-8 nor UTF-16 with a byte order mark.
    #[error("the input is no text: its byte {byte} fits no UTF-8")]
    NotText {
        /// How many bytes were well.
        byte: usize,
    },
    /// It has more lines than a map can be worked with.
    #[error("more than {most} lines")]
    TooManyLines {
        /// How many are read.
        most: usize,
    },
    /// It is no Mermaid diagram at all.
    #[error("no journey diagram was found")]
    NoDiagram,
    /// It holds Mermaid diagrams, but of other kinds.
    #[error("a {kind} was found where a journey is needed")]
    OtherDiagram {
        /// Where the first one begins.
        at: TextPlace,
        /// What it calls itself.
        kind: String,
    },
    /// Fewer diagrams than the one asked for.
    #[error("diagram {wanted} was asked for; there are {found}")]
    NoSuchDiagram {
        /// Counted from 1.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// `accDescr {` without its `}`: it would swallow the rest.
    #[error("the description that begins here never ends")]
    OpenDescription {
        /// Where it begins.
        at: TextPlace,
    },
    /// More tasks than a map can be worked with.
    #[error("more than {most} tasks")]
    TooManyTasks {
        /// The first one too many.
        at: TextPlace,
        /// How many are read.
        most: usize,
    },
    /// More people than a map can be worked with.
    #[error("more than {most} people")]
    TooManyPeople {
        /// The first one too many.
        at: TextPlace,
        /// How many are read.
        most: usize,
    },
}

impl ImportError {
    /// Where in the text, if it is anywhere.
    pub const fn at(&self) -> Option<TextPlace> {
        match self {
            Self::OtherDiagram { at, .. }
            | Self::OpenDescription { at }
            | Self::TooManyTasks { at, .. }
            | Self::TooManyPeople { at, .. } => Some(*at),
            Self::TooLarge { .. }
            | Self::TooManyLines { .. }
            | Self::NotText { .. }
            | Self::NoDiagram
            | Self::NoSuchDiagram { .. } => None,
        }
    }
}

/// The text that bytes stand for: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out.
///
/// # Errors
/// When there are more than [`MAX_BYTES`], or they are no text.
pub fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let good = |text: String| if bytes.len().is_multiple_of(2) { Some(text) } else { None };
        String::from_utf16(&units).ok().and_then(good).ok_or(ImportError::NotText { byte: 2 })
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let bare = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
            let text = std::str::from_utf8(bare).map_err(|error| ImportError::NotText { byte: error.valid_up_to() })?;
            Ok(text.to_owned())
        }
    }
}

/// Vietnamese where its own letters are found, which no other language writes; else English. One alone may be a name.
fn language_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Language {
    let own = |letter: &char| matches!(letter, 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}');
    let letters = texts.into_iter().flat_map(str::chars).filter(own).take(2).count();
    if letters == 2 { Language::Vi } else { Language::En }
}
