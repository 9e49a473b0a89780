//! What is in the map, as a list: phases with their stages and steps, lanes, personas.
//!
//! Rows can be renamed, moved, removed and added to. Names are never cut: a long one wraps. Must not know the canvas.

mod act;
mod drag;
mod heights;
mod kept;
mod menu;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{
    self, Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use self::heights::Heights;
use self::kept::Kept;
use self::rows::Row;
use super::form::{Form, Gesture};
use crate::app::Intent;
use crate::app::button::Button;
use crate::app::look::{self, Control, Look, RADIUS, ROW, TEXT, Tip as _, medium, regular};
use crate::edit::{Cursor, Edit, Selection, TextAt, headings};
use crate::i18n::Words;
use crate::model::{IdSource, JourneyMap, Lane, LaneKind, StageId};
use crate::words;

/// What the outline remembers from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct OutlineState {
    /// Stages whose steps aren't shown.
    closed: BTreeSet<StageId>,
    /// The row being renamed.
    renaming: Option<Cursor>,
    /// The field of that row has had the focus.
    typing: bool,
    gesture: Gesture,
    /// The words of the map's language, where it isn't the window's: names that the map gives itself are in it.
    map_words: Option<Words>,
    dragged: Option<Cursor>,
    button: Button,
    /// What was selected when the outline last scrolled to it.
    seen: Option<Cursor>,
    /// A row that takes the focus as soon as it is there.
    focus: Option<Cursor>,
    /// The row whose menu was opened by key.
    menu: Option<Cursor>,
    heights: Heights,
    kept: Kept,
    /// The map can only be read.
    read_only: bool,
}

impl OutlineState {
    /// From now on nothing can be added, renamed or moved, or again.
    pub const fn set_read_only(&mut self, read_only: bool) {
        self.read_only = read_only;
    }

    /// It isn't shown any more: what is being typed there is finished, what is dragged stays where it was. Whether
    /// something was typed, which is to be kept.
    pub(crate) fn put_down(&mut self) -> bool {
        (self.renaming, self.dragged) = (None, None);
        self.gesture.put_down()
    }

    /// Whether a row is being dragged.
    pub const fn is_dragging(&self) -> bool {
        self.dragged.is_some()
    }
}

/// Shows the outline.
pub fn ui(
    ui: &mut Ui,
    state: &mut OutlineState,
    map: &JourneyMap,
    selection: &Selection,
    look: &Look,
    words: &Words,
    ids: &mut IdSource,
) -> Vec<Intent> {
    ui.input(|input| state.button.watch(input));
    let mut gesture = std::mem::take(&mut state.gesture);
    let map_words = match &state.map_words {
        _ if map.language == words.language() => words.clone(),
        Some(own) if own.language() == map.language => own.clone(),
        _ => Words::new(map.language),
    };
    state.map_words = Some(map_words.clone());
    let waiting = state.focus;
    state.heights.begin(ui);
    state.kept.begin(map, look, words);
    // Who reads the window aloud is told of every row; for the eye those in view are enough.
    let read_aloud = ui.ctx().accesskit_node_builder(ui.scope_id(), |_| ()).is_some();
    // A menu hangs on its row.
    let all = read_aloud || egui::Popup::is_any_open(ui.ctx());
    let mut outline = Outline {
        state,
        map,
        selected: shown_row(map, selection),
        chosen: headings::chosen(map, selection),
        form: Form::new(look, words, &mut gesture),
        map_words,
        ids,
        places: BTreeMap::new(),
        all,
        held: None,
    };
    egui::ScrollArea::vertical().id_salt("outline").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::Frame::new().inner_margin(egui::Margin { left: 8, right: 8, top: 8, bottom: 16 }).show(ui, |ui| {
            outline.everything(ui);
        });
    });
    let selected = outline.selected;
    let intents = outline.form.finish();
    state.gesture = gesture;
    state.seen = selected;
    // A row that wasn't there when its turn came is gone: it must not take the focus later.
    if waiting.is_some() && state.focus == waiting {
        state.focus = None;
    }
    intents
}

/// The row that stands for what is selected.
fn shown_row(map: &JourneyMap, selection: &Selection) -> Option<Cursor> {
    match selection.cursor? {
        Cursor::Cell { persona: Some(persona), .. } if selection.cards.is_empty() && map.persona(persona).is_none() => {
            None
        }
        Cursor::Cell { step, .. } | Cursor::Branch { from: step, .. } => Some(Cursor::Step(step)),
        Cursor::Link { from, .. } => map.card(from).and_then(|(step, _)| step).map(|step| Cursor::Step(step.id)),
        Cursor::Title | Cursor::Scenario | Cursor::Omtm => None,
        cursor => Some(cursor),
    }
}

struct Outline<'a> {
    state: &'a mut OutlineState,
    map: &'a JourneyMap,
    selected: Option<Cursor>,
    /// The headings that are selected together.
    chosen: Vec<Cursor>,
    form: Form<'a>,
    map_words: Words,
    ids: &'a mut IdSource,
    places: BTreeMap<Cursor, Rect>,
    /// Every row is made, in view or not.
    all: bool,
    /// What the row says that is being dragged.
    held: Option<String>,
}

impl Outline<'_> {
    fn everything(&mut self, ui: &mut Ui) {
        let (look, words) = (self.form.look, self.form.words);
        self.heading(ui, &words!(words, "outline-journey"), &words!(words, "outline-add-stage"), |outline| {
            outline.add_stage();
        });
        let state = &mut *self.state;
        let parts = state.kept.journey(self.map, &state.closed, look, &self.map_words, words);
        if parts.is_empty() {
            self.empty(ui, &words!(words, "outline-no-stages"));
        }
        self.rows(ui, parts.iter().flat_map(|part| part.rows.iter()));

        self.heading_with_menu(ui);
        let rows = self.state.kept.lanes(self.map, &self.map_words, words);
        if rows.is_empty() {
            self.empty(ui, &words!(words, "outline-no-lanes"));
        }
        self.rows(ui, rows.iter());

        self.heading(ui, &words!(words, "outline-personas"), &words!(words, "outline-add-persona"), |outline| {
            outline.add_persona();
        });
        let rows = self.state.kept.personas(self.map, look, words);
        if rows.is_empty() {
            self.empty(ui, &words!(words, "outline-no-personas"));
        }
        self.rows(ui, rows.iter());
        self.drag(ui);
    }

    fn heading(&mut self, ui: &mut Ui, text: &str, add: &str, act: impl FnOnce(&mut Self)) {
        let look = self.form.look;
        let response = heading_line(ui, look, text, |ui| Control::icon("plus", add).show(ui, look));
        if response.clicked() {
            act(self);
        }
    }

    fn heading_with_menu(&mut self, ui: &mut Ui) {
        let (look, words) = (self.form.look, self.form.words);
        let add = words!(words, "outline-add-lane");
        let response =
            heading_line(ui, look, &words!(words, "outline-lanes"), |ui| Control::icon("plus", &add).show(ui, look));
        let mut chosen = None;
        egui::Popup::menu(&response).show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                ui.set_min_width(220.0);
                for kind in LaneKind::ALL {
                    let name = crate::i18n::lane_kind_word(words, kind);
                    let control = Control::text(&name).with_icon(super::naming::lane_icon(kind));
                    if control.kind(look::Kind::Entry).show(ui, look).clicked() {
                        chosen = Some(kind);
                        ui.close();
                    }
                }
            });
        });
        if let Some(kind) = chosen {
            let lane = Arc::new(Lane::new(self.ids.fresh(), kind));
            let at = match self.selected {
                Some(Cursor::Lane(id)) => {
                    self.map.lanes.iter().position(|lane| lane.id == id).map_or(self.map.lanes.len(), |at| at + 1)
                }
                _ => self.map.lanes.len(),
            };
            let target = Cursor::Lane(lane.id);
            self.add(Edit::InsertLane { at, lane }, target);
        }
    }

    fn empty(&self, ui: &mut Ui, text: &str) {
        egui::Frame::new().inner_margin(egui::Margin::symmetric(10, 4)).show(ui, |ui| {
            self.form.hint(ui, text);
        });
    }

    fn rows<'r>(&mut self, ui: &mut Ui, rows: impl Iterator<Item = &'r Row> + Clone) {
        // Tab goes on from the row that has the keyboard, wherever it was scrolled to.
        let focused = ui.memory(|memory| memory.focused());
        let focused = focused.and_then(|id| rows.clone().position(|row| row_id(row.target) == id));
        for (place, row) in rows.enumerate() {
            if self.state.renaming == Some(row.target) {
                self.rename_row(ui, row);
            } else {
                let near = focused.is_some_and(|focused| focused.abs_diff(place) <= 1);
                self.row(ui, row, near);
            }
        }
    }

    /// Whether a row has to be made though it isn't in view.
    fn is_wanted(&self, target: Cursor) -> bool {
        let state = &self.state;
        self.all
            || [state.dragged, state.focus, state.menu].contains(&Some(target))
            || self.selected == Some(target) && state.seen != self.selected
    }

    fn row(&mut self, ui: &mut Ui, row: &Row, near: bool) {
        let (look, words) = (self.form.look, self.form.words);
        let colors = &look.colors;
        let held = self.state.dragged == Some(row.target);
        let color = if row.faint || held { colors.weak } else { row.color.unwrap_or(colors.text) };
        let font = if row.heavy { medium(TEXT) } else { regular(TEXT) };
        let left = left_of(row);
        let marks = 20.0 * row.marks.len() as f32 + if matches!(row.target, Cursor::Stage(_)) { 24.0 } else { 6.0 };
        let room = (ui.available_width() - left - marks).max(40.0);
        let known = self.state.heights.of(row, room);
        let painter = ui.painter().clone();
        let set = || painter.layout(row.text.clone(), font.clone(), color, room);
        let measured = known.is_none().then(&set);
        let size = measured.as_ref().map(|galley| galley.size().y);
        let height = known.or(size.map(|size| (size + 10.0).max(ROW))).unwrap_or(ROW);
        self.state.heights.note(row, room, height);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        self.places.insert(row.target, rect);
        // So that Tab finds the rows before and after those in view.
        let in_view = ui.is_rect_visible(rect.expand2(vec2(0.0, 2.0 * ROW)));
        if !in_view && !near && !self.is_wanted(row.target) {
            return;
        }
        let galley = measured.unwrap_or_else(set);
        let id = row_id(row.target);
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let current = self.selected == Some(row.target);
        let selected = current || self.chosen.contains(&row.target);
        look::selectable(&response, Role::TreeItem, true, selected, &row.name);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_level(usize::from(row.depth) + 1);
            if let Some(open) = row.open {
                node.set_expanded(open);
            }
        });

        if held {
            // What hangs at the pointer is this one.
            painter.rect_filled(rect, CornerRadius::same(RADIUS), colors.pressed);
            self.held = Some(row.text.clone());
        } else if selected {
            painter.rect_filled(rect, CornerRadius::same(RADIUS), colors.accent_soft);
        } else if response.hovered() && self.state.dragged.is_none() {
            painter.rect_filled(rect, CornerRadius::same(RADIUS), colors.hover);
        }
        if response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            painter.rect_stroke(rect, CornerRadius::same(RADIUS), line, StrokeKind::Inside);
        }
        let middle = rect.top() + (ROW / 2.0).max(height / 2.0);
        if let Some(name) = row.icon {
            let at = Rect::from_center_size(pos2(rect.left() + 18.0, middle), Vec2::splat(16.0));
            look::icon(&painter, name, at, colors.weak);
        }
        if let Some(dot) = row.dot {
            painter.circle_filled(pos2(rect.left() + 18.0, middle), 5.0, dot);
        }
        if let Some(open) = row.open {
            let at = Rect::from_center_size(pos2(rect.left() + left - 11.0, middle), Vec2::splat(12.0));
            look::icon(&painter, if open { "chevron-down" } else { "chevron-right" }, at, colors.weak);
        }
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + left, middle), galley.size());
        painter.galley(at.min, galley, color);
        let mut mark_x = rect.right() - 14.0;
        for mark in &row.marks {
            let at = Rect::from_center_size(pos2(mark_x, middle), Vec2::splat(13.0));
            look::icon(&painter, mark, at, if *mark == "star" { colors.text } else { colors.weak });
            mark_x -= 20.0;
        }
        if self.state.focus == Some(row.target) {
            self.state.focus = None;
            response.request_focus();
        }
        if current && self.state.seen != self.selected && self.state.dragged.is_none() {
            ui.scroll_to_rect(rect, None);
        }
        if let Cursor::Stage(stage) = row.target {
            self.stage_plus(ui, &response, stage, rect, words);
        }
        self.act(ui, &response, row, left);
        self.menu(&response, row.target);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    fn stage_plus(&mut self, ui: &Ui, row: &Response, stage: StageId, rect: Rect, words: &Words) {
        let at = Rect::from_center_size(pos2(rect.right() - 14.0, rect.center().y), Vec2::splat(22.0));
        let response = ui.interact(at, row.id.with("add"), Sense::click());
        let name = self.map.stage(stage).map(|stage| stage.name.clone()).unwrap_or_default();
        let label = words!(words, "outline-add-step", stage = name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        let colors = &self.form.look.colors;
        if row.contains_pointer() || response.hovered() || row.has_focus() || response.has_focus() {
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(at, CornerRadius::same(RADIUS), colors.pressed);
            }
            look::icon(ui.painter(), "plus", at.shrink(4.0), colors.text);
            look::focus_ring(ui, self.form.look, at, &response);
        }
        if response.with_tip(label).clicked() {
            self.add_step(stage);
        }
    }

    fn rename_row(&mut self, ui: &mut Ui, row: &Row) {
        let Some((value, at)) = own_text(self.map, row.target) else {
            self.state.renaming = None;
            return;
        };
        let name = words!(self.form.words, "outline-rename", name = row.text.clone());
        let hint = row.text.clone();
        ui.horizontal(|ui| {
            ui.add_space((left_of(row) - 10.0).max(0.0));
            ui.push_id(row_id(row.target), |ui| {
                let set = |text| Edit::SetText { at, text };
                let response = self.form.renamed_text(ui, ("rename", &name), &value, &hint, set);
                self.places.insert(row.target, response.rect);
                if !self.state.typing {
                    response.request_focus();
                    select_all(ui, response.id, &value);
                    self.state.typing = true;
                } else if !response.has_focus() {
                    self.state.renaming = None;
                    if !ui.input(|input| input.pointer.any_down()) {
                        self.state.focus = Some(row.target);
                    }
                }
            });
        });
    }
}

/// A quiet heading with something at its right end.
fn heading_line<R>(ui: &mut Ui, look: &Look, text: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        look::section(ui, look, text);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), add).inner
    })
    .inner
}

/// Where the words of a row begin.
fn left_of(row: &Row) -> f32 {
    let before = if row.icon.is_some() || row.dot.is_some() { 34.0 } else { 10.0 };
    let arrow = if row.open.is_some() { 14.0 } else { 0.0 };
    let steps = if matches!(row.target, Cursor::Step(_)) { 14.0 } else { 0.0 };
    before + arrow + steps + 14.0 * f32::from(row.depth.min(1))
}

fn row_id(target: Cursor) -> Id {
    Id::unique(("outline row", target))
}

/// The own text of a row, and where it is set.
fn own_text(map: &JourneyMap, target: Cursor) -> Option<(String, TextAt)> {
    match target {
        Cursor::Phase(phase) => Some((map.phases.get(phase).to_owned(), TextAt::PhaseName(phase))),
        Cursor::Stage(id) => map.stage(id).map(|stage| (stage.name.clone(), TextAt::StageName(id))),
        Cursor::Step(id) => map.step(id).map(|step| (step.name.clone(), TextAt::StepName(id))),
        Cursor::Lane(id) => map.lane(id).map(|lane| (lane.name.clone(), TextAt::LaneName(id))),
        Cursor::Persona(id) => map.persona(id).map(|persona| (persona.name.clone(), TextAt::PersonaName(id))),
        _ => None,
    }
}

/// Selects what a field holds, so that typing replaces it.
fn select_all(ui: &Ui, field: Id, text: &str) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    let range = egui::text::CCursorRange::two(
        egui::text::CCursor::new(egui::text::CharIndex(0)),
        egui::text::CCursor::new(egui::text::CharIndex(text.chars().count())),
    );
    state.cursor.set_char_range(Some(range));
    egui::TextEdit::store_state(ui.ctx(), field, state);
}
