//! Colours of the picture: readable, and told apart.

use wayfelt::layout::theme::{BAND, Palette, palette};
use wayfelt::model::Theme;
use wayfelt::scene::Color;

/// Every pair of words and ground that the picture uses.
fn pairs(palette: &Palette) -> Vec<(String, Color, Color)> {
    let p = palette;
    let mut pairs = Vec::new();
    for (name, ground) in
        [("paper", p.paper), ("plot", p.plot), ("card", p.card), ("quiet", p.quiet), ("estimate", p.estimate_faint)]
    {
        pairs.push((format!("text on {name}"), p.text, ground));
        pairs.push((format!("weak on {name}"), p.weak, ground));
    }
    pairs.push(("text on estimate".into(), p.text, p.estimate));
    pairs.push(("badge".into(), p.on_text, p.text));
    pairs.push(("lowest".into(), p.on_lowest, p.lowest));
    for (index, phase) in p.phases.iter().enumerate() {
        pairs.push((format!("phase {index} on tint"), phase.text, phase.tint));
        pairs.push((format!("phase {index} on paper"), phase.text, p.paper));
        pairs.push((format!("phase {index} on card"), phase.text, p.card));
    }
    for (index, persona) in p.personas.iter().enumerate() {
        pairs.push((format!("persona {index} on plot"), *persona, p.plot));
        pairs.push((format!("persona {index} initial"), p.paper, *persona));
    }
    for (name, tone) in [("pain", p.pain), ("opportunity", p.opportunity)] {
        pairs.push((format!("{name} text"), p.text, tone.tint));
        pairs.push((format!("{name} weak"), p.weak, tone.tint));
        pairs.push((format!("{name} figures"), tone.text, tone.tint));
    }
    pairs.push(("pain on paper".into(), p.pain.text, p.paper));
    for (index, tint) in p.tints.iter().enumerate() {
        pairs.push((format!("text on tint {index}"), p.text, *tint));
        pairs.push((format!("weak on tint {index}"), p.weak, *tint));
    }
    let column = p.moment.over(p.plot);
    pairs.push(("text in a moment of truth".into(), p.text, column));
    pairs.push(("weak in a moment of truth".into(), p.weak, column));
    // Values and numbers of answers may lie on a band, in such a column as well.
    for (index, persona) in p.personas.iter().enumerate() {
        let band = persona.with_alpha(BAND).over(column);
        pairs.push((format!("persona {index} in a moment of truth"), *persona, column));
        pairs.push((format!("persona {index} on its band"), *persona, band));
        pairs.push((format!("weak on band {index}"), p.weak, band));
    }
    for lane in (0..8).map(Some).chain([None]) {
        pairs.push((format!("text on lane {lane:?}"), p.text, p.lane(lane)));
        pairs.push((format!("weak on lane {lane:?}"), p.weak, p.lane(lane)));
        pairs.push((format!("text on lane {lane:?}, quiet"), p.text, p.quiet_on(lane, true)));
        pairs.push((format!("lane {lane:?} in a moment"), p.weak, p.moment.over(p.lane(lane))));
        pairs.push((format!("pain figures on lane {lane:?}"), p.pain.text, p.lane(lane)));
    }
    pairs
}

#[test]
fn words_are_readable_on_their_ground() {
    for theme in [Theme::Light, Theme::Dark] {
        let faint: Vec<String> = pairs(palette(theme))
            .into_iter()
            .filter(|(_, text, ground)| text.contrast(*ground) < 4.5)
            .map(|(name, text, ground)| format!("{name}: {:.2}", text.contrast(ground)))
            .collect();
        assert!(faint.is_empty(), "{theme:?}: {faint:?}");
    }
}

#[test]
fn marks_stand_out_from_their_ground() {
    for theme in [Theme::Light, Theme::Dark] {
        let p = palette(theme);
        for (mark, ground) in [(p.pain.bar, p.pain.tint), (p.opportunity.bar, p.opportunity.tint), (p.zero, p.plot)] {
            let least = if mark == p.zero { 2.0 } else { 3.0 };
            assert!(mark.contrast(ground) >= least, "{theme:?}: {} {:.2}", mark.to_hex(), mark.contrast(ground));
        }
    }
}

/// How a colour looks without red-sensitive or green-sensitive cones (Viénot, Brettel, Mollon 1999), in linear light.
fn without(color: Color, rows: [[f64; 3]; 3]) -> [f64; 3] {
    let linear = [color.r, color.g, color.b].map(|channel| (f64::from(channel) / 255.0).powf(2.2));
    rows.map(|row| row.iter().zip(linear).map(|(a, b)| a * b).sum::<f64>().max(0.0).powf(1.0 / 2.2) * 255.0)
}

const PROTAN: [[f64; 3]; 3] = [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]];
const DEUTAN: [[f64; 3]; 3] = [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]];

/// The first personas of a map are told apart by everybody; with more of them names, dashes and faces help.
#[test]
fn the_first_personas_are_told_apart_by_the_colour_blind() {
    for theme in [Theme::Light, Theme::Dark] {
        let personas = palette(theme).personas;
        for rows in [PROTAN, DEUTAN] {
            for a in 0..3 {
                for b in a + 1..3 {
                    let (first, second) = (without(personas[a], rows), without(personas[b], rows));
                    let distance = first.iter().zip(second).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt();
                    assert!(distance > 40.0, "{theme:?}: personas {a} and {b} are {distance:.0} apart");
                }
            }
        }
    }
}
