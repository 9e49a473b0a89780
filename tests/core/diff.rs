//! Differences between two maps: each by hand, and all of them together.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use wayfelt::diff::{Change, Difference, Home, differences, say};
use wayfelt::edit::{CardChange, Edit, Place, StepChange, TextAt, apply};
use wayfelt::i18n::Words;
use wayfelt::model::check::Thing;
use wayfelt::model::value::Value;
use wayfelt::model::{
    Branch, Card, CardId, JourneyMap, Lane, LaneKind, Language, Link, NamedMetric, Persona, Stage, Step, StepId, Theme,
};

use crate::any_edit::{Dice, any_edit};
use crate::every_kind;
use crate::maps::{grid, id, lane, put_plain};

fn filled() -> JourneyMap {
    let mut map = grid(4);
    for n in 0..3 {
        put_plain(&mut map, 1, 100 + n, LaneKind::Actions);
        put_plain(&mut map, 2, 200 + n, LaneKind::PainPoints);
    }
    map
}

fn after(map: &JourneyMap, edits: &[Edit]) -> JourneyMap {
    edits.iter().fold(map.clone(), |map, edit| apply(&map, edit).unwrap())
}

fn field(at: Option<Thing>, path: &[&str], before: Value, after: Value) -> Difference {
    let path = path.iter().map(|&name| name.to_owned()).collect();
    Difference { at, change: Change::Field { path, before, after } }
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

#[test]
fn the_same_map_has_no_differences() {
    let map = every_kind::map();
    assert_eq!(differences(&map, &map.clone()), []);
}

#[test]
fn a_changed_field_is_one_difference_with_both_values() {
    let map = filled();
    let card = Thing::Card(id(100));
    let edits = [
        Edit::SetText { at: TextAt::Title, text: "New".into() },
        Edit::SetText { at: TextAt::CardText(id(100)), text: "Chờ lâu".into() },
        Edit::SetCard(id(100), CardChange::Links(vec![Link { to: id(200), label: "vì".into() }])),
        Edit::SetStep(id(1), StepChange::ActiveMinutes(Some(5))),
    ];
    let link = Value::of(&Link { to: id(200), label: "vì".into() });
    let target = id::<CardId>(200).to_string();
    assert_eq!(
        differences(&map, &after(&map, &edits)),
        [
            field(None, &["title"], text("A map"), text("New")),
            field(Some(Thing::Step(id(1))), &["active_minutes"], Value::Nothing, Value::Count(5)),
            field(Some(card), &["text"], text("Card 100"), text("Chờ lâu")),
            field(Some(card), &["links", &target], Value::Nothing, link),
        ]
    );
}

#[test]
fn a_move_is_a_move_and_only_what_was_moved_has_one() {
    let map = filled();
    let actions = lane(LaneKind::Actions);
    let cell = |step| Place::Cell { step, lane: actions, at: 0 };
    let found = differences(&map, &after(&map, &[Edit::MoveCards { ids: vec![id(100)], to: cell(id(3)) }]));
    let home = |step| Home { of: Some(Thing::Step(step)), lane: Some(actions), at: 0 };
    let moved = Change::Moved { from: home(id(1)), to: home(id(3)) };
    assert_eq!(found, [Difference { at: Some(Thing::Card(id(100))), change: moved }]);

    // The last card of a cell comes first: one move, not three.
    let found = differences(&map, &after(&map, &[Edit::MoveCards { ids: vec![id(102)], to: cell(id(1)) }]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(matches!(found[0].change, Change::Moved { from, to } if (from.at, to.at) == (2, 0)), "{found:?}");

    // The last step comes first.
    let found = differences(&map, &after(&map, &[Edit::MoveStep { id: id(4), stage: id(1), to: 0 }]));
    assert_eq!(found.iter().map(|one| one.at).collect::<Vec<_>>(), [Some(Thing::Step(id(4)))], "{found:?}");
}

#[test]
fn what_is_removed_with_its_step_is_removed_and_what_left_before_is_moved() {
    let map = filled();
    let (home, other): (StepId, StepId) = (id(1), id(3));
    let edits = [
        Edit::MoveCards { ids: vec![id(100)], to: Place::Cell { step: other, lane: lane(LaneKind::Actions), at: 0 } },
        Edit::RemoveStep(home),
    ];
    let found = differences(&map, &after(&map, &edits));
    let of = |change: fn(&Change) -> bool| -> Vec<Thing> {
        found.iter().filter(|one| change(&one.change)).filter_map(|one| one.at).collect()
    };
    assert_eq!(of(|change| matches!(change, Change::Moved { .. })), [Thing::Card(id(100))]);
    let removed = of(|change| matches!(change, Change::Removed));
    assert_eq!(removed, [Thing::Step(home), Thing::Card(id(101)), Thing::Card(id(102))]);
}

#[test]
fn every_field_of_every_kind_of_thing_is_seen() {
    // Each leaf of a map that holds everything, taken away or changed: never silent.
    let map = every_kind::map();
    let tree = Value::of(&map);
    let mut paths = Vec::new();
    let mut waiting = vec![Vec::<String>::new()];
    while let Some(path) = waiting.pop() {
        let value = tree.get(&path);
        let inside: Vec<String> = match value {
            Value::Fields(fields) => fields.iter().map(|(name, _)| name.to_string()).collect(),
            _ => value.keyed().unwrap_or_default().into_iter().map(|(key, _)| key.to_owned()).collect(),
        };
        if !path.is_empty() && path.last().is_none_or(|name| name != "id") {
            paths.push(path.clone());
        }
        waiting.extend(inside.into_iter().map(|name| [path.clone(), vec![name]].concat()));
    }
    let mut seen = 0;
    for path in &paths {
        let mut without = tree.clone();
        without.set(path, Value::Nothing).unwrap();
        // What can't be left out makes no map.
        let Ok(other) = without.read::<JourneyMap>() else { continue };
        assert_ne!(differences(&map, &other), [], "{path:?} was left out");
        assert_ne!(differences(&other, &map), [], "{path:?} was added");
        seen += 1;
    }
    assert!(seen > 150, "{seen} of {}", paths.len());
}

#[test]
fn looks_lists_and_scores_are_compared_inside() {
    let map = every_kind::map();
    let mut other = map.clone();
    other.look.theme = Theme::Print;
    other.metrics.insert(0, NamedMetric { name: "CES".into(), ..NamedMetric::default() });
    let (step, persona) = (map.steps().next().unwrap().1.id, map.personas[0].id);
    let mut score = map.step(step).unwrap().score(persona);
    score.expected = Some(wayfelt::model::Emotion::BEST);
    let edits = [
        Edit::SetScore { step, persona, score },
        Edit::SetStep(step, StepChange::Branches(vec![Branch { to: step, label: "lại".into() }])),
    ];
    let found = differences(&map, &after(&other, &edits));
    let paths: Vec<String> = found
        .iter()
        .map(|one| match &one.change {
            Change::Field { path, .. } => path.join("/"),
            other => format!("{other:?}"),
        })
        .collect();
    let expected = ["metrics/CES", "look/theme", &format!("branches/{step}"), &format!("scores/{persona}/expected")];
    assert_eq!(paths, expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn there_are_differences_exactly_where_maps_differ(numbers in vec(any::<u32>(), 0..300)) {
        let start = filled();
        let mut map = start.clone();
        let mut dice = Dice(&numbers);
        while !dice.0.is_empty() {
            let edit = any_edit(&map, &mut dice);
            map = apply(&map, &edit).unwrap_or(map);
        }
        prop_assert_eq!(differences(&start, &map).is_empty(), start == map);
        let things = |found: Vec<Difference>, change: &Change| -> Vec<Thing> {
            let mut things: Vec<Thing> =
                found.into_iter().filter(|one| one.change == *change).filter_map(|one| one.at).collect();
            things.sort();
            things
        };
        // Backwards, what was added is removed.
        prop_assert_eq!(
            things(differences(&start, &map), &Change::Added),
            things(differences(&map, &start), &Change::Removed)
        );
    }
}

#[test]
fn every_field_and_choice_has_its_word_in_both_languages() {
    let map = every_kind::map();
    let empty = JourneyMap::default();
    // Names that people never see: fields are written together with underscores, choices with capitals.
    let raw = |text: &str| {
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| {
            word.contains('_') || word.chars().skip(1).any(char::is_uppercase) && word.contains(char::is_lowercase)
        })
    };
    let mut said = Vec::new();
    for language in Language::ALL {
        let words = Words::new(language);
        let mut other = map.clone();
        other.stages = other.stages.iter().map(|stage| Arc::new(Stage::new(stage.id, "x"))).collect();
        for stage in other.stages.iter_mut().zip(&map.stages) {
            let (new, old) = stage;
            Arc::make_mut(new).steps = old.steps.iter().map(|step| Arc::new(bare(step))).collect();
        }
        other.personas = map.personas.iter().map(|persona| Arc::new(Persona::new(persona.id, "x"))).collect();
        other.lanes = map.lanes.iter().map(|lane| Arc::new(Lane::new(lane.id, LaneKind::Text))).collect();
        for found in
            [&differences(&map, &other)[..], &differences(&empty, &JourneyMap { conflicts: vec![], ..map.clone() })[..]]
                .concat()
        {
            let (a, b) = if found.change == Change::Added { (&empty, &map) } else { (&map, &other) };
            let line = say::say(&words, a, b, &found);
            if let Change::Field { path, .. } = &found.change {
                let label = path.iter().find(|name| line.contains(&format!(" {name}:")) && raw(name));
                assert_eq!(label, None, "{line}");
            }
            said.push(line);
        }
    }
    for line in &said {
        let known = ["E-commerce", "SaaS", "AR/VR", "NPS", "CSAT", "PwC", "OMTM"];
        let rest = known.iter().fold(line.clone(), |line, word| line.replace(word, ""));
        assert!(!raw(&rest), "{line}");
    }
    assert!(said.len() > 200, "{}", said.len());
}

/// A step with bare cards.
fn bare(step: &Step) -> Step {
    let mut next = Step::new(step.id, "x");
    next.cards = step
        .cards
        .iter()
        .map(|card| Arc::new(Card::new(card.id, card.lane, "x", card.content.kind().empty())))
        .collect();
    next
}
