//! Where the bands above and below the journey are cut: what stands there keeps to no column, so that a cut between two steps
//! may well go through a persona. On every sheet but the first the names' place beside such a band is free, and most sheets
//! have room left at their right: within that the cut moves to where it goes through as little as possible.
//!
//! Must not know sheets.

use crate::scene::{Item, Region, TextItem};

use super::cuts::Stretches;

/// What of a band is better left whole: things that belong together, lines, words.
pub(super) struct Apart {
    things: Vec<(f64, f64)>,
    lines: Stretches,
    words: Stretches,
    /// Where something begins or ends.
    edges: Vec<f64>,
}

impl Apart {
    pub(super) fn of(region: &Region) -> Self {
        let side = |item: &Item| {
            let bounds = item.bounds();
            (bounds.x0, bounds.x1)
        };
        let things: Vec<(f64, f64)> = region
            .groups()
            .filter_map(|group| {
                group.items().map(|item| side(&item)).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
            })
            .collect();
        let (mut lines, mut words) = (Vec::new(), Vec::new());
        for item in &region.items {
            item.walk(&mut |item| {
                if let Item::Text(text) = item {
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
