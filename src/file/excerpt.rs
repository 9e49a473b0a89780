//! Excerpts of maps as RON text, for the clipboard: `(format: 1, excerpt: (…))` on one line.

use serde::{Deserialize, Serialize};

use super::{FORMAT, options};
use crate::model::Excerpt;

/// No excerpt is read from more bytes than this: what a clipboard holds comes from anywhere.
const MOST_BYTES: usize = 64 << 20;

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
