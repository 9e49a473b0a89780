//! The two bars at the top, and the one at the bottom.

use eframe::egui::{
    self, Align, CornerRadius, CursorIcon, Label, Layout, Rect, RichText, Role, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::command::{Command, Facts};
use super::look::{Control, GAP, Kind, Look, RADIUS, ROW, Tip as _, WIDE, bold, focus_ring, icon, medium, regular};
use super::menu_bar::MenuBar;
use super::session::SessionId;
use super::tabs::{Tab, TabBar, truncated};
use super::task::Task;
use crate::i18n::Words;
use crate::model::{Language, Theme};
use crate::words;

/// A window with less width, in points, is narrow: large letters on a small screen.
const NARROW: f32 = 760.0;

/// Menus, tabs, and the way to find everything.
#[expect(clippy::too_many_arguments, reason = "what the bar shows, and nothing else")]
pub(crate) fn top(
    ui: &mut Ui,
    menus: &mut MenuBar,
    look: &Look,
    words: &Words,
    facts: &Facts,
    recent: &[std::path::PathBuf],
    (bar, tabs): (&mut TabBar, &[Tab]),
    active: Option<SessionId>,
    tasks: &mut Vec<Task>,
) {
    ui.horizontal_centered(|ui| {
        ui.add_space(4.0);
        let on_start = active.is_none();
        // In a narrow bar the names of maps are worth more than ours.
        let short = ui.available_width() < NARROW;
        let brand = ui.scope(|ui| brand(ui, look, words, on_start, short)).inner;
        if brand.clicked() {
            tasks.push(Task::ShowTab(None));
        }
        ui.add_space(4.0);
        menus.ui(ui, look, words, facts, recent, tasks);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            let name = words!(words, "window-find");
            let shortcut = Command::Palette.shortcut_text();
            let mut find = Control::new(&name).with_icon("search").note(&shortcut);
            if ui.available_width() > 420.0 {
                find = find.showing(&name);
            }
            if find.show(ui, look).clicked() {
                tasks.push(Task::Run(Command::Palette));
            }
            ui.add_space(GAP);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                bar.ui(ui, look, words, facts, tabs, active, tasks);
            });
        });
    });
}

/// The name of the application, which leads to the start page.
fn brand(ui: &mut Ui, look: &Look, words: &Words, selected: bool, short: bool) -> egui::Response {
    let text = if short { "W" } else { "Wayfelt" };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), bold(14.0), look.colors.accent);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 16.0, ROW), Sense::click());
    let name = format!("Wayfelt, {}", Command::StartPage.name(words, &Facts::default()));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), look.colors.hover);
    }
    focus_ring(ui, look, rect, &response);
    let at = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
    ui.painter().galley(at.min, galley, look.colors.accent);
    response.on_hover_cursor(CursorIcon::PointingHand).with_tip(Command::StartPage.tip(words))
}

/// What is needed most.
pub(crate) fn tools(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    facts: &Facts,
    zoom: Option<f32>,
    filter: impl FnOnce(&mut Ui, &mut Vec<Task>),
    tasks: &mut Vec<Task>,
) {
    // With less room first the names go, then what stands in the menus just as well.
    let room = ui.available_width();
    let (wide, named, all) = (room > 1140.0, room > 1030.0, room > 820.0);
    let wide_gap = if named { WIDE } else { GAP };
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.add_space(4.0);
        for command in [Command::Undo, Command::Redo] {
            tool(ui, look, words, facts, command, None, tasks);
        }
        ui.add_space(wide_gap);
        let step = words!(words, "command-insert-step");
        let lane = words!(words, "window-lane");
        let persona = words!(words, "window-persona");
        tool(ui, look, words, facts, Command::InsertStep, Some(("plus", named.then_some(step.as_str()))), tasks);
        tool(ui, look, words, facts, Command::InsertLane, Some(("rows-3", named.then_some(lane.as_str()))), tasks);
        tool(ui, look, words, facts, Command::InsertPersona, Some(("users", named.then_some(persona.as_str()))), tasks);
        if wide {
            let stage = words!(words, "command-insert-stage");
            tool(ui, look, words, facts, Command::InsertStage, Some(("columns-3", Some(stage.as_str()))), tasks);
        }
        tool(ui, look, words, facts, Command::MomentOfTruth, None, tasks);
        ui.add_space(wide_gap);
        let shown = words.percent(f64::from(zoom.unwrap_or(1.0)));
        tool(ui, look, words, facts, Command::ZoomOut, None, tasks);
        let name = words!(words, "window-zoom", zoom = shown.as_str());
        let percent = Control::new(&name).showing(&shown).tip(&name).enabled(zoom.is_some()).width(58.0).centered();
        if percent.show(ui, look).clicked() {
            tasks.push(Task::Run(Command::ZoomActual));
        }
        tool(ui, look, words, facts, Command::ZoomIn, None, tasks);
        let fit = words!(words, "window-fit");
        tool(ui, look, words, facts, Command::ZoomFit, Some(("maximize", named.then_some(fit.as_str()))), tasks);
        ui.add_space(GAP);
        filter(ui, tasks);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            let export = words!(words, "window-export");
            let shortcut = tip(words, Command::Export);
            let mut button =
                Control::new(&export).with_icon("upload").kind(Kind::Primary).tip(&shortcut).enabled(facts.map);
            if all {
                button = button.showing(&export);
            }
            if button.show(ui, look).clicked() {
                tasks.push(Task::Run(Command::Export));
            }
            ui.add_space(GAP);
            if all {
                theme_and_language(ui, look, words, tasks);
            }
            ui.add_space(GAP);
            for command in
                [Command::ToggleInspector, Command::ToggleInsights, Command::ToggleTray, Command::ToggleOutline]
            {
                tool(ui, look, words, facts, command, None, tasks);
            }
        });
    });
}

/// The other theme and the other language, a click away.
fn theme_and_language(ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
    let (dark, name, to) = match look.theme {
        Theme::Light | Theme::HighContrast | Theme::Print | Theme::Brand => {
            ("moon", words!(words, "window-theme-dark"), Command::ThemeDark)
        }
        Theme::Dark => ("sun", words!(words, "window-theme-light"), Command::ThemeLight),
    };
    if Control::icon(dark, &name).show(ui, look).clicked() {
        tasks.push(Task::Run(to));
    }
    let other = match words.language() {
        Language::En => Command::Vietnamese,
        Language::Vi => Command::English,
    };
    let switch = words!(words, "window-language-switch");
    let language = words!(words, "window-language");
    if Control::new(&switch).showing(&language).with_icon("languages").tip(&switch).show(ui, look).clicked() {
        tasks.push(Task::Run(other));
    }
}

/// A command's tooltip: what it does, and its key.
fn tip(words: &Words, command: Command) -> String {
    let shortcut = command.shortcut_text();
    if shortcut.is_empty() { command.tip(words) } else { format!("{}  ·  {shortcut}", command.tip(words)) }
}

/// A command as a tool; with an icon and words of its own where its name says too much or too little.
fn tool(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    facts: &Facts,
    command: Command,
    own: Option<(&str, Option<&str>)>,
    tasks: &mut Vec<Task>,
) {
    let name = command.name(words, facts);
    let tip = format!("{name}\n{}", tip(words, command));
    let mut control = Control::new(&name).tip(&tip).enabled(command.enabled(facts));
    control = match own {
        Some((icon, Some(text))) => control.with_icon(icon).showing(text),
        Some((icon, None)) => control.with_icon(icon),
        None => control.with_icon(command.entry().icon),
    };
    if command.checked(facts) == Some(true) {
        control = control.selected(true);
    }
    if control.show(ui, look).clicked() {
        tasks.push(Task::Run(command));
    }
}

/// What the status bar says of a map.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Status {
    /// Its file's name; none before the first save.
    pub file: Option<String>,
    /// Whether closing it would lose something.
    pub unsaved: bool,
    /// Whether it is on its way to its file.
    pub saving: bool,
    /// Whether it can only be read.
    pub read_only: bool,
    /// How many steps, lanes and personas.
    pub counts: [usize; 3],
    /// What is selected, where it is more than one card or heading.
    pub selected: Option<String>,
    /// How many cards are looked at, of how many; none where all are.
    pub filter: Option<(usize, usize)>,
    /// How many conflicts of a merge are open in it.
    pub conflicts: usize,
    /// How much this map lacks.
    pub problems: usize,
    /// The first of it, in words.
    pub problem: Option<String>,
}

/// Saved or not and where, how much there is, what is missing, what the keys do.
pub(crate) fn status(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    status: Option<&Status>,
    hint: &str,
    tasks: &mut Vec<Task>,
) {
    let colors = &look.colors;
    let say = |ui: &mut Ui, text: &str, color| {
        ui.add(Label::new(RichText::new(text).font(regular(11.5)).color(color)).truncate());
    };
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = WIDE;
        ui.add_space(10.0);
        if let Some(status) = status {
            let (color, text) = match (&status.file, status.unsaved) {
                _ if status.read_only => (colors.accent, words!(words, "window-read-only")),
                _ if status.saving => (colors.accent, words!(words, "window-saving")),
                (Some(_), false) => (colors.success, words!(words, "window-saved")),
                (None, false) => (colors.weak, words!(words, "window-never-saved")),
                (_, true) => (colors.warning, words!(words, "window-unsaved")),
            };
            ui.scope_builder(UiBuilder::new(), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let (rect, _) = ui.allocate_exact_size(vec2(8.0, 8.0), Sense::hover());
                ui.painter().circle_filled(rect.center(), 3.5, color);
                say(ui, &text, color);
            });
            if let Some(file) = &status.file {
                say(ui, file, colors.weak);
            }
            let [steps, lanes, personas] = status.counts;
            let counts = [
                words!(words, "window-steps", n = steps),
                words!(words, "window-lanes", n = lanes),
                words!(words, "window-personas", n = personas),
            ];
            say(ui, &counts.join(" · "), colors.weak);
            if let Some(selected) = &status.selected {
                say(ui, selected, colors.text);
            }
            if let Some((through, all)) = status.filter {
                let (through, all) = (words.number(through as f64, 0), words.number(all as f64, 0));
                let text = words!(words, "filter-status", n = through.as_str(), all = all.as_str());
                let response = link(ui, look, "funnel", &text, colors.accent);
                if response.with_tip(words!(words, "filter-window-only")).clicked() {
                    tasks.push(Task::Run(Command::Filter));
                }
            }
            if status.conflicts > 0 {
                let count = words.number(status.conflicts as f64, 0);
                let text = words!(words, "conflict-count", n = status.conflicts, count = count);
                if link(ui, look, "git-branch", &text, colors.danger).clicked() {
                    tasks.push(Task::Run(Command::Conflicts));
                }
            }
            let text = match (status.problems, &status.problem) {
                (0, _) => None,
                (1, Some(one)) => Some(words!(words, "window-problem-one", what = one.as_str())),
                (more, _) => Some(words!(words, "window-problems", n = more)),
            };
            if let Some(text) = text {
                let response = link(ui, look, "triangle-alert", &text, colors.warning);
                if response.clicked() {
                    tasks.push(Task::Run(Command::Problems));
                }
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(6.0);
            say(ui, fitting(ui, hint), colors.weak);
        });
    });
}

/// As many parts of a hint as there is room for: half a word helps nobody.
fn fitting<'h>(ui: &Ui, hint: &'h str) -> &'h str {
    let color = egui::Color32::PLACEHOLDER;
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), regular(11.5), color).size().x;
    let mut hint = hint;
    while !hint.is_empty() && width(hint) > ui.available_width() {
        hint = hint.rsplit_once(" · ").map_or("", |(less, _)| less);
    }
    hint
}

/// Small words that can be clicked.
fn link(ui: &mut Ui, look: &Look, name: &str, text: &str, color: egui::Color32) -> egui::Response {
    let galley = truncated(ui, text, medium(11.5), (ui.available_width() * 0.5).max(60.0));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 18.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    icon(ui.painter(), name, Rect::from_min_size(pos2(rect.left(), rect.center().y - 6.5), Vec2::splat(13.0)), color);
    ui.painter().galley(pos2(rect.left() + 18.0, rect.center().y - galley.size().y / 2.0), galley, color);
    focus_ring(ui, look, rect, &response);
    if response.hovered() || response.has_focus() {
        let stroke = Stroke::new(1.0, color);
        ui.painter().hline(rect.left() + 18.0..=rect.right(), rect.bottom() - 2.0, stroke);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
