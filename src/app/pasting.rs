//! Copying, cutting and pasting: between the map and the clipboard.

use eframe::egui::{ColorImage, Context};

use super::application::App;
use super::dialogs::{Came, Dialog, OutlineDialog};
use super::insert::channel_named;
use super::intent::ClipboardWish;
use super::session::Session;
use crate::edit::fragment::{self, Copied, MOST_CELLS, MOST_NEW_LANES, MOST_NEW_STEPS, NotPasted, Notes, Pasted};
use crate::edit::{Cursor, Document, EditError, Label, table};
use crate::export;
use crate::export::html_table::{CARRIED, Cell, html_table};
use crate::file::{excerpt, picture, say};
use crate::i18n::Words;
use crate::i18n::channel_name;
use crate::import::words::error_words;
use crate::import::{html_table, outline};
use crate::model::{Excerpt, IdSource, JourneyMap};
use crate::words;

/// What the clipboard holds, as far as a map can take it.
struct Offered {
    excerpt: Option<Excerpt>,
    /// Rows of cells that a table showed; none where it is only text.
    table: Option<Vec<Vec<String>>>,
}

impl App {
    /// Does what is wanted of the clipboard.
    pub(super) fn clipboard_wish(&mut self, context: &Context, wish: ClipboardWish) {
        match wish {
            ClipboardWish::Copy => self.copy(context, false),
            ClipboardWish::Cut => self.copy(context, true),
            ClipboardWish::Paste(text) => self.paste(context, &text),
            ClipboardWish::PasteImage(image) => self.paste_picture(context, &image),
            ClipboardWish::PasteNothing => self.paste_without_text(context),
        }
    }

    fn copy(&mut self, context: &Context, cut: bool) {
        let words = self.words.clone();
        let Some(session) = self.shown() else { return };
        let (map, selection) = (session.document.map().clone(), session.document.selection().clone());
        let of_map = Words::new(map.language);
        let name_of = |channel| channel_name(&of_map, &map, channel);
        let (copied, change) = if cut {
            match fragment::cut(&map, &selection, &name_of) {
                Some((copied, change)) => (Some(copied), Some(change)),
                None => (None, None),
            }
        } else {
            (fragment::copy(&map, &selection, &name_of), None)
        };
        let Some(mut copied) = copied else {
            let why = if cut { words!(words, "copy-nothing-to-cut") } else { words!(words, "copy-nothing") };
            self.note(context, why);
            return;
        };
        let folder = session.picture_folder().map(std::path::Path::to_owned);
        let left = match (&mut copied.excerpt, &folder) {
            (Some(found), Some(folder)) => excerpt::pack(found, folder),
            _ => 0,
        };
        // First there, then away here: what the clipboard can't take stays on the map.
        if let Some(why) = self.clipboard.put(context, &copied.text(), &html_of(&copied)) {
            self.complain(context, words!(words, "error-clipboard", why = why));
            return;
        }
        if let Some(change) = change
            && let Some(session) = self.shown()
        {
            let done = session.document.edit(&change.edit, Some(change.selection)).map(drop);
            let failed = done.is_err();
            self.refused(context, done);
            if failed {
                return;
            }
        }
        if left > 0 {
            self.note(context, words!(words, "copy-pictures-left", n = left));
        }
    }

    /// Brings the pictures of an excerpt into the shown map's folder.
    fn unpack(&mut self, context: &Context, excerpt: &mut Excerpt) {
        let words = self.words.clone();
        let (folder, rescue) = (self.recovery.clone(), self.rescue.clone());
        let Some(session) = self.shown() else { return };
        if !excerpt::lacks(excerpt, session.picture_folder()) {
            return;
        }
        let unpacked =
            session.image_folder(folder.as_ref(), &rescue).and_then(|folder| excerpt::unpack(excerpt, &folder));
        match unpacked {
            Ok(0) => {}
            Ok(missing) => self.note(context, words!(words, "paste-note-pictures", n = missing)),
            Err(error) => {
                let why = say::picture_error(&words, &error);
                self.complain(context, words!(words, "error-picture", why = why));
            }
        }
    }

    /// Pastes what the clipboard holds; its plain text is this.
    fn paste(&mut self, context: &Context, text: &str) {
        // What drawing programs and web pages copy of a drawing.
        if picture::is_drawing(text) {
            self.paste_picture_file(context, text.as_bytes());
            return;
        }
        let Some(cursor) = self.paste_cursor(context) else { return };
        let mut offered = self.offered(text);
        if let Some(excerpt) = &mut offered.excerpt {
            self.unpack(context, excerpt);
            let pasted = self.with_map(|map, ids| fragment::paste(map, cursor, excerpt, ids));
            match pasted {
                Some(Err(NotPasted::NotHere)) | None => {}
                Some(pasted) => {
                    self.pasted(context, pasted);
                    return;
                }
            }
        }
        if offered.table.is_none() && outline::is_plainly(text) {
            let dialog = OutlineDialog::new(text.to_owned(), Some(true), Came::Pasted).about(self.active);
            self.dialogs.push(Dialog::Outline(dialog));
            return;
        }
        let rows = offered.table.unwrap_or_else(|| table::read(text));
        self.paste_rows(context, cursor, &rows);
    }

    /// Opens the page for an indented text: with what was typed there before and came to nothing, else with what the
    /// clipboard holds where that is one.
    pub(super) fn ask_for_outline(&mut self, _context: &Context) {
        let kept = self.settings.outline_draft.clone();
        let (text, came) = if kept.is_empty() {
            (self.clipboard.text().filter(|text| outline::is_plainly(text)).unwrap_or_default(), Came::New)
        } else {
            (kept, Came::Kept)
        };
        // A map that says nothing yet is made; one that says something gets more.
        let extends = self.extends(|session| session.document.map().steps().next().is_some());
        self.dialogs.push(Dialog::Outline(OutlineDialog::new(text, extends, came).about(self.active)));
    }

    /// Whether the shown map could get more of an indented text, and whether that is likely to be meant.
    fn extends(&mut self, likely: impl FnOnce(&Session) -> bool) -> Option<bool> {
        self.shown().filter(|session| !session.is_read_only()).map(|session| likely(session))
    }

    /// Keeps an indented text that came to nothing for the next time.
    pub(super) fn keep_outline(&mut self, context: &Context, text: &str, came: Came) {
        if self.keep_typed(text, came) {
            self.note(context, words!(self.words, "outline-kept"));
        }
    }

    /// Keeps what is being typed where an indented text is asked for: the window ends.
    pub(super) fn keep_open_outlines(&mut self) {
        for dialog in std::mem::take(&mut self.dialogs) {
            if let Dialog::Outline(dialog) = dialog
                && let Some((text, came)) = dialog.typed()
            {
                self.keep_typed(text, came);
            }
        }
    }

    /// Keeps a text beside what is kept already, or in place of that if it was made of it. Whether there is one.
    fn keep_typed(&mut self, text: &str, came: Came) -> bool {
        let draft = &mut self.settings.outline_draft;
        if came == Came::Kept {
            draft.clear();
        }
        if !text.trim().is_empty() {
            if !draft.is_empty() {
                draft.push('\n');
            }
            draft.push_str(text);
        }
        !draft.is_empty()
    }

    /// Puts the shown map on the clipboard as an indented text.
    pub(super) fn copy_as_outline(&mut self, context: &Context) {
        let words = self.words.clone();
        let Some(session) = self.shown() else { return };
        let text = export::outline::outline(&export::include::seen(session.document.map()));
        if let Some(why) = self.clipboard.put_text(context, &text) {
            self.complain(context, words!(words, "error-clipboard", why = why));
            return;
        }
        self.tell(context, words!(words, "copy-outline-done"));
    }

    /// Makes a map of an indented text, or more of the shown one. Where that can't be done the text is shown again: nobody
    /// types it twice.
    pub(super) fn make_of_outline(&mut self, context: &Context, text: String, extend: bool, came: Came) {
        if !self.made_of_outline(context, &text, extend) {
            let extends = self.extends(|_| extend);
            self.dialogs.push(Dialog::Outline(OutlineDialog::refused(text, extends, came).about(self.active)));
        } else if came == Came::Kept {
            self.settings.outline_draft.clear();
        }
    }

    /// The same; whether it could be done. If not, it is said why.
    fn made_of_outline(&mut self, context: &Context, text: &str, extend: bool) -> bool {
        let words = self.words.clone();
        let somebody = words!(words, "window-new-persona");
        let read = match outline::read(text) {
            Ok(read) => read,
            Err(error) => {
                self.complain(context, error_words(&error, &words));
                return false;
            }
        };
        if !extend {
            let mut map = outline::build(&read, &somebody, &mut self.ids);
            if map.title.is_empty() {
                map.title = words!(words, "window-untitled");
            }
            self.add(Document::unsaved(map), None);
            return true;
        }
        let extension = self.with_map(|map, ids| outline::extend(map, &read, &somebody, ids)).flatten();
        let Some(extension) = extension else {
            self.note(context, words!(words, "paste-outline-nothing-new"));
            return false;
        };
        let notes = Notes { locked: extension.locked, new_lanes: extension.lanes, ..Notes::default() };
        self.pasted(context, Ok(Pasted { change: extension.change, notes }))
    }

    /// Pastes a text as lines, though it looks like more. Where that can't be done the text is shown again.
    pub(super) fn paste_lines(&mut self, context: &Context, text: String) {
        let cursor = self.paste_cursor(context);
        if !cursor.is_some_and(|cursor| self.paste_rows(context, cursor, &table::read(&text))) {
            let extends = self.extends(|_| true);
            self.dialogs.push(Dialog::Outline(OutlineDialog::refused(text, extends, Came::Pasted).about(self.active)));
        }
    }

    /// Pastes the clipboard's plain text, whatever else it holds.
    pub(super) fn paste_as_text(&mut self, context: &Context) {
        let Some(cursor) = self.paste_cursor(context) else { return };
        let text = self.clipboard.text().unwrap_or_default();
        self.paste_rows(context, cursor, &table::read(&text));
    }

    /// The keys for pasting were pressed and no text came: a card that shows a picture has none, and cells may be empty.
    fn paste_without_text(&mut self, context: &Context) {
        let text = self.clipboard.text().unwrap_or_default();
        self.paste(context, &text);
    }

    /// Pastes a picture: it is kept among the map's, and a card shows it.
    fn paste_picture(&mut self, context: &Context, image: &ColorImage) {
        match png(image) {
            Some(bytes) => self.paste_picture_file(context, &bytes),
            None => self.note(context, words!(self.words, "paste-nothing")),
        }
    }

    /// Pastes what a picture's file holds.
    pub(super) fn paste_picture_file(&mut self, context: &Context, bytes: &[u8]) {
        let words = self.words.clone();
        let Some(cursor) = self.paste_cursor(context) else { return };
        let (folder, rescue) = (self.recovery.clone(), self.rescue.clone());
        let Some(session) = self.shown() else { return };
        // Where a card of it can't lie, no file is left behind.
        if let Err(why) = fragment::paste_picture(session.document.map(), cursor, "", &mut IdSource::seeded(0)) {
            self.note(context, not_pasted_words(&words, why));
            return;
        }
        match session.add_picture(bytes, folder.as_ref(), &rescue) {
            Ok(file) => {
                let pasted = self.with_map(|map, ids| fragment::paste_picture(map, cursor, &file, ids));
                if let Some(pasted) = pasted {
                    self.pasted(context, pasted);
                }
            }
            Err(error) => {
                let why = say::picture_error(&words, &error);
                self.complain(context, words!(words, "error-picture", why = why));
            }
        }
    }

    /// Whether they could be pasted; if not, it is said why.
    fn paste_rows(&mut self, context: &Context, cursor: Cursor, rows: &[Vec<String>]) -> bool {
        let pasted =
            self.with_map(|map, ids| fragment::paste_rows(map, cursor, rows, &|name| channel_named(map, name), ids));
        pasted.is_some_and(|pasted| self.pasted(context, pasted))
    }

    /// What the clipboard holds besides this plain text.
    fn offered(&mut self, text: &str) -> Offered {
        let table = self.clipboard.html(text).and_then(|html| html_table::read(&html, CARRIED));
        let Some(table) = table else { return Offered { excerpt: None, table: None } };
        let excerpt = table.carried.as_deref().and_then(excerpt::read);
        let rows = html_table::with_spaces_of(table.rows, &table::read(text));
        Offered { excerpt, table: Some(rows) }
    }

    /// Where something is pasted; without a cursor at the first step. Why it can't be is said.
    fn paste_cursor(&mut self, context: &Context) -> Option<Cursor> {
        let words = self.words.clone();
        let session = self.shown()?;
        // Before a picture is kept among those of a file that belongs to somebody else.
        if session.is_read_only() {
            self.refused(context, Err(EditError::ReadOnly));
            return None;
        }
        let first = session.document.map().steps().next().map(|(_, step)| Cursor::Step(step.id));
        let cursor = session.document.selection().cursor.or(first);
        if cursor.is_none() {
            self.note(context, words!(words, "paste-no-place"));
        }
        cursor
    }

    fn with_map<T>(&mut self, what: impl FnOnce(&JourneyMap, &mut IdSource) -> T) -> Option<T> {
        let mut ids = self.ids.clone();
        let session = self.shown()?;
        session.document.commit(None);
        let result = what(session.document.map(), &mut ids);
        self.ids = ids;
        Some(result)
    }

    /// Keeps what a paste amounts to, and says what should be known about it. Whether it could be done.
    fn pasted(&mut self, context: &Context, pasted: Result<Pasted, NotPasted>) -> bool {
        let words = self.words.clone();
        let Pasted { change, notes } = match pasted {
            Ok(pasted) => pasted,
            Err(why) => {
                self.note(context, not_pasted_words(&words, why));
                return false;
            }
        };
        let Some(session) = self.shown() else { return false };
        let done = session.document.edit_as(Label::Paste, &change.edit, Some(change.selection.clone())).map(drop);
        let is_done = done.is_ok();
        if is_done {
            self.show(change.selection);
            let said = notes_words(&words, &notes);
            if !said.is_empty() {
                self.note(context, said);
            }
        }
        self.refused(context, done);
        is_done
    }

    /// Puts something on the clipboard as another program would, where it stays inside the window.
    #[doc(hidden)]
    pub fn pretend_copied(&mut self, text: &str, html: &str) {
        self.clipboard.pretend(text, html);
    }
}

/// A picture as a PNG; none where it is empty.
fn png(image: &ColorImage) -> Option<Vec<u8>> {
    use image::ImageEncoder as _;
    let rgba: Vec<u8> = image.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied()).collect();
    let (width, height) = (u32::try_from(image.width()).ok()?, u32::try_from(image.height()).ok()?);
    let mut bytes = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.write_image(&rgba, width, height, image::ExtendedColorType::Rgba8).ok()?;
    Some(bytes)
}

/// What was copied as a table for spreadsheets, with all that only we can read.
fn html_of(copied: &Copied) -> String {
    let rows: Vec<Vec<Cell<'_>>> = copied
        .cells
        .iter()
        .map(|row| row.iter().map(|cell| Cell { text: &cell.text, figure: cell.figure }).collect())
        .collect();
    let carried = copied.excerpt.as_ref().map(excerpt::write);
    html_table(&rows, carried.as_deref())
}

/// Why nothing was pasted, and what to do.
fn not_pasted_words(words: &Words, why: NotPasted) -> String {
    match why {
        NotPasted::Nothing | NotPasted::NotHere => words!(words, "paste-nothing"),
        NotPasted::Locked => words!(words, "paste-locked"),
        NotPasted::NoFigure => words!(words, "paste-no-figure"),
        NotPasted::NoCards => words!(words, "paste-no-cards"),
        NotPasted::TooLarge { cells } => {
            words!(words, "paste-too-large", cells = words.count(cells as u64), most = words.count(MOST_CELLS as u64))
        }
        NotPasted::NoPlace => words!(words, "paste-no-place"),
    }
}

/// What should be known about a paste; empty where it is plain.
fn notes_words(words: &Words, notes: &Notes) -> String {
    let mut said = Vec::new();
    let mut say = |n: usize, text: String| {
        if n > 0 {
            said.push(text);
        }
    };
    say(notes.no_figure, words!(words, "paste-note-no-figure", n = notes.no_figure));
    say(notes.no_cards, words!(words, "paste-note-no-cards", n = notes.no_cards));
    say(notes.locked, words!(words, "paste-note-locked", n = notes.locked));
    say(notes.converted, words!(words, "paste-note-converted", n = notes.converted));
    say(notes.curves_left, words!(words, "paste-note-curves-left", n = notes.curves_left));
    say(notes.rows_left, words!(words, "paste-note-rows-left", n = notes.rows_left, most = MOST_NEW_LANES));
    say(notes.columns_left, words!(words, "paste-note-columns-left", n = notes.columns_left, most = MOST_NEW_STEPS));
    say(notes.new_lanes, words!(words, "paste-note-new-lanes", n = notes.new_lanes));
    say(notes.personas.len(), words!(words, "paste-note-personas", names = notes.personas.join(", ")));
    say(notes.sources, words!(words, "paste-note-sources", n = notes.sources));
    say(notes.mentions_lost, words!(words, "paste-note-mentions-lost", n = notes.mentions_lost));
    said.join(" ")
}
