//! Where the bands above and below the journey are cut: what stands there keeps to no column, so that a cut between two steps
//! may well go through a persona. On every sheet but the first the names' place beside such a band is free, and most sheets
//! have room left at their right: within that the cut moves to where it goes through as little as possible.
//! What stands below each other is cut apart, so that no line is cut through a word because of another one.
//!
//! Must not know sheets.

use crate::scene::{Item, Region, Target, TextItem};

use super::cuts::Stretches;

/// What of a band is better left whole: things that belong together, lines, words.
pub(super) struct Apart {
    things: Vec<(f64, f64)>,
    lines: Stretches,
    words: Stretches,
    /// Where something begins or ends.
    edges: Vec<f64>,
}

/// Share of their size by which letters surely reach above their baseline, and below it.
const ABOVE: f64 = 0.7;
const BELOW: f64 = 0.1;

/// Lines and things of a band that stand beside each other: from where to where down the picture, and what is better left
/// whole there. The first begins before the picture does, and the last ends behind it.
pub(super) fn strips(region: &Region) -> Vec<(f64, f64, Apart)> {
    let mut cores = Vec::new();
    for item in &region.items {
        let (mut lines, mut only_words) = (Vec::new(), true);
        item.walk(&mut |item| match item {
            Item::Text(text) => {
                let size = text.line.runs.first().map_or(0.0, |run| run.size);
                lines.push((text.origin.y - size * ABOVE, text.origin.y + size * BELOW));
            }
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => only_words = false,
            Item::Group(group) => only_words &= !matches!(group.target, Some(Target::Persona(_))),
            Item::Link(_) => {}
        });
        // What is more than words is a thing, of whatever height.
        if only_words {
            cores.extend(lines);
        } else {
            let mut whole = item.bounds();
            if let Item::Group(group) = item {
                whole = group.items().map(|item| item.bounds()).reduce(|one, other| one.union(other)).unwrap_or(whole);
            }
            cores.push((whole.y0, whole.y1));
        }
    }
    cores.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut together: Vec<(f64, f64)> = Vec::new();
    for (top, bottom) in cores {
        match together.last_mut() {
            Some(last) if top <= last.1 => last.1 = last.1.max(bottom),
            _ => together.push((top, bottom)),
        }
    }
    let mut strips = Vec::new();
    let mut from = f64::NEG_INFINITY;
    for (at, (_, bottom)) in together.iter().enumerate() {
        let to = together.get(at + 1).map_or(f64::INFINITY, |next| f64::midpoint(*bottom, next.0));
        strips.push((from, to, Apart::between(region, from, to)));
        from = to;
    }
    if strips.is_empty() {
        strips.push((from, f64::INFINITY, Apart::of(region)));
    }
    strips
}

impl Apart {
    pub(super) fn of(region: &Region) -> Self {
        Self::between(region, f64::NEG_INFINITY, f64::INFINITY)
    }

    /// What of the band lies between two heights.
    fn between(region: &Region, from: f64, to: f64) -> Self {
        let side = |item: &Item| {
            let bounds = item.bounds();
            (bounds.x0, bounds.x1)
        };
        let things: Vec<(f64, f64)> = region
            .groups()
            .filter_map(|group| group.items().map(|item| item.bounds()).reduce(|one, other| one.union(other)))
            .filter(|thing| (from..to).contains(&thing.center().y))
            .map(|thing| (thing.x0, thing.x1))
            .collect();
        let (mut lines, mut words) = (Vec::new(), Vec::new());
        for item in &region.items {
            item.walk(&mut |item| {
                if let Item::Text(text) = item
                    && (from..to).contains(&text.origin.y)
                {
                    lines.push(side(item));
                    words.extend(words_of(text));
                }
            });
        }
        let edges = things.iter().chain(&words).flat_map(|(start, end)| [*start, *end]).collect();
        Self { things, lines: Stretches::new(lines), words: Stretches::new(words), edges }
    }

    /// Between which places a cut goes through something, wherever on the room before it the band's own cut moves.
    pub(super) fn out_of_reach(&self, room: f64) -> impl Iterator<Item = (f64, f64)> {
        self.things.iter().map(move |(start, end)| (start + room, *end)).filter(|(start, end)| start < end)
    }

    /// The cut of the band where the journey is cut at `cut`: between two places, as near as can be where it does no harm.
    pub(super) fn cut(&self, cut: f64, least: f64, most: f64) -> f64 {
        let things = Stretches::new(self.things.iter().copied());
        let harm = |place: f64| (things.through(place), self.lines.through(place), self.words.through(place));
        let possible = self.edges.iter().copied().filter(|edge| least <= *edge && *edge <= most);
        possible.fold(cut, |best, place| {
            let nearer = (place - cut).abs().total_cmp(&(best - cut).abs());
            if harm(place).cmp(&harm(best)).then(nearer).is_lt() { place } else { best }
        })
    }
}

/// Where the words of a line begin and end.
fn words_of(text: &TextItem) -> Vec<(f64, f64)> {
    let mut words = Vec::new();
    let mut word: Option<(f64, f64)> = None;
    for glyph in text.line.runs.iter().flat_map(|run| &run.glyphs) {
        let shown = text.line.text.get(glyph.range.clone()).unwrap_or_default();
        if shown.chars().all(char::is_whitespace) {
            words.extend(word.take());
        } else {
            let (start, end) = (text.origin.x + glyph.x, text.origin.x + glyph.x + glyph.advance);
            word = Some(word.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
        }
    }
    words.extend(word);
    words
}
