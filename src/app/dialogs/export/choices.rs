//! The choices of the export dialog: of every format those that matter for it.

use eframe::egui::{Label, RichText, Ui};

use super::ExportDialog;
use super::preview::most_pixels;
use crate::app::look::{Look, chip, field, list, regular, segmented, segmented_as_far};
use crate::export::tables::List;
use crate::export::{Contents, Format, png};
use crate::i18n::{self, Words};
use crate::layout::notes::has_notes;
use crate::layout::paper::{Orientation, Page, Paper};
use crate::model::Theme;
use crate::words;

const SCALES: [f64; 4] = [1.0, 2.0, 3.0, 4.0];
/// Dots an inch, for pictures on paper.
const DOTS: [f64; 4] = [96.0, 150.0, 300.0, 600.0];
/// Sizes of a map over several sheets.
const TILES: [f64; 8] = [0.4, 0.5, 0.6, 0.75, 1.0, 1.25, 1.5, 2.0];

impl ExportDialog {
    pub(super) fn choices(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        ui.spacing_mut().item_spacing.y = 12.0;
        let fits = |format: &Format| self.wish.options.plot.is_none() || format.is_picture();
        let formats: Vec<Format> = Format::ALL.into_iter().filter(fits).collect();
        let names: Vec<(Format, String)> = formats.into_iter().map(|format| (format, format.name(words))).collect();
        choose(ui, look, &words!(words, "dialog-export-format"), &names, &mut self.wish.format);
        let format = self.wish.format;
        if format.has_lists() {
            let tables = std::iter::once(None).chain(List::ALL.map(Some));
            let named = tables
                .map(|list| (list, list.map_or_else(|| words!(words, "dialog-export-grid"), |list| list.name(words))));
            let named: Vec<_> = named.collect();
            choose(ui, look, &words!(words, "dialog-export-table"), &named, &mut self.wish.options.list);
        }
        if format.has_contents() && self.wish.options.plot.is_none() {
            let named = Contents::ALL.map(|contents| (contents, contents.name(words)));
            choose(ui, look, &words!(words, "dialog-export-contents"), &named, &mut self.wish.options.contents);
        }
        if format.has_theme() {
            let named = Theme::ALL.map(|theme| (theme, i18n::theme_word(words, theme)));
            let mut theme = self.wish.options.theme.unwrap_or_default();
            choose(ui, look, &words!(words, "dialog-export-theme"), &named, &mut theme);
            self.wish.options.theme = Some(theme);
        }
        if format.has_paper() {
            self.paper(ui, look, words);
        }
        if format.has_scale() {
            if self.wish.options.page.is_some() { self.dots(ui, look, words) } else { self.scales(ui, look, words) }
        }
        if format.can_be_transparent() {
            ui.checkbox(&mut self.wish.options.transparent, words!(words, "dialog-export-transparent"));
        }
        if format.has_text_mode() {
            ui.checkbox(&mut self.wish.options.text_as_paths, words!(words, "dialog-export-paths"));
        }
        if self.wish.options.plot.is_none() && self.wish.options.contents == Contents::Map {
            self.include(ui, look, words);
        }
    }

    /// The paper, how it lies, and how many sheets of it.
    fn paper(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let options = &mut self.wish.options;
        let mut named = vec![(None, words!(words, "dialog-export-page-own"))];
        named.extend(Paper::ALL.map(|paper| (Some(paper), paper.name().to_owned())));
        let mut paper = options.page.map(|page| page.paper);
        choose(ui, look, &words!(words, "dialog-export-page"), &named, &mut paper);
        options.page = paper.map(|paper| Page { paper, ..options.page.unwrap_or(Page::fit(paper)) });
        let Some(page) = &mut options.page else { return };
        let named = [
            (None, words!(words, "dialog-export-either-way")),
            (Some(Orientation::Portrait), words!(words, "dialog-export-portrait")),
            (Some(Orientation::Landscape), words!(words, "dialog-export-landscape")),
        ];
        side_by_side(ui, look, &words!(words, "dialog-export-orientation"), &named, &mut page.orientation);
        if !self.wish.format.has_sheets() {
            return;
        }
        let named = [(false, words!(words, "dialog-export-one-sheet")), (true, words!(words, "dialog-export-tiled"))];
        let mut tiled = page.tiled.is_some();
        side_by_side(ui, look, &words!(words, "dialog-export-spread"), &named, &mut tiled);
        page.tiled = tiled.then_some(page.tiled.unwrap_or(1.0));
        if let Some(size) = &mut page.tiled {
            let mut named: Vec<(f64, String)> = TILES.iter().map(|size| (*size, words.percent(*size))).collect();
            if !TILES.contains(size) {
                named.push((*size, words.percent(*size)));
            }
            choose(ui, look, &words!(words, "dialog-export-tile-size"), &named, size);
        }
    }

    /// How fine, on paper.
    fn dots(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let named = DOTS.map(|dots| (dots / 96.0, format!("{} dpi", words.number(dots, 0))));
        let scale = &mut self.wish.options.scale;
        if !named.iter().any(|(known, _)| (known - *scale).abs() < 1e-9) {
            *scale = DOTS[1] / 96.0;
        }
        side_by_side(ui, look, &words!(words, "dialog-export-resolution"), &named, scale);
    }

    /// How large in pixels: no larger than a picture can be.
    fn scales(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let greatest = png::greatest_scale_of(self.size);
        let scales: Vec<f64> = match SCALES.into_iter().any(|scale| scale <= greatest) {
            true => SCALES.to_vec(),
            // Not even one pixel for each unit: what is possible is one more choice.
            false => [greatest].into_iter().chain(SCALES).collect(),
        };
        let known = scales.iter().any(|scale| (scale - self.wish.options.scale).abs() < 0.001);
        if self.wish.options.scale > greatest || !known {
            let wished = self.wish.options.scale.min(greatest);
            let fitting = scales.iter().copied().filter(|scale| *scale <= greatest && *scale <= wished.max(1.0));
            self.wish.options.scale = fitting.fold(scales[0].min(greatest), f64::max);
        }
        let names: Vec<String> = scales.iter().map(|scale| format!("{}×", words.short_number(*scale))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let most = most_pixels(words);
        let barred = |place: usize| (scales[place] > greatest).then(|| most.clone());
        let label = words!(words, "dialog-export-scale");
        field(ui, look, &label, |ui| {
            let selected = scales.iter().position(|scale| (scale - self.wish.options.scale).abs() < 0.001);
            if let Some(place) = segmented_as_far(ui, look, &label, &names, selected, &barred) {
                self.wish.options.scale = scales[place];
            }
        });
        if scales.iter().any(|scale| *scale > greatest) {
            ui.add(Label::new(RichText::new(most).font(regular(12.0)).color(look.colors.weak)).wrap());
        }
    }

    /// What of the map, and what besides it.
    fn include(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let (map, options) = (&self.map, &mut self.wish.options);
        if self.wish.format.has_sheets() {
            ui.checkbox(&mut options.plots, words!(words, "dialog-export-plots"));
            if has_notes(map) {
                ui.checkbox(&mut options.notes, words!(words, "dialog-export-notes"));
            }
        }
        if map.lanes.iter().any(|lane| lane.hidden || lane.collapsed) {
            ui.checkbox(&mut options.all, words!(words, "dialog-export-all"));
        }
        let all = options.all;
        let lanes: Vec<_> = map.lanes.iter().filter(|lane| all || !lane.hidden).collect();
        if lanes.len() > 1 {
            field(ui, look, &words!(words, "dialog-export-lanes"), |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = eframe::egui::vec2(6.0, 6.0);
                    for lane in lanes {
                        let name = if lane.name.is_empty() {
                            i18n::lane_kind_word(words, lane.kind)
                        } else {
                            lane.name.clone()
                        };
                        let shown = !options.left_out.lanes.contains(&lane.id);
                        if chip(ui, look, &name, None, shown).clicked() && !options.left_out.lanes.remove(&lane.id) {
                            options.left_out.lanes.insert(lane.id);
                        }
                    }
                });
            });
        }
        if map.personas.len() > 1 {
            field(ui, look, &words!(words, "dialog-export-personas"), |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = eframe::egui::vec2(6.0, 6.0);
                    for persona in &map.personas {
                        let out = &mut options.left_out.personas;
                        let shown = !out.contains(&persona.id);
                        if chip(ui, look, &persona.name, None, shown).clicked() && !out.remove(&persona.id) {
                            out.insert(persona.id);
                        }
                    }
                });
            });
        }
    }
}

/// One of several, in a list to open.
fn choose<T: Clone + PartialEq>(ui: &mut Ui, look: &Look, label: &str, named: &[(T, String)], chosen: &mut T) {
    field(ui, look, label, |ui| {
        let names: Vec<(Option<&str>, &str)> = named.iter().map(|(_, name)| (None, name.as_str())).collect();
        let selected = named.iter().position(|(value, _)| value == chosen);
        if let Some((value, _)) = list(ui, look, label, &names, selected).and_then(|place| named.get(place)) {
            *chosen = value.clone();
        }
    });
}

/// One of a few, side by side.
fn side_by_side<T: Clone + PartialEq>(ui: &mut Ui, look: &Look, label: &str, named: &[(T, String)], chosen: &mut T) {
    field(ui, look, label, |ui| {
        let names: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
        let selected = named.iter().position(|(value, _)| value == chosen);
        if let Some((value, _)) = segmented(ui, look, label, &names, selected).and_then(|place| named.get(place)) {
            *chosen = value.clone();
        }
    });
}
