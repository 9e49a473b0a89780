//! The fields of a lane. A change of its kind says first what it would lose.

use eframe::egui::{self, Ui};

use super::{Room, Subject};
use crate::app::look::{Control, Kind, TEXT, Tip as _, regular};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{color32, kind_word, lane_icon};
use crate::edit::{self, Edit, LaneChange, TextAt};
use crate::i18n::lane_kind_word;
use crate::layout::theme;
use crate::model::{Card, Content, ContentKind, JourneyMap, Lane, LaneId, LaneKind};
use crate::words;

/// What a lane would lose with its kind.
#[derive(Debug, Default, PartialEq, Eq)]
struct Loss {
    /// How many of its cards lose what only their kind holds, and which kind that is.
    cards: Option<(usize, ContentKind)>,
    /// How many opportunities no longer answer what they did.
    answers: usize,
}

impl Subject<'_> {
    pub(super) fn lane(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, id: LaneId) {
        let words = self.words;
        let Some(lane) = self.map.lane(id) else { return };
        self.heading(ui, lane_icon(lane.kind), self.look.colors.accent, &words!(words, "inspector-lane"), None);
        form.check(ui, &words!(words, "inspector-locked"), lane.locked, |on| Edit::SetLane(id, LaneChange::Locked(on)));
        form.hint(ui, &words!(words, "inspector-locked-about"));
        ui.add_enabled_ui(!lane.locked, |ui| self.lane_fields(ui, form, room, lane));
    }

    fn lane_fields(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, lane: &Lane) {
        let words = self.words;
        let id = lane.id;
        let label = words!(words, "inspector-name");
        form.label(ui, &label);
        let name = |text| Edit::SetText { at: TextAt::LaneName(id), text };
        form.bare_text(ui, &label, &lane.name, Lines::Wrapped, &lane_kind_word(words, lane.kind), name);
        self.lane_kind(ui, form, room, lane);
        let colors = theme::palette(self.map.look.theme).tints.map(color32);
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &colors, Some(lane.color)) {
            form.edit(Edit::SetLane(id, LaneChange::Color(color)));
        }
        form.number(ui, &words!(words, "inspector-height"), lane.height.map(f64::from), |height| match height {
            None => Some(Edit::SetLane(id, LaneChange::Height(None))),
            Some(height) if (1.0..=4000.0).contains(&height) => {
                Some(Edit::SetLane(id, LaneChange::Height(Some(height.round() as u16))))
            }
            Some(_) => None,
        });
        form.hint(ui, &words!(words, "inspector-height-about"));
        ui.add_space(4.0);
        form.check(ui, &words!(words, "inspector-collapsed"), lane.collapsed, |on| {
            Edit::SetLane(id, LaneChange::Collapsed(on))
        });
        form.check(ui, &words!(words, "inspector-hidden"), lane.hidden, |on| Edit::SetLane(id, LaneChange::Hidden(on)));
    }

    fn lane_kind(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, lane: &Lane) {
        let words = self.words;
        let label = words!(words, "inspector-lane-kind");
        form.label(ui, &label);
        let holds_cards = self.map.cards().map(|(_, card)| card).chain(&self.map.tray).any(|card| card.lane == lane.id);
        // A curve, times and figures have no cards: a lane that holds some can't become one.
        let kinds: Vec<LaneKind> = LaneKind::ALL
            .into_iter()
            .filter(|kind| *kind == lane.kind || !holds_cards || kind.content().is_some())
            .collect();
        let names: Vec<String> = kinds.iter().map(|&kind| lane_kind_word(words, kind)).collect();
        let entries: Vec<(Option<&str>, &str)> =
            kinds.iter().zip(&names).map(|(&kind, name)| (Some(lane_icon(kind)), name.as_str())).collect();
        let place = kinds.iter().position(|&kind| kind == lane.kind);
        let chosen = form.list(ui, &label, &entries, place).and_then(|place| kinds.get(place)).copied();
        if let Some(kind) = chosen {
            if loss(self.map, lane.id, kind) == Loss::default() {
                room.memory.lane_kind = None;
                form.edit(Edit::SetLane(lane.id, LaneChange::Kind(kind)));
            } else {
                room.memory.lane_kind = Some((lane.id, kind));
            }
        }
        let pending = room.memory.lane_kind.filter(|(of, kind)| *of == lane.id && *kind != lane.kind);
        room.memory.lane_kind = pending;
        match pending {
            Some((_, kind)) => self.lane_loss(ui, form, room, lane, kind),
            None if holds_cards => {
                form.hint(ui, &words!(words, "inspector-lane-kind-about"));
            }
            None => {}
        }
    }

    /// What the change would lose, and the two ways on.
    fn lane_loss(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, lane: &Lane, kind: LaneKind) {
        let words = self.words;
        let loss = loss(self.map, lane.id, kind);
        let mut said = Vec::new();
        if let Some((n, of)) = loss.cards {
            let what = lost_word(of, words);
            said.push(words!(words, "inspector-kind-loses", n = n, what = what, kind = kind_word(of, words)));
        }
        if loss.answers > 0 {
            said.push(words!(words, "inspector-kind-loses-answers", n = loss.answers));
        }
        said.push(words!(words, "inspector-kind-undo"));
        let colors = &self.look.colors;
        let frame = egui::Frame::new()
            .fill(colors.warning_soft)
            .corner_radius(egui::CornerRadius::same(crate::app::look::RADIUS + 2))
            .inner_margin(egui::Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = egui::RichText::new(said.join(" ")).font(regular(TEXT)).color(colors.text);
            ui.add(egui::Label::new(text).wrap());
            let change = words!(words, "inspector-kind-change", kind = lane_kind_word(words, kind));
            let width = ui.available_width();
            let control = Control::text(&change).kind(Kind::Outlined).width(width);
            if control.show(ui, self.look).with_tip(&change).clicked() {
                room.memory.lane_kind = None;
                form.edit(Edit::SetLane(lane.id, LaneChange::Kind(kind)));
            }
            if Control::text(&words!(words, "window-cancel")).width(width).show(ui, self.look).clicked() {
                room.memory.lane_kind = None;
            }
        });
    }
}

/// What a lane loses when it becomes one of this kind: found by doing it.
fn loss(map: &JourneyMap, lane: LaneId, kind: LaneKind) -> Loss {
    let Ok(after) = edit::apply(map, &Edit::SetLane(lane, LaneChange::Kind(kind))) else { return Loss::default() };
    let all = |map: &JourneyMap| -> Vec<std::sync::Arc<Card>> {
        map.cards().map(|(_, card)| card).chain(&map.tray).cloned().collect()
    };
    let mut loss = Loss::default();
    for (before, after) in all(map).iter().zip(&all(&after)) {
        if before.lane == lane {
            let content = &before.content;
            if content.kind() != after.content.kind() && *content != content.kind().empty() {
                let count = loss.cards.map_or(0, |(count, _)| count);
                loss.cards = Some((count + 1, content.kind()));
            }
        } else if let (Content::Opportunity(before), Content::Opportunity(after)) = (&before.content, &after.content)
            && after.answers.len() < before.answers.len()
        {
            loss.answers += 1;
        }
    }
    loss
}

/// What only cards of a kind hold.
fn lost_word(kind: ContentKind, words: &crate::i18n::Words) -> String {
    match kind {
        ContentKind::Touchpoint => words!(words, "lost-touchpoint"),
        ContentKind::PainPoint => words!(words, "lost-pain-point"),
        ContentKind::Opportunity => words!(words, "lost-opportunity"),
        ContentKind::Metric => words!(words, "lost-metric"),
        ContentKind::Image => words!(words, "lost-image"),
        ContentKind::Text | ContentKind::Process => String::new(),
    }
}
