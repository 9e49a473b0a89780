//! The list of what changed. Must not know how the changes are found.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, CornerRadius, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::CompareDialog;
use crate::app::dialogs::questions::body;
use crate::app::look::{Look, RADIUS, TEXT, WIDE, bold, focus_ring, regular};
use crate::export::comparison::Line;
use crate::i18n::Words;
use crate::insight::compare::{At, Trend};
use crate::words;

/// Shares of the columns.
const COLUMNS: [f32; 6] = [0.18, 0.25, 0.17, 0.17, 0.09, 0.14];

impl CompareDialog {
    /// What changed, line by line.
    pub(super) fn changes(&self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let Some(known) = &self.known else { return };
        if known.list.lines.is_empty() {
            ui.add_space(WIDE);
            body(ui, look, &words!(words, "compare-same"));
            ui.add_space(WIDE);
            return;
        }
        let colors = &look.colors;
        let head: Vec<Said<'_>> =
            known.list.columns.iter().map(|name| Said { text: name, strong: true, color: colors.weak }).collect();
        row(ui, look, &COLUMNS, &head, None);
        let area = ScrollArea::vertical().id_salt("changes").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut previous: Option<At> = None;
            for line in &known.list.lines {
                let first = previous != Some(line.at);
                previous = Some(line.at);
                change(ui, look, line, first);
            }
        });
    }
}

/// What stands in a column.
struct Said<'a> {
    text: &'a str,
    strong: bool,
    color: Color32,
}

fn change(ui: &mut Ui, look: &Look, line: &Line, first: bool) {
    let colors = &look.colors;
    let color = match (line.trend, line.sure) {
        (Trend::Neither, _) | (_, Some(false)) => colors.weak,
        (Trend::Better, _) => colors.success,
        (Trend::Worse, _) => colors.danger,
    };
    let cells = [
        Said { text: if first { &line.step } else { "" }, strong: true, color: colors.text },
        Said { text: &line.what, strong: false, color: colors.text },
        Said { text: &line.before, strong: false, color: colors.weak },
        Said { text: &line.after, strong: false, color: colors.text },
        Said { text: &line.difference, strong: true, color },
        Said { text: &line.verdict, strong: false, color },
    ];
    let whole = [&line.step, &line.what, &line.before, &line.after, &line.difference, &line.verdict];
    let spoken: Vec<&str> = whole.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    row(ui, look, &COLUMNS, &cells, Some((spoken.join(", "), first)));
}

/// A row of a table; `spoken` is what it says as a whole, and whether a line stands over it.
fn row(ui: &mut Ui, look: &Look, shares: &[f32], cells: &[Said<'_>], spoken: Option<(String, bool)>) {
    const GAP: f32 = 12.0;
    let width = ui.available_width();
    let galleys: Vec<_> = cells
        .iter()
        .zip(shares)
        .map(|(cell, share)| {
            let mut job = LayoutJob::default();
            job.wrap.max_width = (width * share - GAP).max(20.0);
            let font_id = if cell.strong { bold(12.5) } else { regular(TEXT) };
            job.append(cell.text, 0.0, TextFormat { font_id, color: cell.color, ..TextFormat::default() });
            ui.painter().layout_job(job)
        })
        .collect();
    let height = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max) + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::focusable_noninteractive());
    if !ui.is_rect_visible(rect) {
        return;
    }
    if let Some((spoken, ruled)) = spoken {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        if ruled {
            let line = eframe::egui::Stroke::new(1.0, look.colors.border);
            ui.painter().hline(rect.x_range(), rect.top(), line);
        }
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), look.colors.hover.gamma_multiply(0.5));
        }
    }
    let mut left = rect.left();
    for (galley, share) in galleys.into_iter().zip(shares) {
        ui.painter().galley(pos2(left, rect.top() + 5.0), galley, look.colors.text);
        left += width * share;
    }
    focus_ring(ui, look, Rect::from_min_max(rect.min, rect.max), &response);
}
