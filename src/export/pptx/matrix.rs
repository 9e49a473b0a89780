//! The slide of opportunities by impact and effort, with a list beside the square. Must not know how a file is put together.

use super::deck::{BOTTOM, Deck, EDGE, TOP, one_line, pages};
use super::slide::{Face, Form, Ink, Place, TableCell, WIDTH, Words as Said};
use crate::model::{Card, Content, Opportunity};
use crate::words;

/// Opportunities of one square.
const MATRIX: usize = 16;
/// The smallest words of the list; what has no room then goes on on the next slide.
const SMALLEST: f64 = 10.0;

impl Deck<'_> {
    /// Opportunities by impact and effort, with a list beside them.
    pub(super) fn matrix(&mut self) {
        let (map, words) = (self.map(), self.words());
        let rated: Vec<(&Card, f64, f64)> = map
            .cards()
            .map(|(_, card)| &**card)
            .chain(map.tray.iter().map(|card| &**card))
            .filter_map(|card| match &card.content {
                Content::Opportunity(Opportunity { impact: Some(impact), effort: Some(effort), .. }) => {
                    Some((card, f64::from(impact.value()), f64::from(effort.value())))
                }
                _ => None,
            })
            .collect();
        let (left, top, side) = (EDGE + 26.0, TOP + 22.0, BOTTOM - TOP - 62.0);
        let list = left + side + 24.0;
        let widths = [26.0, WIDTH - EDGE - list - 26.0 - 104.0, 52.0, 52.0];
        let room = BOTTOM - top - 22.0;
        let heights: Vec<f64> = rated.iter().map(|(card, ..)| self.row(card, SMALLEST, widths[1] - 8.0)).collect();
        let pages = pages(&heights, room, MATRIX);
        let parts = pages.len();
        for (part, page) in pages.into_iter().enumerate() {
            let first = page.start;
            let rated = &rated[page];
            let mut slide = self.slide(&self.part_title(&words!(words, "slides-matrix"), part, parts));
            let place = |value: f64| (value - 0.5) / 5.0 * side;
            let quick = Place(left, top, side / 2.0, side / 2.0);
            let ground = Ink::Own(self.source.palette.opportunity.tint);
            let corner = Said::of(&words!(words, "slides-quick-wins"), Face::plain(10.0).ink(Ink::Weak));
            slide.shape("Quick wins", Form::Rectangle, quick, Some(ground), None, &corner);
            slide.shape(
                "Square",
                Form::Rectangle,
                Place(left, top, side, side),
                None,
                Some(Ink::Weak),
                &Said::default(),
            );
            slide.line((left + side / 2.0, top), (left + side / 2.0, top + side), Ink::Weak, true);
            slide.line((left, top + side / 2.0), (left + side, top + side / 2.0), Ink::Weak, true);
            let axis = |text: String| Said::of(&text, Face::plain(11.0).ink(Ink::Weak));
            slide.words(
                "Effort",
                Place(left, top + side + 16.0, side, 22.0),
                &axis(words!(words, "slides-effort-axis")).centred(),
            );
            slide.words(
                "Impact",
                Place(left - 26.0, top - 24.0, side, 22.0),
                &axis(words!(words, "slides-impact-axis")),
            );
            for value in 1..=5_u8 {
                let at = place(f64::from(value));
                let number = Said::of(&value.to_string(), Face::plain(10.0).ink(Ink::Weak)).centred();
                slide.words("Effort", Place(left + at - 12.0, top + side, 24.0, 18.0), &number);
                slide.words("Impact", Place(left - 24.0, top + side - at - 9.0, 24.0, 18.0), &number);
            }
            let mut rows = vec![(
                22.0,
                vec![
                    self.head("#"),
                    self.head(&words!(words, "list-column-opportunity")),
                    self.head(&words!(words, "slides-impact")),
                    self.head(&words!(words, "slides-effort")),
                ],
            )];
            let list_size = self.list_size(rated, widths[1] - 8.0, room);
            for (at, (card, impact, effort)) in rated.iter().enumerate() {
                let number = (first + at + 1).to_string();
                let same = |other: &&(&Card, f64, f64)| (other.1, other.2) == (*impact, *effort);
                let before = rated[..at].iter().filter(same).count();
                let (right, down) = beside(before, rated.iter().filter(same).count(), side / 5.0 - 6.0);
                let (x, y) = (left + place(*effort) - 12.0 + right, top + side - place(*impact) - 12.0 + down);
                let words = Said::of(&number, Face::plain(10.0).bold().ink(Ink::Background)).centred();
                slide.shape(
                    &one_line(&card.text),
                    Form::Ellipse,
                    Place(x, y, 24.0, 24.0),
                    Some(Ink::Opportunity),
                    Some(Ink::Background),
                    &words,
                );
                let text = shortened(&one_line(&card.text), 90);
                let height = self.row(card, list_size, widths[1] - 8.0);
                let cell =
                    |text: &str| TableCell { words: Said::of(text, Face::plain(list_size)).middle(), ground: None };
                rows.push((
                    height,
                    vec![cell(&number), cell(&text), cell(&impact.to_string()), cell(&effort.to_string())],
                ));
            }
            slide.table("Opportunities", (list, top), &widths, &rows, Ink::Own(self.rule()));
            self.add(&slide);
        }
    }

    /// The greatest size at which the list beside the square has room.
    fn list_size(&mut self, rated: &[(&Card, f64, f64)], width: f64, room: f64) -> f64 {
        let fits = |deck: &mut Self, size: f64| {
            rated.iter().map(|(card, ..)| deck.row(card, size, width)).sum::<f64>() <= room
        };
        [14.0, 13.0, 12.0, 11.0].into_iter().find(|size| fits(self, *size)).unwrap_or(SMALLEST)
    }

    /// How high a row of the list is.
    fn row(&mut self, card: &Card, size: f64, width: f64) -> f64 {
        (self.height(&shortened(&one_line(&card.text), 90), size, false, width) + 8.0).max(20.0)
    }
}

/// Where a dot lies beside the middle of its place: one of so many that share a room of this width, in rows.
fn beside(at: usize, of: usize, room: f64) -> (f64, f64) {
    let across = (of as f64).sqrt().ceil().max(1.0);
    let down = (of as f64 / across).ceil();
    let step = (room / across).min(26.0);
    let (column, row) = ((at as f64) % across, (at as f64 / across).floor());
    ((column - (across - 1.0) / 2.0) * step, (row - (down - 1.0) / 2.0) * step)
}

/// A text of at most so many letters.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
