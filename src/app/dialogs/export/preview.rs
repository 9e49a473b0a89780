//! What will be exported, as it will be: the picture on its sheets, and how large that becomes.

use eframe::egui::{Color32, CornerRadius, Label, Rect, RichText, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::app::dialogs::thumbnail::Made;
use crate::app::look::{Look, TEXT, regular};
use crate::export::{ExportError, ExportOptions, Format, pdf, png};
use crate::i18n::Words;
use crate::layout::paper::{Orientation, UNITS_A_MILLIMETRE};
use crate::layout::sheets::Sheets;
use crate::words;

/// Points between sheets.
const GAP: f32 = 4.0;

/// Shows the picture in at most this height, on as many sheets as it will be; what is said of it follows right below.
pub(super) fn picture(ui: &mut Ui, look: &Look, made: Option<&Made>, transparent: bool, high: f32) {
    let size = vec2(ui.available_width(), high);
    let Some(made) = made else {
        ui.allocate_exact_size(size, Sense::hover());
        return;
    };
    let Ok(sheets) = &made.sheets else { return };
    let (columns, rows) = (sheets.columns as f32, sheets.rows as f32);
    let (width, height) = (sheets.size.width.max(1.0) as f32, sheets.size.height.max(1.0) as f32);
    let fit = ((size.x - 2.0 - GAP * (columns - 1.0)) / (columns * width))
        .min((size.y - 2.0 - GAP * (rows - 1.0)) / (rows * height))
        .max(0.0);
    let whole = vec2(columns * width * fit + GAP * (columns - 1.0), rows * height * fit + GAP * (rows - 1.0));
    let (room, _) = ui.allocate_exact_size(vec2(size.x, whole.y + 2.0), Sense::hover());
    let corner = room.center_top() + vec2(-whole.x / 2.0, 1.0);
    let line = Stroke::new(1.0, look.colors.border_strong);
    let ground =
        if transparent { Color32::TRANSPARENT } else { Color32::from_rgb(made.paper.r, made.paper.g, made.paper.b) };
    let (across, down) = (made.size.width.max(1.0) as f32, made.size.height.max(1.0) as f32);
    for sheet in &sheets.sheets {
        let step = vec2(sheet.column as f32 * (width * fit + GAP), sheet.row as f32 * (height * fit + GAP));
        let rect = Rect::from_min_size(corner + step, vec2(width * fit, height * fit));
        ui.painter().rect(rect, CornerRadius::same(2), ground, line, StrokeKind::Outside);
        for part in &sheet.parts {
            let at = rect.min + vec2(part.at.x as f32, part.at.y as f32) * fit;
            let part_size = vec2(part.source.width() as f32, part.source.height() as f32) * fit;
            let seen = Rect::from_min_max(
                pos2(part.source.x0 as f32 / across, part.source.y0 as f32 / down),
                pos2(part.source.x1 as f32 / across, part.source.y1 as f32 / down),
            );
            ui.painter().image(made.texture.id(), Rect::from_min_size(at, part_size), seen, Color32::WHITE);
        }
    }
}

/// How large it becomes in words, and what there is to know about that; whether it can be made.
pub(super) fn about(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    format: Format,
    options: &ExportOptions,
    made: &Made,
) -> bool {
    let mut line = |text: String, color: Color32| {
        ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(color)).wrap());
    };
    match &made.sheets {
        Ok(sheets) => {
            line(size(words, format, options, sheets), look.colors.weak);
            if sheets.cut_cards > 0 {
                let count = words.number(sheets.cut_cards as f64, 0);
                line(words!(words, "dialog-export-cut", n = sheets.cut_cards, count = count), look.colors.text);
            }
            if sheets.cut_lanes > 0 {
                let count = words.number(sheets.cut_lanes as f64, 0);
                line(words!(words, "dialog-export-cut-lanes", n = sheets.cut_lanes, count = count), look.colors.text);
            }
            if sheets.sheets.len() > 1 && sheets.cut_cards == 0 && sheets.cut_lanes == 0 {
                line(words!(words, "dialog-export-whole"), look.colors.weak);
            }
            if format == Format::Pdf && options.page.is_none() && pdf::reduction_of(sheets.size) < 1.0 {
                let share = words.percent(pdf::reduction_of(sheets.size));
                line(words!(words, "dialog-export-reduced", share = share), look.colors.text);
            }
            let pixels = sheets.size * sheets.scale;
            if format == Format::Png && options.scale > png::greatest_scale_of(pixels) {
                line(most_pixels(words), look.colors.danger);
                return false;
            }
            true
        }
        Err(error) => {
            line(ExportError::from(*error).in_words(words), look.colors.danger);
            false
        }
    }
}

/// No picture has more pixels.
pub(super) fn most_pixels(words: &Words) -> String {
    words!(
        words,
        "dialog-export-too-large",
        most = words.number(png::MOST_PIXELS as f64 / 1e6, 0),
        side = words.number(f64::from(png::MOST_PIXELS_A_SIDE), 0)
    )
}

fn size(words: &Words, format: Format, options: &ExportOptions, sheets: &Sheets) -> String {
    let whole = |value: f64| words.number(value, 0);
    let paper = sheets.size * sheets.scale;
    let (width, height) = sheets.millimetres();
    match (format, options.page) {
        (Format::Png, _) => words!(
            words,
            "dialog-export-size",
            width = whole((paper.width * options.scale).ceil()),
            height = whole((paper.height * options.scale).ceil())
        ),
        (Format::Pdf, None) => {
            let shown = pdf::reduction_of(sheets.size);
            words!(
                words,
                "dialog-export-size-mm",
                width = whole(paper.width / UNITS_A_MILLIMETRE * shown),
                height = whole(paper.height / UNITS_A_MILLIMETRE * shown)
            )
        }
        (Format::Pdf, Some(page)) if page.tiled.is_some() => {
            let (n, paper) = (sheets.sheets.len(), page.paper.name());
            let count = whole(n as f64);
            let (columns, rows) = (whole(sheets.columns as f64), whole(sheets.rows as f64));
            match sheets.orientation() {
                Orientation::Portrait => words!(
                    words,
                    "dialog-export-sheets-portrait",
                    n = n,
                    count = count,
                    paper = paper,
                    columns = columns,
                    rows = rows
                ),
                Orientation::Landscape => words!(
                    words,
                    "dialog-export-sheets-landscape",
                    n = n,
                    count = count,
                    paper = paper,
                    columns = columns,
                    rows = rows
                ),
            }
        }
        (Format::Pdf, Some(page)) => words!(
            words,
            "dialog-export-sheet",
            paper = page.paper.name(),
            way = match sheets.orientation() {
                Orientation::Portrait => "portrait",
                Orientation::Landscape => "landscape",
            },
            width = whole(width),
            height = whole(height),
            share = words.percent(sheets.scale)
        ),
        (_, _) => words!(
            words,
            "dialog-export-size-units",
            width = whole(sheets.size.width),
            height = whole(sheets.size.height)
        ),
    }
}
