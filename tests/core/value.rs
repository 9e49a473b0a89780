//! Any part of a map is a tree of values, and the tree is that part again.

use wayfelt::model::value::Value;
use wayfelt::model::{Card, JourneyMap, LossRates, Persona, Step};

use crate::{every_kind, generate};

#[test]
fn a_map_is_a_tree_and_the_tree_that_map() {
    for map in [every_kind::map(), generate::map(300), JourneyMap::default()] {
        assert_eq!(Value::of(&map).read(), Ok(map));
    }
}

#[test]
fn a_value_is_found_set_and_taken_away_by_its_path() {
    let map = every_kind::map();
    let (_, step) = map.steps().nth(1).unwrap();
    let persona = &map.personas[0];
    let card = &step.cards[0];
    let target = card.links[0].to.to_string();

    let mut tree = Value::of(card);
    assert_eq!(tree.get(&["content", "impact"]), &Value::Count(5));
    assert_eq!(tree.get(&["links", &target, "label"]), &Value::Text("trả lời".into()));
    assert_eq!(tree.get(&["links", "00000000", "label"]), &Value::Nothing);
    tree.set(&["content", "impact"], Value::Count(2)).unwrap();
    tree.set(&["links", &target, "label"], Value::Nothing).unwrap();
    tree.set(&["evidence", &card.evidence[0].to_string()], Value::Nothing).unwrap();
    let changed: Card = tree.read().unwrap();
    assert_eq!(Value::of(&changed.content).get(&["impact"]), &Value::Count(2));
    assert_eq!(changed.links[0].label, "");
    assert_eq!(changed.evidence, card.evidence[1..]);
    assert_eq!(changed.owner, card.owner);

    let mut tree = Value::of(step);
    tree.set(&["risk"], Value::Nothing).unwrap();
    tree.set(&["scores", &persona.id.to_string()], Value::Nothing).unwrap();
    let changed: Step = tree.read().unwrap();
    assert_eq!((changed.risk, changed.scores.contains_key(&persona.id)), (None, false));

    // What isn't there comes to be.
    let mut tree = Value::of(&Step::new(step.id, "new"));
    tree.set(&["scores", &persona.id.to_string()], Value::of(&step.score(persona.id))).unwrap();
    assert_eq!(tree.read::<Step>().unwrap().score(persona.id), step.score(persona.id));
    let mut tree = Value::of(&Persona::new(persona.id, "new"));
    tree.set(&["fields", "Age"], Value::of(&persona.fields[0])).unwrap();
    assert_eq!(tree.read::<Persona>().unwrap().fields, persona.fields[..1]);
}

#[test]
fn a_value_of_another_type_is_an_error() {
    let map = every_kind::map();
    let mut tree = Value::of(&map.stages[0].steps[0].cards[4]);
    assert!(tree.set(&["text", "deeper"], Value::Flag(true)).is_err());
    tree.set(&["content", "severity"], Value::Count(6)).unwrap();
    assert!(tree.read::<Card>().unwrap_err().to_string().contains('5'), "a severity of 6");
    tree.set(&["content", "severity"], Value::Count(1)).unwrap();
    tree.set(&["nonsense"], Value::Count(1)).unwrap();
    assert!(tree.read::<Card>().is_err(), "an unknown field");
    assert!(Value::Text("x".into()).read::<LossRates>().is_err());
}
