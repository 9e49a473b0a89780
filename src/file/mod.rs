//! Maps on disk: RON text and back, atomic saves, recovery copies. Must not know windows or other formats.
//!
//! ```text
//! bytes ──read──▶ map and its faults        map ──write──▶ text
//!   ▲                                                       │
//!  disk::load                                    disk::save ▼ recovery
//! ```
//!
//! The text is `(format: 1, map: (…))`. The number of the format is read before anything else: a newer one is refused by
//! name, and never overwritten; each older one is a frozen module with a way to the next. Unknown names are errors, never dropped. What is written has a fixed order and shape and leaves defaults out, so
//! that `write(read(text))` is `text` again, byte for byte, for every text that was written by this version. Comments of a
//! text edited by hand are not kept.
//!
//! [`say`] is the only place here that knows words.

mod canonical;
pub mod disk;
mod drawing;
pub mod embedded;
mod error;
pub mod excerpt;
mod fingerprint;
pub mod images;
pub mod library;
pub mod lock;
pub mod mapping;
pub mod package;
pub mod picture;
pub mod recovery;
pub mod save;
pub mod say;
pub mod steps;
mod version_0;
pub mod versions;
pub mod watch;

use std::borrow::Cow;
use std::fmt;

use ron::extensions::Extensions;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

pub use error::{Expected, Place, Problem, ReadError};
pub use fingerprint::Fingerprint;

use crate::model::JourneyMap;
use crate::model::check::{Fault, check};

/// The number of the format that is written.
pub const FORMAT: u32 = 1;

/// No map is read from more bytes than this: 256 MiB, some 300,000 cards.
pub const MOST_BYTES: u64 = 256 << 20;

/// The extension of map files.
pub const EXTENSION: &str = "ron";

/// What a text says: a map, and what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The map.
    pub map: JourneyMap,
    /// What makes the map invalid; empty for a valid one.
    pub faults: Vec<Fault>,
}

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    map: &'a JourneyMap,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "MapFile")]
struct Document {
    #[expect(dead_code, reason = "read before; named here so that it is no unknown field")]
    format: u32,
    map: JourneyMap,
}

fn options() -> ron::Options {
    // 128 levels of nesting by default, of which a map needs some twenty: no text can overflow the stack.
    ron::Options::default().with_default_extension(
        Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES,
    )
}

/// The map that a text is, with its faults.
///
/// A byte order mark is stripped, line ends become `\n`, and every text is made NFC.
///
/// # Errors
/// When it is too large, no UTF-8, of a newer format, or no map: each with the place and what was expected.
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ReadError::at_start(Problem::TooLarge { bytes: bytes.len() as u64, most: MOST_BYTES }));
    }
    let text = text(bytes)?;
    let mut map = match format(&text) {
        Some(found) if found > u64::from(FORMAT) => {
            return Err(ReadError::at_start(Problem::TooNew { found, supported: FORMAT }));
        }
        Some(0) => parse::<version_0::Document>(&text)?.into(),
        // Without a number of the format, or with one that is none, the whole says better what is wrong.
        Some(_) | None => parse::<Document>(&text)?.map,
    };
    // Escapes can hide what normalising the text did not see.
    if text.contains("\\u") || text.contains("\\x") {
        let plain = lay_out(&map);
        if !is_nfc(&plain) {
            map = parse::<Document>(&plain.nfc().collect::<String>())?.map;
        }
    }
    let faults = check(&map);
    Ok(Opened { map, faults })
}

/// The text of a map, in its one canonical shape, ending with a newline.
///
/// Texts of the map that are not NFC are written as NFC.
pub fn write(map: &JourneyMap) -> String {
    let text = lay_out(map);
    if is_nfc(&text) { text } else { text.nfc().collect() }
}

fn lay_out(map: &JourneyMap) -> String {
    let mut compact = String::new();
    // Writing to a string can't fail, and the types of the model are all ones that RON has a form for; a test writes
    // every one of them.
    options().to_writer(&mut compact, &Written { format: FORMAT, map }).ok();
    canonical::lay_out(&compact)
}

fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, ReadError> {
    options().from_str(text).map_err(|error| ReadError::from_ron(text, error))
}

/// The number of a newer format that these bytes say they have: whatever they hold, this version must leave it alone.
pub(crate) fn newer_format(bytes: &[u8]) -> Option<u64> {
    // All that is written here begins with a bracket, after comments. A picture is not looked through.
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if !start.starts_with(b"(") && !start.starts_with(b"/") {
        return None;
    }
    let text = text(start).ok()?;
    format(&text).filter(|found| *found > u64::from(FORMAT))
}

/// Bytes as normalised text.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        ReadError { place: Place::after(&valid), problem: Problem::NotUtf8 { byte: bytes[error.valid_up_to()] } }
    })?;
    let mut text = Cow::Borrowed(text);
    if text.contains('\r') {
        text = Cow::Owned(text.replace("\r\n", "\n"));
    }
    if !is_nfc(&text) {
        text = Cow::Owned(text.nfc().collect());
    }
    Ok(text)
}

/// The number of the format that a text says it has, read without the rest.
fn format(text: &str) -> Option<u64> {
    struct Format<'a>(&'a mut Option<u64>);
    impl<'de> DeserializeSeed<'de> for Format<'_> {
        type Value = ();
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            deserializer.deserialize_struct("MapFile", &["format", "map"], self)
        }
    }
    impl<'de> Visitor<'de> for Format<'_> {
        type Value = ();
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map file")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
            while let Some(key) = access.next_key::<Name>()? {
                if key.is_format {
                    *self.0 = Some(access.next_value()?);
                    // An error is how a visitor says that it has seen enough.
                    return Err(A::Error::custom("found"));
                }
                access.next_value::<IgnoredAny>()?;
            }
            Ok(())
        }
    }

    /// The name of a field, whatever it is.
    struct Name {
        is_format: bool,
    }
    impl<'de> Deserialize<'de> for Name {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Any;
            impl Visitor<'_> for Any {
                type Value = Name;
                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a name")
                }
                fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Name, E> {
                    Ok(Name { is_format: name == "format" })
                }
            }
            deserializer.deserialize_identifier(Any)
        }
    }

    let mut found = None;
    options().from_str_seed(text, Format(&mut found)).ok();
    found
}
