//! A picture for the inside of a page: its style sheet apart, because the page vouches for every sheet it has, colours in a
//! form that the page can exchange, and groups that say which part of the map they show.
//!
//! Its words are for the eye; the page says the same in a table and a list. Must not know the page.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};

use kurbo::Affine;

use super::font::Fonts;
use super::write::{attribute, number, path_data};
use super::{Painter, Place, SvgError, TextMode};
use crate::scene::{Item, PathItem, Placed, Scene, Target, kurbo};

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

/// A shape that is worth saying once: longer than what says that it is here again.
const LEAST_FORM: usize = 64;

/// The shapes that are there several times, as signs are, by their path data.
fn forms(scene: &Scene) -> BTreeMap<String, usize> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    scene.walk(&mut |item| {
        if let Item::Path(item) = item {
            *times.entry(form(item)).or_default() += 1;
        }
    });
    let several = times.into_iter().filter(|(form, times)| *times > 1 && form.len() >= LEAST_FORM);
    several.enumerate().map(|(name, (form, _))| (form, name)).collect()
}

/// A path's data, wherever it stands.
fn form(item: &PathItem) -> String {
    let mut data = String::new();
    path_data(&mut data, &item.path, Affine::scale(item.scale));
    data
}

/// The scene for the inside of a page.
///
/// # Errors
/// As [`super::svg`].
pub fn inline(scene: &Scene) -> Result<Inline, SvgError> {
    let mut painter = Painter::new(Fonts::of(scene), TextMode::Embedded, Place::Page);
    let mut style = String::new();
    painter.fonts.sheet(&mut style)?;
    painter.forms = forms(scene);
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
    painter.formed_once();
    painter.paper(scene);
    painter.regions(scene);
    Ok(Inline { style, picture: painter.out })
}

impl Painter {
    /// Says each of the shapes that are there several times.
    fn formed_once(&mut self) {
        if self.forms.is_empty() {
            return;
        }
        self.out.push_str("<defs>\n");
        for (form, name) in &self.forms {
            // Writing to a string can't fail.
            let _ = writeln!(self.out, "<path id=\"i{name}\" d=\"{form}\"/>");
        }
        self.out.push_str("</defs>\n");
    }

    /// Which of the shapes that are said once this is.
    pub(super) fn form_of(&self, item: &PathItem) -> Option<usize> {
        if self.forms.is_empty() { None } else { self.forms.get(&form(item)).copied() }
    }

    /// One of them, here. Its name stands in other quotes than colours do.
    pub(super) fn formed(&mut self, name: usize, item: &PathItem) {
        let _ = write!(self.out, "<use href='#i{name}'");
        attribute(&mut self.out, "x", item.origin.x);
        attribute(&mut self.out, "y", item.origin.y);
        self.fill(item.fill);
        self.stroke(item.stroke);
        self.out.push_str("/>\n");
    }

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
