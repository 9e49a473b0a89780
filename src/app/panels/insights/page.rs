//! The page of plots: all of them at the left, one of them large, with its table, how it is worked out, what it can be copied
//! and exported as, and, on the curve, what would be if a step felt otherwise. Must not know how a plot is painted.

use std::sync::Arc;

use eframe::egui::{self, Align, Frame, Key, Label, Layout, Margin, Modifiers, RichText, Role, ScrollArea, Ui, vec2};

use super::area::Moves;
use super::legend::legend;
use super::{Insights, InsightsState, PAGE, is_selected, table, what_if};
use crate::app::Intent;
use crate::app::intent::PlotWish;
use crate::app::look::{self, Control, Kind as Rank, TEXT, bold, medium, regular};
use crate::app::roving;
use crate::insight::plot::{About, Kind, Plot};
use crate::layout::plots::say;
use crate::words;

/// Width of the list of plots, in points.
const LIST: f32 = 252.0;
/// In less width the buttons have icons only.
const NAMED: f32 = 980.0;
/// In less height what would be has few lines, and what else there is of them is scrolled to; in points.
const LOW_PAGE: f32 = 660.0;
const FEW: f32 = 84.0;

impl Insights<'_> {
    pub(super) fn page(&mut self, ui: &mut Ui, state: &mut InsightsState) {
        let Some(kind) = state.page else { return };
        let escape = state.dragged.is_none()
            && !egui::Popup::is_any_open(ui.ctx())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escape {
            if state.what_if.take().is_none() {
                self.intents.push(Intent::Plot(PlotWish::Close));
            }
            return;
        }
        let whole = ui.available_rect_before_wrap();
        ui.painter().rect_filled(whole, 0.0, self.look.colors.panel);
        let mut left = whole;
        left.set_right(whole.left() + LIST);
        let mut right = whole;
        right.set_left(left.right());
        let line = egui::Stroke::new(1.0, self.look.colors.border);
        ui.painter().vline(left.right(), whole.y_range(), line);
        let mut list = ui.new_child(egui::UiBuilder::new().max_rect(left).id_salt("plots list"));
        self.list(&mut list, state, kind);
        let mut page = ui.new_child(egui::UiBuilder::new().max_rect(right).id_salt("plots page"));
        Frame::new().inner_margin(Margin { left: 20, right: 16, top: 12, bottom: 12 }).show(&mut page, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            self.one(ui, state, kind);
        });
        ui.allocate_rect(whole, egui::Sense::hover());
    }

    fn list(&self, ui: &mut Ui, state: &mut InsightsState, kind: Kind) {
        Frame::new().inner_margin(Margin::same(8)).show(ui, |ui| {
            ScrollArea::vertical().id_salt("plots").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let mut ids = Vec::new();
                for other in Kind::ALL {
                    let title = say::title(other, self.words);
                    let entry = Control::text(&title)
                        .with_icon(other.icon())
                        .selected(other == kind)
                        .role(Role::Tab)
                        .width(LIST - 24.0);
                    let entry = entry.show(ui, self.look);
                    ids.push(entry.id);
                    if entry.clicked() && other != kind {
                        state.page = Some(other);
                        state.what_if = None;
                    }
                }
                roving::rove(ui, &ids);
            });
        });
    }

    fn one(&mut self, ui: &mut Ui, state: &mut InsightsState, kind: Kind) {
        let against = state.against();
        let tried = state.what_if.as_mut().map(|what_if| what_if.map(self.map));
        let plot = match &tried {
            Some(tried) => state.plots.tried(self.map, tried),
            None => state.plots.get(self.map, against.as_ref(), kind),
        };
        self.head(ui, state, kind, &plot);
        if kind == Kind::Compared && plot.lack.is_none() {
            self.against(ui, state);
        }
        if let Some(tried) = &tried {
            self.what_if(ui, state, tried);
        }
        if let Some(lack) = plot.lack {
            self.empty(ui, kind, lack, state);
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 2.0);
            legend(ui, &plot, true, self.look, self.words);
        });
        for note in say::notes(&plot, self.words) {
            let text = RichText::new(note).font(medium(12.0)).color(self.look.colors.text);
            ui.add(Label::new(text).wrap());
        }
        if state.how {
            self.how(ui, kind, &plot);
        }
        ui.add_space(4.0);
        if state.table {
            let selection = self.selection;
            let selected = |about: &About| is_selected(about, selection);
            if let Some(about) = table::table(ui, &plot, self.look, self.words, &selected) {
                let selection = self.selection_of(about);
                self.intents.push(Intent::Show(selection));
            }
            return;
        }
        let moves = match kind {
            Kind::Matrix if !state.read_only => Moves::Both,
            Kind::Emotion if tried.is_some() => Moves::Upright,
            _ => Moves::Never,
        };
        self.plot(ui, state, PAGE, &plot, moves);
    }

    /// What the plot is called, and what can be done with it.
    fn head(&mut self, ui: &mut Ui, state: &mut InsightsState, kind: Kind, plot: &Plot) {
        let named = ui.available_width() > NAMED;
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, look::ROW), Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let words = self.words;
            let close = words!(words, "plots-close");
            if Control::icon("x", &close).show(ui, self.look).clicked() {
                self.intents.push(Intent::Plot(PlotWish::Close));
            }
            let button = |ui: &mut Ui, icon: &str, name: &str, on: bool| {
                let mut control = Control::new(name).with_icon(icon).tip(name).selected(on);
                if named {
                    control = control.showing(name);
                }
                control.show(ui, self.look).clicked()
            };
            if button(ui, "upload", &words!(words, "plots-export"), false) {
                self.intents.push(Intent::Plot(PlotWish::Export(kind)));
            }
            if button(ui, "image", &words!(words, "plots-copy-picture"), false) {
                self.intents.push(Intent::Plot(PlotWish::CopyPicture(kind)));
            }
            if button(ui, "copy", &words!(words, "plots-copy-table"), false) {
                let (text, html) = table::copied(plot, words);
                self.intents.push(Intent::Plot(PlotWish::CopyTable { text, html }));
            }
            if button(ui, "info", &words!(words, "plots-how"), state.how) {
                state.how = !state.how;
            }
            if button(ui, "rows-3", &words!(words, "plots-table"), state.table) {
                state.table = !state.table;
            }
            if kind == Kind::Emotion && button(ui, "sparkles", &words!(words, "plots-what-if"), state.is_what_if()) {
                state.toggle_what_if();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = RichText::new(say::title(kind, words)).font(bold(16.0)).color(self.look.colors.text);
                ui.add(Label::new(title).truncate());
            });
        });
        let about = RichText::new(say::about(plot, self.words)).font(regular(12.5)).color(self.look.colors.weak);
        ui.add(Label::new(about).wrap());
    }

    /// How the figures are worked out, and with which figures where one is selected.
    fn how(&self, ui: &mut Ui, kind: Kind, plot: &Plot) {
        let colors = &self.look.colors;
        let frame = Frame::new().fill(colors.raised).inner_margin(Margin::symmetric(12, 8)).corner_radius(8);
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let text = RichText::new(say::how(kind, self.words)).font(regular(TEXT)).color(colors.text);
            ui.add(Label::new(text).wrap());
            let rows = plot.table.rows.iter().filter(|row| is_selected(&row.about, self.selection));
            for row in rows.take(4) {
                if let Some(worked) = say::worked_of(row, self.words) {
                    let name = say::row_name(plot, row, self.words);
                    let text = words!(self.words, "plot-of", whose = name, what = worked);
                    ui.add(Label::new(RichText::new(text).font(medium(12.5)).color(colors.accent)).wrap());
                }
            }
        });
    }

    /// What would be, and what becomes of it.
    fn what_if(&mut self, ui: &mut Ui, state: &mut InsightsState, tried: &Arc<crate::model::JourneyMap>) {
        let colors = &self.look.colors;
        let empty = state.what_if.as_ref().is_none_or(what_if::WhatIf::is_empty);
        let low = ui.available_height() < LOW_PAGE;
        let frame = Frame::new().fill(colors.accent_soft).inner_margin(Margin::symmetric(12, 8)).corner_radius(8);
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let width = ui.available_width();
            ui.allocate_ui_with_layout(vec2(width, look::ROW), Layout::right_to_left(Align::Center), |ui| {
                let discard = words!(self.words, "what-if-discard");
                if Control::text(&discard).kind(Rank::Outlined).show(ui, self.look).clicked() {
                    state.what_if = None;
                }
                let keep = words!(self.words, "what-if-keep");
                let keep = Control::text(&keep).kind(Rank::Primary).with_icon("git-branch").enabled(!empty);
                if keep.show(ui, self.look).clicked()
                    && let Some(what_if) = state.what_if.take()
                {
                    self.intents.push(Intent::Plot(PlotWish::KeepToBe(what_if.edit(self.map))));
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    // On one line with the buttons' words.
                    ui.add_space(5.0);
                    let hint = words!(self.words, "what-if-hint");
                    ui.add(Label::new(RichText::new(hint).font(medium(12.5)).color(colors.text)).wrap());
                });
            });
            let effects = what_if::effects(self.map, tried, self.words);
            let text = |line: String| RichText::new(line).font(regular(12.5)).color(colors.text);
            if low {
                // What would be is looked at in the plot: it keeps most of the height, and no line of these is broken.
                let area = ScrollArea::vertical().id_salt("what if").auto_shrink([false, true]).max_height(FEW);
                area.show(ui, |ui| {
                    for line in effects {
                        ui.add(Label::new(text(line)).truncate());
                    }
                });
                return;
            }
            let room = state.what_if.as_ref().map_or(0.0, |what_if| what_if.room);
            let lines = ui.vertical(|ui| {
                ui.set_min_height(room);
                for line in effects {
                    ui.add(Label::new(text(line)).wrap());
                }
            });
            if let Some(what_if) = &mut state.what_if {
                // What moves is said with what it was: that takes more lines.
                let more = if width < 700.0 { 3.0 } else { 1.0 };
                let high = lines.response.rect.height();
                what_if.room = if room > 0.0 { room.max(high) } else { high + more * 19.0 };
            }
        });
    }
}
