//! What goes wrong with files, in words: what, and what to do.
//!
//! Numbers and names that a reader should type into the file are shown as the file writes them, in every language.

use std::io::{self, ErrorKind};

use super::disk::{LoadError, SaveError};
use super::{Expected, Problem};
use crate::i18n::Words;
use crate::words;

const MEGABYTE: f64 = 1024.0 * 1024.0;

/// Why a map could not be opened, with the file, and with line and column where they are known.
pub fn load_error(words: &Words, error: &LoadError) -> String {
    match error {
        LoadError::Unreadable { path, error } => format!("{}: {}", path.display(), cannot_read(words, error)),
        LoadError::NoMap { path, error } => {
            format!("{}:{}: {}", path.display(), error.place, problem(words, &error.problem))
        }
    }
}

/// Why a file could not be saved, with the file.
pub fn save_error(words: &Words, error: &SaveError) -> String {
    format!("{}: {}", error.path.display(), cannot_save(words, &error.error))
}

/// Why something can't be read.
pub fn cannot_read(words: &Words, error: &io::Error) -> String {
    words!(words, "file-cannot-read", reason = reason(words, error))
}

/// Why something can't be saved.
pub fn cannot_save(words: &Words, error: &io::Error) -> String {
    words!(words, "file-cannot-save", reason = reason(words, error))
}

/// What the system says, in the user's words where they are known.
fn reason(words: &Words, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => words!(words, "file-reason-not-found"),
        ErrorKind::PermissionDenied => words!(words, "file-reason-permission"),
        ErrorKind::IsADirectory => words!(words, "file-reason-is-folder"),
        ErrorKind::NotADirectory => words!(words, "file-reason-not-folder"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words!(words, "file-reason-full"),
        ErrorKind::ReadOnlyFilesystem => words!(words, "file-reason-read-only"),
        ErrorKind::AlreadyExists => words!(words, "file-reason-exists"),
        _ => words!(words, "file-reason-other", message = error.to_string()),
    }
}

/// What is wrong with a text.
pub fn problem(words: &Words, problem: &Problem) -> String {
    let megabytes = |bytes: u64| words.number((bytes as f64 / MEGABYTE).ceil(), 0);
    match problem {
        Problem::TooLarge { bytes, most } => {
            words!(words, "file-too-large", size = megabytes(*bytes), most = megabytes(*most))
        }
        Problem::TooNew { found, supported } => {
            words!(words, "file-too-new", found = found.to_string(), supported = supported.to_string())
        }
        Problem::NoSuchFormat { found } => {
            words!(words, "file-no-such-format", found = found.to_string(), supported = super::FORMAT.to_string())
        }
        Problem::NotUtf8 { byte } => words!(words, "file-not-utf8", byte = format!("0x{byte:02X}")),
        Problem::EndsEarly => words!(words, "file-ends-early"),
        Problem::MoreText => words!(words, "file-more-text"),
        Problem::Expected(what) => expected(words, *what),
        Problem::WrongType { expected, found } => {
            words!(words, "file-wrong-type", expected = expected.as_str(), found = found.as_str())
        }
        Problem::UnknownField { found, nearest: Some(nearest), .. } => {
            words!(words, "file-unknown-field", found = found.as_str(), nearest = (*nearest).to_owned())
        }
        Problem::UnknownField { found, nearest: None, known } => {
            words!(words, "file-unknown-field-of", found = found.as_str(), known = known.join(", "))
        }
        Problem::UnknownChoice { found, nearest: Some(nearest), .. } => {
            words!(words, "file-unknown-choice", found = found.as_str(), nearest = (*nearest).to_owned())
        }
        Problem::UnknownChoice { found, nearest: None, known } => {
            words!(words, "file-unknown-choice-of", found = found.as_str(), known = known.join(", "))
        }
        Problem::MissingField { field } => words!(words, "file-missing-field", field = (*field).to_owned()),
        Problem::Twice { name } => words!(words, "file-twice", name = name.as_str()),
        Problem::OutOfRange { low, high, found } => words!(
            words,
            "file-out-of-range",
            low = low.to_string(),
            high = high.to_string(),
            found = found.to_string()
        ),
        Problem::DoesNotFit => words!(words, "file-does-not-fit"),
        Problem::NotFinite => words!(words, "file-not-finite"),
        Problem::TooDeep => words!(words, "file-too-deep"),
        Problem::Escape => words!(words, "file-escape"),
        Problem::Other(message) => words!(words, "file-other", message = message.as_str()),
    }
}

fn expected(words: &Words, what: Expected) -> String {
    match what {
        Expected::Comma => words!(words, "file-expected-comma"),
        Expected::Colon => words!(words, "file-expected-colon"),
        Expected::Opening(bracket) | Expected::Closing(bracket) => {
            words!(words, "file-expected-bracket", bracket = bracket.to_string())
        }
        Expected::Text => words!(words, "file-expected-text"),
        Expected::EndOfText => words!(words, "file-expected-end-of-text"),
        Expected::Number => words!(words, "file-expected-number"),
        Expected::WholeNumber => words!(words, "file-expected-whole-number"),
        Expected::TrueOrFalse => words!(words, "file-expected-true-or-false"),
        Expected::Name => words!(words, "file-expected-name"),
        Expected::EndOfComment => words!(words, "file-expected-end-of-comment"),
        Expected::Date => words!(words, "file-expected-date"),
        Expected::Id => words!(words, "file-expected-id"),
    }
}
