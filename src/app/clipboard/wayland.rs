//! Gives away on Wayland what was copied, in forms that arboard doesn't know. Must not know what is given away.

use wl_clipboard_rs::copy::{Error, MimeSource, MimeType, Options, Source};

/// Takes the clipboard; a thread of the library gives it away until somebody else copies something.
///
/// # Errors
/// When there is no Wayland, or it lets nobody in that has not the keyboard.
pub(super) fn offer(media_type: &str, bytes: &[u8]) -> Result<(), Error> {
    let source = |mime_type| MimeSource { source: Source::Bytes(bytes.into()), mime_type };
    Options::new().copy_multi(vec![source(MimeType::Specific(media_type.to_owned())), source(MimeType::Text)])
}
