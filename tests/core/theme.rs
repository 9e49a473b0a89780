//! Colours of the picture: readable, and told apart.

use std::sync::Arc;

use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::test_runner::Config;
use wayfelt::i18n::Words;
use wayfelt::layout::theme::{BAND, BrandRole, Palette, branded, on_paper, palette};
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{Brand, CardStyle, Emotion, JourneyMap, LaneKind, Look, Persona, Rgb, Score, ScoreState, Theme};
use wayfelt::scene::{Color, Item, Role, Scene, Stroke};
use wayfelt::text::Typesetter;

use crate::maps::{grid, id};

/// The themes that have a table.
const TABLES: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::HighContrast, Theme::Print];

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
    pairs.push(("votes".into(), p.on_text, p.text));
    pairs.push(("badge".into(), p.on_accent, p.accent));
    pairs.push(("title".into(), p.accent, p.paper));
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
        // Flat and outlined cards have no ground of their own.
        for (name, tone) in [("pain", p.pain), ("opportunity", p.opportunity)] {
            pairs.push((format!("{name} figures on lane {lane:?}"), tone.text, p.lane(lane)));
            pairs.push((format!("{name} figures on {lane:?} in a moment"), tone.text, p.moment.over(p.lane(lane))));
        }
    }
    pairs
}

/// The pairs that can't be read.
fn faint(palette: &Palette, least: f64) -> Vec<String> {
    pairs(palette)
        .into_iter()
        .filter(|(_, text, ground)| text.contrast(*ground) < least)
        .map(|(name, text, ground)| format!("{name}: {:.2}", text.contrast(ground)))
        .collect()
}

#[test]
fn words_are_readable_on_their_ground() {
    for theme in TABLES {
        let faint = faint(palette(theme), 4.5);
        assert!(faint.is_empty(), "{theme:?}: {faint:?}");
    }
}

#[test]
fn high_contrast_is_higher() {
    for theme in [Theme::HighContrast, Theme::Print] {
        let faint = faint(palette(theme), 7.0);
        assert!(faint.is_empty(), "{theme:?}: {faint:?}");
        let p = palette(theme);
        assert!(p.edge > 0.0 && p.card_edge.contrast(p.paper) > 7.0, "{theme:?} has strong edges");
    }
}

#[test]
fn marks_stand_out_from_their_ground() {
    for theme in TABLES {
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
    for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
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

fn rgb() -> impl Strategy<Value = Rgb> {
    (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(r, g, b)| Rgb { r, g, b })
}

fn maybe() -> impl Strategy<Value = Option<Rgb>> {
    prop::option::of(rgb())
}

fn any_brand() -> impl Strategy<Value = Brand> {
    let phases = (maybe(), maybe(), maybe());
    (maybe(), phases, prop::collection::vec(rgb(), 0..10), maybe(), maybe(), maybe(), maybe()).prop_map(
        |(accent, (pre_purchase, purchase, post_purchase), personas, pain, opportunity, paper, text)| Brand {
            accent,
            pre_purchase,
            purchase,
            post_purchase,
            personas,
            pain,
            opportunity,
            paper,
            text,
        },
    )
}

proptest! {
    #![proptest_config(Config { cases: 400, ..Config::default() })]

    #[test]
    fn any_brand_can_be_read(brand in any_brand()) {
        let (made, adjusted) = branded(&brand);
        let faint = faint(&made, 4.5);
        assert!(faint.is_empty(), "{brand:?}: {faint:?}");
        for (mark, ground) in [(made.pain.bar, made.pain.tint), (made.opportunity.bar, made.opportunity.tint)] {
            assert!(mark.contrast(ground) >= 3.0, "{brand:?}");
        }
        for one in adjusted {
            assert!(one.wished != one.used && one.before < one.after, "{one:?}");
            assert!(one.after >= 4.5, "{one:?} is said to be readable");
        }
    }
}

fn parsed(text: &str) -> Rgb {
    Rgb::parse(text).unwrap()
}

#[test]
fn a_readable_brand_is_taken_as_it_is() {
    let brand = Brand {
        accent: Some(parsed("#0b3d91")),
        personas: vec![parsed("#0b3d91"), parsed("#8a0f57")],
        pain: Some(parsed("#a0141f")),
        paper: Some(parsed("#ffffff")),
        text: Some(parsed("#111111")),
        ..Brand::default()
    };
    let (made, adjusted) = branded(&brand);
    assert_eq!(adjusted, []);
    assert_eq!(made.accent.to_hex(), "#0b3d91");
    assert_eq!(made.personas[1].to_hex(), "#8a0f57");
    assert_eq!(made.pain.text.to_hex(), "#a0141f");
    assert_eq!((made.paper.to_hex(), made.text.to_hex()), ("#ffffff".to_owned(), "#111111".to_owned()));
    assert_eq!(branded(&Brand::default()).1, [], "no colour, nothing to say");
}

#[test]
fn a_colour_that_is_just_readable_is_left_alone() {
    let brand = Brand { personas: vec![parsed("#fcab8a")], paper: Some(parsed("#1a7670")), ..Brand::default() };
    let (made, adjusted) = branded(&brand);
    assert!(adjusted.iter().all(|one| one.after >= 4.5 && one.before < one.after), "{adjusted:?}");
    let kept = made.personas[0].to_hex() == "#fcab8a";
    assert_eq!(kept, adjusted.iter().all(|one| one.role != BrandRole::Persona(0)), "{adjusted:?}");
}

#[test]
fn what_cannot_be_read_is_darkened_and_said() {
    let brand = Brand { accent: Some(parsed("#ffd400")), paper: Some(parsed("#808080")), ..Brand::default() };
    let (made, adjusted) = branded(&brand);
    let roles: Vec<BrandRole> = adjusted.iter().map(|one| one.role).collect();
    assert_eq!(roles, [BrandRole::Paper, BrandRole::Accent], "{adjusted:?}");
    let accent = adjusted[1];
    assert_eq!(accent.wished.to_hex(), "#ffd400");
    assert_eq!(accent.used, made.accent);
    // Darker, and still yellow.
    assert!(made.accent.r > made.accent.b && made.accent.g > made.accent.b, "{}", made.accent.to_hex());
    let dark = Brand { paper: Some(parsed("#101820")), pain: Some(parsed("#550000")), ..Brand::default() };
    let (made, adjusted) = branded(&dark);
    assert_eq!(adjusted.len(), 1);
    assert!(made.pain.text.luminance() > 0.2, "on a dark paper it becomes lighter: {}", made.pain.text.to_hex());
}

#[test]
fn no_sheet_is_printed_full_of_ink() {
    let look = |theme, paper: Option<&str>| {
        let brand = Brand { paper: paper.map(parsed), ..Brand::default() };
        Look { theme, brand, ..Look::default() }
    };
    for theme in Theme::ALL.into_iter().filter(|&theme| theme != Theme::Dark) {
        assert_eq!(on_paper(&look(theme, None)), theme);
    }
    assert_eq!(on_paper(&look(Theme::Dark, None)), Theme::Light);
    assert_eq!(on_paper(&look(Theme::Brand, Some("#101820"))), Theme::Light, "a brand on dark paper");
    assert_eq!(on_paper(&look(Theme::Brand, Some("#ffeecc"))), Theme::Brand);
}

fn picture(map: &JourneyMap, theme: Theme) -> Scene {
    let words = Words::new(map.language);
    lay_out(map, &Options { theme, words: &words, all: true, images: &NoImages }, &mut Typesetter::new())
}

/// Every colour of a picture.
fn colors(scene: &Scene) -> Vec<Color> {
    let mut colors = vec![scene.background];
    let of = |stroke: &Option<Stroke>| stroke.map(|stroke| stroke.color);
    scene.walk(&mut |item| match item {
        Item::Rect(rect) => colors.extend(rect.fill.into_iter().chain(of(&rect.stroke))),
        Item::Path(path) => colors.extend(path.fill.into_iter().chain(of(&path.stroke))),
        Item::Text(text) => colors.push(text.color),
        Item::Image(_) | Item::Link(_) | Item::Group(_) => {}
    });
    colors
}

#[test]
fn print_has_no_colour() {
    let samples = crate::sample_maps::samples().into_iter().map(|(_, map)| map);
    for mut map in samples.chain([crate::every_kind::map()]) {
        for style in CardStyle::ALL {
            map.look.cards = style;
            let scene = picture(&map, Theme::Print);
            for color in colors(&scene) {
                assert!(color.r == color.g && color.g == color.b, "{} in {}", color.to_hex(), map.title);
            }
        }
    }
}

/// What the curve of the persona at a place is drawn with, apart from its colour: lines and the outline of its faces.
fn drawn(place: u64, validated: bool) -> (String, String) {
    let mut map = grid(2);
    map.personas = (1..=8).map(|n| Arc::new(Persona::new(id(n), "An"))).collect();
    map.lanes.retain(|lane| lane.kind == LaneKind::Emotion);
    let value = Emotion::new(1.0).unwrap();
    let state = ScoreState::Scored { believed: Some(value), measured: None, validated };
    for step in [1, 2] {
        let score = Score { state, expected: None };
        crate::maps::step_mut(&mut map, id(step)).scores.insert(id(place), score);
    }
    let scene = picture(&map, Theme::Print);
    let (mut lines, mut outline) = (String::new(), String::new());
    scene.walk(&mut |item| {
        let Item::Group(group) = item else { return };
        let paths = group.items().filter_map(|item| if let Item::Path(path) = item { Some(path) } else { None });
        match group.role {
            Role::Point => outline = paths.take(1).map(|path| path.path.to_svg()).collect(),
            Role::Decoration if lines.is_empty() => {
                lines = paths
                    .filter_map(|path| path.stroke)
                    .map(|s| format!("{} {:?} {}", s.width, s.dash, s.color.r))
                    .collect();
            }
            _ => {}
        }
    });
    assert!(!lines.is_empty() && !outline.is_empty());
    (lines, outline)
}

#[test]
fn without_colours_eight_personas_differ_by_line_and_by_shape() {
    for validated in [true, false] {
        let all: Vec<(String, String)> = (1..=8).map(|place| drawn(place, validated)).collect();
        for (index, (lines, outline)) in all.iter().enumerate() {
            for (other_lines, other_outline) in &all[index + 1..] {
                assert_ne!(lines, other_lines, "validated: {validated}");
                assert_ne!(outline, other_outline);
            }
        }
    }
    // And what is believed never looks like what is validated.
    for place in 1..=8 {
        assert_ne!(drawn(place, true).0, drawn(place, false).0);
    }
}

#[test]
fn without_colours_pain_and_opportunity_differ() {
    let mut map = grid(1);
    crate::maps::put_plain(&mut map, 1, 1, LaneKind::PainPoints);
    crate::maps::put_plain(&mut map, 1, 2, LaneKind::Opportunities);
    let scene = picture(&map, Theme::Print);
    let mut cards = Vec::new();
    scene.walk(&mut |item| {
        if let Item::Group(group) = item
            && group.role == Role::Card
        {
            let edge = group.items().find_map(|item| match item {
                Item::Rect(rect) => rect.stroke.map(|stroke| stroke.width),
                _ => None,
            });
            cards.push((edge, group.items().len()));
        }
    });
    assert_eq!(cards.len(), 2);
    assert_ne!(cards[0], cards[1], "by edge and by hatch");
}
