//! What of the window and its maps is shown: panels, pages, the palette, tabs, language and zoom. Must not change a map.

use std::path::PathBuf;

use eframe::egui::{self, Context, Event};

use super::application::App;
use super::command::Command;
use super::palette::Palette;
use super::room::{self, Panel, SidePage};
use super::session::SessionId;
use super::task::Task;
use super::toast::Tone;
use crate::edit::Cursor;
use crate::i18n::Words;
use crate::model::Language;

/// How much larger everything is after a press of the key that enlarges.
const ZOOM_STEP: f32 = 1.25;

impl App {
    /// Shows a panel, or hides it. One that had no room comes before the others; while only the map is shown, all that are
    /// chosen come back with it.
    pub(super) fn toggle_panel(&mut self, panel: Panel) {
        let paged = panel == Panel::Inspector && self.side_page.is_some();
        let hides = self.panels_shown().has(panel) && !paged;
        if panel == Panel::Inspector {
            self.side_page = None;
        }
        if hides {
            self.settings.set_panel(panel, false);
        } else {
            self.show_panel(panel);
        }
    }

    /// Shows a page where the inspector stands, or takes it away again.
    pub(super) fn toggle_page(&mut self, page: SidePage) {
        if self.side_page == Some(page) {
            self.side_page = None;
        } else {
            self.open_page(page);
        }
    }

    /// Shows a page where the inspector stands.
    pub(super) fn open_page(&mut self, page: SidePage) {
        self.side_page = Some(page);
        self.newest_panel_first = room::asked(self.newest_panel_first, Panel::Inspector);
    }

    /// Shows an open map. Whether it is open.
    pub(super) fn show_map(&mut self, id: SessionId) -> bool {
        let open = self.session(id).is_some();
        if open {
            self.active = Some(id);
        }
        open
    }

    /// Whether somebody is in the middle of something that belongs to what is shown: typing, dragging, or a dialog, a menu or
    /// the palette. What comes by itself then changes nothing of what is shown, and takes nobody's keyboard.
    pub(super) fn is_occupied(&self, context: &Context) -> bool {
        let covered = !self.dialogs.is_empty() || self.palette.is_some() || self.menus.is_open();
        covered || egui::Popup::is_any_open(context) || self.is_typing(context) || self.is_dragging()
    }

    /// Says something about a map, with the way there.
    pub(super) fn point_to(&mut self, context: &Context, text: String, way: String, task: Task) {
        let now = context.input(|input| input.time);
        self.toasts.add_with(Tone::Note, text, now, Some((way, task)));
    }

    /// Shows a panel, before the others where there isn't room for all.
    pub(super) fn show_panel(&mut self, panel: Panel) {
        self.settings.only_map = false;
        self.settings.set_panel(panel, true);
        self.newest_panel_first = room::asked(self.newest_panel_first, panel);
    }

    /// Opens the palette on everything there is now.
    pub(super) fn open_palette(&mut self, context: &Context) {
        let facts = self.facts();
        let words = self.words.clone();
        let others = self.sessions.iter().filter(|session| Some(session.id) != self.active);
        let open: Vec<_> = others.map(|session| (session.id, session.name(&words), session.unsaved())).collect();
        let is_open = |path: &std::path::Path| self.sessions.iter().any(|one| one.path.as_deref() == Some(path));
        let recent: Vec<PathBuf> = self.settings.recent.iter().filter(|path| !is_open(path)).cloned().collect();
        // A slow frame may bring letters with the key; on a map the canvas holds them back.
        let typed = |event: &Event| if let Event::Text(text) = event { Some(text.clone()) } else { None };
        let typed = match self.active {
            None => context.input(|input| input.events.iter().filter_map(typed).collect()),
            Some(_) => String::new(),
        };
        let palette = Palette::everything(&words, &facts, (self.active, self.shown_map()), open, &recent);
        self.palette = Some(palette.typed(typed));
    }

    /// Opens the page of the persona that the cursor stands on, else of the first one; or goes back to the map.
    pub(super) fn toggle_persona_page(&mut self) {
        let Some(session) = self.shown() else { return };
        session.insights.close();
        if session.close_persona() {
            return;
        }
        let first = session.document.map().personas.first().map(|persona| persona.id);
        let persona = match session.document.selection().cursor {
            Some(Cursor::Persona(id) | Cursor::Cell { persona: Some(id), .. })
                if session.document.map().persona(id).is_some() =>
            {
                Some(id)
            }
            _ => first,
        };
        if let Some(id) = persona {
            session.open_persona(id);
        }
    }

    /// Speaks this language from now on.
    pub(super) fn speak(&mut self, language: Language) {
        self.settings.language = language;
        self.words = Words::new(language);
        self.rescue.speak(&self.words);
    }

    /// Shows the map larger, smaller or as far as it goes, as the command says.
    pub(super) fn zoom(&mut self, command: Command) {
        self.zoom_asked = true;
        let theme = self.theme_of_canvas();
        let mut fonts = std::mem::take(&mut self.fonts);
        if let Some(session) = self.shown() {
            let scene = session.scene(theme, &mut fonts);
            let selection = session.document.selection();
            let zoom = session.canvas.zoom();
            match command {
                Command::ZoomIn => session.canvas.zoom_at_cursor(&scene, selection, zoom * ZOOM_STEP),
                Command::ZoomOut => session.canvas.zoom_at_cursor(&scene, selection, zoom / ZOOM_STEP),
                Command::ZoomActual => session.canvas.zoom_at_cursor(&scene, selection, 1.0),
                Command::ZoomSelection => session.canvas.fit_selection(&scene, selection),
                _ => session.canvas.fit(),
            }
        }
        self.fonts = fonts;
    }

    /// Shows the next map, or the one before.
    pub(super) fn turn_tab(&mut self, forward: bool) {
        let count = self.sessions.len();
        let now = self.sessions.iter().position(|session| Some(session.id) == self.active);
        let next = match now {
            Some(now) => (now + if forward { 1 } else { count - 1 }) % count,
            None => 0,
        };
        self.active = self.sessions.get(next).map(|session| session.id);
    }
}
