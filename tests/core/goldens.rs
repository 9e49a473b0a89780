//! The picture of small maps, item by item, so that a change of layout is seen where it happens.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{
    Channel, Content, Emotion, Grade, JourneyMap, LaneKind, Language, Link, Measured, Opportunity, OpportunityState,
    Phase, Score, ScoreState, Theme, Touchpoint, TouchpointState,
};
use wayfelt::scene::dump;
use wayfelt::text::Typesetter;

use crate::maps::{believe, card_mut, grid, id, pain, put, step_mut};

/// Keeps the lanes of these kinds.
fn keep(map: &mut JourneyMap, kinds: &[LaneKind]) {
    map.lanes.retain(|lane| kinds.contains(&lane.kind));
}

/// Three steps in one phase: touchpoints, a curve, pain with and without an answer.
fn shop() -> JourneyMap {
    let mut map = grid(3);
    map.title = "Buying a phone".to_owned();
    map.scenario = "Before the holidays".to_owned();
    map.date = Some(date(2026, 11, 22));
    Arc::make_mut(&mut map.stages[0]).phase = Some(Phase::Purchase);
    keep(
        &mut map,
        &[LaneKind::Touchpoints, LaneKind::Thoughts, LaneKind::Emotion, LaneKind::PainPoints, LaneKind::Opportunities],
    );
    let web = Touchpoint { channel: Some(Channel::Website), repeats: true, ..Touchpoint::default() };
    put(&mut map, 1, 1, LaneKind::Touchpoints, Content::Touchpoint(web));
    let chat =
        Touchpoint { channel: Some(Channel::LiveChat), state: TouchpointState::Missing, ..Touchpoint::default() };
    put(&mut map, 2, 2, LaneKind::Touchpoints, Content::Touchpoint(chat));
    card_mut(&mut map, id(2)).text = String::new();
    put(&mut map, 2, 3, LaneKind::Thoughts, Content::Text);
    put(&mut map, 2, 4, LaneKind::PainPoints, pain(Some(4), Some(0.5)));
    put(&mut map, 3, 5, LaneKind::PainPoints, pain(Some(2), None));
    let refund = Opportunity {
        impact: Grade::new(5).ok(),
        effort: Grade::new(2).ok(),
        state: OpportunityState::InProgress,
        ..Opportunity::default()
    };
    put(&mut map, 2, 6, LaneKind::Opportunities, Content::Opportunity(refund));
    card_mut(&mut map, id(6)).links.push(Link { to: id(4), label: String::new() });
    step_mut(&mut map, id(2)).moment_of_truth = true;
    believe(&mut map, id(1), &[Some(1.0), Some(-1.5), Some(0.5)]);
    believe(&mut map, id(2), &[Some(0.5), None, Some(0.5)]);
    map
}

/// A blueprint with answers of customers, in Vietnamese.
fn service() -> JourneyMap {
    let mut map = grid(3);
    map.title = "Bảo hành máy".to_owned();
    map.language = Language::Vi;
    keep(
        &mut map,
        &[LaneKind::Actions, LaneKind::Emotion, LaneKind::Frontstage, LaneKind::Backstage, LaneKind::CustomersKept],
    );
    Arc::make_mut(&mut map.personas[0]).quote = "Chỉ cần máy chạy lại.".to_owned();
    put(&mut map, 1, 1, LaneKind::Actions, Content::Text);
    card_mut(&mut map, id(1)).until = Some(id(2));
    put(&mut map, 1, 2, LaneKind::Frontstage, Content::Process);
    put(&mut map, 2, 3, LaneKind::Backstage, Content::Process);
    put(&mut map, 3, 4, LaneKind::Frontstage, Content::Process);
    card_mut(&mut map, id(2)).links.push(Link { to: id(3), label: "phiếu".to_owned() });
    card_mut(&mut map, id(2)).links.push(Link { to: id(4), label: "báo tin".to_owned() });
    for (step, mean) in [(1, 0.4), (2, -1.2), (3, 1.1)] {
        let measured = Measured { n: 120, mean, sd: Some(0.8), bad: Some(0.2), effective: None, evidence: None };
        let state = ScoreState::Scored { believed: None, measured: Some(measured), validated: true };
        let score = Score { state, expected: Some(Emotion::clamped(0.5)) };
        step_mut(&mut map, id(step)).scores.insert(id(1), score);
    }
    step_mut(&mut map, id(3)).scores.insert(id(2), Score { state: ScoreState::NotInvolved, expected: None });
    believe(&mut map, id(2), &[Some(-0.5)]);
    map
}

/// The first lines in which two texts differ.
fn difference(golden: &str, now: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), now.lines().collect());
    let mut told = String::new();
    let first = (0..old.len().max(new.len())).find(|&line| old.get(line) != new.get(line));
    let Some(first) = first else { return "the ends of the last lines differ".to_owned() };
    let mut tell = |lines: &[&str], range: std::ops::Range<usize>, mark: char| {
        for (line, text) in lines.iter().enumerate().take(range.end).skip(range.start) {
            let _ = writeln!(told, "{:5} {mark} {text}", line + 1);
        }
    };
    tell(&old, first.saturating_sub(3)..first, ' ');
    tell(&old, first..first + 6, '-');
    tell(&new, first..first + 6, '+');
    let _ = writeln!(told, "{} lines, now {}", old.len(), new.len());
    told
}

fn compare(name: &str, map: &JourneyMap, theme: Theme) {
    let words = Words::new(map.language);
    let options = Options { theme, words: &words, all: false, images: &NoImages };
    let now = dump(&lay_out(map, &options, &mut Typesetter::new()));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &now).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(&path).expect("UPDATE_SNAPSHOTS=1 writes it");
    assert!(
        golden == now,
        "the picture changed; if that is meant, UPDATE_SNAPSHOTS=1 renews {}\n{}",
        path.display(),
        difference(&golden, &now)
    );
}

#[test]
fn a_shop_in_english_and_light() {
    compare("shop-en-light.txt", &shop(), Theme::Light);
}

#[test]
fn a_service_in_vietnamese_and_dark() {
    compare("service-vi-dark.txt", &service(), Theme::Dark);
}

#[test]
fn a_difference_names_the_first_lines() {
    let told = difference("a\nb\nc\n", "a\nB\nc\n");
    assert!(told.contains("    2 - b") && told.contains("    2 + B"), "{told}");
}
