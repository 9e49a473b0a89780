//! What is shown where a plot has nothing to show: what it needs, and the way there. Must not know how a plot is painted.

use std::sync::Arc;

use eframe::egui::{self, Popup, PopupCloseBehavior, RichText, Role, Sense, Ui, vec2};

use super::{Insights, InsightsState};
use crate::app::command::Command;
use crate::app::intent::PlotWish;
use crate::app::look::{self, Control, Kind as Rank, regular};
use crate::app::panels::naming::{card_text, select_card};
use crate::app::{Intent, roving};
use crate::insight::pain;
use crate::insight::plot::{Kind, Lack};
use crate::layout::plots::say;
use crate::model::Card;
use crate::words;

impl Insights<'_> {
    /// Says what is needed before there is something to plot, and leads there.
    pub(super) fn empty(&mut self, ui: &mut Ui, kind: Kind, lack: Lack, state: &mut InsightsState) {
        let colors = &self.look.colors;
        ui.add_space((ui.available_height() * 0.16).min(60.0));
        ui.vertical_centered(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
            look::icon(ui.painter(), kind.icon(), rect, colors.border_strong);
            let text = say::none(kind, self.words);
            ui.set_max_width(ui.available_width().min(440.0));
            ui.add(egui::Label::new(RichText::new(text).font(regular(12.5)).color(colors.weak)).wrap());
            ui.add_space(4.0);
            if lack == Lack::Against {
                self.against(ui, state);
                return;
            }
            if !matches!(kind, Kind::PainPoints | Kind::Priorities) {
                return;
            }
            let unrated = pain::ranking(self.map).into_iter().find(|pain| pain.priority.is_none());
            if let Some(card) = unrated.and_then(|pain| self.map.card(pain.card)).map(|(_, card)| card) {
                self.rate(ui, card);
            }
        });
    }

    fn rate(&mut self, ui: &mut Ui, card: &Arc<Card>) {
        let text = card_text(self.map, card, self.words);
        let name = words!(self.words, "insights-rate", name = text);
        let width = ui.available_width();
        let button = Control::text(&name).kind(Rank::Outlined).with_icon("pencil").width(width);
        if button.show(ui, self.look).clicked() {
            self.intents.push(Intent::Show(select_card(self.map, card.id)));
        }
    }

    /// Which map to compare with: one that is open, one of a file, or a new one.
    pub(super) fn against(&mut self, ui: &mut Ui, state: &mut InsightsState) {
        let name = state.against.as_ref().map_or_else(
            || words!(self.words, "plots-against-none"),
            |(name, _)| words!(self.words, "plots-against", map = name.as_str()),
        );
        let button = Control::text(&name).kind(Rank::Outlined).with_icon("chevron-down").show(ui, self.look);
        let menu = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).width(300.0);
        menu.show(|ui| {
            ui.set_width(300.0);
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut ids = Vec::new();
            let mut entry = |ui: &mut Ui, icon: &str, text: &str| {
                let control = Control::text(text).kind(Rank::Entry).role(Role::MenuItem).with_icon(icon).width(290.0);
                let entry = control.show(ui, self.look);
                ids.push(entry.id);
                if entry.clicked() {
                    ui.close();
                }
                entry.clicked()
            };
            for (name, map) in &state.others {
                let here = state.against.as_ref().is_some_and(|(_, chosen)| Arc::ptr_eq(chosen, map));
                if entry(ui, if here { "check" } else { "file-text" }, name) {
                    state.against = Some((name.clone(), Arc::clone(map)));
                }
            }
            if entry(ui, "folder-open", &words!(self.words, "plots-against-file")) {
                self.intents.push(Intent::Plot(PlotWish::CompareWithFile));
            }
            let make = (Command::DuplicateToBe.entry().name)(self.words);
            if entry(ui, "git-branch", &make) {
                self.intents.push(Intent::Run(Command::DuplicateToBe));
            }
            roving::rove(ui, &ids);
        });
    }
}
