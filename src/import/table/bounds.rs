//! Whether a workbook is one to be opened: a zip may unpack to a thousand times its size, and say otherwise of itself. What
//! its reader keeps in memory at once is unpacked here first, piece by piece, and counted. Must not know what sheets say.

use std::borrow::Cow;
use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::TableError;

/// No workbook with more parts is read.
pub const MOST_PARTS: usize = 10_000;
/// No more bytes are unpacked from one workbook: 1 GiB.
pub const MOST_UNPACKED: u64 = 1 << 30;
/// No larger part is read, a sheet of a million rows among them: 512 MiB.
const MOST_PART: u64 = 512 << 20;
/// Texts that cells share are kept in memory, each as one of its own: 128 MiB.
const MOST_TEXTS: u64 = 128 << 20;
/// So many of them at most fit into that.
const MOST_PROMISED: u64 = MOST_TEXTS / 8;
/// Styles: 24 MiB.
const MOST_STYLES: u64 = 24 << 20;
/// The longest tag or text of styles: names of fonts and formats are copied for each style that has them.
const MOST_STYLE_WORD: usize = 2 << 10;
/// The longest tag or text of anything else: a cell holds no more than 32,767 letters.
const MOST_WORD: usize = 16 << 20;
/// So many styles, sheets and the like all together, which are kept in memory at many times their length.
const MOST_KEPT: usize = 200_000;
/// What is kept so.
const KEPT: [&[u8]; 8] = [b"xf", b"font", b"fill", b"border", b"numFmt", b"sheet", b"Relationship", b"definedName"];

/// What a part may be.
struct Bounds {
    bytes: u64,
    word: usize,
}

impl Bounds {
    /// By its name, which the reader looks for without regard to capitals.
    fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        if name.ends_with("styles.xml") {
            Self { bytes: MOST_STYLES, word: MOST_STYLE_WORD }
        } else if name.ends_with("sharedstrings.xml") {
            Self { bytes: MOST_TEXTS, word: MOST_WORD }
        } else {
            Self { bytes: MOST_PART, word: MOST_WORD }
        }
    }
}

/// Looks whether a workbook keeps within bounds.
///
/// # Errors
/// When it doesn't, or is no zip.
pub(super) fn check<R: Read + Seek>(reader: R) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(reader).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(TableError::TooManyParts { found: archive.len(), most: MOST_PARTS });
    }
    let names: Vec<String> = (0..archive.len())
        .map(|place| match archive.name_for_index(place) {
            Some(name) => name.map(Cow::into_owned).map_err(damaged),
            None => Ok(String::new()),
        })
        .collect::<Result<_, _>>()?;
    let mut said = 0_u64;
    for (place, name) in names.iter().enumerate() {
        let size = archive.by_index_raw(place).map_err(damaged)?.size();
        said = said.saturating_add(size);
        too_large_if(size > Bounds::of(name).bytes || said > MOST_UNPACKED, name)?;
    }
    // What it says of its sizes is nobody's word.
    let (mut unpacked, mut kept) = (0_u64, 0_usize);
    for (place, name) in names.iter().enumerate() {
        let part = match archive.by_index(place) {
            Ok(part) => part,
            // With a password, or packed in a way that nobody here unpacks: its reader says so.
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => continue,
            Err(error) => return Err(damaged(error)),
        };
        let most = Bounds::of(name).bytes.min(MOST_UNPACKED - unpacked);
        let mut counted = part.take(most + 1);
        kept = look_through(&mut counted, name, kept)?;
        let read = most + 1 - counted.limit();
        too_large_if(read > most, name)?;
        unpacked += read;
    }
    Ok(())
}

/// Goes through a part as its reader will, without keeping anything of it; how much that will keep until then.
fn look_through(part: &mut impl Read, name: &str, mut kept: usize) -> Result<usize, TableError> {
    let bounds = Bounds::of(name);
    let mut reader = Reader::from_reader(BufReader::new(part));
    let config = reader.config_mut();
    // As the workbook's reader has it: what this one passes over, that one must too.
    config.check_end_names = false;
    config.check_comments = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                kept += usize::from(KEPT.contains(&tag.local_name().as_ref()));
                too_large_if(tag.len() > bounds.word || kept > MOST_KEPT || promises(&tag) > MOST_PROMISED, name)?;
            }
            // A picture is no XML, nor is what is damaged: there its reader stops too.
            Ok(Event::Eof) | Err(_) => return Ok(kept),
            Ok(other) => too_large_if(other.len() > bounds.word, name)?,
        }
    }
}

/// How many texts a part says that it holds: memory is made ready for so many.
fn promises(tag: &BytesStart<'_>) -> u64 {
    if tag.local_name().as_ref() != b"sst" {
        return 0;
    }
    let mut most = 0;
    for count in tag.attributes().with_checks(false).flatten().filter(|one| one.key.as_ref() == b"uniqueCount") {
        let digits = std::str::from_utf8(&count.value).ok().and_then(|digits| digits.trim().parse().ok());
        // What is no number makes nothing ready, but one of more digits than any number has might.
        let promised = digits.unwrap_or(if count.value.len() > 12 { u64::MAX } else { 0 });
        most = most.max(promised);
    }
    most
}

fn too_large_if(is: bool, name: &str) -> Result<(), TableError> {
    if is { Err(TableError::TooLarge { name: name.to_owned() }) } else { Ok(()) }
}

fn damaged(error: ZipError) -> TableError {
    match error {
        ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => TableError::Io(error),
        other => TableError::Workbook(other.to_string()),
    }
}
