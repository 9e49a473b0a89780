//! A slide a persona, with its profile. Must not know how a file is put together.

use super::Book;
use super::deck::{BOTTOM, Deck, EDGE, LEAST_CHART, TOP, one_line};
use super::slide::{Face, Form, Ink, Place, TableCell, WIDTH, Words as Said};
use crate::i18n::role_word;
use crate::layout::initial_of;
use crate::model::Persona;
use crate::words;

/// Width and height of a portrait.
const SIDE: f64 = 150.0;
/// Size of the words of a profile.
const PROFILE: f64 = 14.0;
/// Width of the names of its fields.
const PROFILE_NAMES: f64 = 180.0;

impl Deck<'_> {
    /// A slide a persona; a profile that doesn't fit goes on on further ones.
    pub(super) fn personas(&mut self, book: Book<'_>) {
        let (map, words) = (self.map(), self.words());
        for (place, persona) in map.personas.iter().enumerate() {
            let under = TOP + SIDE + 20.0;
            let profile = self.profile(persona, BOTTOM - under);
            let parts = profile.len();
            let mut slide = self.slide(&self.part_title(&persona.name, 0, parts));
            let color = self.source.palette.persona(place, persona.color);
            let side = SIDE;
            match self.portrait(&persona.portrait) {
                Some((relation, width, height)) => {
                    let scale = side / width.max(height);
                    slide.picture(&relation, &persona.name, Place(EDGE, TOP, width * scale, height * scale));
                }
                None => {
                    let initial =
                        Said::of(&initial_of(&persona.name), Face::plain(60.0).bold().ink(Ink::Background)).centred();
                    slide.shape(
                        &persona.name,
                        Form::Ellipse,
                        Place(EDGE, TOP, side, side),
                        Some(Ink::Own(color)),
                        None,
                        &initial,
                    );
                }
            }
            let mut about = Said::default();
            let roles: Vec<String> = persona.roles.iter().map(|role| role_word(words, *role)).collect();
            about.push(&persona.description, Face::plain(18.0));
            about.push(&roles.join(", "), Face::plain(14.0).ink(Ink::Weak));
            if !persona.goal.trim().is_empty() {
                about.push(&words!(words, "markdown-goal", goal = persona.goal.as_str()), Face::plain(16.0));
            }
            if !persona.quote.trim().is_empty() {
                about.push(&format!("“{}”", one_line(&persona.quote)), Face::plain(22.0).italic().ink(Ink::Own(color)));
            }
            let left = EDGE + side + 24.0;
            let about = about.middle().spaced(6.0);
            slide.words(&persona.name, Place(left, TOP - 6.0, WIDTH - EDGE - left, side + 12.0), &about);
            slide.notes.clone_from(&persona.notes);
            let mut end = under;
            for (part, rows) in profile.into_iter().enumerate() {
                let top = if part == 0 { under } else { TOP };
                if part > 0 {
                    let next = self.slide(&self.part_title(&persona.name, part, parts));
                    self.add(&std::mem::replace(&mut slide, next));
                }
                if !rows.is_empty() {
                    let widths = [PROFILE_NAMES, WIDTH - 2.0 * EDGE - PROFILE_NAMES];
                    slide.table("Profile", (EDGE, top), &widths, &rows, Ink::Own(self.rule()));
                }
                end = top + rows.iter().map(|(height, _)| height).sum::<f64>();
            }
            // How it goes for this one alone, where the rest leaves room.
            let top = end + 16.0;
            let curve = self.curve(place, persona);
            if BOTTOM - top >= LEAST_CHART && curve.points.iter().any(|point| point.value.is_some()) {
                self.chart(&mut slide, &[curve], Place(EDGE, top, WIDTH - 2.0 * EDGE, BOTTOM - top), book);
            }
            self.add(&slide);
        }
    }

    /// The rows of a persona's profile on slides, the first of which has this room; there is one slide at least.
    fn profile(&mut self, persona: &Persona, first: f64) -> Vec<Vec<(f64, Vec<TableCell>)>> {
        let room = BOTTOM - TOP;
        let mut slides = vec![Vec::new()];
        let mut left = first;
        for field in &persona.fields {
            for value in self.pieces(&field.value, room) {
                let value_height = self.height(&value, PROFILE, false, WIDTH - 2.0 * EDGE - PROFILE_NAMES - 10.0);
                let name_height = self.height(&field.name, 10.0, true, PROFILE_NAMES - 8.0);
                let height = value_height.max(name_height).max(18.0) + 8.0;
                if height > left {
                    slides.push(Vec::new());
                    left = room;
                }
                left -= height;
                let value = TableCell { words: Said::of(&value, Face::plain(PROFILE)).middle(), ground: None };
                if let Some(slide) = slides.last_mut() {
                    slide.push((height, vec![self.head(&field.name), value]));
                }
            }
        }
        slides
    }

    /// A value as it is, or where it is higher than a slide as pieces that aren't.
    fn pieces(&mut self, value: &str, room: f64) -> Vec<String> {
        let width = WIDTH - 2.0 * EDGE - PROFILE_NAMES - 10.0;
        let mut pieces = Vec::new();
        let mut rest = value;
        while self.height(rest, PROFILE, false, width) + 8.0 > room {
            let ends: Vec<usize> = rest.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).collect();
            let fitting = ends.partition_point(|&end| self.height(&rest[..end], PROFILE, false, width) + 8.0 <= room);
            // A word alone that is higher than a slide stays whole.
            let Some(&end) = fitting.checked_sub(1).and_then(|place| ends.get(place)).filter(|end| **end > 0) else {
                break;
            };
            pieces.push(rest[..end].trim_end().to_owned());
            rest = rest[end..].trim_start();
        }
        pieces.push(rest.to_owned());
        pieces
    }
}
