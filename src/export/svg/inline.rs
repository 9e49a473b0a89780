//! A picture for the inside of a page: its style sheet apart, because the page vouches for every sheet it has, colours in a
//! form that the page can exchange, and groups that say which part of the map they show.
//!
//! Its words are for the eye; the page says the same in a table and a list. Must not know the page.

use std::fmt::{Display, Write as _};

use super::font::Fonts;
use super::write::{attribute, number};
use super::{Painter, Place, SvgError, TextMode};
use crate::scene::{Item, Placed, Scene, Target};

/// What ends the address of a link in a page, and stands behind it: the page stays where it is, and its table and list
/// have what the keyboard needs.
pub(super) const LINK: &str = "\" target=\"_blank\" rel=\"noopener noreferrer\" tabindex=\"-1";

/// A picture for the inside of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// The rules of its style sheet: the embedded fonts and their classes, `f0`, `f1`….
    pub style: String,
    /// The `svg` element. Each colour is `="#rrggbbaa"`, and that stands for nothing else in it. Groups bear what they show:
    /// `data-card`, `data-step`, `data-stage`, `data-lane`, `data-person`; cells and scores `data-at` with their step's id,
    /// and `data-row` with their lane's.
    pub picture: String,
}

/// The scene for the inside of a page.
///
/// # Errors
/// As [`super::svg`].
pub fn inline(scene: &Scene) -> Result<Inline, SvgError> {
    let mut painter = Painter::new(Fonts::of(scene), TextMode::Embedded, Place::Page);
    let mut style = String::new();
    painter.fonts.sheet(&mut style)?;
    let (width, height) = (scene.size.width, scene.size.height);
    let out = &mut painter.out;
    out.push_str("<svg aria-hidden=\"true\" lang=\"");
    out.push_str(scene.language.code());
    out.push('"');
    attribute(out, "width", width);
    attribute(out, "height", height);
    out.push_str(" viewBox=\"0 0 ");
    number(out, width);
    out.push(' ');
    number(out, height);
    out.push_str(
        "\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" text-rendering=\"geometricPrecision\">\n",
    );
    painter.paper(scene);
    painter.regions(scene);
    Ok(Inline { style, picture: painter.out })
}

impl Painter {
    /// Begins a group that says what it shows.
    pub(super) fn marked(&mut self, group: &Placed) {
        self.out.push_str("<g");
        match group.target {
            Some(Target::Card(id)) => self.mark("card", id),
            Some(Target::Step(id)) => self.mark("step", id),
            Some(Target::Stage(id)) => self.mark("stage", id),
            Some(Target::Lane(id)) => self.mark("lane", id),
            Some(Target::Persona(id)) => self.mark("person", id),
            Some(Target::Cell(lane, step)) => {
                self.mark("row", lane);
                self.mark("at", step);
            }
            Some(Target::Score(lane, step, persona)) => {
                self.mark("row", lane);
                self.mark("at", step);
                self.mark("person", persona);
            }
            Some(
                Target::Title
                | Target::Scenario
                | Target::Omtm
                | Target::Phase(_)
                | Target::Link { .. }
                | Target::Branch { .. },
            )
            | None => {}
        }
        self.out.push_str(">\n");
        // What has no ground of its own is hit everywhere all the same.
        let pointed_at = matches!(group.target, Some(Target::Card(_) | Target::Step(_) | Target::Score(..)));
        let grounded = matches!(group.unplaced().first(), Some(Item::Rect(rect)) if rect.fill.is_some());
        if pointed_at && !grounded {
            self.out.push_str("<rect class=\"hit\"");
            self.place(group.rect());
            self.out.push_str("/>\n");
        }
    }

    fn mark(&mut self, name: &'static str, id: impl Display) {
        // Writing to a string can't fail.
        let _ = write!(self.out, " data-{name}=\"{id}\"");
    }
}
