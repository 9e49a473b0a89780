//! What is copied with all it carries: within a map, into another one, cut, as whole steps, and as text on the clipboard.

use std::sync::Arc;

use wayfelt::edit::fragment::{NotPasted, Pasted, copy, cut, paste, paste_text};
use wayfelt::edit::{Cursor, Edit, LaneChange, Selection, apply};
use wayfelt::file::excerpt;
use wayfelt::model::check::check;
use wayfelt::model::{
    Channel, ChannelKind, Content, Emotion, Evidence, EvidenceKind, Excerpt, IdSource, JourneyMap, LaneKind, Link,
    Measured, Opportunity, OwnChannel, Persona, Score, ScoreState, Touchpoint,
};

use crate::maps::{card_mut, grid, id, lane, pain, put, put_plain, step_mut};

fn at(kind: LaneKind, step: u64) -> Cursor {
    Cursor::Cell { lane: lane(kind), step: id(step), persona: None }
}

fn emotion(persona: u64, step: u64) -> Cursor {
    Cursor::Cell { lane: lane(LaneKind::Emotion), step: id(step), persona: Some(id(persona)) }
}

fn ids() -> IdSource {
    IdSource::seeded(11)
}

fn nameless(_: Channel) -> String {
    String::new()
}

fn done(map: &JourneyMap, pasted: &Pasted) -> JourneyMap {
    let next = apply(map, &pasted.change.edit).unwrap();
    assert_eq!(check(&next), [], "after {:?}", pasted.change.edit);
    assert_eq!(pasted.change.selection.clone().within(&next), pasted.change.selection, "the selection is there");
    next
}

fn copied(map: &JourneyMap, from: Cursor, to: Cursor) -> Excerpt {
    let selection = Selection { anchor: Some(to), ..Selection::at(from) };
    let excerpt = copy(map, &selection, &nameless).unwrap().excerpt.unwrap();
    // Whatever is copied is the same after a trip over the clipboard.
    assert_eq!(excerpt::read(&excerpt::write(&excerpt)).as_ref(), Some(&excerpt));
    excerpt
}

/// A map with everything that a card can carry: a pain point, an opportunity that answers it, a touchpoint.
fn full() -> JourneyMap {
    let mut map = grid(4);
    let own = OwnChannel {
        id: id(70),
        name: "Loa phường".into(),
        kind: ChannelKind::Voice,
        mobile: false,
        icon: String::new(),
    };
    map.channels.push(own);
    map.evidence.push(Evidence {
        id: id(80),
        kind: EvidenceKind::Interview,
        name: "Phỏng vấn".into(),
        source: String::new(),
        date: None,
        review_by: None,
        n: Some(8),
        notes: String::new(),
        survey: None,
    });
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(4), Some(0.3)));
    put(&mut map, 1, 12, LaneKind::Opportunities, LaneKind::Opportunities.content().unwrap().empty());
    put(&mut map, 2, 13, LaneKind::Touchpoints, LaneKind::Touchpoints.content().unwrap().empty());
    let answer = Opportunity { answers: vec![id(11)], ..Opportunity::default() };
    card_mut(&mut map, id(12)).content = Content::Opportunity(answer);
    let card = card_mut(&mut map, id(11));
    card.personas = vec![id(2)];
    card.evidence = vec![id(80)];
    card.notes = "ghi chú".into();
    card.owner = "CSKH".into();
    card.votes = 3;
    card.color = Some(2);
    let touchpoint = Touchpoint {
        channel: Some(Channel::Own(id(70))),
        repeats: true,
        scores: [(id(2), Emotion::clamped(-1.0))].into(),
        ..Touchpoint::default()
    };
    card_mut(&mut map, id(13)).content = Content::Touchpoint(touchpoint);
    card_mut(&mut map, id(13)).links = vec![Link { to: id(11), label: "vì".into() }];
    map
}

#[test]
fn another_map_gets_all_that_a_card_carries() {
    let map = full();
    let excerpt = copied(&map, at(LaneKind::Touchpoints, 1), at(LaneKind::Opportunities, 2));
    let mut other = grid(2);
    other.personas = vec![Arc::new(Persona::new(id(900), "Lan"))];
    let pasted = paste(&other, at(LaneKind::Touchpoints, 1), &excerpt, &mut ids()).unwrap();
    let next = done(&other, &pasted);
    assert_eq!(pasted.notes.personas, ["Hạnh"], "only who is named comes along, not the row of a curve");
    assert_eq!(pasted.notes.sources, 2);
    assert_eq!((next.evidence.len(), next.channels.len()), (1, 1));
    let hanh = next.personas.iter().find(|persona| persona.name == "Hạnh").unwrap().id;
    let found = |kind| next.cards().find(|(_, card)| card.lane == lane(kind)).map(|(_, card)| card).unwrap();
    let pain_card = found(LaneKind::PainPoints);
    assert_ne!(pain_card.id, id(11), "a copy is another card");
    assert_eq!((pain_card.personas.as_slice(), pain_card.evidence.len(), pain_card.votes), ([hanh].as_slice(), 1, 0));
    assert_eq!((pain_card.notes.as_str(), pain_card.owner.as_str(), pain_card.color), ("ghi chú", "CSKH", Some(2)));
    assert_eq!(pain_card.content, pain(Some(4), Some(0.3)));
    let Content::Opportunity(answers) = &found(LaneKind::Opportunities).content else { unreachable!() };
    assert_eq!(answers.answers, [pain_card.id]);
    let spot = found(LaneKind::Touchpoints);
    assert_eq!(spot.links, [Link { to: pain_card.id, label: "vì".into() }]);
    let Content::Touchpoint(touchpoint) = &spot.content else { unreachable!() };
    assert_eq!(touchpoint.channel, Some(Channel::Own(next.channels[0].id)));
    assert_eq!(touchpoint.scores.keys().collect::<Vec<_>>(), [&hanh]);
}

#[test]
fn what_another_map_has_under_the_same_name_is_used() {
    let map = full();
    let excerpt = copied(&map, at(LaneKind::Touchpoints, 1), at(LaneKind::Opportunities, 2));
    let mut other = grid(2);
    other.personas = vec![Arc::new(Persona::new(id(900), "hạnh"))];
    other.channels = vec![OwnChannel { id: id(901), ..map.channels[0].clone() }];
    other.evidence = vec![Evidence { id: id(902), ..map.evidence[0].clone() }];
    let pasted = paste(&other, at(LaneKind::Touchpoints, 1), &excerpt, &mut ids()).unwrap();
    let next = done(&other, &pasted);
    assert_eq!((pasted.notes.personas.len(), pasted.notes.sources), (0, 0));
    let card = next.cards().find(|(_, card)| card.lane == lane(LaneKind::PainPoints)).unwrap().1;
    assert_eq!((card.personas.as_slice(), card.evidence.as_slice()), ([id(900)].as_slice(), [id(902)].as_slice()));
}

#[test]
fn links_to_cards_that_stay_behind_are_kept_in_the_same_map_only() {
    let map = full();
    let excerpt = copied(&map, at(LaneKind::Touchpoints, 2), at(LaneKind::Touchpoints, 2));
    let same = done(&map, &paste(&map, at(LaneKind::Touchpoints, 4), &excerpt, &mut ids()).unwrap());
    let card = &same.step(id(4)).unwrap().cards[0];
    assert_eq!(card.links, [Link { to: id(11), label: "vì".into() }]);
    let other = grid(4);
    let next = done(&other, &paste(&other, at(LaneKind::Touchpoints, 4), &excerpt, &mut ids()).unwrap());
    assert_eq!(next.step(id(4)).unwrap().cards[0].links, []);
}

#[test]
fn what_was_cut_stays_itself_and_is_named_again() {
    let map = full();
    let selection = Selection::at(at(LaneKind::PainPoints, 1));
    let (copied, change) = cut(&map, &selection, &nameless).unwrap();
    let without = apply(&map, &change.edit).unwrap();
    assert!(without.card(id(11)).is_none());
    assert!(without.card(id(13)).unwrap().1.links.is_empty());
    let excerpt = excerpt::read(&excerpt::write(&copied.excerpt.unwrap())).unwrap();
    let pasted = paste(&without, at(LaneKind::PainPoints, 3), &excerpt, &mut ids()).unwrap();
    let moved = done(&without, &pasted);
    let (step, card) = moved.card(id(11)).unwrap();
    assert_eq!((step.unwrap().id, card.votes), (id(3), 3));
    assert_eq!(moved.card(id(13)).unwrap().1.links, [Link { to: id(11), label: "vì".into() }]);
    let Content::Opportunity(answers) = &moved.card(id(12)).unwrap().1.content else { unreachable!() };
    assert_eq!(answers.answers, [id(11)]);
    // Pasted once more it is a copy, and whoever named the first goes on naming that one alone.
    let again = paste(&moved, at(LaneKind::PainPoints, 4), &excerpt, &mut ids()).unwrap();
    let twice = done(&moved, &again);
    assert_eq!(twice.step(id(4)).unwrap().cards.len(), 1);
    assert_ne!(twice.step(id(4)).unwrap().cards[0].id, id(11));
    assert_eq!(twice.card(id(13)).unwrap().1.links.len(), 1);
    // Into another map.
    let other = grid(2);
    let next = done(&other, &paste(&other, at(LaneKind::PainPoints, 1), &excerpt, &mut ids()).unwrap());
    assert_eq!(next.cards().count(), 1);
}

#[test]
fn what_a_copy_does_not_hold_is_not_cut() {
    let mut map = full();
    put_plain(&mut map, 2, 21, LaneKind::Actions);
    put_plain(&mut map, 2, 22, LaneKind::Thoughts);
    let hidden = map.lanes.iter_mut().find(|lane| lane.kind == LaneKind::Thoughts).unwrap();
    Arc::make_mut(hidden).hidden = true;
    let note = wayfelt::model::Card::new(id(23), hidden.id, "Later", Content::Text);
    map.tray.push(Arc::new(note));
    let cards = vec![id(21), id(22), id(23)];
    let selection = Selection { cards, ..Selection::at(at(LaneKind::Actions, 2)) };
    let (copied, change) = cut(&map, &selection, &nameless).unwrap();
    let held: Vec<_> = copied.excerpt.unwrap().map.cards().map(|(_, card)| card.id).collect();
    let without = apply(&map, &change.edit).unwrap();
    assert_eq!(held, [id(21)]);
    assert!(without.card(id(21)).is_none());
    assert!(without.card(id(22)).is_some() && without.card(id(23)).is_some());
}

#[test]
fn a_heading_that_is_cut_gives_its_name_only() {
    let map = full();
    let (copied, change) = cut(&map, &Selection::at(Cursor::Step(id(1))), &nameless).unwrap();
    assert_eq!((copied.text().as_str(), copied.excerpt), ("Step 1", None));
    assert_eq!(apply(&map, &change.edit).unwrap().cards().count(), map.cards().count());
}

#[test]
fn whole_steps_go_into_another_map_with_their_cards_and_scores() {
    let mut map = full();
    step_mut(&mut map, id(1)).scores.insert(id(1), Score::believed(Emotion::clamped(-1.5)));
    step_mut(&mut map, id(1)).moment_of_truth = true;
    card_mut(&mut map, id(11)).until = Some(id(2));
    let excerpt = copied(&map, Cursor::Step(id(1)), Cursor::Step(id(2)));
    let mut other = grid(1);
    // The other map has its lanes under other identities, and no lane for opportunities.
    other.lanes.retain(|lane| lane.kind != LaneKind::Opportunities);
    for (n, lane) in other.lanes.iter_mut().enumerate() {
        Arc::make_mut(lane).id = id(500 + n as u64);
    }
    other.personas.clear();
    let pasted = paste(&other, Cursor::Step(id(1)), &excerpt, &mut ids()).unwrap();
    let next = done(&other, &pasted);
    let names: Vec<_> = next.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["Step 1", "Step 1", "Step 2"]);
    assert_eq!((next.cards().count(), pasted.notes.new_lanes), (3, 1));
    let steps: Vec<_> = next.steps().map(|(_, step)| Arc::clone(step)).collect();
    assert!(steps[1].moment_of_truth);
    let minh = next.personas.iter().find(|persona| persona.name == "Minh").unwrap().id;
    assert_eq!(steps[1].score(minh).shown(), Some(-1.5));
    let kind = |card: &wayfelt::model::Card| next.lane(card.lane).unwrap().kind;
    let pain_card = steps[1].cards.iter().find(|card| kind(card) == LaneKind::PainPoints).unwrap();
    assert_eq!(pain_card.until, Some(steps[2].id), "the span ends at the copy");
    let spot = steps[2].cards.iter().find(|card| kind(card) == LaneKind::Touchpoints).unwrap();
    assert_eq!(spot.links[0].to, pain_card.id);
    // In a cell only the names can land.
    assert_eq!(paste(&other, Cursor::Title, &excerpt, &mut ids()), Err(NotPasted::NotHere));
}

#[test]
fn whole_stages_come_after_the_stage() {
    let map = full();
    let excerpt = copied(&map, Cursor::Stage(id(1)), Cursor::Stage(id(1)));
    let next = done(&map, &paste(&map, Cursor::Stage(id(1)), &excerpt, &mut ids()).unwrap());
    assert_eq!((next.stages.len(), next.steps().count(), next.cards().count()), (2, 8, 6));
}

#[test]
fn a_block_on_a_step_becomes_steps() {
    let map = full();
    let excerpt = copied(&map, at(LaneKind::Touchpoints, 1), at(LaneKind::Opportunities, 2));
    let next = done(&map, &paste(&map, Cursor::Step(id(4)), &excerpt, &mut ids()).unwrap());
    assert_eq!((next.steps().count(), next.cards().count()), (6, 6));
}

#[test]
fn a_grid_from_a_spreadsheet_on_a_step_names_steps_and_fills_lanes() {
    let map = grid(2);
    let text = "Hỏi\tĐặt\tTrả\nGọi điện\t\tQuẹt thẻ\nWebsite\tWebsite\n";
    let none = |_: &str| None;
    let pasted = paste_text(&map, Cursor::Step(id(1)), text, &none, &mut ids()).unwrap();
    let next = done(&map, &pasted);
    let names: Vec<_> = next.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["Step 1", "Hỏi", "Đặt", "Trả", "Step 2"]);
    assert_eq!(next.steps().nth(1).unwrap().1.cards.len(), 2);
    assert_eq!(next.steps().nth(4).unwrap().1.cards.len(), 0);
    let mut blank = grid(2);
    step_mut(&mut blank, id(1)).name.clear();
    let next = done(&blank, &paste_text(&blank, Cursor::Step(id(1)), text, &none, &mut ids()).unwrap());
    let names: Vec<_> = next.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["Hỏi", "Đặt", "Trả", "Step 2"], "a step without anything is the first of them");
    let next = done(&blank, &paste_text(&blank, Cursor::Step(id(1)), "A\nB", &none, &mut ids()).unwrap());
    let names: Vec<_> = next.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "Step 2"]);
}

#[test]
fn locked_lanes_take_nothing_and_the_rest_lands() {
    let map = apply(&grid(2), &Edit::SetLane(lane(LaneKind::Touchpoints), LaneChange::Locked(true))).unwrap();
    let none = |_: &str| None;
    let pasted = paste_text(&map, at(LaneKind::Actions, 1), "a\tb\nc\td\n", &none, &mut ids()).unwrap();
    assert_eq!((done(&map, &pasted).cards().count(), pasted.notes.locked), (2, 2));
    let all = paste_text(&map, at(LaneKind::Touchpoints, 1), "a\tb\n", &none, &mut ids());
    assert_eq!(all, Err(NotPasted::Locked));
    // What was cut out of a lane that was locked since then keeps what it can.
    let full = full();
    let (copied, change) = cut(&full, &Selection::at(at(LaneKind::PainPoints, 1)), &nameless).unwrap();
    let without = apply(&full, &change.edit).unwrap();
    let locked = apply(&without, &Edit::SetLane(lane(LaneKind::Opportunities), LaneChange::Locked(true))).unwrap();
    let pasted = paste(&locked, at(LaneKind::PainPoints, 2), &copied.excerpt.unwrap(), &mut ids()).unwrap();
    done(&locked, &pasted);
    assert_eq!(pasted.notes.mentions_lost, 1);
}

#[test]
fn why_nothing_can_be_pasted_is_known() {
    let map = grid(1);
    let none = |_: &str| None;
    let paste = |cursor, text: &str| paste_text(&map, cursor, text, &none, &mut ids()).unwrap_err();
    assert_eq!(paste(at(LaneKind::Actions, 1), " \t \n"), NotPasted::Nothing);
    assert_eq!(paste(emotion(1, 1), "good\tbad"), NotPasted::NoFigure);
    assert_eq!(paste(at(LaneKind::Time, 1), "a\tb"), NotPasted::NoCards);
    assert_eq!(paste(at(LaneKind::Actions, 1), &"a\t".repeat(60_000)), NotPasted::TooLarge { cells: 60_001 });
}

#[test]
fn a_long_list_makes_no_hundred_lanes() {
    let map = grid(1);
    let pasted = paste_text(&map, at(LaneKind::Actions, 1), &"a\tb\n".repeat(300), &|_| None, &mut ids()).unwrap();
    let next = done(&map, &pasted);
    assert_eq!(next.lanes.len(), map.lanes.len() + 20);
    let rows = map.lanes.len() + 1;
    assert_eq!((pasted.notes.new_lanes, pasted.notes.rows_left), (20, 300 - rows - 20));
}

#[test]
fn scores_travel_whole_and_their_evidence_along() {
    let mut map = full();
    let measured = Measured { n: 40, mean: 0.5, sd: Some(0.4), bad: None, effective: None, evidence: Some(id(80)) };
    let state = ScoreState::Scored { believed: None, measured: Some(measured), validated: true };
    step_mut(&mut map, id(1)).scores.insert(id(1), Score { state, expected: Some(Emotion::clamped(1.0)) });
    let excerpt = copied(&map, emotion(1, 1), emotion(1, 2));
    let other = grid(2);
    let pasted = paste(&other, emotion(2, 1), &excerpt, &mut ids()).unwrap();
    let next = done(&other, &pasted);
    let score = next.step(id(1)).unwrap().score(id(2));
    assert_eq!((score.measured().unwrap().n, next.evidence.len()), (40, 1));
    // On a lane of cards a score is a text.
    let next = done(&other, &paste(&other, at(LaneKind::Actions, 1), &excerpt, &mut ids()).unwrap());
    assert_eq!(next.cards().map(|(_, card)| card.text.as_str()).collect::<Vec<_>>(), ["0.5"]);
}

#[test]
fn an_excerpt_from_anywhere_is_an_excerpt_or_nothing() {
    for text in
        ["", "(", "(format: 2, excerpt: (map: ()))", "(format: 1, excerpt: (map: (titel: \"\")))", "(format: 1)"]
    {
        assert_eq!(excerpt::read(text), None, "{text}");
    }
    assert_eq!(excerpt::read("(format: 1, excerpt: (map: ()))"), Some(Excerpt::default()));
    // One that says more than it holds.
    let mut map = full();
    put_plain(&mut map, 3, 14, LaneKind::Actions);
    let mut lying = copied(&map, at(LaneKind::Touchpoints, 1), at(LaneKind::Opportunities, 2));
    lying.columns = 9;
    lying.map.lanes.clear();
    lying.map.personas.clear();
    lying.map.evidence.clear();
    lying.map.channels.clear();
    let other = grid(2);
    done(&other, &paste(&other, at(LaneKind::Touchpoints, 1), &lying, &mut ids()).unwrap());
    let steps = Excerpt { columns: usize::MAX, rows: Vec::new(), map: grid(1), ..Excerpt::default() };
    done(&other, &paste(&other, Cursor::Step(id(1)), &steps, &mut ids()).unwrap());
    lying.columns = usize::MAX;
    assert!(matches!(paste(&other, at(LaneKind::Touchpoints, 1), &lying, &mut ids()), Err(NotPasted::TooLarge { .. })));
}
