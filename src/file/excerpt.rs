//! Excerpts of maps as RON text, for the clipboard: `(format: 1, excerpt: (…))` on one line, with the pictures that their
//! cards show.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use serde::{Deserialize, Serialize};

use super::images::{PictureError, keep, locate, read as read_picture};
use super::{FORMAT, options};
use crate::model::check::is_file_name;
use crate::model::{Content, Excerpt};

/// No excerpt is read from more bytes than this: what a clipboard holds comes from anywhere.
const MOST_BYTES: usize = 64 << 20;

/// No more bytes of pictures travel along: a clipboard is no moving van.
const MOST_PICTURES: u64 = 16 << 20;

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    excerpt: &'a Excerpt,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "ExcerptText")]
struct Document {
    format: u32,
    excerpt: Excerpt,
}

/// The text of an excerpt.
pub fn write(excerpt: &Excerpt) -> String {
    let mut text = String::new();
    // As with maps: all types of the model have a form.
    options().to_writer(&mut text, &Written { format: FORMAT, excerpt }).ok();
    text
}

/// The excerpt that a text is; none where it is another text, or one of a newer version, whose table can be read instead.
pub fn read(text: &str) -> Option<Excerpt> {
    if text.len() > MOST_BYTES {
        return None;
    }
    options().from_str::<Document>(text).ok().filter(|document| document.format == FORMAT).map(|found| found.excerpt)
}

/// The names of all pictures that an excerpt shows.
fn names(excerpt: &Excerpt) -> BTreeSet<String> {
    let images = excerpt.map.cards().filter_map(|(_, card)| match &card.content {
        Content::Image(image) => Some(image.file.clone()),
        _ => None,
    });
    let portraits = excerpt.map.personas.iter().map(|persona| persona.portrait.clone());
    images.chain(portraits).filter(|name| !name.is_empty() && is_file_name(name)).collect()
}

/// Takes the pictures of an excerpt along from the map's folder of images. How many stay behind, because they aren't there or
/// are too large together.
pub fn pack(excerpt: &mut Excerpt, folder: &Path) -> usize {
    let mut room = MOST_PICTURES;
    let mut left = 0;
    for name in names(excerpt) {
        let length = locate(folder, &name).and_then(|path| path.metadata().ok()).map(|metadata| metadata.len());
        let bytes = length.filter(|length| *length <= room).and_then(|_| read_picture(folder, &name));
        match bytes {
            Some(bytes) => {
                room = room.saturating_sub(bytes.len() as u64);
                excerpt.pictures.insert(name, STANDARD.encode(bytes));
            }
            None => left += 1,
        }
    }
    left
}

/// Whether pictures of an excerpt are missing in a folder.
pub fn lacks(excerpt: &Excerpt, folder: Option<&Path>) -> bool {
    let has = |name: &str| folder.is_some_and(|folder| locate(folder, name).is_some());
    // Two pictures may have one name: what came along is compared with what is there.
    names(excerpt).iter().any(|name| excerpt.pictures.contains_key(name) || !has(name))
}

/// Puts the pictures of an excerpt into a map's folder of images, where it lacks them; its cards name them as they are called
/// there. How many have no bytes along.
///
/// # Errors
/// When one can't be written.
pub fn unpack(excerpt: &mut Excerpt, folder: &Path) -> Result<usize, PictureError> {
    let mut missing = 0;
    for name in names(excerpt) {
        let bytes = excerpt.pictures.get(&name).and_then(|text| STANDARD.decode(text).ok());
        let there = read_picture(folder, &name);
        if there.is_some() && (bytes.is_none() || bytes == there) {
            continue;
        }
        let kept = match bytes.map(|bytes| keep(folder, &bytes)) {
            Some(Ok(kept)) => kept,
            // What came along and is no picture is as good as nothing.
            None | Some(Err(PictureError::Unshowable(_) | PictureError::TooLarge { .. })) => {
                missing += 1;
                continue;
            }
            Some(Err(error)) => return Err(error),
        };
        if kept != name {
            rename(excerpt, &name, &kept);
        }
    }
    Ok(missing)
}

fn rename(excerpt: &mut Excerpt, from: &str, to: &str) {
    for persona in excerpt.map.personas.iter_mut().filter(|persona| persona.portrait == from) {
        to.clone_into(&mut Arc::make_mut(persona).portrait);
    }
    for stage in &mut excerpt.map.stages {
        for step in &mut Arc::make_mut(stage).steps {
            for card in &mut Arc::make_mut(step).cards {
                if let Content::Image(image) = &mut Arc::make_mut(card).content
                    && image.file == from
                {
                    to.clone_into(&mut image.file);
                }
            }
        }
    }
}
