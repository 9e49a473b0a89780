//! Plots as pictures: what [`crate::insight::plot`] describes, in its place.
//!
//! Where words stand ([`arrange`]) and what marks look like ([`Drawn`]) is worked out here once; the window paints it with
//! its own means, and [`scene`] makes a picture of it for exports. Must not know windows or files.

mod arrange;
mod cut;
mod marks;
mod paint;
mod regions;
pub mod say;
mod shapes;
mod view;

use kurbo::{Rect, Size};

pub use arrange::{Align, Ink, Lettering, arrange};
pub use paint::{Look, hue_color, hue_text, ink_on, scene};
pub use shapes::Drawn;
pub use view::{LONE, Measure, Room, SMALL, View, ticks};

use crate::insight::plot::{Plot, Ticks};
use crate::scene::kurbo;
use crate::text::{Style, Typesetter, Weight};

impl Measure for Typesetter {
    fn measure(&mut self, text: &str, weight: Weight, size: f32, width: Option<f64>) -> Size {
        let set = self.set(text, Style { weight, size }, width.map(|width| width.max(1.0) as f32));
        Size::new(set.width, set.height)
    }
}

/// The size of a plot's picture on paper: wide enough for the names of its columns, high enough for its rows.
pub fn usual_size(plot: &Plot) -> Size {
    let columns = match &plot.x.ticks {
        Ticks::Names(names) => names.len(),
        Ticks::Every { .. } | Ticks::Nothing => 0,
    };
    let column = match columns {
        ..=24 => 104.0,
        25..=60 => 72.0,
        _ => 30.0,
    };
    let rows = match &plot.y.ticks {
        Ticks::Names(names) => names.len() as f64 * (16.0 * within_row(plot) as f64).max(36.0) + 70.0,
        Ticks::Every { .. } | Ticks::Nothing => 0.0,
    };
    let listed = if plot.numbered { plot.table.rows.len() as f64 * 26.0 } else { 0.0 };
    let width = (columns as f64 * column + 120.0).clamp(920.0, 7000.0);
    // A wide plot is higher, too, so that what goes up and down is seen.
    let least = if plot.has_rows() { 180.0 } else { (width * 0.3).clamp(440.0, 640.0) };
    Size::new(width, rows.max(listed).clamp(least, 3000.0))
}

/// Into how many lines at most the things of one row are divided.
fn within_row(plot: &Plot) -> usize {
    let mut places: Vec<f64> = plot.marks.iter().map(|mark| mark.y).collect();
    places.sort_by(f64::total_cmp);
    places.dedup();
    places.chunk_by(|one, other| one.round() == other.round()).map(<[f64]>::len).max().unwrap_or(1)
}

/// The room of a plot of this size, whose upper left corner is at the origin.
pub(super) fn room(size: Size) -> Rect {
    Rect::from_origin_size((0.0, 0.0), size)
}
