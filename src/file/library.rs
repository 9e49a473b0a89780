//! The library: personas and touchpoints that are kept for any map. A folder of small RON files, one a thing, with their
//! pictures in a folder beside: readable, to be copied and shared. A file that can't be read never blocks the others.
//!
//! ```text
//! (format: 1, kept: Persona(persona: (id: "…", name: "Minh"), …))
//! ```
//!
//! Must not know how what is kept gets into a map.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::{LoadError, SaveError, load_bytes, save_bytes};
use super::images;
use super::{Problem, ReadError, options, text};
use crate::i18n::folded;
use crate::model::check::is_file_name;
use crate::model::{Card, Channel, Content, OwnChannel, Persona, Segment, Touchpoint};

/// The number of the format of kept things.
const FORMAT: u32 = 1;
/// The ending of their files.
const ENDING: &str = "ron";
/// The folder of their pictures, in the library.
const IMAGES: &str = "library.images";

/// A persona that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptPersona {
    /// The persona; its segment is named beside.
    pub persona: Persona,
    /// The segment it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<Segment>,
}

/// A touchpoint that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptTouchpoint {
    /// What tells it from others of the library: the id of the card it was.
    pub id: crate::model::CardId,
    /// What it says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Notes of the team.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The department that answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The rest of it, without what belongs to one map: scores, and where something was said first.
    pub touchpoint: Touchpoint,
    /// Its channel, where that is none of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<OwnChannel>,
}

/// Something that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Kept {
    /// A persona.
    Persona(KeptPersona),
    /// A touchpoint.
    Touchpoint(KeptTouchpoint),
}

impl Kept {
    /// A persona as it is kept.
    pub fn persona(persona: &Persona, segment: Option<&Segment>) -> Self {
        let persona = Persona { segment: None, ..persona.clone() };
        Self::Persona(KeptPersona { persona, segment: segment.cloned() })
    }

    /// A touchpoint card as it is kept; none for another card.
    pub fn touchpoint(card: &Card, own: impl Fn(crate::model::ChannelId) -> Option<OwnChannel>) -> Option<Self> {
        let Content::Touchpoint(touchpoint) = &card.content else { return None };
        let channel = match touchpoint.channel {
            Some(Channel::Own(id)) => own(id),
            _ => None,
        };
        let touchpoint =
            Touchpoint { said_first: None, scores: BTreeMap::new(), measured: BTreeMap::new(), ..touchpoint.clone() };
        Some(Self::Touchpoint(KeptTouchpoint {
            id: card.id,
            text: card.text.clone(),
            notes: card.notes.clone(),
            owner: card.owner.clone(),
            touchpoint,
            channel,
        }))
    }

    /// What it is called; empty for what has no words of its own.
    pub fn name(&self) -> &str {
        match self {
            Self::Persona(kept) => &kept.persona.name,
            Self::Touchpoint(kept) => &kept.text,
        }
    }

    fn id(&self) -> String {
        match self {
            Self::Persona(kept) => kept.persona.id.to_string(),
            Self::Touchpoint(kept) => kept.id.to_string(),
        }
    }

    fn with_picture(&self, name: String) -> Self {
        let mut kept = self.clone();
        if let Self::Persona(kept) = &mut kept {
            kept.persona.portrait = name;
        }
        kept
    }

    fn picture(&self) -> Option<&str> {
        match self {
            Self::Persona(kept) => Some(kept.persona.portrait.as_str()).filter(|portrait| !portrait.is_empty()),
            Self::Touchpoint(_) => None,
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    kept: &'a Kept,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "KeptFile")]
struct KeptFile {
    format: u32,
    kept: Kept,
}

/// Only the number of the format, of a file that may say anything besides.
#[derive(Deserialize)]
struct Numbered {
    format: u32,
}

/// What a library holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// What can be used, by name.
    pub kept: Vec<Kept>,
    /// What can't, and why.
    pub broken: Vec<LoadError>,
}

/// A library in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    path: PathBuf,
}

impl Library {
    /// The library of this user; none on a machine where the user has no home.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "wayfelt")?;
        Some(Self { path: folders.data_dir().join("library") })
    }

    /// A library in any other folder; it is made when it is needed.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder of its pictures.
    pub fn images(&self) -> PathBuf {
        self.path.join(IMAGES)
    }

    /// What it holds. A folder that isn't there holds nothing.
    ///
    /// # Errors
    /// When the folder can't be looked into.
    pub fn list(&self) -> Result<Listing, LoadError> {
        let unreadable = |error| LoadError::Unreadable { path: self.path.clone(), error };
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Listing::default()),
            Err(error) => return Err(unreadable(error)),
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == ENDING));
        paths.sort();
        let mut listing = Listing::default();
        for path in paths {
            match load(&path) {
                Ok(kept) => listing.kept.push(kept),
                Err(error) => listing.broken.push(error),
            }
        }
        listing.kept.sort_by_cached_key(|kept| (folded(kept.name()), kept.id()));
        Ok(listing)
    }

    /// Keeps something, with its picture from a map's folder of images. The same thing kept before makes room for it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn keep(&self, kept: &Kept, images_of_map: Option<&Path>) -> Result<PathBuf, SaveError> {
        fs::create_dir_all(&self.path).map_err(|error| SaveError { path: self.path.clone(), error })?;
        let mut renamed = None;
        if let (Some(picture), Some(from)) = (kept.picture(), images_of_map)
            && let Some(name) = images::copy(from, &self.images(), picture)?
            && name != picture
        {
            // Another picture of the library has that name.
            renamed = Some(kept.with_picture(name));
        }
        let kept = renamed.as_ref().unwrap_or(kept);
        let end = format!("-{}.{ENDING}", kept.id());
        let name = format!("{}{end}", slug(kept.name()));
        let path = self.path.join(&name);
        let mut compact = String::new();
        options()
            .to_writer(&mut compact, &Written { format: FORMAT, kept })
            .map_err(|error| SaveError { path: path.clone(), error: io::Error::other(error) })?;
        save_bytes(&path, super::canonical::lay_out(&compact).as_bytes())?;
        // Under another name it was kept before.
        let others = fs::read_dir(&self.path).into_iter().flatten().filter_map(Result::ok);
        for other in others {
            let known = other.file_name();
            if known.to_str().is_some_and(|known| known != name && known.ends_with(&end)) {
                fs::remove_file(other.path()).ok();
            }
        }
        Ok(path)
    }
}

/// What a file of a library holds.
fn load(path: &Path) -> Result<Kept, LoadError> {
    let bytes = load_bytes(path)?;
    read(&bytes).map_err(|error| LoadError::NoMap { path: path.to_owned(), error })
}

fn read(bytes: &[u8]) -> Result<Kept, ReadError> {
    let text = text(bytes)?;
    if let Ok(Numbered { format }) = options().from_str::<Numbered>(&text)
        && format > FORMAT
    {
        return Err(ReadError::at_start(Problem::TooNew { found: u64::from(format), supported: FORMAT }));
    }
    let file: KeptFile = options().from_str(&text).map_err(|error| ReadError::from_ron(&text, error))?;
    if file.format != FORMAT {
        return Err(ReadError::at_start(Problem::NoSuchFormat { found: u64::from(file.format) }));
    }
    let mut kept = file.kept;
    if let Kept::Persona(persona) = &mut kept
        && !is_file_name(&persona.persona.portrait)
    {
        // A portrait that leads out of the folder is none.
        persona.persona.portrait.clear();
    }
    Ok(kept)
}

/// A name as a file's: small letters without marks, digits, hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in folded(name).chars() {
        match letter {
            letter if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() >= 40 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "kept".to_owned() } else { slug.to_owned() }
}
