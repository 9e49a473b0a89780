//! All fields of what is selected, with controls that fit them.
//!
//! Nothing selected shows the map's own fields. Must not know the canvas or the other panels.

mod card;
mod column;
mod content;
mod evidence;
mod lane;
mod line;
mod links;
mod lists;
mod map;
mod metric;
mod page;
mod pain;
mod parts;
mod persona;
mod replies;
mod row;
mod row_menu;
mod score;
mod several;
mod touchpoint;
mod who;

use std::sync::Arc;

use eframe::egui::{self, Color32, Label, Rect, RichText, Sense, Ui, Vec2, vec2};

pub use page::{PageState, page};

use super::form::{Form, Gesture};
use crate::app::Intent;
use crate::app::look::{self, Control, Look, Tip as _, bold, follow_focus};
use crate::app::panels::naming::card_text;
use crate::edit::{Cursor, Selection, connect, headings};
use crate::find::Owners;
use crate::i18n::Words;
use crate::layout::Images;
use crate::model::{Address, CardId, ContentKind, IdSource, JourneyMap, LaneId, LaneKind};
use crate::words;

/// What the inspector remembers from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct InspectorState {
    gesture: Gesture,
    memory: Memory,
    owners: Owners,
    linked: links::Linked,
}

impl InspectorState {
    /// Says whether the map can only be read.
    pub const fn set_read_only(&mut self, read_only: bool) {
        self.gesture.set_read_only(read_only);
    }

    /// It isn't shown any more: what is being typed or dragged there is finished. Whether that was a change, which is to be
    /// kept.
    pub(crate) fn put_down(&mut self) -> bool {
        self.gesture.put_down()
    }

    /// Whether a slider or a mark is being dragged.
    pub const fn is_dragging(&self) -> bool {
        self.gesture.is_dragging()
    }
}

/// What parts of the inspector remember besides a gesture.
#[derive(Debug, Clone, Default)]
struct Memory {
    /// The kind that a lane would get, once it was said what that loses.
    lane_kind: Option<(LaneId, LaneKind)>,
    /// What kind of thing was shown last: another one is read from its beginning.
    shown: Option<Kind>,
}

/// What kind of thing the inspector shows.
type Kind = (Option<std::mem::Discriminant<Cursor>>, Option<ContentKind>, usize);

/// Everything that a part of the inspector reads.
#[derive(Clone, Copy)]
struct Subject<'a> {
    map: &'a JourneyMap,
    /// Everybody that the map names as owner.
    owners: &'a [String],
    /// The cards that lead to the selected one.
    linked: &'a [CardId],
    selection: &'a Selection,
    look: &'a Look,
    words: &'a Words,
}

/// What a part of the inspector may use besides what it reads.
struct Room<'a> {
    memory: &'a mut Memory,
    ids: &'a mut IdSource,
    images: &'a dyn Images,
}

/// Shows the inspector.
#[expect(clippy::too_many_arguments, reason = "a panel is told everything it may use")]
pub fn ui(
    ui: &mut Ui,
    state: &mut InspectorState,
    map: &Arc<JourneyMap>,
    selection: &Selection,
    look: &Look,
    words: &Words,
    ids: &mut IdSource,
    images: &dyn Images,
) -> Vec<Intent> {
    let InspectorState { gesture, memory, owners, linked } = state;
    let owners = owners.of(map);
    let linked = selection.cards.first().map_or_else(Arc::default, |card| linked.to(map, *card));
    let mut form = Form::new(look, words, gesture);
    let subject = Subject { map, owners: &owners, linked: &linked, selection, look, words };
    let mut room = Room { memory, ids, images };
    let mut scroll = egui::ScrollArea::vertical().id_salt("inspector").auto_shrink([false, false]);
    let kind = Some(subject.kind());
    if std::mem::replace(&mut room.memory.shown, kind) != kind {
        scroll = scroll.vertical_scroll_offset(0.0);
    }
    scroll.show(ui, |ui| {
        egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 16, top: 14, bottom: 24 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            // Fields of one thing never take over what is typed into those of another.
            ui.push_id((selection.cursor, selection.anchor, &selection.also, &selection.cards), |ui| {
                subject.show(ui, &mut form, &mut room)
            });
        });
        follow_focus(ui);
    });
    form.finish()
}

impl Subject<'_> {
    fn kind(&self) -> Kind {
        let cards = &self.selection.cards;
        let content = cards.first().and_then(|&id| self.map.card(id)).map(|(_, card)| card.content.kind());
        let cursor = self.selection.cursor.filter(|_| content.is_none());
        (cursor.map(|cursor| std::mem::discriminant(&cursor)), content, cards.len().min(2))
    }

    fn show(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>) {
        let cards: Vec<_> = self.selection.cards.iter().filter_map(|&id| self.map.card(id)).collect();
        match cards[..] {
            [] => {}
            [(step, card)] => return self.card(ui, form, room, step, card),
            _ => {
                let cards: Vec<_> = cards.iter().map(|(_, card)| *card).collect();
                return self.many(ui, form, room, &cards);
            }
        }
        let chosen = headings::chosen(self.map, self.selection);
        if chosen.len() > 1 {
            return self.headings(ui, form, &chosen);
        }
        match self.selection.cursor {
            Some(Cursor::Link { from, to }) if connect::link(self.map, from, to).is_some() => {
                self.link(ui, form, from, to);
            }
            Some(Cursor::Branch { from, to }) if connect::branch(self.map, from, to).is_some() => {
                self.branch(ui, form, from, to);
            }
            Some(Cursor::Persona(id)) if self.map.persona(id).is_some() => self.persona(ui, form, room, id),
            Some(Cursor::Stage(id)) if self.map.stage(id).is_some() => self.stage(ui, form, id),
            Some(Cursor::Step(id)) if self.map.step(id).is_some() => self.step(ui, form, id, None),
            Some(Cursor::Lane(id)) if self.map.lane(id).is_some() => self.lane(ui, form, room, id),
            Some(Cursor::Cell { lane, step, persona }) if self.map.step(step).is_some() => {
                // Who is told that nothing can be typed here finds the way to change that.
                if let Some(lane) = self.map.lane(lane).filter(|lane| lane.locked) {
                    self.offer_unlock(ui, form, &[lane]);
                }
                self.step(ui, form, step, persona);
            }
            Some(Cursor::Phase(phase)) => self.phase(ui, form, phase),
            _ => self.whole_map(ui, form, room),
        }
    }

    /// The heading of the inspector: what is shown, and perhaps a figure at the right.
    fn heading(&self, ui: &mut Ui, icon: &str, color: Color32, title: &str, figure: Option<(String, Color32)>) {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(18.0), Sense::hover());
            look::icon(ui.painter(), icon, rect, color);
            ui.add(Label::new(RichText::new(title).font(bold(14.5)).color(self.look.colors.text)));
            if let Some((figure, color)) = figure {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.label(RichText::new(figure).font(bold(14.5)).color(color));
                });
            }
        });
    }

    /// A card by id, with its words; none where it isn't there.
    fn named_card(&self, id: CardId) -> Option<(CardId, String)> {
        self.map.card(id).map(|(_, card)| (id, card_text(self.map, card, self.words)))
    }

    /// A quiet button that adds something; whether it was clicked.
    fn add_button(&self, ui: &mut Ui, label: &str) -> bool {
        Control::text(label).with_icon("plus").show(ui, self.look).clicked()
    }

    /// A button that asks whether to open the address that a text is; nothing where it is none.
    fn opener(&self, ui: &mut Ui, form: &mut Form<'_>, text: &str) {
        let Some(address) = Address::parse(text) else { return };
        let label = words!(self.words, "inspector-open-address");
        if Control::text(&label).with_icon("link").show(ui, self.look).with_tip(address.as_str()).clicked() {
            form.push(Intent::OpenAddress(address));
        }
    }

    /// A choice of the colours of a palette; the first means none of them. `chosen` is none where several things differ. What
    /// was chosen, if something was.
    fn swatches(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        label: &str,
        colors: &[Color32],
        chosen: Option<Option<u8>>,
    ) -> Option<Option<u8>> {
        form.mixed(chosen.is_none()).mixed_label(ui, label);
        let mut result = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(3.0, 4.0);
            for place in 0..=colors.len() {
                let value = place.checked_sub(1).and_then(|place| u8::try_from(place).ok());
                let name = match value {
                    None => words!(self.words, "inspector-color-none"),
                    Some(place) => words!(self.words, "inspector-color", place = usize::from(place).saturating_add(1)),
                };
                let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::click());
                let on = chosen == Some(value);
                response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &name));
                let fill = place.checked_sub(1).and_then(|place| colors.get(place).copied());
                self.swatch(ui, rect, fill, on);
                crate::app::look::focus_ring(ui, self.look, rect, &response);
                if response.with_tip(name).clicked() && !on {
                    result = Some(value);
                }
            }
        });
        result
    }

    fn swatch(&self, ui: &Ui, rect: Rect, fill: Option<Color32>, ringed: bool) {
        let colors = &self.look.colors;
        let painter = ui.painter();
        // A tint is near the paper, which may be near the panel: its edge tells it apart.
        let edge = fill.map_or(colors.border_strong, |fill| fill.lerp_to_gamma(colors.text, 0.4));
        let line = egui::Stroke::new(1.0, edge);
        painter.circle(rect.center(), 8.0, fill.unwrap_or(colors.raised), line);
        if fill.is_none() {
            let across = [rect.center() + vec2(-5.0, 5.0), rect.center() + vec2(5.0, -5.0)];
            painter.line_segment(across, egui::Stroke::new(1.5, colors.weak));
        }
        if ringed {
            painter.circle_stroke(rect.center(), 11.0, egui::Stroke::new(2.0, colors.accent));
        }
    }
}

/// A whole number of things; none for what is no such number.
fn whole(value: Option<f64>) -> Option<Option<u32>> {
    match value {
        None => Some(None),
        Some(value) if (0.0..=1_000_000.0).contains(&value) && value.fract() == 0.0 => Some(Some(value as u32)),
        Some(_) => None,
    }
}
