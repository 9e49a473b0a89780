//! The application: what is open and how it stands. Must not know when it is painted: that is [`super::frame`].

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, Color32, Context};

use super::announce::Announcer;
use super::clipboard::Clipboard;
use super::command::Facts;
use super::dialogs::Dialog;
use super::edges::Edges;
use super::exporting::Export;
use super::filtering::Filtering;
use super::finding::Finder;
use super::hearing::Heard;
use super::home::Home;
use super::landmarks::Landmarks;
use super::look::{self, Look};
use super::matched::Matched;
use super::measure::Measure;
use super::menu_bar::MenuBar;
use super::opening::Opening;
use super::outside::Watched;
use super::palette::Palette;
use super::picker::Picker;
use super::programs::{Asked, Programs};
use super::rescue::Rescue;
use super::room::{self, Panel as Side, Shown, SidePage};
use super::saving::Saves;
use super::saying;
use super::session::{Session, SessionId, file_name};
use super::settings::{PaperChoice, Settings, ThemeChoice};
use super::start::StartPage;
use super::tabs::TabBar;
use super::toast::{Toasts, Tone};
use crate::file::library::Library;
use crate::file::recovery::{Recoverable, RecoveryFolder};
use crate::file::versions::VersionsFolder;
use crate::file::watch::Watcher;
use crate::i18n::Words;
use crate::model::{IdSource, Theme};
use crate::text::Typesetter;
use crate::words;

/// The name under which eframe keeps the settings.
pub(super) const SETTINGS: &str = "settings";

/// What an application starts with.
#[derive(Debug, Default)]
pub struct Start {
    /// What the last one left.
    pub settings: Settings,
    /// Files to open.
    pub files: Vec<PathBuf>,
    /// Where recovery copies are kept; none: nowhere.
    pub recovery: Option<RecoveryFolder>,
    /// Where versions of saved files are kept; none: nowhere.
    pub versions: Option<VersionsFolder>,
    /// Where personas and touchpoints are kept for any map; none: nowhere.
    pub library: Option<Library>,
    /// Where PDFs are written to be printed; none: the export dialog asks.
    pub prints: Option<PathBuf>,
    /// Whether the system may be asked for its file dialogs.
    pub system_dialogs: bool,
    /// Whether other programs are really started.
    pub system_programs: bool,
}

/// The application.
pub struct App {
    pub(super) settings: Settings,
    pub(super) words: Words,
    pub(super) look: Look,
    pub(super) fonts: Typesetter,
    pub(super) ids: IdSource,
    pub(super) sessions: Vec<Session>,
    pub(super) active: Option<SessionId>,
    pub(super) last_session: u64,
    /// Files that were open before and weren't there at the start: a disk may only come later.
    pub(super) missing: Vec<PathBuf>,
    pub(super) dialogs: Vec<Dialog>,
    pub(super) palette: Option<Palette>,
    pub(super) picker: Option<Picker>,
    pub(super) clipboard: Clipboard,
    pub(super) toasts: Toasts,
    /// What leaves the map on a thread of its own.
    pub(super) exports: Vec<Export>,
    /// Maps on their way to their files.
    pub(super) saves: Saves,
    /// Large files on their way here.
    pub(super) openings: Vec<Opening>,
    /// Files that were dropped while a dialog was open.
    pub(super) dropped_later: Vec<PathBuf>,
    pub(super) menus: MenuBar,
    pub(super) landmarks: Landmarks,
    pub(super) home: Home,
    pub(super) announcer: Announcer,
    /// What of the shown map was said last.
    pub(super) heard: Option<Heard>,
    /// Somebody asked for another zoom, and wants to hear it.
    pub(super) zoom_asked: bool,
    pub(super) start: StartPage,
    pub(super) finder: Finder,
    pub(super) filtering: Filtering,
    pub(super) tab_bar: TabBar,
    /// Maps that were closed and can be brought back, the last one last.
    pub(super) closed: Vec<Session>,
    pub(super) recovery: Option<RecoveryFolder>,
    pub(super) versions: Option<VersionsFolder>,
    /// Looks whether other programs change files that are open.
    pub(super) watcher: Option<Watcher>,
    /// What the watcher was told of last.
    pub(super) watched: Vec<Watched>,
    pub(super) library: Option<Library>,
    pub(super) rescue: Rescue,
    pub(super) lost: Vec<Option<Recoverable>>,
    pub(super) prints: Option<PathBuf>,
    /// How tables were matched that came to nothing.
    pub(super) matched: Matched,
    pub(super) system_dialogs: bool,
    pub(super) programs: Programs,
    /// Every question before the end was answered.
    pub(super) may_end: bool,
    /// The window is being closed: what is open stays remembered as it was.
    pub(super) ending: bool,
    /// When somebody last did something, in seconds; what blinks stops some time after.
    pub(super) last_touched: f64,
    /// The window's size in points; infinite before its first frame.
    pub(super) size: egui::Vec2,
    /// The panel that was asked for last comes first where there isn't room for all.
    pub(super) newest_panel_first: [Side; 4],
    /// The window fills the screen.
    pub(super) full_screen: bool,
    /// What is shown instead of the inspector.
    pub(super) side_page: Option<SidePage>,
    pub(super) edges: Edges,
    pub(super) title: String,
    /// What the window is cleared with before a frame: the ground of its panels, which then needs no painting. It takes long
    /// to fill a window where there is no graphics card, and clearing takes no time.
    pub(super) ground: Color32,
    pub(super) measure: Measure,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("sessions", &self.sessions.len()).field("active", &self.active).finish()
    }
}

impl App {
    /// An application in a window whose fonts and look it sets.
    pub fn new(context: &Context, start: Start) -> Self {
        context.set_fonts(look::definitions());
        let words = Words::new(start.settings.language);
        let mut app = Self {
            words,
            look: Look::new(Theme::Light),
            fonts: Typesetter::with_system_fonts(),
            ids: IdSource::random(),
            sessions: Vec::new(),
            active: None,
            last_session: 0,
            missing: Vec::new(),
            dialogs: Vec::new(),
            palette: None,
            picker: None,
            clipboard: Clipboard::inside(),
            toasts: Toasts::default(),
            exports: Vec::new(),
            saves: Saves::default(),
            openings: Vec::new(),
            dropped_later: Vec::new(),
            menus: MenuBar::default(),
            landmarks: Landmarks::default(),
            home: Home::default(),
            announcer: Announcer::default(),
            heard: None,
            zoom_asked: false,
            start: StartPage::default(),
            finder: Finder::default(),
            filtering: Filtering::default(),
            tab_bar: TabBar::default(),
            closed: Vec::new(),
            recovery: start.recovery,
            versions: start.versions,
            watcher: None,
            watched: Vec::new(),
            library: start.library,
            rescue: Rescue::default(),
            lost: Vec::new(),
            prints: start.prints,
            system_dialogs: start.system_dialogs,
            programs: Programs::new(start.system_programs),
            may_end: false,
            ending: false,
            last_touched: 0.0,
            size: egui::Vec2::INFINITY,
            newest_panel_first: [Side::Inspector, Side::Outline, Side::Tray, Side::Insights],
            full_screen: false,
            side_page: None,
            edges: Edges::default(),
            title: String::new(),
            ground: Color32::TRANSPARENT,
            matched: Matched::default(),
            measure: Measure::from_environment(),
            settings: start.settings,
        };
        app.look = app.wanted_look(context);
        app.look.install(context);
        context.set_zoom_factor(app.settings.zoom());
        app.rescue.speak(&app.words);
        app.begin(context, start.files);
        app
    }

    /// Copies and pastes through the system from now on; before, what is copied stays inside the window.
    pub fn use_system_clipboard(&mut self) {
        self.clipboard = Clipboard::of_system();
    }

    /// Opens what was open, what was asked for, or a sample; and offers what was lost.
    fn begin(&mut self, context: &Context, files: Vec<PathBuf>) {
        let first = !std::mem::replace(&mut self.settings.started_before, true);
        let before = std::mem::take(&mut self.settings.open);
        let (there, missing): (Vec<_>, Vec<_>) = before.into_iter().partition(|path| path.is_file());
        for name in missing.iter().filter_map(|path| file_name(path)) {
            self.note(context, words!(self.words, "notice-not-there", name = name));
        }
        self.missing = missing;
        // There is no window yet that could stand still meanwhile.
        for path in there {
            self.open_now(context, path);
        }
        let asked = !files.is_empty();
        for path in files {
            self.open_now(context, path);
        }
        if first && !asked {
            let language = self.words.language();
            let samples = crate::file::embedded::samples();
            self.open_sample(samples.iter().position(|sample| sample.language == language).unwrap_or(0));
        }
        self.offer_lost();
    }

    /// Remembers which files are open, and which were and may be again: as long as anybody could know of them.
    pub(super) fn remember_open(&mut self) {
        let open: Vec<PathBuf> = self.sessions.iter().filter_map(|session| session.path.clone()).collect();
        self.missing.retain(|path| !open.contains(path) && self.settings.recent.contains(path));
        self.settings.open = open;
        self.settings.open.extend(self.missing.iter().cloned());
    }

    /// The open map with this identity.
    pub(super) fn session(&mut self, id: SessionId) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.id == id)
    }

    /// The map that is shown; none on the start page.
    pub(super) fn shown(&mut self) -> Option<&mut Session> {
        let id = self.active?;
        self.session(id)
    }

    /// The map that is shown, as it is now; none on the start page.
    pub fn shown_map(&self) -> Option<Arc<crate::model::JourneyMap>> {
        let session = self.sessions.iter().find(|session| Some(session.id) == self.active)?;
        Some(Arc::clone(session.document.map()))
    }

    /// What is selected in the map that is shown; nothing on the start page.
    pub fn shown_selection(&self) -> crate::edit::Selection {
        let session = self.sessions.iter().find(|session| Some(session.id) == self.active);
        session.map(|session| session.document.selection().clone()).unwrap_or_default()
    }

    /// Changes the map that is shown, as one undo step. Whether it could be done.
    pub fn edit_shown(&mut self, edit: &crate::edit::Edit) -> bool {
        self.shown().is_some_and(|session| session.document.edit(edit, None).is_ok())
    }

    /// Whether a map is on its way to its file, or a large file on its way here, or maps or tables are being worked on for what
    /// is shown.
    pub fn is_busy(&self) -> bool {
        let compares = || self.sessions.iter().any(|session| session.changes.is_comparing());
        self.saves.any().is_some()
            || !self.openings.is_empty()
            || self.dialogs.last().is_some_and(Dialog::is_busy)
            || self.side_page == Some(SidePage::Changes) && compares()
    }

    /// Selects something in the shown map: for tests.
    pub fn select_shown(&mut self, selection: crate::edit::Selection) {
        if let Some(session) = self.shown() {
            session.document.select(selection);
        }
    }

    /// What keeps unsaved maps when the window fails.
    pub const fn rescue(&self) -> &Rescue {
        &self.rescue
    }

    /// Shows pictures of maps on the start page, which a thread of its own makes.
    pub fn with_previews(mut self) -> Self {
        self.start.with_previews();
        for dialog in &mut self.dialogs {
            if let Dialog::Recovery(dialog) = dialog {
                dialog.with_previews();
            }
        }
        self
    }

    /// Keeps those pictures in this folder, from start to start.
    pub fn keeping_previews_in(mut self, folder: PathBuf) -> Self {
        self.start.keep_previews_in(folder);
        self
    }

    /// How many pictures of maps had to be painted, because none was kept.
    pub const fn previews_painted(&self) -> usize {
        self.start.previews_painted()
    }

    /// How many pictures of maps there are.
    pub fn previews(&self) -> usize {
        self.start.previews()
    }

    /// Shows an unsaved copy of the sample at this place.
    pub fn show_sample(&mut self, place: usize) {
        self.open_sample(place);
    }

    /// The theme that the settings and the system ask for.
    pub(super) fn theme(&self, context: &Context) -> Theme {
        match self.settings.theme {
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::HighContrast => Theme::HighContrast,
            ThemeChoice::System => match context.system_theme() {
                Some(egui::Theme::Dark) => Theme::Dark,
                Some(egui::Theme::Light) | None => Theme::Light,
            },
        }
    }

    /// The look that the settings and the system ask for.
    pub(super) fn wanted_look(&self, context: &Context) -> Look {
        Look::new(self.theme(context)).still(self.settings.less_motion).large_type(self.settings.large_type)
    }

    /// The panels that are shown: those that are chosen, as far as there is room.
    pub(super) fn panels_shown(&self) -> Shown {
        if self.settings.only_map {
            return Shown { inspector: self.side_page.is_some(), ..Shown::default() };
        }
        let (chosen, page) = self.chosen_panels();
        let chosen = Shown { inspector: chosen.inspector || page.is_some(), ..chosen };
        room::room(self.size, chosen, self.newest_panel_first)
    }

    /// The panels that are chosen, and what stands where the inspector does.
    pub(super) const fn chosen_panels(&self) -> (Shown, Option<SidePage>) {
        let Settings { outline, inspector, insights, tray, .. } = self.settings;
        (Shown { outline, tray, inspector, insights }, self.side_page)
    }

    /// The theme that the shown map has on the canvas: its own, as it is exported, or the window's.
    pub(super) fn theme_of_canvas(&self) -> Theme {
        let shown = self.sessions.iter().find(|session| Some(session.id) == self.active);
        let own = shown.map(|session| session.document.map().look.theme).unwrap_or_default();
        match (self.look.theme, self.settings.paper) {
            // Whoever asks for high contrast needs it on the map first of all.
            (Theme::HighContrast, _) if own != Theme::Print => Theme::HighContrast,
            (window, PaperChoice::Window) => window,
            (_, PaperChoice::Map) => own,
        }
    }

    /// What the table of commands has to know now.
    pub fn facts(&self) -> Facts {
        let panels = self.panels_shown();
        let shown = self.active.and_then(|id| self.sessions.iter().find(|session| session.id == id));
        let label = |label: Option<_>| label.map(|label| saying::label(&self.words, label));
        let persona_page = shown.is_some_and(|session| session.persona_page.is_some());
        Facts {
            tabs: self.sessions.len(),
            closed: !self.closed.is_empty(),
            tray: panels.tray,
            outline: panels.outline,
            // A persona's page stands where these would.
            inspector: panels.inspector && self.side_page.is_none() && !persona_page,
            insights: panels.insights && !persona_page,
            only_map: self.settings.only_map,
            full_screen: self.full_screen,
            large_type: self.settings.large_type,
            larger_text: self.settings.next_text_size(true).is_some(),
            smaller_text: self.settings.next_text_size(false).is_some(),
            as_exported: self.settings.paper == PaperChoice::Map,
            look: self.side_page == Some(SidePage::Look),
            conflicts_page: self.side_page == Some(SidePage::Conflicts),
            changes_page: self.side_page == Some(SidePage::Changes),
            theme: self.settings.theme,
            language: self.words.language(),
            file: shown.is_some_and(|session| session.path.is_some()),
            read_only: shown.is_some_and(Session::is_read_only),
            conflicts: shown.map_or(0, |session| session.document.map().conflicts.len()),
            filter: shown.is_some_and(|session| session.sieve.is_set()),
            filtering: shown.is_some_and(|session| session.sieve.is_on()),
            undo: label(shown.and_then(|session| session.document.undo_label())),
            redo: label(shown.and_then(|session| session.document.redo_label())),
            persona_page,
            plots_page: shown.is_some_and(|session| session.insights.is_page()),
            what_if: shown.is_some_and(|session| session.insights.is_what_if()),
            ..shown.map(Session::facts).unwrap_or_default()
        }
    }

    /// Says that something could not be done.
    pub(super) fn complain(&mut self, context: &Context, text: String) {
        self.toasts.add(Tone::Bad, text, context.input(|input| input.time));
    }

    /// Says that something was done.
    pub(super) fn tell(&mut self, context: &Context, text: String) {
        self.toasts.add(Tone::Good, text, context.input(|input| input.time));
    }

    /// What other programs were asked for; empty where they are really started.
    pub fn asked_of_system(&self) -> &[Asked] {
        self.programs.asked()
    }

    /// Says what should be known.
    pub(super) fn note(&mut self, context: &Context, text: String) {
        self.toasts.add(Tone::Note, text, context.input(|input| input.time));
    }
}

/// What the last window left.
pub(super) fn settings_of(storage: Option<&dyn eframe::Storage>) -> Settings {
    storage.and_then(|storage| eframe::get_value(storage, SETTINGS)).unwrap_or_default()
}
