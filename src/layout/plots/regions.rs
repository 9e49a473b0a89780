//! Where the words stand that belong to a part of a plot and not to a mark: names and figures of stages, names of marked
//! stretches, words in corners. Must not know how anything is painted.

use kurbo::{Rect, Size, Vec2};

use super::arrange::{Align, Arranger, Ink, overlap};
use super::cut::{cut, fits};
use super::say;
use super::shapes::Drawn;
use super::view::SMALL;
use crate::insight::plot::{Label, Region, Ticks};
use crate::scene::kurbo;
use crate::text::Weight;

/// A stage narrower than this has no words.
const LEAST: f64 = 18.0;
/// How many lines a figure over a stage has at most, where it is broken between its words.
const FIGURE_LINES: usize = 3;

impl Arranger<'_> {
    /// What stands over stretches of the axis.
    pub(super) fn regions(&mut self) {
        let plot = self.plot;
        let (marked, stages): (Vec<&Region>, Vec<&Region>) =
            plot.regions.iter().partition(|region| region.hue.is_some());
        self.stages(&stages);
        for region in marked {
            self.marked(region);
        }
    }

    /// Names of stages in one row, and below it their figures in another. Where there is little room a name is cut, and a
    /// figure broken: the reader would take a missing one for nothing.
    fn stages(&mut self, stages: &[&Region]) {
        let rect = self.view.rect;
        let line = self.size("0", Weight::Regular, SMALL, None).height;
        // Most of the height is the curves'.
        let most = (rect.height() * 0.1 / line).clamp(1.0, 2.0) as usize;
        let figures = stages.iter().any(|stage| stage.lines.len() > 1);
        let places: Vec<(&Region, f64, f64)> = stages
            .iter()
            .map(|stage| (*stage, self.view.x(stage.from).max(rect.x0), self.view.x(stage.to).min(rect.x1)))
            .filter(|(_, from, to)| to - from >= LEAST)
            .collect();
        let mut top = rect.y0 + 3.0;
        // A figure is more than a name where there is room for one of them.
        if !(self.room.shallow && figures) {
            let mut height = 0.0_f64;
            for &(stage, from, to) in &places {
                let Some(name) = stage.lines.first() else { continue };
                let text = say::label(name, self.words);
                if let Some((text, size)) = cut(&text, Weight::Regular, to - from - 6.0, most, self.measure) {
                    height = height.max(size.height);
                    self.over(text, Weight::Regular, (from, to), top, size, Ink::Weak);
                }
            }
            top += height;
        }
        for &(stage, from, to) in &places {
            for figure in stage.lines.iter().skip(1) {
                self.figure(figure, (from, to), top);
            }
        }
    }

    fn figure(&mut self, figure: &Label, (from, to): (f64, f64), top: f64) {
        let text = say::label(figure, self.words);
        let lines = if self.room.shallow { 1 } else { FIGURE_LINES };
        if let Some(size) = fits(&text, Weight::Medium, to - from - 3.0, lines, self.measure) {
            self.over(text, Weight::Medium, (from, to), top, size, Ink::Text);
        }
    }

    /// Puts words over the middle of a stretch.
    fn over(&mut self, text: String, weight: Weight, (from, to): (f64, f64), top: f64, size: Size, ink: Ink) {
        let broken = (size.height > 1.5 * f64::from(SMALL) * 1.3).then_some(to - from - 3.0);
        let width = broken.unwrap_or(size.width);
        let at = Rect::from_origin_size((f64::midpoint(from, to) - width / 2.0, top), (width, size.height));
        self.taken.push(at);
        self.put(text, at, Align::Middle, ink);
        if let Some(last) = self.placed.last_mut() {
            (last.weight, last.width) = (weight, broken);
        }
    }

    /// The name of a marked stretch, at its left end in its colour; those of stretches that lie on each other stand below
    /// each other.
    fn marked(&mut self, region: &Region) {
        let rect = self.view.rect;
        let (from, to) = (self.view.x(region.from).max(rect.x0), self.view.x(region.to).min(rect.x1));
        let (Some(hue), Some(name)) = (region.hue, region.lines.first()) else { return };
        if to - from < LEAST {
            return;
        }
        let text = say::label(name, self.words);
        let Some((text, size)) = cut(&text, Weight::Medium, rect.width() - 8.0, 1, self.measure) else { return };
        let left = (from + 4.0).min(rect.x1 - 4.0 - size.width);
        let mut at = Rect::from_origin_size((left, rect.y0 + 3.0), size);
        while self.taken.iter().any(|other| overlap(*other, at.inflate(4.0, 0.0))) && at.y1 < rect.y1 {
            at = at + Vec2::new(0.0, size.height);
        }
        if at.y1 > rect.y1 {
            return;
        }
        self.taken.push(at);
        self.put(text, at, Align::Left, Ink::Of(hue));
        self.last_medium();
    }

    /// Words in corners.
    pub(super) fn captions(&mut self) {
        let plot = self.plot;
        for caption in &plot.captions {
            let text = say::label(&caption.label, self.words);
            let size = self.size(&text, Weight::Medium, SMALL, None);
            let at = self.view.at(caption.x, caption.y);
            let x = if caption.side > 0 { at.x + 8.0 } else { at.x - 8.0 - size.width };
            let y = if caption.above > 0 { at.y - 6.0 - size.height } else { at.y + 6.0 };
            let at = Rect::from_origin_size((x, y), size);
            self.taken.push(at);
            self.put(text, at, Align::Left, Ink::Weak);
            self.last_medium();
        }
    }

    /// What the axes of points measure, at their ends inside the plot where it is too low for titles.
    pub(super) fn titles_inside(&mut self) {
        let (plot, rect) = (self.plot, self.view.rect);
        let of_figures = |axis: &crate::insight::plot::Axis| matches!(axis.ticks, Ticks::Every { .. });
        if !(self.room.shallow && of_figures(&plot.x) && of_figures(&plot.y)) {
            return;
        }
        let things: Vec<Rect> = plot.marks.iter().map(|mark| Drawn::of(mark, &self.view).bounds()).collect();
        for (label, upright) in [(plot.y.label, true), (plot.x.label, false)] {
            let Some(label) = label else { continue };
            let text = say::word(label, self.words);
            let size = self.size(&text, Weight::Regular, SMALL, None);
            let (near, far) = (rect.x0 + 5.0, rect.x1 - 5.0 - size.width);
            let (top, bottom) = (rect.y0 + 1.0, rect.y1 - 2.0 - size.height);
            // At the axis' end, else along that edge where no point is, else nowhere: the page says it.
            let middle = f64::midpoint(near, far);
            let places = if upright { [near, middle, far] } else { [far, middle, near] };
            let at = |x| Rect::from_origin_size((x, if upright { top } else { bottom }), size);
            let free = |at: &Rect| {
                rect.contains_rect(*at) && things.iter().chain(&self.taken).all(|other| !overlap(*other, *at))
            };
            if let Some(at) = places.into_iter().map(at).find(free) {
                self.taken.push(at);
                let align = if at.x0 == near { Align::Left } else { Align::Right };
                self.put(text, at, align, Ink::Weak);
            }
        }
    }
}
