//! Words that are cut where they have no room for all of them. Must not know what they stand at.

use kurbo::Size;
use unicode_segmentation::UnicodeSegmentation as _;

use super::view::{Measure, SMALL};
use crate::scene::kurbo;
use crate::text::Weight;

/// Fewer letters than this tell nothing.
const LEAST: usize = 4;

/// A text in at most so many lines of a width, cut where it is longer; and its size. None where not even its beginning has
/// room. A word is never broken.
pub(super) fn cut(
    text: &str,
    weight: Weight,
    width: f64,
    lines: usize,
    measure: &mut dyn Measure,
) -> Option<(String, Size)> {
    if let Some(size) = fits(text, weight, width, lines, measure) {
        return Some((text.to_owned(), size));
    }
    let letters: Vec<&str> = text.graphemes(true).collect();
    let (mut found, mut least, mut most) = (None, LEAST, letters.len().saturating_sub(1));
    while least <= most {
        let middle = least.midpoint(most);
        let begin = letters.get(..middle).unwrap_or_default().concat();
        let short = format!("{}…", begin.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()));
        match fits(&short, weight, width, lines, measure) {
            Some(size) => {
                found = Some((short, size));
                least = middle + 1;
            }
            None => most = middle - 1,
        }
    }
    found
}

/// The size of a text that has room in so many lines of a width, with no word broken.
pub(super) fn fits(text: &str, weight: Weight, width: f64, lines: usize, measure: &mut dyn Measure) -> Option<Size> {
    let line = measure.measure("0", weight, SMALL, None).height;
    if lines < 2 {
        let size = measure.measure(text, weight, SMALL, None);
        return (size.width <= width).then_some(size);
    }
    let broken = text.split_whitespace().any(|word| measure.measure(word, weight, SMALL, None).width > width);
    let size = measure.measure(text, weight, SMALL, Some(width));
    (!broken && size.height <= lines as f64 * line + 0.5).then_some(size)
}
