//! What the map says, as plots: the emotion curve, pain points by severity and share, and by priority.
//!
//! A click on a point shows its card on the canvas; the point of a selected card is marked. Must not know how the figures
//! come about: [`crate::insight::plot`] describes the plots, and this paints them.

mod paint;
mod say;

use std::sync::Arc;

use eframe::egui::{self, Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

use super::naming::{card_text, persona_color, select_card};
use crate::app::Intent;
use crate::app::look::{self, Control, Kind, Look, bold, regular};
use crate::edit::{Cursor, Selection};
use crate::i18n::Words;
use crate::insight::pain;
use crate::insight::plot::{self, About, Label, Plot};
use crate::model::{JourneyMap, LaneKind};
use crate::words;

/// What the insights remember from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct InsightsState {
    view: View,
    plots: Plots,
}

/// The plots of a map, each worked out when it is first shown.
#[derive(Debug, Clone, Default)]
struct Plots {
    of: Option<Arc<JourneyMap>>,
    known: [Option<Arc<Plot>>; 3],
}

impl Plots {
    /// A plot of this map.
    fn get(&mut self, map: &Arc<JourneyMap>, view: View) -> Arc<Plot> {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, map)) {
            *self = Self { of: Some(Arc::clone(map)), known: Default::default() };
        }
        let make = || {
            Arc::new(match view {
                View::Emotion => plot::emotion(map),
                View::Pain => plot::pain_points(map),
                View::Priorities => plot::priorities(map),
            })
        };
        match self.known.get_mut(view as usize) {
            Some(known) => Arc::clone(known.get_or_insert_with(make)),
            None => make(),
        }
    }
}

/// Which plots are shown where there isn't room for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    Emotion,
    #[default]
    Pain,
    Priorities,
}

/// Room that a plot needs to be readable, in points.
const LEAST_WIDTH: f32 = 330.0;

/// Below this height a plot has its title alone, and what it is about in the title's tip; in points.
const LOW: f32 = 190.0;

/// Shows the insights.
pub fn ui(
    ui: &mut Ui,
    state: &mut InsightsState,
    map: &Arc<JourneyMap>,
    selection: &Selection,
    look: &Look,
    words: &Words,
) -> Vec<Intent> {
    let mut insights = Insights { map, selection, look, words, intents: Vec::new() };
    let columns = (ui.available_width() / LEAST_WIDTH).floor().clamp(1.0, 3.0) as usize;
    egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 12, top: 8, bottom: 8 }).show(ui, |ui| {
        let views: &[View] = match columns {
            3 => &[View::Emotion, View::Pain, View::Priorities],
            2 if state.view == View::Emotion => &[View::Emotion],
            2 => &[View::Pain, View::Priorities],
            _ => match state.view {
                View::Emotion => &[View::Emotion],
                View::Pain => &[View::Pain],
                View::Priorities => &[View::Priorities],
            },
        };
        if columns < 3 {
            insights.switch(ui, state, columns);
        }
        let plots: Vec<(View, Arc<Plot>)> = views.iter().map(|view| (*view, state.plots.get(map, *view))).collect();
        insights.side_by_side(ui, &plots);
    });
    insights.intents
}

struct Insights<'a> {
    map: &'a JourneyMap,
    selection: &'a Selection,
    look: &'a Look,
    words: &'a Words,
    intents: Vec<Intent>,
}

impl Insights<'_> {
    fn switch(&self, ui: &mut Ui, state: &mut InsightsState, columns: usize) {
        let views: &[View] =
            if columns == 2 { &[View::Emotion, View::Pain] } else { &[View::Emotion, View::Pain, View::Priorities] };
        let names: Vec<String> = views
            .iter()
            .map(|view| match view {
                View::Emotion => words!(self.words, "plot-emotion"),
                View::Pain => words!(self.words, "plot-pain-points"),
                View::Priorities => words!(self.words, "plot-priorities"),
            })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let shown = if columns == 2 && state.view == View::Priorities { View::Pain } else { state.view };
        let place = views.iter().position(|view| *view == shown);
        let label = words!(self.words, "insights-which");
        if let Some(&view) = look::segmented(ui, self.look, &label, &names, place).and_then(|place| views.get(place)) {
            state.view = view;
        }
    }

    fn side_by_side(&mut self, ui: &mut Ui, plots: &[(View, Arc<Plot>)]) {
        let room = ui.available_rect_before_wrap();
        ui.allocate_rect(room, Sense::hover());
        let gap = 28.0;
        // The curve says most where there are many steps.
        let shares: Vec<f32> = plots.iter().map(|(view, _)| if *view == View::Emotion { 1.35 } else { 1.0 }).collect();
        let whole: f32 = shares.iter().sum();
        let width = room.width() - gap * (plots.len() as f32 - 1.0);
        let mut left = room.left();
        for ((view, plot), share) in plots.iter().zip(shares) {
            let part = Rect::from_min_max(pos2(left, room.top()), pos2(left + width * share / whole, room.bottom()));
            left = part.right() + gap;
            let builder = egui::UiBuilder::new().max_rect(part).id_salt(("insight", *view as u8));
            let mut child = ui.new_child(builder);
            self.view(&mut child, *view, plot);
        }
    }

    fn view(&mut self, ui: &mut Ui, view: View, plot: &Plot) {
        ui.spacing_mut().item_spacing.y = 4.0;
        self.title(ui, plot);
        if plot.marks.is_empty() {
            self.empty(ui, view);
            return;
        }
        let selection = self.selection;
        let selected = |about: &About| match about {
            About::Pain { card, .. } => selection.cards.contains(card),
            About::Score { persona, step, .. } => match selection.cursor {
                Some(Cursor::Cell { step: at, persona: Some(whose), .. }) => at == *step && whose == *persona,
                Some(Cursor::Cell { step: at, persona: None, .. } | Cursor::Step(at)) => at == *step,
                Some(Cursor::Persona(whose)) => whose == *persona,
                _ => false,
            },
        };
        let scene = paint::Scene {
            map: self.map,
            look: self.look,
            words: self.words,
            selected: &selected,
            long: view == View::Emotion,
        };
        if let Some(about) = paint::plot(ui, plot, &scene) {
            let selection = self.selection_of(about);
            self.intents.push(Intent::Show(selection));
        }
    }

    /// What a click on a mark selects.
    fn selection_of(&self, about: &About) -> Selection {
        match about {
            About::Pain { card, .. } => select_card(self.map, *card),
            About::Score { persona, step, .. } => {
                let lane = self.map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion);
                Selection::at(lane.map_or(Cursor::Step(*step), |lane| Cursor::Cell {
                    lane: lane.id,
                    step: *step,
                    persona: Some(*persona),
                }))
            }
        }
    }

    fn title(&self, ui: &mut Ui, plot: &Plot) {
        let colors = &self.look.colors;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
            let name = RichText::new(say::label(&plot.title, self.words)).font(bold(13.0)).color(colors.text);
            let about = say::subtitle(plot, self.words);
            // Where there is little height, the plot needs it more than a second line of words.
            if ui.available_height() < LOW {
                ui.label(name).on_hover_text(about);
            } else {
                ui.label(name);
                ui.label(RichText::new(about).font(regular(12.0)).color(colors.weak));
            }
            if plot.title != Label::Emotion {
                return;
            }
            for persona in &self.map.personas {
                let galley = ui.painter().layout_no_wrap(persona.name.clone(), regular(12.0), colors.text);
                let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 26.0, 18.0), Sense::hover());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &persona.name));
                let hue = persona_color(self.map, persona.id, self.look.theme);
                let y = rect.center().y;
                ui.painter().hline((rect.left() + 4.0)..=(rect.left() + 20.0), y, Stroke::new(2.5, hue));
                ui.painter().galley(pos2(rect.left() + 24.0, y - galley.size().y / 2.0), galley, colors.text);
            }
        });
    }

    /// Says what is needed before there is something to plot, and leads there.
    fn empty(&mut self, ui: &mut Ui, view: View) {
        let colors = &self.look.colors;
        ui.add_space((ui.available_height() * 0.2).min(40.0));
        ui.vertical_centered(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
            let icon = if view == View::Emotion { "activity" } else { "triangle-alert" };
            look::icon(ui.painter(), icon, rect, colors.border_strong);
            let text = match view {
                View::Emotion => words!(self.words, "insights-no-scores"),
                View::Pain | View::Priorities => words!(self.words, "insights-no-pain"),
            };
            ui.set_max_width(ui.available_width().min(380.0));
            ui.add(egui::Label::new(RichText::new(text).font(regular(12.5)).color(colors.weak)).wrap());
            if view == View::Emotion {
                return;
            }
            let unrated = pain::ranking(self.map).into_iter().find(|pain| pain.priority.is_none());
            if let Some(card) = unrated.and_then(|pain| self.map.card(pain.card)).map(|(_, card)| card) {
                let text = card_text(self.map, card, self.words);
                let name = words!(self.words, "insights-rate", name = text);
                ui.add_space(4.0);
                let width = ui.available_width();
                if Control::text(&name)
                    .kind(Kind::Outlined)
                    .with_icon("pencil")
                    .width(width)
                    .show(ui, self.look)
                    .clicked()
                {
                    self.intents.push(Intent::Show(select_card(self.map, card.id)));
                }
            }
        });
    }
}
