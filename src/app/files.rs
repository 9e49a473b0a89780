//! New maps, questions for paths, pictures, exports, closing: what happens between a map and the disk, but for `opening` and
//! `saving`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use super::application::App;
use super::canvas::Canvas;
use super::dialogs::{Dialog, PathDialog};
use super::exporting::{self, After, Ended, Export, ExportFailure, Leaving};
use super::intent::{Intent, PictureFor};
use super::packages;
use super::picker::Picker;
use super::session::{Session, SessionId, file_name};
use super::task::{AfterSave, ExportWish, Purpose, Task};
use super::toast::Tone;
use crate::edit::{CardChange, Cursor, Document, Edit, MapChange, Selection};
use crate::file::images::PictureError;
use crate::file::{disk, embedded, say};
use crate::model::{Content, Image, JourneyMap, Lane, LaneKind, Persona, Stage};
use crate::words;

impl App {
    /// Adds an open map and shows it.
    pub(super) fn add(&mut self, document: Document, path: Option<PathBuf>) -> SessionId {
        self.last_session += 1;
        let id = SessionId(self.last_session);
        // The canvas goes on with the ids of this source, and the window with new ones.
        let canvas = Canvas::new(std::mem::replace(&mut self.ids, crate::model::IdSource::random()));
        self.sessions.push(Session::new(id, document, path, canvas));
        self.active = Some(id);
        id
    }

    /// The open map that stands in this file.
    pub(super) fn with_file(&self, path: &Path) -> Option<&Session> {
        self.sessions.iter().find(|session| session.path.as_deref().is_some_and(|known| same_file(known, path)))
    }

    /// A new map with a stage to begin with, and the lanes that most maps have.
    pub(super) fn open_new(&mut self) {
        let language = self.words.language();
        let ids = &mut self.ids;
        let mut map = JourneyMap { language, ..JourneyMap::default() };
        map.title = words!(self.words, "window-untitled");
        let persona = Persona::new(ids.fresh(), words!(self.words, "window-new-persona"));
        map.personas.push(Arc::new(persona));
        map.stages.push(Arc::new(Stage::new(ids.fresh(), words!(self.words, "window-new-stage"))));
        for kind in [
            LaneKind::Actions,
            LaneKind::Touchpoints,
            LaneKind::Thoughts,
            LaneKind::Emotion,
            LaneKind::PainPoints,
            LaneKind::Opportunities,
        ] {
            map.lanes.push(Arc::new(Lane::new(ids.fresh(), kind)));
        }
        // A new map that nobody touched is nothing to lose.
        self.add(Document::new(map), None);
        if let Some(session) = self.shown() {
            // What is typed first is its name.
            session.document.select(Selection::at(Cursor::Title));
        }
    }

    /// An unsaved copy of a sample.
    pub(super) fn open_sample(&mut self, place: usize) {
        if let Some(Ok(opened)) = embedded::samples().get(place).map(embedded::Sample::open) {
            self.add(Document::new(opened.map), None);
        }
    }

    /// An unsaved copy of a template in the window's language.
    pub(super) fn open_template(&mut self, place: usize) {
        let templates = embedded::templates(self.words.language());
        if let Some(Ok(opened)) = templates.get(place).map(embedded::Template::open) {
            self.add(Document::new(opened.map), None);
        }
    }

    /// Asks for a path: the system if it can, else with a field of our own.
    pub(super) fn ask(&mut self, context: &Context, purpose: Purpose) {
        if !self.system_dialogs {
            self.ask_for_path(purpose);
            return;
        }
        let title = purpose.title(&self.words);
        let endings = purpose.endings();
        let name = self.suggested(&purpose);
        let name = name.as_deref().and_then(file_name);
        self.picker = Some(Picker::ask(purpose, &title, &endings, name.as_deref(), context));
    }

    /// Asks for a path with a field of our own.
    pub(super) fn ask_for_path(&mut self, purpose: Purpose) {
        let typed = self.suggested(&purpose).map(|path| path.display().to_string()).unwrap_or_default();
        self.dialogs.push(Dialog::Path(PathDialog::new(purpose, typed, &self.settings.recent)));
    }

    /// The path to begin with.
    fn suggested(&self, purpose: &Purpose) -> Option<PathBuf> {
        let id = match purpose {
            Purpose::Open
            | Purpose::Compare(_)
            | Purpose::Against(_)
            | Purpose::Survey(..)
            | Purpose::LoadMapping(_)
            | Purpose::LoadTable => {
                let folder = self.settings.recent.first()?.parent()?;
                return Some(folder.join(""));
            }
            Purpose::Picture(id, _) => {
                let session = self.sessions.iter().find(|session| session.id == *id);
                let beside = session.and_then(|session| session.path.as_deref()).and_then(Path::parent);
                let folders = directories::UserDirs::new();
                let folder = beside.or_else(|| folders.as_ref().map(|folders| folders.home_dir()))?;
                return Some(folder.join(""));
            }
            Purpose::SaveMapping(_) | Purpose::SaveComparison => {
                let (id, name) = match purpose {
                    Purpose::SaveMapping(id) => (Some(*id), words!(self.words, "dialog-survey-mapping-file")),
                    _ => (self.active, format!("{}.csv", words!(self.words, "compare-file-name"))),
                };
                let session = self.sessions.iter().find(|session| Some(session.id) == id);
                let beside = session.and_then(|session| session.path.as_deref()).and_then(Path::parent);
                let folders = directories::UserDirs::new();
                let folder = beside.or_else(|| folders.as_ref().map(|folders| folders.home_dir()))?;
                return Some(folder.join(name));
            }
            Purpose::SaveTable => {
                let table = self.table_dialog_path()?;
                return Some(table.with_file_name(words!(self.words, "table-mapping-file")));
            }
            Purpose::Save(id, _) => *id,
            Purpose::Export(wish) => wish.session,
        };
        let session = self.sessions.iter().find(|session| session.id == id)?;
        // A plot stands beside the map's own pictures.
        let plot = match purpose {
            Purpose::Export(wish) => wish.options.plot.map(|kind| format!("-{}", kind.name())).unwrap_or_default(),
            _ => String::new(),
        };
        let ending = purpose.ending();
        let name = format!("{}{plot}.{ending}", as_file_name(&session.name(&self.words)));
        let beside = session.path.as_deref().or(session.came_from.as_deref()).and_then(|path| {
            let stem = path.file_stem()?.to_string_lossy();
            Some(path.with_file_name(format!("{stem}{plot}.{ending}")))
        });
        beside.or_else(|| {
            let folders = directories::UserDirs::new()?;
            let folder = folders.document_dir().filter(|folder| folder.is_dir()).unwrap_or(folders.home_dir());
            Some(folder.join(name))
        })
    }

    pub(super) fn ask_what_to_open(&mut self, context: &Context) {
        self.ask(context, Purpose::Open);
    }

    pub(super) fn ask_where_to_save(&mut self, context: &Context, id: SessionId, then: AfterSave) {
        self.ask(context, Purpose::Save(id, then));
    }

    pub(super) fn ask_where_to_export(&mut self, context: &Context, wish: ExportWish) {
        self.ask(context, Purpose::Export(wish));
    }

    /// A path was chosen.
    pub(super) fn chosen(&mut self, context: &Context, purpose: Purpose, mut path: PathBuf) {
        if !purpose.opens() {
            let named = purpose.with_ending(&path);
            let own = match purpose {
                Purpose::Save(id, _) => self.with_file(&named).is_some_and(|session| session.id == id),
                _ => false,
            };
            if named != path && named.exists() && !own {
                // Whoever asked for the path asked about another file.
                self.dialogs.push(Dialog::Replace { purpose, path: named });
                return;
            }
            path = named;
        }
        match purpose {
            Purpose::Open => self.open(context, path),
            Purpose::Save(id, then) if packages::is_package(&path) => self.save_as_package(context, id, path, then),
            Purpose::Save(id, then) => self.save_map(context, id, Some(path), then),
            Purpose::Export(wish) => self.export(context, &wish, &path),
            Purpose::Picture(id, what) => self.put_picture(context, id, what, &path),
            Purpose::Compare(id) => self.compare(context, id, path),
            Purpose::Against(id) => self.plot_against(context, id, &path),
            Purpose::Survey(id, renew) => self.open_answers(context, id, path, renew),
            Purpose::SaveComparison => self.save_comparison(context, &path),
            Purpose::SaveMapping(id) => self.save_mapping(context, id, &path),
            Purpose::LoadMapping(id) => self.load_mapping(context, id, &path),
            Purpose::SaveTable => self.save_table_mapping(context, &path),
            Purpose::LoadTable => self.load_table_mapping(context, &path),
        }
    }

    /// Does what follows when the system's dialog answers where to save the shown map: for tests.
    #[doc(hidden)]
    pub fn pretend_chosen(&mut self, context: &Context, path: &Path) {
        if let Some(id) = self.active {
            self.chosen(context, Purpose::Save(id, AfterSave::Stay), path.to_owned());
        }
    }

    pub(super) fn ask_what_to_compare(&mut self, context: &Context) {
        if let Some(id) = self.active {
            self.ask(context, Purpose::Compare(id));
        }
    }

    pub(super) fn ask_what_to_plot_against(&mut self, context: &Context) {
        if let Some(id) = self.active {
            self.ask(context, Purpose::Against(id));
        }
    }

    pub(super) fn ask_for_picture(&mut self, context: &Context, id: SessionId, what: PictureFor) {
        self.ask(context, Purpose::Picture(id, what));
    }

    /// Puts a picture's file among the map's, and its name where it belongs.
    fn put_picture(&mut self, context: &Context, id: SessionId, what: PictureFor, path: &Path) {
        let (folder, rescue) = (self.recovery.clone(), self.rescue.clone());
        let Some(session) = self.session(id) else { return };
        let kept = disk::load_bytes(path)
            .map_err(PictureError::Load)
            .and_then(|bytes| session.add_picture(&bytes, folder.as_ref(), &rescue));
        match kept {
            Ok(file) => {
                if let Some(edit) = picture_edit(session.document.map(), what, file) {
                    self.carry_out(context, id, vec![Intent::Edit(edit)]);
                }
            }
            Err(error) => {
                let why = say::picture_error(&self.words, &error);
                self.complain(context, words!(self.words, "error-picture", why = why));
            }
        }
    }

    pub(super) fn export(&mut self, context: &Context, wish: &ExportWish, path: &Path) {
        let words = self.words.clone();
        let Some(session) = self.session(wish.session) else { return };
        let leaving = Leaving {
            name: session.name(&words),
            map: Arc::clone(session.document.map()),
            images: session.images.unread(),
            format: wish.format,
            options: wish.options.clone(),
            path: path.to_owned(),
            after: After::Tell,
        };
        match Export::begin(leaving, context) {
            Ok(export) => self.exports.push(export),
            Err(error) => self.complain(context, words!(words, "error-export", why = error.to_string())),
        }
    }

    /// Says how those exports ended that have.
    pub(super) fn watch_exports(&mut self, context: &Context) {
        let words = self.words.clone();
        for Ended { path, after, end } in exporting::ended(&mut self.exports) {
            if end.is_err() && matches!(after, After::Open { .. }) {
                // Its name was taken beforehand.
                std::fs::remove_file(&path).ok();
            }
            match (end, after) {
                (Ok(()), After::Open { spares_ink }) => self.open_outside(context, path, spares_ink),
                (Ok(()), After::Tell) => {
                    let text = words!(words, "dialog-export-done", path = path.display().to_string());
                    let show = (words!(words, "dialog-export-folder"), Task::ShowFolder(path));
                    self.toasts.add_with(Tone::Good, text, context.input(|input| input.time), Some(show));
                }
                (Err(ExportFailure::Made(error)), _) if error.is_stop() => {
                    self.note(context, words!(words, "dialog-export-stopped"));
                }
                (Err(failure), _) => {
                    let why = failure.in_words(&words);
                    self.complain(context, words!(words, "error-export", why = why));
                }
            }
        }
    }

    /// Closes a map, after a question where something would be lost. One that is on its way to its file is waited for.
    pub(super) fn close(&mut self, context: &Context, id: SessionId, then: AfterSave) {
        let words = self.words.clone();
        if self.saves.is_saving(id) {
            self.saves.close_after(id, then);
            return;
        }
        let (sessions, ids) = (&mut self.sessions, &mut self.ids);
        let Some(session) = sessions.iter_mut().find(|session| session.id == id) else { return };
        session.finish_typing(ids);
        if session.unsaved() {
            let name = session.name(&words);
            self.active = Some(id);
            self.dialogs.push(Dialog::Unsaved { session: id, name, then });
            return;
        }
        self.forget(id);
        self.after(context, then);
    }

    /// Closes a map without a question.
    pub(super) fn forget(&mut self, id: SessionId) {
        let Some(place) = self.sessions.iter().position(|session| session.id == id) else { return };
        let session = self.sessions.remove(place);
        self.put_aside(session);
        if self.active == Some(id) {
            let next = self.sessions.get(place).or_else(|| self.sessions.last());
            self.active = next.map(|session| session.id);
        }
    }

    /// Goes on closing.
    pub(super) fn after(&mut self, context: &Context, then: AfterSave) {
        match then {
            AfterSave::Stay | AfterSave::Close => {}
            AfterSave::CloseOthers(kept) => self.close_others(context, kept),
            AfterSave::Quit => self.quit(context),
        }
    }

    /// Ends the window, after a question for each map where something would be lost.
    pub(super) fn quit(&mut self, context: &Context) {
        self.ending = true;
        for session in &mut self.sessions {
            session.finish_typing(&mut self.ids);
        }
        if let Some(session) = self.sessions.iter().find(|session| session.unsaved()) {
            let id = session.id;
            // What was open is remembered as long as the end can still be called off.
            self.close(context, id, AfterSave::Quit);
            return;
        }
        if let Some(id) = self.saves.any() {
            self.saves.close_after(id, AfterSave::Quit);
            return;
        }
        self.keep_open_outlines();
        for session in self.sessions.drain(..).chain(self.closed.drain(..)) {
            session.close();
        }
        self.active = None;
        self.may_end = true;
        context.send_viewport_cmd(ViewportCommand::Close);
    }
}

/// The edit that puts a picture where it belongs; none where that is gone.
fn picture_edit(map: &JourneyMap, what: PictureFor, file: String) -> Option<Edit> {
    match what {
        PictureFor::Card(id) => match &map.card(id)?.1.content {
            Content::Image(image) => {
                let image = Image { file, ..image.clone() };
                Some(Edit::SetCard(id, CardChange::Content(Content::Image(image))))
            }
            _ => None,
        },
        PictureFor::Logo => {
            let mut look = map.look.clone();
            look.logo.get_or_insert_default().file = file;
            Some(Edit::SetMap(MapChange::Look(Box::new(look))))
        }
        PictureFor::Portrait(id) => {
            let persona = Persona { portrait: file, ..Persona::clone(map.persona(id)?) };
            Some(Edit::SetPersona(Arc::new(persona)))
        }
    }
}

/// A title as the name of a file that every system takes.
pub(super) fn as_file_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|letter| if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) { '-' } else { letter })
        .take(80)
        .collect();
    let name = name.trim().trim_matches('.').to_owned();
    if name.is_empty() { "map".to_owned() } else { name }
}

/// Whether two paths lead to one file. One that isn't there goes by what it is called.
pub(super) fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        (Err(_), Err(_)) => std::path::absolute(a).ok() == std::path::absolute(b).ok(),
        (Err(_), Ok(_)) | (Ok(_), Err(_)) => false,
    }
}

/// A time of day and a date, in this machine's time zone.
pub(super) fn time(time: std::time::SystemTime, words: &crate::i18n::Words) -> String {
    let Ok(timestamp) = jiff::Timestamp::try_from(time) else { return String::new() };
    let zoned = timestamp.to_zoned(jiff::tz::TimeZone::system());
    format!("{} {}", words.date(zoned.date()), zoned.strftime("%H:%M"))
}

/// A date and a time of day to the second, in this machine's time zone.
pub(super) fn date_and_time(time: std::time::SystemTime, words: &crate::i18n::Words) -> (String, String) {
    let Ok(timestamp) = jiff::Timestamp::try_from(time) else { return (String::new(), String::new()) };
    let zoned = timestamp.to_zoned(jiff::tz::TimeZone::system());
    (words.date(zoned.date()), zoned.strftime("%H:%M:%S").to_string())
}
