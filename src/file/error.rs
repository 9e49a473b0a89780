//! Why a text is no map: what is wrong, where, and what was expected there.

use std::fmt;

use ron::error::{Error as Ron, Position, SpannedError};

use crate::model::{IdError, RangeError, RgbError, StrictError};

/// A place in a text. Both count from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Place {
    /// The beginning of every text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place right after `text`.
    pub fn after(text: &str) -> Self {
        let line = 1 + text.bytes().filter(|&byte| byte == b'\n').count();
        let column = 1 + text.chars().rev().take_while(|&character| character != '\n').count();
        Self { line, column }
    }

    /// Where the first occurrence of `part` in `text` stands.
    pub fn of(text: &str, part: &str) -> Option<Self> {
        text.find(part).map(|at| Self::after(&text[..at]))
    }

    /// The text from this place on.
    fn rest(self, text: &str) -> &str {
        let Some(line) = text.split_inclusive('\n').nth(self.line - 1) else { return "" };
        let at = line.char_indices().nth(self.column - 1).map_or(line.len(), |(at, _)| at);
        // The line is a part of the text, so its place in it is known from the addresses.
        let start = line.as_ptr() as usize - text.as_ptr() as usize + at;
        text.get(start..).unwrap_or("")
    }
}

impl From<Position> for Place {
    fn from(position: Position) -> Self {
        Self { line: position.line, column: position.col }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// What was expected at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A comma, or the end of the list.
    Comma,
    /// `:` between a name and its value.
    Colon,
    /// One of the opening brackets.
    Opening(char),
    /// One of the closing brackets.
    Closing(char),
    /// A text in quotation marks.
    Text,
    /// The quotation mark at the end of a text.
    EndOfText,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    TrueOrFalse,
    /// The name of a field or of one of several choices.
    Name,
    /// `*/` at the end of a comment.
    EndOfComment,
    /// A date as `2026-11-22`.
    Date,
    /// Eight of the characters of ids.
    Id,
    /// A colour as `#rrggbb`.
    Color,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Problem {
    /// There are more bytes than will be read.
    #[error("{bytes} bytes are more than the {most} that are read")]
    TooLarge {
        /// How many there are.
        bytes: u64,
        /// How many would be read.
        most: u64,
    },
    /// Written by a newer version of the application.
    #[error("format {found} is newer than {supported}")]
    TooNew {
        /// The text's format.
        found: u64,
        /// The newest that is understood.
        supported: u32,
    },
    /// No version ever wrote this format.
    #[error("there is no format {found}")]
    NoSuchFormat {
        /// The text's format.
        found: u64,
    },
    /// A byte that is no text.
    #[error("the byte {byte:#04x} is not UTF-8")]
    NotUtf8 {
        /// The first such byte.
        byte: u8,
    },
    /// The text ends too early; empty files too.
    #[error("the text ends too early")]
    EndsEarly,
    /// More text after the map's end.
    #[error("there is more text after the end of the map")]
    MoreText,
    /// Something else stands where one thing is expected.
    #[error("expected {0:?}")]
    Expected(Expected),
    /// A value of another type than the field has, in the reader's own words.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What the field needs.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A name of a field that nothing has.
    #[error("no field is called {found}")]
    UnknownField {
        /// The name.
        found: String,
        /// The right one that is most like it.
        nearest: Option<&'static str>,
        /// All right ones.
        known: &'static [&'static str],
    },
    /// A choice that there isn't.
    #[error("no choice is called {found}")]
    UnknownChoice {
        /// The name.
        found: String,
        /// The right one that is most like it.
        nearest: Option<&'static str>,
        /// All right ones.
        known: &'static [&'static str],
    },
    /// A field that must be there.
    #[error("the field {field} is missing")]
    MissingField {
        /// Its name.
        field: &'static str,
    },
    /// A field, or a key of a table, that is there twice.
    #[error("{name} is there twice")]
    Twice {
        /// Its name.
        name: String,
    },
    /// A number that a field can't hold.
    #[error("expected a number from {low} to {high}, found {found}")]
    OutOfRange {
        /// The least allowed.
        low: f64,
        /// The greatest allowed.
        high: f64,
        /// What was found.
        found: f64,
    },
    /// A whole number that is larger or smaller than any that makes sense here.
    #[error("the number does not fit")]
    DoesNotFit,
    /// Infinity, or no number.
    #[error("the number is not finite")]
    NotFinite,
    /// Brackets within brackets, deeper than any map.
    #[error("the brackets are nested too deep")]
    TooDeep,
    /// A backslash with something that has no meaning after it.
    #[error("the escape has no meaning")]
    Escape,
    /// Anything else, in the reader's own words.
    #[error("{0}")]
    Other(String),
}

/// Why a text is no map, and where that shows.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ReadError {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

impl ReadError {
    pub(super) const fn at_start(problem: Problem) -> Self {
        Self { place: Place::START, problem }
    }

    /// What RON says about `text`, as data.
    pub(super) fn from_ron(text: &str, error: SpannedError) -> Self {
        let start = Place::from(error.span.start);
        let end = Place::from(error.span.end);
        // The reader has gone past a value when it finds that the value is wrong, but stands before what should not be
        // there: where the value begins is the place to look in one case, where the reader stands in the other.
        let is_about_value = matches!(
            error.code,
            Ron::Message(_)
                | Ron::InvalidValueForType { .. }
                | Ron::NoSuchEnumVariant { .. }
                | Ron::NoSuchStructField { .. }
                | Ron::DuplicateStructField { .. }
                | Ron::IntegerOutOfBounds
                | Ron::ExpectedDifferentStructName { .. }
        );
        let mut place = if is_about_value { skip_space(text, start) } else { skip_space(text, end) };
        let problem = problem(error.code, place.rest(text));
        // By then the reader has taken a sign or an opening quotation mark for itself.
        let before = Place { line: place.line, column: place.column.saturating_sub(1).max(1) };
        if is_about_value && before.rest(text).starts_with(['"', '-', '+']) {
            place = before;
        }
        Self { place, problem }
    }
}

/// The first place from `place` on where something other than whitespace stands; `place` itself before a comment.
fn skip_space(text: &str, place: Place) -> Place {
    let rest = place.rest(text);
    let space = &rest[..rest.len() - rest.trim_start().len()];
    match (space.is_empty(), Place::after(space)) {
        (true, _) => place,
        (false, Place { line: 1, column }) => Place { line: place.line, column: place.column + column - 1 },
        (false, Place { line, column }) => Place { line: place.line + line - 1, column },
    }
}

fn problem(code: Ron, rest: &str) -> Problem {
    match code {
        _ if rest.is_empty() && !matches!(code, Ron::Message(_) | Ron::MissingStructField { .. }) => Problem::EndsEarly,
        Ron::Eof => Problem::EndsEarly,
        Ron::Message(message) => of_message(message),
        Ron::ExpectedArray => Problem::Expected(Expected::Opening('[')),
        Ron::ExpectedArrayEnd => Problem::Expected(Expected::Closing(']')),
        Ron::ExpectedMap => Problem::Expected(Expected::Opening('{')),
        Ron::ExpectedMapEnd => Problem::Expected(Expected::Closing('}')),
        Ron::ExpectedMapColon => Problem::Expected(Expected::Colon),
        Ron::ExpectedStructLike
        | Ron::ExpectedNamedStructLike(_)
        | Ron::ExpectedDifferentStructName { .. }
        | Ron::ExpectedUnit
        | Ron::ExpectedOption => Problem::Expected(Expected::Opening('(')),
        Ron::ExpectedStructLikeEnd | Ron::ExpectedOptionEnd | Ron::ExpectedAttributeEnd => {
            Problem::Expected(Expected::Closing(')'))
        }
        Ron::ExpectedComma => Problem::Expected(Expected::Comma),
        Ron::ExpectedString | Ron::ExpectedChar | Ron::ExpectedByteString | Ron::ExpectedByteLiteral => {
            Problem::Expected(Expected::Text)
        }
        Ron::ExpectedStringEnd => Problem::Expected(Expected::EndOfText),
        Ron::ExpectedFloat | Ron::FloatUnderscore => Problem::Expected(Expected::Number),
        Ron::ExpectedInteger | Ron::InvalidIntegerDigit { .. } | Ron::UnderscoreAtBeginning => {
            Problem::Expected(Expected::WholeNumber)
        }
        Ron::ExpectedBoolean => Problem::Expected(Expected::TrueOrFalse),
        Ron::ExpectedIdentifier | Ron::InvalidIdentifier(_) | Ron::SuggestRawIdentifier(_) => {
            Problem::Expected(Expected::Name)
        }
        Ron::UnclosedBlockComment | Ron::UnclosedLineComment => Problem::Expected(Expected::EndOfComment),
        Ron::InvalidEscape(_) => Problem::Escape,
        Ron::IntegerOutOfBounds => Problem::DoesNotFit,
        Ron::TrailingCharacters => Problem::MoreText,
        Ron::ExceededRecursionLimit => Problem::TooDeep,
        Ron::InvalidValueForType { expected, found } => Problem::WrongType { expected, found },
        Ron::NoSuchEnumVariant { expected, found, .. } => {
            Problem::UnknownChoice { nearest: nearest(&found, expected), found, known: expected }
        }
        Ron::NoSuchStructField { expected, found, .. } => {
            Problem::UnknownField { nearest: nearest(&found, expected), found, known: expected }
        }
        Ron::MissingStructField { field, .. } => Problem::MissingField { field },
        Ron::DuplicateStructField { field, .. } => Problem::Twice { name: field.to_owned() },
        other => Problem::Other(other.to_string()),
    }
}

/// What a type of the model said, which serde carries only as text.
fn of_message(message: String) -> Problem {
    if message == StrictError::NotFinite.to_string() {
        return Problem::NotFinite;
    }
    let key = StrictError::SameKey(String::new()).to_string();
    if let Some(name) = message.strip_prefix(&key) {
        return Problem::Twice { name: name.to_owned() };
    }
    if let Some(RangeError { low, high, found }) = range(&message) {
        return Problem::OutOfRange { low, high, found };
    }
    let id = IdError { found: String::new() }.to_string();
    if message.starts_with(id.trim_end_matches("\"\"")) {
        return Problem::Expected(Expected::Id);
    }
    if message.starts_with(RgbError(String::new()).to_string().trim_end_matches("\"\"")) {
        return Problem::Expected(Expected::Color);
    }
    // The only other type with texts of its own is the date.
    Problem::Expected(Expected::Date)
}

/// The words of a [`RangeError`] as one.
fn range(message: &str) -> Option<RangeError> {
    let (low, rest) = message.strip_prefix("a number from ")?.split_once(" to ")?;
    let (high, found) = rest.split_once(" is needed here, found ")?;
    Some(RangeError { low: low.parse().ok()?, high: high.parse().ok()?, found: found.parse().ok()? })
}

/// The one of `known` that `found` was most likely meant to be, if any is like it.
fn nearest(found: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let plain = |name: &str| -> Vec<char> {
        name.chars().take(64).filter(|&c| c != '_' && c != '-').flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(found);
    // Of names that are equally near the one with the same first letter: people seldom mistake that one.
    let (distance, _, name) = known
        .iter()
        .map(|&name| (name, plain(name)))
        .map(|(name, letters)| (distance(&wanted, &letters), letters.first() != wanted.first(), name))
        .min_by_key(|&(distance, differs, _)| (distance, differs))?;
    if distance <= wanted.len().max(3) / 3 {
        return Some(name);
    }
    // Or somebody wrote the beginning only.
    known.iter().copied().find(|name| wanted.len() >= 3 && plain(name).starts_with(&wanted))
}

/// How many letters have to be added, left out, changed or swapped with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut table: Vec<usize> = vec![0; (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i * width + j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (table[(i - 1) * width + j] + 1)
                    .min(table[i * width + j - 1] + 1)
                    .min(table[(i - 1) * width + j - 1] + change);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[(i - 2) * width + j - 2] + 1);
                }
                least
            };
        }
    }
    table.last().copied().unwrap_or_default()
}
