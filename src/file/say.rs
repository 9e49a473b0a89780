//! What goes wrong with files, in words: what, and what to do.
//!
//! Numbers and names that a reader should type into the file are shown as the file writes them, in every language.

use std::io::{self, ErrorKind};

use super::disk::{LoadError, SaveError};
use super::images::PictureError;
use super::package::{LeftOut, PackageError, UnpackError};
use super::picture::{MOST_PIXELS, MOST_SIDE, Undrawable, Unshowable};
use super::{Expected, Place, Problem};
use crate::i18n::Words;
pub use crate::i18n::thing;
use crate::model::check::{Fault, Figure, Thing};
use crate::model::{CardId, ContentKind, JourneyMap, PersonaId, StepId};
use crate::words;

/// What Unix calls EIO: the disk itself failed.
const DEVICE_ERROR: i32 = 5;
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

/// Why a map could not be opened, after the name of its file.
pub fn load_reason(words: &Words, error: &LoadError) -> String {
    match error {
        LoadError::Unreadable { error, .. } => reason(words, error),
        LoadError::NoMap { error, .. } => words!(
            words,
            "file-at",
            line = words.count(error.place.line as u64),
            column = words.count(error.place.column as u64),
            what = problem(words, &error.problem)
        ),
    }
}

/// Why a file could not be saved, with the file.
pub fn save_error(words: &Words, error: &SaveError) -> String {
    if let Some(found) = error.newer_format() {
        let problem = Problem::TooNew { found, supported: super::FORMAT };
        return format!("{}: {}", error.path.display(), self::problem(words, &problem));
    }
    if error.is_written() {
        return format!("{}: {}", error.path.display(), words!(words, "file-unsettled"));
    }
    format!("{}: {}", error.path.display(), cannot_save(words, &error.error))
}

/// Why a picture could not be put into a map.
pub fn picture_error(words: &Words, error: &PictureError) -> String {
    let megabytes = |bytes: u64| words.number((bytes as f64 / MEGABYTE).ceil(), 0);
    match error {
        PictureError::Unshowable(Unshowable::NoPicture) => words!(words, "file-no-picture"),
        PictureError::Unshowable(Unshowable::TooManyPixels { width, height }) => words!(
            words,
            "file-picture-too-many-pixels",
            width = words.number(f64::from(*width), 0),
            height = words.number(f64::from(*height), 0),
            most = words.number((MOST_PIXELS >> 20) as f64, 0),
            side = words.number(f64::from(MOST_SIDE), 0)
        ),
        PictureError::Unshowable(Unshowable::Undrawable(why)) => match why {
            Undrawable::Broken => words!(words, "file-svg-broken"),
            Undrawable::Letters => words!(words, "file-svg-letters"),
            Undrawable::Reference => words!(words, "file-svg-reference"),
            Undrawable::Part => words!(words, "file-svg-part"),
            Undrawable::Elaborate => words!(words, "file-svg-elaborate"),
        },
        PictureError::TooLarge { bytes, most } => {
            words!(words, "file-picture-too-large", size = megabytes(*bytes), most = megabytes(*most))
        }
        PictureError::NoFolder => words!(words, "file-no-picture-folder"),
        PictureError::Load(error) => load_error(words, error),
        PictureError::Save(error) => save_error(words, error),
    }
}

/// Why a package can't be opened.
pub fn package_error(words: &Words, error: &PackageError) -> String {
    match error {
        PackageError::Io(error) => cannot_read(words, error),
        PackageError::Damaged(_) => words!(words, "package-damaged"),
        PackageError::TooManyEntries { found, most } => words!(
            words,
            "package-too-many-entries",
            found = words.number(*found as f64, 0),
            most = words.number(*most as f64, 0)
        ),
        PackageError::TooLarge { name, most } => words!(
            words,
            "package-too-large",
            name = name.as_str(),
            most = words.number((*most as f64 / MEGABYTE).ceil(), 0)
        ),
        PackageError::LeadsOut { name } => words!(words, "package-leads-out", name = name.escape_debug().to_string()),
        PackageError::Twice => words!(words, "package-twice"),
        PackageError::NoMap => words!(words, "package-no-map"),
        PackageError::SeveralMaps { names } => words!(words, "package-several-maps", names = names.join(", ")),
        PackageError::Map(error) => {
            words!(words, "package-map", place = error.place.to_string(), why = problem(words, &error.problem))
        }
    }
}

/// Why the pictures of a package can't be unpacked.
pub fn unpack_error(words: &Words, error: &UnpackError) -> String {
    match error {
        UnpackError::Package(error) => package_error(words, error),
        UnpackError::Folder(error) => cannot_save(words, error),
        UnpackError::Picture(error) => picture_error(words, error),
    }
}

/// Why a picture didn't come along with its map.
pub fn left_out(words: &Words, left: &LeftOut) -> String {
    match left {
        LeftOut::Missing(name) => words!(words, "package-picture-missing", name = name.as_str()),
        LeftOut::Unshowable(name) => words!(words, "package-picture-unshowable", name = name.as_str()),
    }
}

/// Why something can't be read.
pub fn cannot_read(words: &Words, error: &io::Error) -> String {
    words!(words, "file-cannot-read", reason = reason(words, error))
}

/// Why something can't be saved.
pub fn cannot_save(words: &Words, error: &io::Error) -> String {
    words!(words, "file-cannot-save", reason = reason(words, error))
}

/// Why something can't be written where nothing was before.
pub fn cannot_write(words: &Words, error: &io::Error) -> String {
    words!(words, "file-cannot-write", reason = reason(words, error))
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
        ErrorKind::InvalidFilename => words!(words, "file-reason-name"),
        ErrorKind::FileTooLarge => words!(words, "file-reason-too-large"),
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => words!(words, "file-reason-busy"),
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown => words!(words, "file-reason-network"),
        _ if cfg!(unix) && error.raw_os_error() == Some(DEVICE_ERROR) => words!(words, "file-reason-device"),
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
        Expected::Color => words!(words, "file-expected-color"),
    }
}

/// What makes a map invalid, naming the things by their names, and what to do about it.
pub fn fault(words: &Words, map: &JourneyMap, fault: &Fault) -> String {
    let card = |id: CardId| thing(words, map, Thing::Card(id));
    let step = |id: StepId| thing(words, map, Thing::Step(id));
    let persona = |id: PersonaId| thing(words, map, Thing::Persona(id));
    match fault {
        Fault::Duplicate(what) => words!(words, "fault-duplicate", thing = thing(words, map, *what)),
        Fault::Unknown { at, named } => {
            words!(words, "fault-unknown", at = thing(words, map, *at), named = thing(words, map, *named))
        }
        Fault::LaneWithoutCards { card: id, lane } => {
            words!(words, "fault-lane-without-cards", card = card(*id), lane = thing(words, map, Thing::Lane(*lane)))
        }
        Fault::WrongContent { card: id, expected, found } => words!(
            words,
            "fault-wrong-content",
            card = card(*id),
            expected = content(words, *expected),
            found = content(words, *found)
        ),
        Fault::SpanBeforeStart { card: id, .. } => words!(words, "fault-span-before-start", card = card(*id)),
        Fault::SpanInTray(id) => words!(words, "fault-span-in-tray", card = card(*id)),
        Fault::NotPainPoint { card: id, answers } => {
            words!(words, "fault-not-pain-point", card = card(*id), other = card(*answers))
        }
        Fault::NotTouchpoint { card: id, said_first } => {
            words!(words, "fault-not-touchpoint", card = card(*id), other = card(*said_first))
        }
        Fault::PhaseOrder(stage) => {
            words!(words, "fault-phase-order", stage = thing(words, map, Thing::Stage(*stage)))
        }
        Fault::EmptyScore { step: at, persona: who } => {
            words!(words, "fault-empty-score", step = step(*at), persona = persona(*who))
        }
        Fault::Measured { step: at, persona: who, figure } => {
            let (step, persona) = (step(*at), persona(*who));
            match figure {
                Figure::Answers => words!(words, "fault-measured-answers", step = step, persona = persona),
                Figure::Mean => words!(words, "fault-measured-mean", step = step, persona = persona),
                Figure::Spread => words!(words, "fault-measured-spread", step = step, persona = persona),
                Figure::Bad => words!(words, "fault-measured-bad", step = step, persona = persona),
            }
        }
        Fault::NotFinite { card: at } => {
            let at = at.map_or_else(|| words!(words, "fault-the-map"), card);
            words!(words, "fault-not-finite", at = at)
        }
        Fault::LossRates => words!(words, "fault-loss-rates"),
        Fault::LostConflict(at) => words!(words, "fault-lost-conflict", at = thing(words, map, *at)),
        Fault::FileName { at, name } => {
            let at = at.map_or_else(|| words!(words, "fault-the-map"), |at| thing(words, map, at));
            words!(words, "fault-file-name", at = at, name = name.as_str())
        }
    }
}

/// Where a fault shows in the text that its map was read from; the beginning where that can't be said.
pub fn fault_place(text: &str, fault: &Fault) -> Place {
    let thing = |thing: Thing| written_at(text, thing);
    let place = match fault {
        Fault::Duplicate(what) => {
            let pattern = format!("id: \"{}\"", what.id());
            text.rmatch_indices(&pattern).next().map(|(at, _)| Place::after(&text[..at]))
        }
        Fault::Unknown { at, .. } | Fault::FileName { at: Some(at), .. } => thing(*at),
        Fault::FileName { at: None, .. } => Place::of(text, "logo:"),
        Fault::LaneWithoutCards { card, .. }
        | Fault::WrongContent { card, .. }
        | Fault::SpanBeforeStart { card, .. }
        | Fault::SpanInTray(card)
        | Fault::NotPainPoint { card, .. }
        | Fault::NotTouchpoint { card, .. }
        | Fault::NotFinite { card: Some(card) } => thing(Thing::Card(*card)),
        Fault::PhaseOrder(stage) => thing(Thing::Stage(*stage)),
        Fault::EmptyScore { step, .. } | Fault::Measured { step, .. } => thing(Thing::Step(*step)),
        Fault::NotFinite { card: None } => None,
        Fault::LossRates => Place::of(text, "loss_rates"),
        Fault::LostConflict(at) => text.rfind(&format!("\"{}\"", at.id())).map(|at| Place::after(&text[..at])),
    };
    place.unwrap_or(Place::START)
}

/// Where a thing stands in its map's text; the begin of the text where it can't be found.
pub fn thing_place(text: &str, thing: Thing) -> Place {
    written_at(text, thing).unwrap_or(Place::START)
}

fn written_at(text: &str, thing: Thing) -> Option<Place> {
    let id = thing.id();
    // A thing begins where its id is a field of its own; other places only name it.
    Place::of(text, &format!("id: \"{id}\"")).or_else(|| Place::of(text, &format!("\"{id}\"")))
}

fn content(words: &Words, kind: ContentKind) -> String {
    match kind {
        ContentKind::Text => words!(words, "content-text"),
        ContentKind::Touchpoint => words!(words, "content-touchpoint"),
        ContentKind::PainPoint => words!(words, "content-pain-point"),
        ContentKind::Opportunity => words!(words, "content-opportunity"),
        ContentKind::Metric => words!(words, "content-metric"),
        ContentKind::Image => words!(words, "content-image"),
        ContentKind::Process => words!(words, "content-process"),
    }
}
