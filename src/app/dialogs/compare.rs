//! Two maps of one kind of journey beside each other: what changed, and which steps belong together, which can be said by
//! hand. Must not know how steps are matched, nor where the other map comes from.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Color32, ComboBox, Context, CornerRadius, Label, Layout, Rect, RichText, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::questions::body;
use super::sheet;
use crate::app::command::Command;
use crate::app::look::{
    Control, Kind, Look, RADIUS, TEXT, WIDE, bold, focus_ring, heading, icon, medium, regular, segmented,
};
use crate::app::task::Task;
use crate::export::comparison::{Line, Listed, listed};
use crate::export::html_table::{Cell, html_table};
use crate::i18n::Words;
use crate::insight::compare::{At, By, ByHand, Comparison, Pair, Trend, What, compare};
use crate::model::{JourneyMap, Language, MapState, StepId};
use crate::words;

/// Width of the sheet, where there is room.
const WIDTH: f32 = 1080.0;
/// Shares of the columns of the list of changes.
const COLUMNS: [f32; 6] = [0.18, 0.25, 0.17, 0.17, 0.09, 0.14];

/// A map that can be compared with.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// What it is called.
    pub(crate) name: String,
    /// The map.
    pub(crate) map: Arc<JourneyMap>,
    /// It comes along with the application.
    pub(crate) sample: bool,
}

/// Which part is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Changes,
    Steps,
}

/// What was worked out, and of what.
#[derive(Debug)]
struct Known {
    language: Language,
    comparison: Comparison,
    list: Listed,
}

/// The comparison of the shown map with another one.
#[derive(Debug)]
pub(crate) struct CompareDialog {
    this: Choice,
    choices: Vec<Choice>,
    chosen: Option<usize>,
    /// The other map is the later one.
    other_is_after: bool,
    by_hand: ByHand,
    page: Page,
    known: Option<Known>,
}

impl CompareDialog {
    /// Compares this map with one of these.
    pub(crate) const fn new(this: Choice, choices: Vec<Choice>) -> Self {
        Self {
            this,
            choices,
            chosen: None,
            other_is_after: false,
            by_hand: ByHand { steps: Vec::new(), personas: Vec::new() },
            page: Page::Changes,
            known: None,
        }
    }

    /// Compares with this map from now on.
    pub(crate) fn with(&mut self, choice: Choice) {
        self.choices.insert(0, choice);
        self.choose(0);
    }

    fn choose(&mut self, place: usize) {
        let Some(other) = self.choices.get(place).map(|choice| Arc::clone(&choice.map)) else { return };
        self.chosen = Some(place);
        let this = &self.this.map;
        self.other_is_after = match (this.state, other.state) {
            (MapState::AsIs, MapState::ToBe) => true,
            (MapState::ToBe, MapState::AsIs) => false,
            _ => this.date.is_some() && other.date > this.date,
        };
        self.forget();
    }

    fn forget(&mut self) {
        self.by_hand = ByHand::default();
        self.known = None;
    }

    /// The earlier map and the later one, with their names.
    fn sides(&self) -> Option<(&Choice, &Choice)> {
        let other = self.choices.get(self.chosen?)?;
        Some(if self.other_is_after { (&self.this, other) } else { (other, &self.this) })
    }

    fn work_out(&mut self, words: &Words) {
        if self.known.as_ref().is_some_and(|known| known.language == words.language()) {
            return;
        }
        let known = self.sides().map(|(before, after)| {
            let comparison = compare(&before.map, &after.map, &self.by_hand);
            let list = listed(words, &before.map, &after.map, &comparison);
            Known { language: words.language(), comparison, list }
        });
        self.known = known;
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let title = words!(words, "compare-title");
        let (open, close) = sheet(context, look, &title, WIDTH, |ui| {
            heading(ui, look, &title);
            body(ui, look, &words!(words, "compare-about"));
            ui.add_space(4.0);
            self.maps(ui, look, words, tasks);
            self.work_out(words);
            let height = (ui.ctx().content_rect().height() - 330.0).clamp(120.0, 760.0);
            if self.known.is_none() {
                ui.add_space(WIDE);
                body(ui, look, &words!(words, "compare-nothing-chosen", map = self.this.name.as_str()));
                ui.add_space(WIDE);
            } else {
                ui.add_space(4.0);
                self.switch(ui, look, words);
                ui.add_space(2.0);
                match self.page {
                    Page::Changes => self.changes(ui, look, words, height),
                    Page::Steps => self.steps(ui, look, words, height),
                }
            }
            self.buttons(ui, look, words, tasks)
        });
        open && !close
    }

    /// Which two maps.
    fn maps(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        let half = (ui.available_width() - 48.0) / 2.0;
        let mut chosen = None;
        let mut file = false;
        let mut swap = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for (place, name) in
                [words!(words, "compare-before-map"), words!(words, "compare-after-map")].iter().enumerate()
            {
                let other = self.other_is_after == (place == 1);
                ui.vertical(|ui| {
                    ui.set_width(half);
                    ui.add(Label::new(RichText::new(name).font(medium(12.0)).color(look.colors.weak)));
                    if other {
                        self.choice(ui, look, words, name, &mut chosen, &mut file);
                    } else {
                        ui.add_space(4.0);
                        let text = RichText::new(&self.this.name).font(medium(TEXT)).color(look.colors.text);
                        ui.add(Label::new(text).truncate());
                    }
                });
                if place == 0 {
                    let name = words!(words, "compare-swap");
                    ui.vertical(|ui| {
                        ui.add_space(18.0);
                        swap = Control::icon("arrow-left-right", &name).show(ui, look).clicked();
                    });
                }
            }
        });
        if let Some(place) = chosen {
            self.choose(place);
        }
        if swap {
            self.other_is_after = !self.other_is_after;
            self.forget();
        }
        if file {
            tasks.push(Task::Run(Command::Compare));
        }
    }

    fn choice(&self, ui: &mut Ui, look: &Look, words: &Words, name: &str, chosen: &mut Option<usize>, file: &mut bool) {
        let none = words!(words, "compare-choose");
        let shown = self.chosen.and_then(|place| self.choices.get(place)).map_or(&none, |choice| &choice.name);
        let choices: Vec<(usize, &Choice)> = self.choices.iter().enumerate().collect();
        let combo = combo(ui, look, ("compare with", name), shown, |ui| {
            for sample in [false, true] {
                let mut some = choices.iter().filter(|(_, choice)| choice.sample == sample).peekable();
                if some.peek().is_some() {
                    let said =
                        if sample { words!(words, "compare-samples") } else { words!(words, "compare-open-maps") };
                    ui.add(Label::new(RichText::new(said).font(medium(12.0)).color(look.colors.weak)));
                }
                for (place, choice) in some {
                    if entry(ui, look, &choice.name, "file-text", self.chosen == Some(*place)) {
                        *chosen = Some(*place);
                    }
                }
            }
            if entry(ui, look, &words!(words, "compare-file"), "folder-open", false) {
                *file = true;
            }
        });
        ui.ctx().accesskit_node_builder(combo, |node| {
            node.set_label(name);
            node.set_value(shown.as_str());
        });
    }

    /// Which page is shown, and how many changes there are.
    fn switch(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let Some(known) = &self.known else { return };
        let count = |of: fn(&crate::insight::compare::Change) -> bool| {
            words.number(known.comparison.changes.iter().filter(|change| of(change)).count() as f64, 0)
        };
        let summary = words!(
            words,
            "compare-summary",
            added = count(|change| change.what == What::StepAdded),
            cut = count(|change| change.what == What::StepCut),
            moved = count(|change| change.what == What::StepMoved),
            better = count(|change| change.trend == Trend::Better && change.is_sure() != Some(false)),
            worse = count(|change| change.trend == Trend::Worse && change.is_sure() != Some(false)),
            chance = count(|change| change.is_sure() == Some(false)),
        );
        let names = [words!(words, "compare-tab-changes"), words!(words, "compare-tab-steps")];
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        ui.horizontal_wrapped(|ui| {
            let place = usize::from(self.page == Page::Steps);
            match segmented(ui, look, &words!(words, "compare-title"), &names, Some(place)) {
                Some(0) => self.page = Page::Changes,
                Some(_) => self.page = Page::Steps,
                None => {}
            }
            ui.add_space(8.0);
            ui.add(Label::new(RichText::new(summary).font(regular(TEXT)).color(look.colors.weak)));
        });
    }

    fn changes(&self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let Some(known) = &self.known else { return };
        if known.list.lines.is_empty() {
            ui.add_space(WIDE);
            body(ui, look, &words!(words, "compare-same"));
            ui.add_space(WIDE);
            return;
        }
        let colors = &look.colors;
        let head: Vec<Said<'_>> =
            known.list.columns.iter().map(|name| Said { text: name, strong: true, color: colors.weak }).collect();
        row(ui, look, &COLUMNS, &head, None);
        let area = ScrollArea::vertical().id_salt("changes").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut previous: Option<At> = None;
            for line in &known.list.lines {
                let first = previous != Some(line.at);
                previous = Some(line.at);
                change(ui, look, line, first);
            }
        });
    }

    /// The steps of both maps beside each other, and what each of the first became.
    fn steps(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let Some((before, after)) = self.sides().map(|(a, b)| (Arc::clone(&a.map), Arc::clone(&b.map))) else { return };
        let Some(known) = &self.known else { return };
        let pairs = known.comparison.pairs.clone();
        let mut said = None;
        let area = ScrollArea::vertical().id_salt("steps").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let targets: Vec<(StepId, &str)> = after.steps().map(|(_, step)| (step.id, step.name.as_str())).collect();
            for pair in &pairs.steps {
                ui.push_id((pair.before, pair.after), |ui| {
                    let names = (name_of(&before, pair.before), name_of(&after, pair.after));
                    let chosen = pair_row(ui, look, words, pair, names, &targets);
                    said = said.or(chosen);
                    scores(ui, look, words, &pairs, (&before, &after), pair);
                });
            }
        });
        if let Some((step, other)) = said {
            self.by_hand.step(step, other);
            self.known = None;
        }
    }

    fn buttons(&self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        ui.add_space(4.0);
        let mut open = true;
        let size = vec2(ui.available_width(), 28.0);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let close = Control::text(&words!(words, "window-close")).kind(Kind::Outlined).show(ui, look);
            open = !close.clicked();
            let Some(known) = &self.known else { return };
            let name = words!(words, "compare-copy-markdown");
            if Control::text(&name).kind(Kind::Outlined).with_icon("copy").show(ui, look).clicked() {
                let text = known.list.as_markdown();
                tasks.push(Task::CopyTable { html: String::new(), text });
            }
            let name = words!(words, "compare-copy");
            if Control::text(&name).kind(Kind::Primary).with_icon("copy").show(ui, look).clicked() {
                let cells = |row: [&'_ String; 6]| -> Vec<String> { row.into_iter().cloned().collect() };
                let rows: Vec<Vec<String>> = known.list.rows().map(cells).collect();
                let rows: Vec<Vec<Cell<'_>>> =
                    rows.iter().map(|row| row.iter().map(|text| Cell { text, figure: None }).collect()).collect();
                tasks.push(Task::CopyTable { text: known.list.as_text(), html: html_table(&rows, None) });
            }
        });
        open
    }
}

fn name_of(map: &JourneyMap, step: Option<StepId>) -> Option<&str> {
    step.and_then(|id| map.step(id)).map(|step| step.name.as_str())
}

/// A pair of steps: their names, how they were found, and a list of what the first may have become instead.
fn pair_row(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    pair: &Pair<StepId>,
    names: (Option<&str>, Option<&str>),
    targets: &[(StepId, &str)],
) -> Option<(StepId, Option<StepId>)> {
    let colors = &look.colors;
    let (by, color) = match pair.by {
        Some(By::Hand) => (words!(words, "compare-by-hand"), colors.accent),
        Some(By::Id) => (words!(words, "compare-by-id"), colors.weak),
        Some(By::Name) => (words!(words, "compare-by-name"), colors.weak),
        Some(By::Rest) => (words!(words, "compare-by-rest"), colors.weak),
        None if pair.before.is_none() => (words!(words, "compare-added"), colors.text),
        None => (words!(words, "compare-cut"), colors.text),
    };
    let by = if pair.moved { format!("{by} · {}", words!(words, "compare-step-moved")) } else { by };
    let mut said = None;
    let width = ui.available_width();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let cell = |ui: &mut Ui, text: &str, color: Color32, share: f32| {
            ui.allocate_ui(vec2(width * share, crate::app::look::ROW), |ui| {
                ui.set_width(width * share);
                ui.add(Label::new(RichText::new(text).font(medium(TEXT)).color(color)).truncate());
            });
        };
        cell(ui, names.0.unwrap_or("–"), colors.text, 0.34);
        match pair.before {
            None => cell(ui, names.1.unwrap_or("–"), colors.text, 0.38),
            Some(step) => {
                ui.allocate_ui(vec2(width * 0.38, crate::app::look::ROW), |ui| {
                    ui.set_width(width * 0.38);
                    let nothing = words!(words, "compare-match-none");
                    let shown = names.1.unwrap_or(&nothing);
                    let id = combo(ui, look, ("match", step), shown, |ui| {
                        if entry(ui, look, &nothing, "x", pair.after.is_none()) {
                            said = Some((step, None));
                        }
                        for (target, name) in targets {
                            if entry(ui, look, name, "arrow-right", pair.after == Some(*target)) {
                                said = Some((step, Some(*target)));
                            }
                        }
                    });
                    let label = words!(words, "compare-match", step = names.0.unwrap_or_default());
                    ui.ctx().accesskit_node_builder(id, |node| {
                        node.set_label(label);
                        node.set_value(shown);
                    });
                });
            }
        }
        ui.add(Label::new(RichText::new(by).font(regular(12.0)).color(color)).truncate());
    });
    said
}

/// How each persona of both maps felt and feels at a pair of steps.
fn scores(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    pairs: &crate::insight::compare::Pairs,
    (before, after): (&JourneyMap, &JourneyMap),
    pair: &Pair<StepId>,
) {
    let mut parts = Vec::new();
    for persona in &pairs.personas {
        let Some((one, other)) = persona.before.zip(persona.after) else { continue };
        let shown = |map: &JourneyMap, step: Option<StepId>, persona| {
            let score = step.and_then(|id| map.step(id)).and_then(|step| step.score(persona).shown());
            score.map_or("–".to_owned(), |value| words.signed(value, 2))
        };
        let name = after.persona(other).map(|persona| persona.name.as_str()).unwrap_or_default();
        parts.push(format!("{name} {} → {}", shown(before, pair.before, one), shown(after, pair.after, other)));
    }
    if !parts.is_empty() {
        let text = RichText::new(parts.join("   ·   ")).font(regular(12.0)).color(look.colors.weak);
        ui.add(Label::new(text).wrap());
    }
    ui.add_space(4.0);
}

/// A list to open; its identity.
fn combo(
    ui: &mut Ui,
    look: &Look,
    salt: impl std::hash::Hash + std::fmt::Debug,
    shown: &str,
    entries: impl FnOnce(&mut Ui),
) -> eframe::egui::Id {
    let line = look.colors.weak;
    let combo = ComboBox::from_id_salt(salt)
        .width(ui.available_width())
        .truncate()
        .height(360.0)
        .icon(move |ui, rect, _, _| icon(ui.painter(), "chevron-down", rect.shrink(1.0), line))
        .selected_text(RichText::new(shown).font(regular(TEXT)))
        .show_ui(ui, |ui| {
            // A dialog that was pressed lies above what was open before.
            ui.ctx().move_to_top(ui.layer_id());
            ui.spacing_mut().item_spacing.y = 2.0;
            entries(ui);
        });
    combo.response.id
}

fn entry(ui: &mut Ui, look: &Look, name: &str, icon: &str, selected: bool) -> bool {
    let clicked = Control::text(name).kind(Kind::Entry).with_icon(icon).selected(selected).show(ui, look).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// What stands in a column.
struct Said<'a> {
    text: &'a str,
    strong: bool,
    color: Color32,
}

fn change(ui: &mut Ui, look: &Look, line: &Line, first: bool) {
    let colors = &look.colors;
    let color = match (line.trend, line.sure) {
        (Trend::Neither, _) | (_, Some(false)) => colors.weak,
        (Trend::Better, _) => colors.success,
        (Trend::Worse, _) => colors.danger,
    };
    let cells = [
        Said { text: if first { &line.step } else { "" }, strong: true, color: colors.text },
        Said { text: &line.what, strong: false, color: colors.text },
        Said { text: &line.before, strong: false, color: colors.weak },
        Said { text: &line.after, strong: false, color: colors.text },
        Said { text: &line.difference, strong: true, color },
        Said { text: &line.verdict, strong: false, color },
    ];
    let whole = [&line.step, &line.what, &line.before, &line.after, &line.difference, &line.verdict];
    let spoken: Vec<&str> = whole.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    row(ui, look, &COLUMNS, &cells, Some((spoken.join(", "), first)));
}

/// A row of a table; `spoken` is what it says as a whole, and whether a line stands over it.
fn row(ui: &mut Ui, look: &Look, shares: &[f32], cells: &[Said<'_>], spoken: Option<(String, bool)>) {
    const GAP: f32 = 12.0;
    let width = ui.available_width();
    let galleys: Vec<_> = cells
        .iter()
        .zip(shares)
        .map(|(cell, share)| {
            let mut job = LayoutJob::default();
            job.wrap.max_width = (width * share - GAP).max(20.0);
            let font_id = if cell.strong { bold(12.5) } else { regular(TEXT) };
            job.append(cell.text, 0.0, TextFormat { font_id, color: cell.color, ..TextFormat::default() });
            ui.painter().layout_job(job)
        })
        .collect();
    let height = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max) + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::focusable_noninteractive());
    if !ui.is_rect_visible(rect) {
        return;
    }
    if let Some((spoken, ruled)) = spoken {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        if ruled {
            let line = eframe::egui::Stroke::new(1.0, look.colors.border);
            ui.painter().hline(rect.x_range(), rect.top(), line);
        }
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), look.colors.hover.gamma_multiply(0.5));
        }
    }
    let mut left = rect.left();
    for (galley, share) in galleys.into_iter().zip(shares) {
        ui.painter().galley(pos2(left, rect.top() + 5.0), galley, look.colors.text);
        left += width * share;
    }
    focus_ring(ui, look, Rect::from_min_max(rect.min, rect.max), &response);
}
