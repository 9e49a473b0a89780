//! A table of colours made of a brand's: what can't be read as it was wished becomes darker or lighter, never silently.
//!
//! Each colour that is given keeps its hue. Every text is moved towards black (on a light paper) or white (on a dark one)
//! just so far that it reaches AA on everything it stands on.

use super::{BAND, LANE, Palette, PhaseColors, QUIET, Tone, tables};
use crate::model::{Brand, Rgb};
use crate::scene::Color;

/// Least contrast of words with their ground: AA.
const WORDS: f64 = 4.5;
/// Least contrast of marks with theirs.
const MARKS: f64 = 3.0;
/// Least contrast of the paper with black or white: below it no colour could be told from another one.
const PAPER: f64 = 13.0;
/// Every step towards black or white.
const STEPS: u16 = 64;

/// What a colour of a brand is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrandRole {
    /// The title, and the marks of moments of truth.
    Accent,
    /// A phase, 0…2.
    Phase(u8),
    /// A persona, from 0.
    Persona(u8),
    /// Pain points.
    Pain,
    /// Opportunities.
    Opportunity,
    /// The paper.
    Paper,
    /// Words.
    Text,
}

/// A colour that could not be used for words as it was wished.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adjusted {
    /// What it is for.
    pub role: BrandRole,
    /// What was wished.
    pub wished: Color,
    /// What words have instead.
    pub used: Color,
    /// The least contrast of the wished colour with what it would stand on.
    pub before: f64,
    /// And that of the used one.
    pub after: f64,
}

const fn color(rgb: Rgb) -> Color {
    Color { r: rgb.r, g: rgb.g, b: rgb.b, a: 255 }
}

/// The colours of a brand as a table, and those that were changed for it.
pub fn branded(brand: &Brand) -> (Palette, Vec<Adjusted>) {
    let mut maker = Maker { adjusted: Vec::new(), towards: Color::hex(0x000000) };
    let wished = brand.paper.map_or(tables::LIGHT.paper, color);
    let dark = wished.contrast(Color::hex(0xffffff)) > wished.contrast(Color::hex(0x000000));
    let (base, ink, light) = if dark {
        (&tables::DARK, Color::hex(0xffffff), 0x000000)
    } else {
        (&tables::LIGHT, Color::hex(0x000000), 0xffffff)
    };
    let paper = maker.paper(wished, ink, Color::hex(light), brand.paper.is_some());
    maker.towards = ink;

    let mut made = base.clone();
    made.paper = paper;
    // Plots and cards are nearer to white, or to the words on a dark paper.
    let raised = if dark { ink.with_alpha(8) } else { Color::hex(0xffffff).with_alpha(150) };
    made.plot = raised.over(paper);
    made.card = if dark { ink.with_alpha(16).over(paper) } else { made.plot };
    let over = |alpha: u8| ink.with_alpha(alpha).over(paper);
    made.card_edge = over(40);
    made.rule = over(20);
    made.grid = over(22);
    made.zero = maker.away(over(88), &[made.plot], 2.0);
    made.estimate = over(46);
    made.estimate_faint = over(22);

    let pain = brand.pain.map_or(base.pain.bar, color);
    let opportunity = brand.opportunity.map_or(base.opportunity.bar, color);
    let soft = |of: Color| of.with_alpha(if dark { 44 } else { 24 }).over(paper);
    let phases = [brand.pre_purchase, brand.purchase, brand.post_purchase];
    let phase_bar = |index: usize| phases.get(index).copied().flatten().map_or(base.phases[index].bar, color);
    for (index, made) in made.phases.iter_mut().enumerate() {
        let bar = phase_bar(index);
        *made = PhaseColors { bar, text: bar, tint: soft(bar) };
    }

    // Words first: everything that they may stand on is known but for the words' own shade.
    let wished_text = brand.text.map_or(base.text, color);
    made.quiet = ink.with_alpha(QUIET).over(paper);
    made.moment = ink.with_alpha(9);
    let mut grounds = vec![made.paper, made.plot, made.card, made.quiet, made.estimate, made.estimate_faint];
    grounds.extend([soft(pain), soft(opportunity)]);
    grounds.extend(made.phases.map(|phase| phase.tint));
    grounds.extend(made.tints);
    let lanes: Vec<Color> =
        made.tints.iter().map(|tint| tint.with_alpha(LANE).over(paper)).chain([paper, made.plot]).collect();
    for lane in &lanes {
        grounds.extend([*lane, made.moment.over(*lane), ink.with_alpha(QUIET).over(made.moment.over(*lane))]);
    }
    made.text = maker.words(brand.text.map(|_| BrandRole::Text), wished_text, &grounds);
    // The words' ground may bear words too.
    made.on_text = maker.on(made.text, paper);
    let bands: Vec<Color> = grounds.clone();
    made.weak = maker.words(None, made.text.with_alpha(178).over(paper), &bands);

    let moment = made.moment.over(made.plot);
    for (index, persona) in made.personas.iter_mut().enumerate() {
        let own = brand.personas.get(index).copied();
        let role = own.and_then(|_| u8::try_from(index).ok()).map(BrandRole::Persona);
        let wished = own.map_or(*persona, color);
        // A value may stand on the persona's own band, which moves with it.
        *persona = maker.with_grounds(role, wished, |candidate| {
            vec![made.plot, moment, paper, candidate.with_alpha(BAND).over(moment)]
        });
    }
    // Numbers of answers stand on bands.
    let bands: Vec<Color> = made.personas.iter().map(|persona| persona.with_alpha(BAND).over(moment)).collect();
    made.weak = maker.words(None, made.weak, &bands);

    let figures = |maker: &mut Maker, role: Option<BrandRole>, wished: Color| {
        let tint = soft(wished);
        let mut grounds = vec![tint, paper, made.plot];
        grounds.extend(&lanes);
        grounds.extend(lanes.iter().map(|lane| made.moment.over(*lane)));
        let text = maker.words(role, wished, &grounds);
        Tone { bar: maker.away(wished, &[tint, paper], MARKS), text, tint }
    };
    made.pain = figures(&mut maker, brand.pain.map(|_| BrandRole::Pain), pain);
    made.opportunity = figures(&mut maker, brand.opportunity.map(|_| BrandRole::Opportunity), opportunity);
    made.lowest = made.pain.text;
    made.on_lowest = maker.on(made.lowest, paper);
    for (index, phase) in made.phases.iter_mut().enumerate() {
        let role = phases.get(index).copied().flatten().and_then(|_| u8::try_from(index).ok()).map(BrandRole::Phase);
        phase.text = maker.words(role, phase.bar, &[phase.tint, made.paper, made.card, made.plot]);
    }
    let accent = brand.accent.map_or(made.text, color);
    made.accent = maker.words(brand.accent.map(|_| BrandRole::Accent), accent, &[paper]);
    made.on_accent = maker.on(made.accent, paper);
    (made, maker.adjusted)
}

struct Maker {
    adjusted: Vec<Adjusted>,
    /// Where unreadable colours go: black or white.
    towards: Color,
}

/// The least contrast of a colour with what it stands on.
fn least(color: Color, grounds: &[Color]) -> f64 {
    grounds.iter().map(|ground| color.contrast(*ground)).fold(f64::INFINITY, f64::min)
}

/// A part of the way from a colour to black or white. On the way to white it first becomes as bright as its hue can be.
fn mixed(from: Color, to: Color, step: u16) -> Color {
    let part = |step: u16, of: u16| (u32::from(step) * 255 / u32::from(of)) as u8;
    if to.r == 0 {
        return to.with_alpha(part(step, STEPS)).over(from);
    }
    let most = from.r.max(from.g).max(from.b).max(1);
    let full = |channel: u8| (u32::from(channel) * 255 / u32::from(most)) as u8;
    let bright = Color { r: full(from.r), g: full(from.g), b: full(from.b), a: 255 };
    let half = STEPS / 2;
    if step <= half {
        bright.with_alpha(part(step, half)).over(from)
    } else {
        to.with_alpha(part(step - half, STEPS - half)).over(bright)
    }
}

impl Maker {
    /// The paper as wished, or as much nearer to white or black as everything on it needs.
    fn paper(&mut self, wished: Color, ink: Color, light: Color, named: bool) -> Color {
        let used = (0..=STEPS)
            .map(|step| mixed(wished, light, step))
            .find(|paper| paper.contrast(ink) >= PAPER)
            .unwrap_or(light);
        if named && used != wished {
            let (before, after) = (wished.contrast(ink), used.contrast(ink));
            self.adjusted.push(Adjusted { role: BrandRole::Paper, wished, used, before, after });
        }
        used
    }

    /// A colour for words on all of these, noted where it isn't the wished one of a role.
    fn words(&mut self, role: Option<BrandRole>, wished: Color, grounds: &[Color]) -> Color {
        self.with_grounds(role, wished, |_| grounds.to_vec())
    }

    fn with_grounds(&mut self, role: Option<BrandRole>, wished: Color, grounds: impl Fn(Color) -> Vec<Color>) -> Color {
        let used = self.first(wished, |candidate| least(candidate, &grounds(candidate)) >= WORDS);
        if let Some(role) = role
            && used != wished
        {
            let (before, after) = (least(wished, &grounds(wished)), least(used, &grounds(used)));
            self.adjusted.push(Adjusted { role, wished, used, before, after });
        }
        used
    }

    /// A colour for marks.
    fn away(&self, wished: Color, grounds: &[Color], enough: f64) -> Color {
        self.first(wished, |candidate| least(candidate, grounds) >= enough)
    }

    /// The wished colour if it is good, else the first on the way to black or white that is; all after that one are. (A
    /// band that moves with its colour may make the next ones a hair worse than a wished one that is just good enough.)
    fn first(&self, wished: Color, good: impl Fn(Color) -> bool) -> Color {
        if good(wished) {
            return wished;
        }
        let (mut low, mut high) = (0, STEPS);
        while low < high {
            let middle = low.midpoint(high);
            if good(mixed(wished, self.towards, middle)) { high = middle } else { low = middle + 1 }
        }
        mixed(wished, self.towards, low)
    }

    /// Words on a colour that is itself one for words: the paper, or what is farther from it.
    fn on(&self, ground: Color, paper: Color) -> Color {
        if paper.contrast(ground) >= WORDS {
            return paper;
        }
        let (black, white) = (Color::hex(0x000000), Color::hex(0xffffff));
        if black.contrast(ground) > white.contrast(ground) { black } else { white }
    }
}
