//! The fields of a lane.

use eframe::egui::Ui;

use super::Subject;
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{color32, lane_icon};
use crate::edit::{Edit, LaneChange, TextAt};
use crate::i18n::lane_kind_word;
use crate::layout::theme;
use crate::model::{Lane, LaneId, LaneKind};
use crate::words;

impl Subject<'_> {
    pub(super) fn lane(&self, ui: &mut Ui, form: &mut Form<'_>, id: LaneId) {
        let words = self.words;
        let Some(lane) = self.map.lane(id) else { return };
        self.heading(ui, lane_icon(lane.kind), self.look.colors.accent, &words!(words, "inspector-lane"), None);
        form.check(ui, &words!(words, "inspector-locked"), lane.locked, |on| Edit::SetLane(id, LaneChange::Locked(on)));
        ui.add_enabled_ui(!lane.locked, |ui| self.lane_fields(ui, form, lane));
    }

    fn lane_fields(&self, ui: &mut Ui, form: &mut Form<'_>, lane: &Lane) {
        let words = self.words;
        let id = lane.id;
        let label = words!(words, "inspector-name");
        form.label(ui, &label);
        let name = |text| Edit::SetText { at: TextAt::LaneName(id), text };
        form.bare_text(ui, &label, &lane.name, Lines::Wrapped, &lane_kind_word(words, lane.kind), name);

        let label = words!(words, "inspector-lane-kind");
        form.label(ui, &label);
        let names: Vec<String> = LaneKind::ALL.iter().map(|&kind| lane_kind_word(words, kind)).collect();
        let entries: Vec<(Option<&str>, &str)> =
            LaneKind::ALL.iter().zip(&names).map(|(&kind, name)| (Some(lane_icon(kind)), name.as_str())).collect();
        let place = LaneKind::ALL.iter().position(|&kind| kind == lane.kind);
        let chosen = form.list(ui, &label, &entries, place);
        if let Some(&kind) = chosen.and_then(|place| LaneKind::ALL.get(place)) {
            form.edit(Edit::SetLane(id, LaneChange::Kind(kind)));
        }
        form.hint(ui, &words!(words, "inspector-lane-kind-about"));

        let colors = theme::palette(self.look.theme).tints.map(color32);
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &colors, lane.color) {
            form.edit(Edit::SetLane(id, LaneChange::Color(color)));
        }
        form.number(ui, &words!(words, "inspector-height"), lane.height.map(f64::from), |height| match height {
            None => Some(Edit::SetLane(id, LaneChange::Height(None))),
            Some(height) if (1.0..=4000.0).contains(&height) => {
                Some(Edit::SetLane(id, LaneChange::Height(Some(height.round() as u16))))
            }
            Some(_) => None,
        });
        ui.add_space(4.0);
        form.check(ui, &words!(words, "inspector-collapsed"), lane.collapsed, |on| {
            Edit::SetLane(id, LaneChange::Collapsed(on))
        });
        form.check(ui, &words!(words, "inspector-hidden"), lane.hidden, |on| Edit::SetLane(id, LaneChange::Hidden(on)));
    }
}
