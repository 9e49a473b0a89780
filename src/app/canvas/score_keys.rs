//! Keys on an emotion cell: figures score it, and who types words there is told so. Must not know where the cursor goes on.

use eframe::egui::{Event, Key, Ui};

use super::Shown;
use crate::edit::{Edit, scoring};
use crate::model::{Emotion, PersonaId, StepId};
use crate::words;

/// Seconds after a letter in which an x is a letter of the same word.
const WORD: f64 = 1.0;
/// Seconds in which the same isn't said again.
const SAID: f64 = 8.0;

/// What was typed on emotion cells lately, in the window's seconds.
#[derive(Debug, Default)]
pub(super) struct ScoreKeys {
    letter: Option<f64>,
    told: Option<(&'static str, f64)>,
}

/// What a key on an emotion cell comes to.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// What it changes.
    pub edit: Option<Edit>,
    /// The cursor goes on to the next step.
    pub go_on: bool,
    /// What is to be said about it.
    pub tell: Option<String>,
}

impl ScoreKeys {
    /// Takes the first key of this frame that scores, with the letters that it would type: 1…5 are −2…+2, 0 unknown, X not
    /// involved, + and − half a point. Digits are read by their physical key too, since Vietnamese layouts have letters
    /// there. What comes after the first one waits until the cursor has gone on.
    pub(super) fn take(
        &mut self,
        ui: &Ui,
        shown: Shown<'_>,
        (step, persona): (StepId, PersonaId),
        waiting: &mut Vec<Event>,
    ) -> Option<Typed> {
        let (now, found, letters) = ui.input_mut(|input| {
            let (mut found, mut letters) = (None, false);
            for event in std::mem::take(&mut input.events) {
                let figure = match &event {
                    Event::Key { key, physical_key, pressed: true, modifiers, .. }
                        if modifiers.is_none() || modifiers.shift_only() =>
                    {
                        figure_of(*key).or_else(|| physical_key.and_then(digit))
                    }
                    _ => None,
                };
                match (figure, &found) {
                    (Some(_), None) => found = figure,
                    (Some(_), Some(_)) => waiting.push(event),
                    // The text that the same keys would type.
                    (None, _) if matches!(event, Event::Text(_)) => {
                        letters |= matches!(&event, Event::Text(text) if text.chars().any(char::is_alphabetic));
                    }
                    (None, _) => input.events.push(event),
                }
            }
            (input.time, found, letters)
        });
        let in_a_word = self.letter.is_some_and(|at| now - at < WORD);
        let Some(figure) = found.filter(|figure| !matches!(figure, Figure::NotInvolved) || !in_a_word) else {
            if !letters {
                return None;
            }
            self.letter = Some(now);
            let tell = self.tell(now, "letters", || words!(shown.words, "score-letters"));
            return Some(Typed { tell, ..Typed::default() });
        };
        let map = shown.map;
        let score = map.step(step)?.score(persona);
        let measured = score.measured();
        let belief = |edit| Typed { edit, go_on: true, tell: None };
        let beside = |keys: &mut Self| {
            measured.and_then(|_| keys.tell(now, "beside", || words!(shown.words, "score-beside-measured")))
        };
        Some(match figure {
            Figure::Value(value) => {
                let edit = scoring::believe(map, step, persona, Emotion::clamped(value));
                Typed { tell: beside(self), ..belief(edit) }
            }
            Figure::By(half) => {
                let edit = scoring::nudge(map, step, persona, half);
                Typed { edit, go_on: false, tell: beside(self) }
            }
            Figure::Unknown => belief(scoring::unknown(map, step, persona)),
            Figure::NotInvolved => match measured {
                // One key doesn't take away what customers answered.
                Some(measured) => {
                    let n = shown.words.count(measured.n.into());
                    let tell = Some(words!(shown.words, "score-measured-stays", n = n));
                    Typed { tell, ..Typed::default() }
                }
                None => belief(scoring::not_involved(map, step, persona)),
            },
        })
    }

    /// Says something, unless it was said a moment ago.
    fn tell(&mut self, now: f64, what: &'static str, say: impl FnOnce() -> String) -> Option<String> {
        if self.told.is_some_and(|(told, at)| told == what && now - at < SAID) {
            return None;
        }
        self.told = Some((what, now));
        Some(say())
    }
}

/// What a key on an emotion cell means.
#[derive(Debug, Clone, Copy)]
enum Figure {
    Value(f64),
    Unknown,
    NotInvolved,
    By(f64),
}

fn figure_of(key: Key) -> Option<Figure> {
    Some(match key {
        Key::X => Figure::NotInvolved,
        Key::Plus | Key::Equals => Figure::By(0.5),
        Key::Minus => Figure::By(-0.5),
        key => return digit(key),
    })
}

fn digit(key: Key) -> Option<Figure> {
    Some(match key {
        Key::Num1 => Figure::Value(-2.0),
        Key::Num2 => Figure::Value(-1.0),
        Key::Num3 => Figure::Value(0.0),
        Key::Num4 => Figure::Value(1.0),
        Key::Num5 => Figure::Value(2.0),
        Key::Num0 => Figure::Unknown,
        _ => return None,
    })
}
