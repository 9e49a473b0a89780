//! The figures of a plot as a table in the window, and as what the clipboard takes. Must not know which plots there are.

use std::collections::HashSet;

use eframe::egui::{self, Label, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::look::{Look, Tip as _, medium, regular};
use crate::export::html_table::{self, html_table};
use crate::i18n::Words;
use crate::insight::plot::{About, Cell, Plot, Scale};
use crate::layout::plots::say;

/// Height of a row, in points.
const ROW: f32 = 26.0;

/// A plot's figures as tab-separated text and as HTML, with its columns' names above.
pub(super) fn copied(plot: &Plot, words: &Words) -> (String, String) {
    let head: Vec<String> = plot.table.columns.iter().map(|column| say::word(*column, words)).collect();
    let rows: Vec<Vec<String>> =
        plot.table.rows.iter().map(|row| row.cells.iter().map(|cell| say::cell(cell, words)).collect()).collect();
    // A cell is one line of one column, whatever a card says.
    let flat = |text: &String| text.replace(['\t', '\n', '\r'], " ");
    let line = |cells: &[String]| cells.iter().map(flat).collect::<Vec<_>>().join("\t");
    let text: Vec<String> = std::iter::once(line(&head)).chain(rows.iter().map(|row| line(row))).collect();
    let cell = |text| html_table::Cell { text, figure: None };
    let mut table = vec![head.iter().map(|text| cell(text.as_str())).collect::<Vec<_>>()];
    for (said, row) in rows.iter().zip(&plot.table.rows) {
        let cells = said.iter().zip(&row.cells).map(|(text, cell)| html_table::Cell { text, figure: figure(cell) });
        table.push(cells.collect());
    }
    (text.join("\n"), html_table(&table, None))
}

/// The figure of a cell where it says nothing but that.
const fn figure(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Figure(value, Scale::Plain | Scale::Places(_) | Scale::Signed(_) | Scale::Minutes | Scale::In(_)) => {
            Some(*value)
        }
        Cell::Figure(_, Scale::Percent | Scale::PercentPoints) | Cell::Said(_) | Cell::Unknown => None,
    }
}

/// The table of a plot in all the room there is. What was clicked, if something was.
pub(super) fn table(
    ui: &mut Ui,
    plot: &Plot,
    look: &Look,
    words: &Words,
    selected: &dyn Fn(&About) -> bool,
) -> Option<About> {
    let columns = &plot.table.columns;
    let rows = &plot.table.rows;
    let painter = ui.painter().clone();
    let width = |text: &str, font| painter.layout_no_wrap(text.to_owned(), font, look.colors.text).size().x;
    // So wide as the widest of the first rows; longer texts wrap.
    let mut widths: Vec<f32> =
        columns.iter().map(|one| width(&say::word(*one, words), medium(12.0)).min(150.0)).collect();
    for row in rows.iter().take(60) {
        for (widest, cell) in widths.iter_mut().zip(&row.cells) {
            *widest = widest.max(width(&say::cell(cell, words), regular(12.5)).min(320.0));
        }
    }
    let numeric: HashSet<usize> = (0..columns.len())
        .filter(|&column| rows.iter().any(|row| matches!(row.cells.get(column), Some(Cell::Figure(..)))))
        .collect();
    let mut clicked = None;
    let scroll = egui::ScrollArea::both().auto_shrink([false, false]).id_salt(("table", plot.kind.name()));
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let line = |ui: &mut Ui, cells: Vec<String>, head: bool| {
            ui.horizontal_top(|ui| {
                for (column, text) in cells.into_iter().enumerate() {
                    let room = widths.get(column).copied().unwrap_or(60.0);
                    let font = if head { medium(12.0) } else { regular(12.5) };
                    let ink = if head { look.colors.weak } else { look.colors.text };
                    let align = if numeric.contains(&column) { egui::Align::Max } else { egui::Align::Min };
                    ui.add_space(4.0);
                    ui.allocate_ui_with_layout(vec2(room, ROW), egui::Layout::top_down(align), |ui| {
                        ui.set_width(room);
                        ui.add_space(5.0);
                        ui.add(Label::new(RichText::new(text).font(font).color(ink)).wrap().selectable(false));
                        ui.add_space(4.0);
                    });
                    ui.add_space(14.0);
                }
            })
            .response
            .rect
        };
        let head = line(ui, columns.iter().map(|column| say::word(*column, words)).collect(), true);
        ui.painter().hline(head.x_range(), head.bottom(), egui::Stroke::new(1.0, look.colors.border_strong));
        for (place, row) in rows.iter().enumerate() {
            let background = ui.painter().add(egui::Shape::Noop);
            let rect = line(ui, row.cells.iter().map(|cell| say::cell(cell, words)).collect(), false);
            let response = ui.interact(rect, ui.scope_id().with(("row", place)), Sense::click());
            let on = selected(&row.about);
            response
                .widget_info(|| WidgetInfo::selected(Role::Button, true, on, say::lines(plot, row, words).join(". ")));
            if on || response.hovered() || response.has_focus() {
                let fill = if on { look.colors.accent_soft } else { look.colors.hover };
                ui.painter().set(background, egui::Shape::rect_filled(rect, 4.0, fill));
            }
            ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, look.colors.border));
            if response.clicked() {
                clicked = Some(row.about);
            }
            if let Some(worked) = say::worked_of(row, words) {
                response.with_tip(worked);
            }
        }
    });
    clicked
}
