//! One frame of the window: what was typed and pressed becomes tasks, everything is shown, then they are carried out, and the
//! house is kept. Must not know what the panels show.

use eframe::egui::{self, Context, Stroke, Ui, ViewportCommand};

use super::application::{App, SETTINGS};
use super::canvas::Canvas;
use super::command::{self, Command, Facts, Focus};
use super::dialogs::{self, Dialog};
use super::exporting::{self};
use super::landmarks::Region;
use super::lighter;
use super::look::{self, Look, note_typing};
use super::opening::{self};
use super::picker::{Answer, Picker};
use super::room::SidePage;
use super::session::Session;
use super::task::Task;
use super::under_way;
use crate::words;

/// For so many seconds after the last thing that somebody did the caret blinks.
const BLINKS_FOR: f64 = 10.0;

impl App {
    /// Who has the keyboard.
    fn focus(&self, context: &Context) -> Focus {
        let session = self.active.and_then(|id| self.sessions.iter().find(|session| session.id == id));
        let typing = session.is_some_and(|session| session.canvas.is_typing());
        let paged = session.is_some_and(Session::paged);
        if paged && !context.text_edit_focused() {
            // Keys that act on the canvas's cursor have nothing to act on.
            return Focus::Control;
        }
        let Some(id) = context.memory(|memory| memory.focused()) else {
            return if typing { Focus::Text } else { Focus::Canvas };
        };
        let on_canvas = Canvas::is_cursor(id);
        if on_canvas && !typing {
            Focus::Canvas
        } else if on_canvas || context.text_edit_focused() {
            Focus::Text
        } else {
            Focus::Control
        }
    }

    /// Whether a text is being typed, on the canvas or in another field.
    pub(super) fn is_typing(&self, context: &Context) -> bool {
        self.focus(context) == Focus::Text
    }

    /// One frame.
    fn frame(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        let letters = lighter::Letters::begin(&context);
        if context.zoom_factor() != self.settings.zoom() {
            context.set_zoom_factor(self.settings.zoom());
        }
        self.size = ui.max_rect().size();
        self.full_screen = context.input(|input| input.viewport().fullscreen.unwrap_or(self.full_screen));
        let look = self.wanted_look(&context);
        if look != self.look {
            self.look = look;
            look.install(&context);
        }
        if self.ground != look.colors.panel {
            // It was cleared for the look before.
            self.ground = look.colors.panel;
            ui.painter().rect_filled(ui.max_rect(), 0.0, self.ground);
        }
        let open = !self.dialogs.is_empty() || self.palette.is_some() || self.menus.is_open();
        let open = open || egui::Popup::is_any_open(&context);
        self.home.settle(&context, open);
        self.rest(&context);
        note_typing(&context);
        if open && let Some(session) = self.shown() {
            // The key that closes a menu is the menu's alone.
            session.canvas.stand_back();
        }
        let facts = self.facts();
        let mut tasks = self.input(&context, &facts);
        let intents = self.panels(ui, &facts, &mut tasks);
        self.above(&context, &mut tasks);
        if let Some(id) = self.active {
            self.carry_out(&context, id, intents);
            if let Some(session) = self.session(id) {
                session.settle_page();
            }
        }
        for task in tasks {
            self.perform(&context, task);
        }
        self.tell_of_conflicts(&context);
        self.ask_about_holder(&context);
        self.housekeeping(&context);
        self.announce(&context);
        self.announcer.ui(ui);
        lighter::all(&context, letters);
    }

    /// A caret that blinks for nobody would only cost frames: it stands still when nothing was done for a while.
    fn rest(&mut self, context: &Context) {
        let now = context.input(|input| {
            if !input.raw.events.is_empty() {
                self.last_touched = input.time;
            }
            input.time
        });
        let blinks = !self.look.still && now - self.last_touched < BLINKS_FOR;
        if context.global_style().visuals.text_cursor.blink != blinks {
            context.all_styles_mut(|style| style.visuals.text_cursor.blink = blinks);
        }
    }

    /// Opens the page of conflicts where the shown map has some that nobody was told of.
    fn tell_of_conflicts(&mut self, context: &Context) {
        if self.is_occupied(context) {
            // The page would take the place of what is typed into.
            return;
        }
        let Some(session) = self.shown() else { return };
        let open = session.document.base().conflicts.len();
        let told = std::mem::replace(&mut session.conflicts_told, open > 0);
        if open > 0 && !told {
            let count = self.words.number(open as f64, 0);
            self.open_page(SidePage::Conflicts);
            self.note(context, words!(self.words, "conflicts-opened", n = open, count = count));
        }
    }

    /// Shortcuts, dropped files, answers of the system, the wish to close.
    fn input(&mut self, context: &Context, facts: &Facts) -> Vec<Task> {
        let mut tasks = Vec::new();
        let covered = !self.dialogs.is_empty() || self.palette.is_some();
        let active = self.active;
        for session in &mut self.sessions {
            match (Some(session.id) == active, covered) {
                (true, false) if session.paged() => session.canvas.leave(context),
                // The bar has opened, and takes the keyboard in this frame only.
                (true, false) if self.finder.takes_keyboard() => session.canvas.hold(context),
                (true, false) => session.canvas.one_thing_at_a_time(context),
                (true, true) => session.canvas.hold(context),
                (false, _) => session.canvas.let_go(context),
            }
        }
        if !covered
            && self.finder.has_keyboard(context)
            && let Some(session) = self.shown()
        {
            session.canvas.after_escape(context);
        }
        // While something is dragged no command changes the map under it, and Escape is the drag's.
        let dragging = self.is_dragging();
        if !covered && !dragging {
            let focus = self.focus(context);
            if focus == Focus::Canvas {
                self.finder_escapes(context);
            }
            let taken = command::take(context, focus, facts);
            tasks.extend(taken.commands.into_iter().map(Task::Run));
            if let Some(refused) = taken.refused {
                let name = refused.name(&self.words, facts);
                let name = name.trim_end_matches('…');
                self.note(context, words!(self.words, "keys-not-now", name = name));
            }
        }
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        tasks.extend(self.take_dropped(context, covered, dropped.into_iter().map(|file| file.path().to_owned())));
        match self.picker.as_ref().and_then(Picker::poll) {
            Some(Answer::Chosen(purpose, path)) => {
                self.picker = None;
                tasks.push(Task::Chosen(purpose, path));
            }
            Some(Answer::Cancelled) => self.picker = None,
            Some(Answer::NoDialog(purpose)) => {
                self.picker = None;
                self.system_dialogs = false;
                self.ask_for_path(purpose);
            }
            None => {}
        }
        if context.input(|input| input.viewport().close_requested()) && !self.may_end {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            if !self.dialogs.iter().any(|dialog| matches!(dialog, Dialog::Unsaved { .. })) {
                tasks.push(Task::Run(Command::Quit));
            }
        }
        tasks
    }

    /// Whether the pointer drags something of the map, a row of its outline, a control of the inspector, a tab, or the edge of
    /// a panel.
    pub(super) fn is_dragging(&self) -> bool {
        let shown = self.sessions.iter().find(|session| Some(session.id) == self.active);
        self.tab_bar.is_dragging()
            || self.edges.is_held()
            || shown.is_some_and(|session| {
                session.canvas.is_dragging() || session.outline.is_dragging() || session.inspector.is_dragging()
            })
    }

    /// Dialogs, palette, notices, and the sign that a file may be dropped.
    fn above(&mut self, context: &Context, tasks: &mut Vec<Task>) {
        let (look, words) = (self.look, self.words.clone());
        let (before, mut about) = (tasks.len(), None);
        if let Some(mut dialog) = self.dialogs.pop() {
            let count = self.dialogs.len();
            about = dialog.session();
            if dialog.ui(context, &look, &words, tasks) {
                self.dialogs.insert(count, dialog);
            }
        } else if let Some(mut palette) = self.palette.take() {
            about = palette.session;
            if palette.ui(context, &look, &words, tasks) {
                self.palette = Some(palette);
            }
        }
        if let Some(id) = about {
            // Whatever is shown by now: it is done where it was meant.
            let meant = tasks.split_off(before).into_iter().map(|task| Task::In(id, Box::new(task)));
            tasks.extend(meant);
        }
        self.watch_openings(context);
        self.watch_exports(context);
        let mut cards = exporting::cards(&self.exports, &words);
        cards.extend(self.saves.cards(&words));
        cards.extend(opening::cards(&self.openings, &words));
        under_way::ui(cards, context, &look);
        // A dialog in the middle has its buttons where the canvas ends.
        let beside = if self.dialogs.is_empty() { self.landmarks.place(Region::Canvas) } else { None };
        let sheet = dialogs::place_of_sheet(context).filter(|_| !self.dialogs.is_empty());
        let cell = self.shown().and_then(|session| session.canvas.standing());
        self.toasts.ui(context, &look, &words, beside, sheet, cell, tasks);
        if context.input(|input| !input.raw.hovered_files.is_empty()) {
            drop_sign(context, &look, &words!(words, "window-drop"));
        }
    }

    /// The title, recovery copies, and what is remembered.
    fn housekeeping(&mut self, context: &Context) {
        let name = self.active.and_then(|id| self.sessions.iter().find(|session| session.id == id));
        let title = match name {
            Some(session) => words!(self.words, "window-title", map = session.name(&self.words)),
            None => "Wayfelt".to_owned(),
        };
        if title != self.title {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        // What was saved is known before it could be taken for somebody else's.
        self.watch_saves(context);
        self.watch_files(context);
        let (folder, rescue) = (self.recovery.as_ref(), &self.rescue);
        let wrong: Vec<String> =
            self.sessions.iter_mut().filter_map(|session| session.keep_copy(folder, rescue)).collect();
        for why in wrong {
            let text = words!(self.words, "error-recovery", why = why);
            self.complain(context, text);
        }
        let asked = !self.dialogs.is_empty() || self.picker.is_some() || self.saves.ends();
        if self.ending && !self.may_end && !asked {
            // The end was called off.
            self.ending = false;
        }
        if !self.ending {
            self.remember_open();
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.measure.frame(ui.ctx(), frame.info().cpu_usage);
        self.frame(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, SETTINGS, &self.settings);
    }

    fn auto_save_interval(&self) -> std::time::Duration {
        std::time::Duration::from_secs(5)
    }

    fn persist_egui_memory(&self) -> bool {
        // Sizes of panels are worth keeping.
        true
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.ground.to_normalized_gamma_f32()
    }
}

/// The whole window is where a file may be dropped.
fn drop_sign(context: &Context, look: &Look, text: &str) {
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop sign"));
    let painter = context.layer_painter(layer);
    let rect = context.content_rect();
    painter.rect_filled(rect, 0.0, look.colors.veil);
    let inner = rect.shrink(24.0);
    let line = Stroke::new(2.0, look.colors.on_accent);
    painter.rect_stroke(inner, 14.0, line, egui::StrokeKind::Inside);
    let color = look.colors.on_accent;
    painter.text(inner.center(), egui::Align2::CENTER_CENTER, text, look::bold(20.0), color);
}
