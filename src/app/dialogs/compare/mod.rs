//! Two maps of one kind of journey beside each other: what changed, both curves over each other, and which steps belong
//! together, which can be said by hand. Must not know how steps are matched, nor where the other map comes from.

mod choose;
mod list;
mod steps;

use std::sync::Arc;

use eframe::egui::{Align, Context, Label, Layout, RichText, Ui, vec2};

use super::questions::body;
use super::sheet;
use crate::app::look::{Control, Kind, Look, TEXT, WIDE, heading, regular, segmented};
use crate::app::panels::insights::Still;
use crate::app::task::{Purpose, Task};
use crate::export::comparison::{Listed, listed};
use crate::export::comparison_file;
use crate::export::html_table::{Cell, html_table};
use crate::i18n::Words;
use crate::insight::compare::{ByHand, Comparison, Trend, What, compare, other_is_after};
use crate::insight::plot::{self, Given, Plot};
use crate::model::{JourneyMap, Language};
use crate::words;

/// Width of the sheet, where there is room.
const WIDTH: f32 = 1080.0;

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
    Curves,
    Steps,
}

impl Page {
    const ALL: [Self; 3] = [Self::Changes, Self::Curves, Self::Steps];
}

/// What was worked out, and of what.
#[derive(Debug)]
struct Known {
    language: Language,
    comparison: Comparison,
    list: Listed,
    curves: Arc<Plot>,
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
    still: Still,
}

impl CompareDialog {
    /// Compares this map with one of these.
    pub(crate) fn new(this: Choice, choices: Vec<Choice>) -> Self {
        Self {
            this,
            choices,
            chosen: None,
            other_is_after: false,
            by_hand: ByHand { steps: Vec::new(), personas: Vec::new() },
            page: Page::Changes,
            known: None,
            still: Still::default(),
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
        self.other_is_after = other_is_after(&self.this.map, &other);
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
            let given = Given {
                against: Some(&after.map),
                against_is_after: Some(true),
                by_hand: Some(&self.by_hand),
                ..Given::default()
            };
            let curves = Arc::new(plot::plot(plot::Kind::Compared, &before.map, &given));
            Known { language: words.language(), comparison, list, curves }
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
                    Page::Curves => self.curves(ui, look, words, height),
                    Page::Steps => self.steps(ui, look, words, height),
                }
            }
            self.buttons(ui, look, words, tasks)
        });
        open && !close
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
        let names = [
            words!(words, "compare-tab-changes"),
            words!(words, "compare-tab-curves"),
            words!(words, "compare-tab-steps"),
        ];
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        ui.horizontal_wrapped(|ui| {
            let place = Page::ALL.iter().position(|page| *page == self.page);
            let chosen = segmented(ui, look, &words!(words, "compare-title"), &names, place);
            if let Some(page) = chosen.and_then(|place| Page::ALL.get(place)) {
                self.page = *page;
            }
            ui.add_space(8.0);
            ui.add(Label::new(RichText::new(summary).font(regular(TEXT)).color(look.colors.weak)));
        });
    }

    /// Both curves over each other.
    fn curves(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let Some(known) = &self.known else { return };
        let size = vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(size);
            self.still.ui(ui, &known.curves, look, words);
        });
    }

    /// The list of changes as a file of this ending; none while nothing is compared.
    pub(crate) fn as_file(&self, ending: &str, words: &Words) -> Option<Vec<u8>> {
        let list = &self.known.as_ref()?.list;
        let (before, after) = self.sides()?;
        comparison_file(list, ending, &format!("{} → {}", before.name, after.name), words)
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
            let name = words!(words, "compare-save");
            if Control::text(&name).kind(Kind::Outlined).with_icon("download").show(ui, look).clicked() {
                tasks.push(Task::Ask(Purpose::SaveComparison));
            }
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
