//! A line that is led by keys: arrows choose where it leads, Enter draws it, Escape leaves.

use eframe::egui;
use egui::{Event, Key, Ui};

use super::{End, Line, ends, lead};
use crate::app::button::escapes;
use crate::app::canvas::keys::is_covered;
use crate::app::canvas::{Canvas, Shown, editor};
use crate::app::intent::Intent;
use crate::edit::motion::Direction;
use crate::scene::kurbo;

/// How much worse it is to be aside than to be far.
const ASIDE: f64 = 2.5;

impl Canvas {
    /// Takes the keys that lead a line, before anybody else sees them.
    pub(in crate::app::canvas) fn keys_of_link(&mut self, ui: &Ui, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        self.settle_line(shown, intents);
        let Some(line) = self.linking.line else { return };
        let focus = ui.memory(|memory| memory.focused());
        if is_covered(ui.ctx()) || focus.is_some_and(|focus| focus != editor::field_id()) {
            return;
        }
        let mut pressed = Vec::new();
        // A line that was let go before Escape is drawn.
        let drawn = line.held && self.button.released().is_some();
        let escapes = !drawn || ui.input(|input| escapes(&input.events));
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                // Nothing is pasted meanwhile, whatever the clipboard holds.
                Event::Key { key: Key::V, pressed: false, .. } => false,
                Event::Key { key, pressed: down, modifiers, .. } => {
                    let command = modifiers.command || modifiers.ctrl || modifiers.alt;
                    if *down && !command {
                        pressed.push((*key, modifiers.shift));
                    }
                    command
                }
                Event::Text(_) | Event::Paste(_) | Event::PasteImage(_) | Event::Copy | Event::Cut | Event::Ime(_) => {
                    false
                }
                _ => true,
            });
        });
        for (key, shift) in pressed {
            let moved = match key {
                Key::Escape if escapes => {
                    self.linking.line = None;
                    if let Some((camera, fitting)) = self.linking.before.take() {
                        (self.camera, self.fitting) = (camera, fitting);
                    }
                    ui.ctx().request_repaint();
                    return;
                }
                Key::Enter if !line.held => {
                    self.end_line(shown, intents);
                    return;
                }
                _ if line.held => None,
                Key::ArrowLeft => self.led(shown, Direction::Left),
                Key::ArrowRight => self.led(shown, Direction::Right),
                Key::ArrowUp => self.led(shown, Direction::Up),
                Key::ArrowDown => self.led(shown, Direction::Down),
                Key::Tab => self.in_turn(shown, if shift { Turn::Before } else { Turn::After }),
                Key::Home => self.in_turn(shown, Turn::First),
                Key::End => self.in_turn(shown, Turn::Last),
                _ => None,
            };
            if let Some(to) = moved {
                self.lead_to(shown, to);
            }
        }
    }

    fn lead_to(&mut self, shown: Shown<'_>, to: End) {
        if let Some(line) = &mut self.linking.line {
            *line = Line { lead: lead(shown, line.from, to), at: None, ..*line };
            self.show_wanted = Some(to.target());
        }
    }

    /// Where the line leads now; else where it begins.
    fn now(&self) -> Option<(End, End)> {
        let line = self.linking.line?;
        Some((line.from, line.lead.end().unwrap_or(line.from)))
    }

    /// The nearest thing in a direction.
    fn led(&self, shown: Shown<'_>, direction: Direction) -> Option<End> {
        let (from, now) = self.now()?;
        let here = now.rect(shown.scene)?;
        let others = ends(shown, from).into_iter().filter(|(end, _)| *end != now && *end != from);
        let found = others.filter_map(|(end, rect)| Some((end, far(here, rect, direction)?)));
        found.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(end, _)| end)
    }

    /// The next thing in the map's order.
    fn in_turn(&self, shown: Shown<'_>, turn: Turn) -> Option<End> {
        let (from, now) = self.now()?;
        let all: Vec<End> = match from {
            End::Card(_) => {
                let drawn: std::collections::HashSet<_> =
                    crate::scene::card_rects(shown.scene, |_| true).map(|(id, _)| id).collect();
                let cards = shown.map.cards().map(|(_, card)| card.id).filter(|id| drawn.contains(id));
                cards.map(End::Card).collect()
            }
            End::Step(_) => shown.map.steps().map(|(_, step)| End::Step(step.id)).collect(),
        };
        let others: Vec<End> = all.iter().copied().filter(|end| *end != from).collect();
        let place = all.iter().position(|end| *end == now)?;
        match turn {
            Turn::First => others.first(),
            Turn::Last => others.last(),
            Turn::After => all.iter().skip(place + 1).find(|end| **end != from).or(others.first()),
            Turn::Before => all.iter().take(place).rev().find(|end| **end != from).or(others.last()),
        }
        .copied()
    }
}

/// Which one in the map's order.
#[derive(Debug, Clone, Copy)]
enum Turn {
    First,
    Before,
    After,
    Last,
}

/// How far one thing lies from another in a direction; none if it doesn't.
fn far(here: kurbo::Rect, there: kurbo::Rect, direction: Direction) -> Option<f64> {
    let apart = |a0: f64, a1: f64, b0: f64, b1: f64| (b0 - a1).max(a0 - b1).max(0.0);
    let (ahead, between, aside) = match direction {
        Direction::Right | Direction::Left => (
            there.center().x - here.center().x,
            apart(here.x0, here.x1, there.x0, there.x1),
            apart(here.y0, here.y1, there.y0, there.y1),
        ),
        Direction::Down | Direction::Up => (
            there.center().y - here.center().y,
            apart(here.y0, here.y1, there.y0, there.y1),
            apart(here.x0, here.x1, there.x0, there.x1),
        ),
    };
    let ahead = if matches!(direction, Direction::Left | Direction::Up) { -ahead } else { ahead };
    // Those beside each other come in their order.
    (ahead > 1.0).then_some(between + aside * ASIDE + ahead * 0.01)
}

/// Where a line that begins here leads at first: to the nearest thing after it that it can be drawn to, else before it.
pub(super) fn nearest(shown: Shown<'_>, from: End) -> Option<End> {
    let here = from.rect(shown.scene)?;
    let all: Vec<_> = ends(shown, from).into_iter().filter(|(end, _)| *end != from).collect();
    let free = |end: End| lead(shown, from, end) == super::Lead::To(end);
    let ways = [Direction::Down, Direction::Right, Direction::Left, Direction::Up];
    // Arrows mostly lead on: down to who does the work, right to what comes next.
    let weight = [1.0, 1.2, 3.0, 3.0];
    let best = |wanted: &dyn Fn(End) -> bool| {
        let near = all.iter().filter(|(end, _)| wanted(*end)).filter_map(|(end, rect)| {
            let lengths =
                ways.into_iter().zip(weight).filter_map(|(way, weight)| Some(far(here, *rect, way)? * weight));
            Some((*end, lengths.reduce(f64::min)?))
        });
        near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(end, _)| end)
    };
    best(&free).or_else(|| best(&|_| true))
}
