//! The map that comes of a table: its picture, what came in, what didn't and why.

use eframe::egui::{
    Color32, Frame, Label, Margin, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{Coming, TableDialog};
use crate::app::dialogs::thumbnail::Made;
use crate::app::look::{Look, TEXT, medium, regular, section};
use crate::export::ExportOptions;
use crate::i18n::Words;
use crate::import::file;
use crate::import::tabular::say::summary;
use crate::model::{JourneyMap, Theme};
use crate::words;

/// How high the picture of the map is at most, in points.
const MOST_HIGH: f32 = 220.0;
/// So many notes, and so many stages, are listed.
const MOST: usize = 200;

impl TableDialog {
    pub(super) fn preview(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        section(ui, look, &words!(words, "table-preview"));
        let Some(Coming { incoming, notes, picture, .. }) = &mut self.coming else { return };
        let frame = Frame::new().fill(look.colors.panel).stroke(Stroke::new(1.0, look.colors.border));
        frame.corner_radius(6).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
            let room = height - 44.0;
            let area = ScrollArea::vertical().id_salt("table-preview").max_height(room).min_scrolled_height(room);
            area.auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.set_width(ui.available_width() - 12.0);
                let map = &incoming.map;
                if file::is_nothing(incoming) {
                    line(ui, &words!(words, "table-nothing"), look.colors.weak);
                } else {
                    let theme = if look.theme == Theme::Print { Theme::Light } else { look.theme };
                    let options = ExportOptions { theme: Some(theme), ..ExportOptions::default() };
                    if map.steps().next().is_some()
                        && let Some((Made { texture, .. }, _)) = picture.of(ui.ctx(), &options)
                    {
                        let size = texture.size_vec2();
                        let fits = (ui.available_width() / size.x).min(MOST_HIGH / size.y);
                        let (rect, response) = ui.allocate_exact_size(size * fits, Sense::hover());
                        let name = words!(words, "table-picture");
                        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                        ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
                    }
                    let said = RichText::new(summary(map, words)).font(medium(TEXT)).color(look.colors.text);
                    ui.add(Label::new(said).wrap());
                    columns(ui, look, map);
                }
                if !notes.is_empty() {
                    ui.add_space(4.0);
                    section(ui, look, &words!(words, "table-notes"));
                    for (at, note) in notes.iter().take(MOST) {
                        let said = match at.line {
                            0 => note.clone(),
                            row => {
                                let row = words!(words, "dialog-imported-line", line = words.number(row as f64, 0));
                                format!("{row}: {note}")
                            }
                        };
                        line(ui, &said, look.colors.text);
                    }
                }
            });
        });
    }
}

/// The stages with their steps.
fn columns(ui: &mut Ui, look: &Look, map: &JourneyMap) {
    // Lines of text, not of controls.
    ui.spacing_mut().interact_size.y = 16.0;
    for stage in map.stages.iter().take(MOST) {
        // Sticky notes make steps without names; how many there are is said above.
        let steps: Vec<&str> =
            stage.steps.iter().map(|step| step.name.as_str()).filter(|name| !name.is_empty()).collect();
        if stage.name.is_empty() && steps.is_empty() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
            if !stage.name.is_empty() {
                ui.label(RichText::new(&stage.name).font(medium(12.5)).color(look.colors.text));
            }
            ui.label(RichText::new(steps.join("  ·  ")).font(regular(12.5)).color(look.colors.weak));
        });
    }
}

fn line(ui: &mut Ui, text: &str, color: Color32) {
    ui.add(Label::new(RichText::new(text).font(regular(12.5)).color(color)).wrap());
}
