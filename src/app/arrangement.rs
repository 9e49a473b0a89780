//! The arrangement of the window: which bars and panels stand where around a map. What they say and want is theirs; what
//! is to happen is carried out by the application at the end of the frame.

use std::sync::Arc;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui};

use super::application::App;
use super::canvas::TrayArea;
use super::command::Facts;
use super::intent::Intent;
use super::landmarks::{Landmarks, Region};
use super::panels::insights::Shown as PlotsOf;
use super::room::{self, BAR, Panel as Side, STATUS, Shown, SidePage};
use super::session::Ran;
use super::settings::PaperChoice;
use super::tabs::Tab;
use super::task::Task;
use super::{banner, bars, edges, panels, start};
use crate::model::Theme;
use crate::words;

impl App {
    /// The bars and panels; what the panels of the shown map want.
    pub(super) fn panels(&mut self, ui: &mut Ui, facts: &Facts, tasks: &mut Vec<Task>) -> Vec<Intent> {
        let (look, words) = (self.look, self.words.clone());
        let colors = &look.colors;
        let bar = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(8, 0));
        let tabs: Vec<Tab> = self
            .sessions
            .iter()
            .map(|session| Tab {
                id: session.id,
                name: session.name(&words),
                unsaved: session.unsaved(),
                read_only: session.is_read_only(),
            })
            .collect();
        let hint = self.hint(ui.ctx());
        let mut landmarks = std::mem::take(&mut self.landmarks);
        let mut tab_bar = std::mem::take(&mut self.tab_bar);
        let mut filtering = std::mem::take(&mut self.filtering);
        let theme = self.theme_of_canvas();
        let top = Panel::top("top bar").exact_size(BAR).resizable(false).show_separator_line(false);
        let top = top.frame(bar(colors.surface)).show(ui, |ui| {
            landmarks.mark(ui, &look, Region::Menus, &words!(words, "window-menu-bar"));
            bars::top(
                ui,
                &mut self.menus,
                &look,
                &words,
                facts,
                &self.settings.recent,
                (&mut tab_bar, &tabs),
                self.active,
                tasks,
            );
        });
        let zoom = self.shown().map(|session| session.canvas.zoom());
        let rule = Stroke::new(1.0, colors.border);
        let mut under_bars = top.response.rect;
        if !self.settings.only_map {
            let tools = Panel::top("tool bar").exact_size(BAR).resizable(false).show_separator_line(false);
            let tools = tools.frame(bar(colors.surface)).show(ui, |ui| {
                landmarks.mark(ui, &look, Region::Tools, &words!(words, "window-toolbar"));
                let filter = |ui: &mut Ui, tasks: &mut Vec<Task>| {
                    let map = self.shown_map();
                    let shown = map.as_ref().zip(self.shown().map(|session| &mut session.sieve));
                    filtering.ui(ui, &look, &words, shown.map(|(map, sieve)| (map, sieve, theme)), tasks);
                };
                bars::tools(ui, &look, &words, facts, zoom, filter, tasks);
            });
            under_bars = tools.response.rect;
        }
        ui.painter().hline(under_bars.x_range(), under_bars.bottom(), rule);
        let status = Panel::bottom("status bar").exact_size(STATUS).resizable(false).show_separator_line(false);
        let line = self.status();
        let status = status.frame(bar(colors.surface)).show(ui, |ui| {
            landmarks.mark(ui, &look, Region::Status, &words!(words, "window-status"));
            bars::status(ui, &look, &words, line.as_ref(), &hint, tasks);
        });
        ui.painter().hline(status.response.rect.x_range(), status.response.rect.top(), rule);
        let mut intents = Vec::new();
        self.put_down_others();
        if self.active.is_some() {
            let finish = tasks.iter().any(Task::ends_typing);
            intents = self.map_panels(ui, &mut landmarks, finish, tasks);
        } else {
            CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
                landmarks.mark(ui, &look, Region::Start, &words!(words, "window-start"));
                let paper = match (look.theme, self.settings.paper) {
                    (Theme::HighContrast, _) => Some(look.theme),
                    (window, PaperChoice::Window) => Some(window),
                    (_, PaperChoice::Map) => None,
                };
                start::ui(ui, &mut self.start, &look, &words, paper, &self.settings.recent, tasks);
            });
        }
        self.landmarks = landmarks;
        self.tab_bar = tab_bar;
        self.filtering = filtering;
        intents
    }

    /// What is being typed beside maps that aren't shown any more is kept.
    fn put_down_others(&mut self) {
        for session in self.sessions.iter_mut().filter(|session| Some(session.id) != self.active) {
            if session.put_down(Ran::default()) {
                session.document.commit(None);
            }
        }
    }

    /// The panels around a map, and the canvas, which keeps what is being typed if it is to `finish` or if a panel wants
    /// something.
    fn map_panels(
        &mut self,
        ui: &mut Ui,
        landmarks: &mut Landmarks,
        finish: bool,
        tasks: &mut Vec<Task>,
    ) -> Vec<Intent> {
        let (look, words) = (self.look, self.words.clone());
        let colors = look.colors;
        let before = self.panels_shown();
        let Shown { mut outline, mut inspector, mut insights, mut tray } = before;
        let (width, height) = (self.size.x, self.size.y);
        let side_page = self.side_page;
        let mut ids = self.ids.clone();
        let theme = self.theme_of_canvas();
        let active = self.sessions.iter_mut().find(|session| Some(session.id) == self.active);
        let scene = active.map(|session| session.scene(theme, &mut self.fonts));
        let mut finder = std::mem::take(&mut self.finder);
        let mut intents = Vec::new();
        edges::keys(ui);
        let mut held = self.edges;
        held.watch(ui, self.chosen_panels());
        if let Some(session) = self.shown()
            && let Some(trouble) = &session.standing.trouble
        {
            let file = session.path.as_deref().and_then(super::session::file_name).unwrap_or_default();
            banner::ui(ui, &look, &words, session.id, &file, trouble, tasks);
        }
        let others: Vec<_> = if before.insights || self.active.is_some() {
            let others = self.sessions.iter().filter(|session| Some(session.id) != self.active);
            others.map(|session| (session.name(&words), Arc::clone(session.document.map()))).collect()
        } else {
            Vec::new()
        };
        if let (Some(session), Some(scene)) = (self.shown(), scene) {
            let read_only = session.is_read_only();
            session.insights.offer(others, read_only);
            session.canvas.set_read_only(read_only);
            session.outline.set_read_only(read_only);
            session.tray.set_read_only(read_only);
            let mut ran = Ran::default();
            let map = Arc::clone(session.document.map());
            let selection = session.document.selection().clone();
            let rule = Stroke::new(1.0, colors.border);
            // The window is cleared with their ground.
            let frame = Frame::new;
            let range = room::widest(width, before.inspector, 180.0..=420.0);
            let left = Panel::left("outline").default_size(236.0).size_range(range).show_separator_line(false);
            let shown =
                left.drag_to_open(held.holds(Side::Outline)).frame(frame()).show_collapsible(ui, &mut outline, |ui| {
                    landmarks.mark(ui, &look, Region::Outline, &words!(words, "command-outline"));
                    let wanted = ui.push_id(session.id, |ui| {
                        let state = &mut session.outline;
                        panels::outline::ui(ui, state, &map, &selection, &look, &words, &mut ids)
                    });
                    intents.extend(wanted.inner);
                    ui.take_available_space();
                });
            ran.outline = shown.is_some();
            if let Some(shown) = shown {
                let rect = shown.response.rect;
                ui.painter().vline(rect.right(), rect.y_range(), rule);
            }
            let carried = session.canvas.carried();
            let range = room::widest(width, before.inspector, 190.0..=420.0);
            let beside = Panel::left("tray").default_size(236.0).size_range(range).show_separator_line(false);
            let shown =
                beside.drag_to_open(held.holds(Side::Tray)).frame(frame()).show_collapsible(ui, &mut tray, |ui| {
                    landmarks.mark(ui, &look, Region::Tray, &words!(words, "command-tray"));
                    let wanted = ui.push_id(session.id, |ui| {
                        let state = &mut session.tray;
                        panels::tray::ui(ui, state, &map, &selection, &look, &words, &mut ids, &carried)
                    });
                    intents.extend(wanted.inner);
                    ui.take_available_space();
                });
            ran.tray = shown.is_some();
            let panel = shown.map(|shown| shown.response.rect);
            if let Some(rect) = panel {
                ui.painter().vline(rect.right(), rect.y_range(), rule);
            }
            if let Some((seized, at)) = session.tray.take_seized() {
                session.canvas.carry(&map, &scene, &selection, seized, at);
            }
            let rows = if panel.is_some() { session.tray.rows().to_vec() } else { Vec::new() };
            session.canvas.beside(Some(TrayArea { panel, rows, count: map.tray.len() }));
            // A persona's page has the whole width beside the outline: it says all that the inspector would.
            let (paged, plots) = (session.persona_page.is_some(), session.insights.is_page());
            let (mut inspector_here, mut insights_here) =
                (inspector && (side_page.is_some() || !paged), insights && !paged && !plots);
            let range = room::widest(width, before.outline, 240.0..=460.0);
            let right = Panel::right("inspector").default_size(288.0).size_range(range).show_separator_line(false);
            let right = right.drag_to_open(held.holds(Side::Inspector));
            let shown = right.frame(frame()).show_collapsible(ui, &mut inspector_here, |ui| {
                let name = match side_page {
                    Some(SidePage::Conflicts) => words!(words, "conflicts-title"),
                    Some(SidePage::Changes) => words!(words, "changes-title"),
                    Some(SidePage::Look) | None => words!(words, "command-inspector"),
                };
                landmarks.mark(ui, &look, Region::Inspector, &name);
                if read_only && side_page == Some(SidePage::Conflicts) {
                    ui.disable();
                }
                session.inspector.set_read_only(read_only);
                session.look_page.set_read_only(read_only);
                // Each map's is scrolled on its own, and what is typed into one map's field is never another one's.
                let wanted = ui.push_id(session.id, |ui| match side_page {
                    Some(SidePage::Look) => {
                        let own = theme == map.look.theme;
                        panels::look_of_map::ui(ui, &mut session.look_page, &map, own, &look, &words)
                    }
                    Some(SidePage::Conflicts) => panels::conflicts::ui(
                        ui,
                        &mut session.conflicts,
                        session.document.base(),
                        session.document.is_saved(),
                        &look,
                        &words,
                    ),
                    Some(SidePage::Changes) => {
                        let document = &session.document;
                        let on_disk = session.standing.on_disk.as_ref().map(|known| &known.map);
                        let saved = on_disk.or_else(|| document.history().saved());
                        panels::changes::page(ui, &mut session.changes, saved, document.base(), &look, &words)
                    }
                    None => {
                        let state = &mut session.inspector;
                        panels::inspector::ui(ui, state, &map, &selection, &look, &words, &mut ids, &session.images)
                    }
                });
                intents.extend(wanted.inner);
                ui.take_available_space();
            });
            (ran.inspector, ran.look) =
                (shown.is_some() && side_page.is_none(), shown.is_some() && side_page == Some(SidePage::Look));
            if let Some(shown) = shown {
                let rect = shown.response.rect;
                ui.painter().vline(rect.left(), rect.y_range(), rule);
            }
            let range = room::highest(height, 140.0..=640.0);
            let bottom = Panel::bottom("insights")
                .resizable(true)
                .default_size(220.0)
                .size_range(range)
                .drag_to_open(held.holds(Side::Insights))
                .show_separator_line(false);
            let shown = bottom.frame(frame()).show_collapsible(ui, &mut insights_here, |ui| {
                landmarks.mark(ui, &look, Region::Insights, &words!(words, "command-insights"));
                // Figures don't change with each letter, and a large map takes its time: they wait until it is typed.
                let known =
                    if session.canvas.is_typing() { Arc::clone(session.document.base()) } else { Arc::clone(&map) };
                intents.extend(panels::insights::ui(
                    ui,
                    &mut session.insights,
                    PlotsOf { map: &known, selection: &selection, look: &look, words: &words },
                ));
                ui.take_available_space();
            });
            if let Some(shown) = shown {
                let rect = shown.response.rect;
                ui.painter().hline(rect.x_range(), rect.top(), rule);
            }
            if !paged && !plots {
                insights = insights_here;
            }
            if side_page.is_some() || !paged {
                inspector = inspector_here;
            }
            // The canvas fills all of it.
            CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
                if let Some(mut page) = session.persona_page.take() {
                    ui.painter().rect_filled(ui.max_rect(), 0.0, colors.surface);
                    landmarks.mark(ui, &look, Region::Canvas, &words!(words, "command-persona-page"));
                    page.set_read_only(read_only);
                    let images = &session.images;
                    let wanted = ui.push_id(session.id, |ui| {
                        panels::inspector::page(ui, &mut page, &map, &selection, &look, &words, images)
                    });
                    intents.extend(wanted.inner);
                    session.persona_page = Some(page);
                    ran.persona = true;
                    return;
                }
                if plots {
                    landmarks.mark(ui, &look, Region::Canvas, &words!(words, "command-plots"));
                    intents.extend(panels::insights::page(
                        ui,
                        &mut session.insights,
                        PlotsOf { map: &map, selection: &selection, look: &look, words: &words },
                    ));
                    return;
                }
                landmarks.mark(ui, &look, Region::Canvas, &words!(words, "window-canvas"));
                if finish || !intents.is_empty() {
                    session.canvas.finish_typing();
                }
                intents.extend(finder.look(session.id, &map).map(Intent::Show));
                session.canvas.mark(finder.marks());
                session.canvas.fade(session.sieve.faded(&map, theme));
                let over = ui.available_rect_before_wrap();
                // What was typed is kept before anything else happens to the map.
                let first = session.canvas.ui(ui, &map, &scene, &selection, &look, &words);
                intents.splice(0..0, first);
                if session.canvas.cover(finder.ui(ui.ctx(), over, &look, &words, tasks)) {
                    ui.ctx().request_repaint();
                }
            });
            edges::name(ui, &look, &words);
            if session.put_down(ran) {
                // Before anything else becomes of the map.
                intents.insert(0, Intent::Commit);
            }
        }
        self.finder = finder;
        self.ids = ids;
        // A panel that was dragged shut is closed, and one that was pulled out again is open; one that only had no room
        // stays chosen.
        for (panel, here) in
            [(Side::Outline, outline), (Side::Tray, tray), (Side::Inspector, inspector), (Side::Insights, insights)]
        {
            if here == before.has(panel) {
                continue;
            }
            if panel != Side::Inspector || side_page.is_none() {
                self.settings.set_panel(panel, here);
            }
            if panel == Side::Inspector {
                self.side_page = None;
            }
        }
        if let Some((chosen, page)) = held.settle(ui) {
            for panel in [Side::Outline, Side::Tray, Side::Inspector, Side::Insights] {
                self.settings.set_panel(panel, chosen.has(panel));
            }
            self.side_page = page;
        }
        self.edges = held;
        intents
    }
}
