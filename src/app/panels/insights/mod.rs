//! What the map says, as plots: a few beside each other below the map, or one that fills the window (`page`).
//!
//! A click on a point shows its card on the canvas; the point of a selected card is marked. Must not know how the figures
//! come about: [`crate::insight::plot`] describes the plots, and `area` paints them.

mod area;
mod empty;
mod legend;
mod marks;
mod page;
mod state;
mod still;
mod table;
mod what_if;

use std::sync::Arc;

use eframe::egui::{self, Align, Key, Layout, Modifiers, Popup, PopupCloseBehavior, Rect, Role, Sense, Ui, pos2, vec2};

use super::naming::select_card;
use crate::app::intent::PlotWish;
use crate::app::look::{self, Control, Kind as Rank, Look};
use crate::app::{Intent, roving};
use crate::edit::{CardChange, Cursor, Edit, Selection};
use crate::i18n::Words;
use crate::insight::plot::{About, Kind, Plot};
use crate::layout::plots::say;
use crate::model::{CardId, Content, Grade, JourneyMap, LaneKind};
use crate::words;
use area::{Done, Moves};
use state::Dragged;
pub use state::InsightsState;
pub(crate) use still::Still;

/// The place of the page among the plots that are arranged.
const PAGE: usize = 9;

/// Room that a plot needs to be readable, in points.
const LEAST_WIDTH: f32 = 330.0;

/// Below this height a plot has no legend; in points.
const LOW: f32 = 170.0;

/// What plots show and how: the map, what is selected on it, colours and words.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The map.
    pub map: &'a Arc<JourneyMap>,
    /// What is selected on it.
    pub selection: &'a Selection,
    /// The window's colours.
    pub look: &'a Look,
    /// The window's words.
    pub words: &'a Words,
}

/// Shows the insights below the map.
pub fn ui(ui: &mut Ui, state: &mut InsightsState, shown: Shown<'_>) -> Vec<Intent> {
    let mut insights = Insights::of(shown);
    let columns = (ui.available_width() / LEAST_WIDTH).floor().clamp(1.0, 3.0) as usize;
    egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 12, top: 6, bottom: 6 }).show(ui, |ui| {
        insights.side_by_side(ui, state, columns);
    });
    insights.intents
}

/// Shows one plot with all that belongs to it, in place of the map.
pub fn page(ui: &mut Ui, state: &mut InsightsState, shown: Shown<'_>) -> Vec<Intent> {
    let mut insights = Insights::of(shown);
    insights.page(ui, state);
    insights.intents
}

struct Insights<'a> {
    map: &'a Arc<JourneyMap>,
    selection: &'a Selection,
    look: &'a Look,
    words: &'a Words,
    intents: Vec<Intent>,
}

impl<'a> Insights<'a> {
    const fn of(Shown { map, selection, look, words }: Shown<'a>) -> Self {
        Self { map, selection, look, words, intents: Vec::new() }
    }
}

impl Insights<'_> {
    fn side_by_side(&mut self, ui: &mut Ui, state: &mut InsightsState, columns: usize) {
        let room = ui.available_rect_before_wrap();
        ui.allocate_rect(room, Sense::hover());
        let gap = 28.0;
        let views = state.views();
        let shown = &views[..columns.min(views.len())];
        // The curve says most where there are many steps.
        let share = |kind: &Kind| if *kind == Kind::Emotion { 1.35 } else { 1.0 };
        let whole: f32 = shown.iter().map(share).sum();
        let width = room.width() - gap * (shown.len() as f32 - 1.0);
        let mut left = room.left();
        for (slot, kind) in shown.iter().enumerate() {
            let right = left + width * share(kind) / whole;
            let part = Rect::from_min_max(pos2(left, room.top()), pos2(right, room.bottom()));
            left = right + gap;
            let builder = egui::UiBuilder::new().max_rect(part).id_salt(("insight", slot));
            let mut child = ui.new_child(builder);
            self.docked(&mut child, state, slot, *kind);
        }
    }

    fn docked(&mut self, ui: &mut Ui, state: &mut InsightsState, slot: usize, kind: Kind) {
        ui.spacing_mut().item_spacing.y = 2.0;
        let against = state.against();
        let plot = state.plots.get(self.map, against.as_ref(), kind);
        let low = ui.available_height() < LOW;
        ui.allocate_ui_with_layout(vec2(ui.available_width(), look::ROW), Layout::right_to_left(Align::Center), |ui| {
            let name = words!(self.words, "plots-enlarge", plot = say::title(kind, self.words));
            if Control::icon("maximize", &name).show(ui, self.look).clicked() {
                self.intents.push(Intent::Plot(PlotWish::Open(kind)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if let Some(chosen) = self.chooser(ui, kind, slot) {
                    let mut views = state.views();
                    views[slot] = chosen;
                    state.views = Some(views);
                }
                if low && plot.lack.is_none() {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    legend::legend(ui, &plot, false, self.look, self.words);
                }
            });
        });
        if let Some(lack) = plot.lack {
            self.empty(ui, kind, lack, state);
            return;
        }
        if !low {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                legend::legend(ui, &plot, false, self.look, self.words);
            });
        }
        self.plot(ui, state, slot, &plot, Moves::Never);
    }

    /// What a plot is called, as a button with all plots behind it. The one that was chosen.
    fn chooser(&self, ui: &mut Ui, kind: Kind, slot: usize) -> Option<Kind> {
        let title = say::title(kind, self.words);
        let name = words!(self.words, "plots-choose", plot = title.as_str());
        let about = words_about(kind, self.words);
        let button = Control::new(&name).showing(&title).with_icon("chevron-down").tip(&about).show(ui, self.look);
        let mut chosen = None;
        let menu = Popup::menu(&button)
            .id(button.id.with(("plots", slot)))
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .width(260.0);
        menu.show(|ui| {
            ui.set_width(260.0);
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut ids = Vec::new();
            let room = (ui.ctx().content_rect().height() - 80.0).clamp(160.0, 560.0);
            egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
                for other in Kind::ALL {
                    let title = say::title(other, self.words);
                    let icon = if other == kind { "check" } else { other.icon() };
                    let entry = Control::text(&title).kind(Rank::Entry).role(Role::MenuItem).with_icon(icon);
                    let entry = entry.width(250.0).show(ui, self.look);
                    ids.push(entry.id);
                    if entry.clicked() {
                        chosen = Some(other);
                        ui.close();
                    }
                }
            });
            roving::rove(ui, &ids);
        });
        chosen
    }

    /// A plot into all the room there is, with what is done to it.
    fn plot(&mut self, ui: &mut Ui, state: &mut InsightsState, slot: usize, plot: &Arc<Plot>, moves: Moves) {
        let selection = self.selection;
        let selected = |about: &About| is_selected(about, selection);
        let given = area::Given { look: self.look, words: self.words, selected: &selected, moves };
        let arranged = state.arranged.entry(slot).or_default();
        let escaped = state.dragged.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escaped {
            state.dragged = None;
            self.intents.push(Intent::Cancel);
        }
        match area::plot(ui, plot, arranged, &given) {
            _ if escaped => {}
            None => {}
            Some(Done::Clicked(about)) => {
                let selection = self.selection_of(about);
                self.intents.push(Intent::Show(selection));
            }
            Some(Done::Dragged(About::Card(card), x, y)) => self.drag(state, card, (x, y)),
            Some(Done::Dropped) => self.let_go(state),
            Some(Done::Moved(About::Card(card), right, up)) => {
                if let Some((effort, impact)) = self.place_of(card)
                    && let Some(edit) = self.place(card, (effort + right, impact + up))
                {
                    self.intents.push(Intent::Edit(edit));
                }
            }
            Some(Done::Dragged(About::Score { persona, step }, _, y)) => {
                if let Some(what_if) = &mut state.what_if {
                    what_if.set(step, persona, y);
                }
            }
            Some(Done::Moved(About::Score { persona, step }, _, up)) => {
                if let Some(what_if) = &mut state.what_if {
                    let tried = what_if.map(self.map);
                    let now = tried.step(step).and_then(|step| step.score(persona).shown());
                    what_if.set(step, persona, now.unwrap_or(0.0) + up);
                }
            }
            Some(Done::Dragged(..) | Done::Moved(..)) => {}
        }
    }

    /// Shows an opportunity at another place of the matrix.
    fn drag(&mut self, state: &mut InsightsState, card: CardId, at: (f64, f64)) {
        let (effort, impact) = (grade(at.0), grade(at.1));
        let before = state.dragged.filter(|dragged| dragged.card == card);
        let place = Some((effort, impact));
        let now = self.place_of(card).map(|(effort, impact)| (effort as u8, impact as u8));
        if before.is_none_or(|before| before.at != place && now != place) {
            let moves = now != place;
            state.dragged = Some(Dragged { card, at: place.filter(|_| moves).or(before.and_then(|before| before.at)) });
            if moves && let Some(edit) = self.place(card, (effort.into(), impact.into())) {
                self.intents.push(Intent::Preview(edit));
            }
        }
    }

    /// Keeps where an opportunity was moved to: one undo step.
    fn let_go(&mut self, state: &mut InsightsState) {
        let moved = state.dragged.take().is_some_and(|dragged| dragged.at.is_some());
        self.intents.extend(moved.then_some(Intent::Commit));
    }

    /// Effort and impact of an opportunity.
    fn place_of(&self, card: CardId) -> Option<(f64, f64)> {
        match &self.map.card(card)?.1.content {
            Content::Opportunity(opportunity) => {
                Some((opportunity.effort?.value().into(), opportunity.impact?.value().into()))
            }
            _ => None,
        }
    }

    /// What gives an opportunity this effort and impact.
    fn place(&self, card: CardId, (effort, impact): (f64, f64)) -> Option<Edit> {
        let Content::Opportunity(opportunity) = &self.map.card(card)?.1.content else { return None };
        let mut opportunity = opportunity.clone();
        opportunity.effort = Grade::new(grade(effort)).ok();
        opportunity.impact = Grade::new(grade(impact)).ok();
        Some(Edit::SetCard(card, CardChange::Content(Content::Opportunity(opportunity))))
    }

    /// What a click on a mark selects.
    fn selection_of(&self, about: About) -> Selection {
        match about {
            About::Card(card) => select_card(self.map, card),
            About::Score { persona, step } => {
                let lane = self.map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion);
                Selection::at(lane.map_or(Cursor::Step(step), |lane| Cursor::Cell {
                    lane: lane.id,
                    step,
                    persona: Some(persona),
                }))
            }
            About::Step(step) => Selection::at(Cursor::Step(step)),
            About::Stage(stage) => Selection::at(Cursor::Stage(stage)),
            About::Lane(lane) => Selection::at(Cursor::Lane(lane)),
            About::Omtm => Selection::at(Cursor::Omtm),
            About::Map => Selection::at(Cursor::Title),
        }
    }
}

/// What a plot is about, in a line.
fn words_about(kind: Kind, words: &Words) -> String {
    words.get(&format!("plot-{}-about", kind.name()))
}

/// The grade nearest to a value.
fn grade(value: f64) -> u8 {
    value.round().clamp(1.0, 5.0) as u8
}

/// Whether a figure is about what is selected.
fn is_selected(about: &About, selection: &Selection) -> bool {
    match about {
        About::Card(card) => selection.cards.contains(card),
        About::Score { persona, step } => match selection.cursor {
            Some(Cursor::Cell { step: at, persona: Some(whose), .. }) => at == *step && whose == *persona,
            Some(Cursor::Cell { step: at, persona: None, .. } | Cursor::Step(at)) => at == *step,
            Some(Cursor::Persona(whose)) => whose == *persona,
            _ => false,
        },
        About::Step(step) => {
            matches!(selection.cursor, Some(Cursor::Step(at) | Cursor::Cell { step: at, .. }) if at == *step)
        }
        About::Stage(stage) => selection.cursor == Some(Cursor::Stage(*stage)),
        About::Lane(lane) => selection.cursor == Some(Cursor::Lane(*lane)),
        About::Omtm => selection.cursor == Some(Cursor::Omtm),
        About::Map => false,
    }
}
