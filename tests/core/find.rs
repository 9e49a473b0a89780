//! Finding in a map and writing over what was found; filters.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;
use wayfelt::edit::{Edit, TextAt, apply};
use wayfelt::find::{
    Field, Filter, Owner, Owners, Pattern, Query, Unseen, channels, find, is_locked, owners, plain, replace, unseen,
    visit,
};
use wayfelt::i18n::Words;
use wayfelt::model::{Channel, Content, Grade, JourneyMap, LaneKind, Touchpoint, check};

use crate::maps::{self, card_mut, id, lane, pain, put, step_mut};
use crate::{every_kind, generate};

fn pattern(text: &str) -> Pattern {
    Pattern::new(&Query { text: text.into(), ..Query::default() }).unwrap()
}

/// What is found in a text, as it stands there.
fn found<'a>(query: &Query, text: &'a str) -> Vec<&'a str> {
    let mut pattern = Pattern::new(query).unwrap();
    pattern.find_in(text).into_iter().map(|range| &text[range]).collect()
}

fn loosely<'a>(wanted: &str, text: &'a str) -> Vec<&'a str> {
    found(&Query { text: wanted.into(), ..Query::default() }, text)
}

fn all(map: &JourneyMap, query: &Query) -> Vec<(Owner, Field, String)> {
    let words = Words::new(map.language);
    let mut texts = Vec::new();
    visit(map, &words, &mut |spot, text| texts.push((spot, text.to_owned())));
    let matches = find(map, &words, &mut Pattern::new(query).unwrap(), None).matches;
    matches
        .into_iter()
        .map(|found| {
            let (_, text) = texts.iter().find(|(spot, _)| *spot == found.spot).unwrap();
            (found.spot.owner, found.spot.field, text[found.range].to_owned())
        })
        .collect()
}

#[test]
fn letters_without_marks_find_all_that_are_written_on_them() {
    assert_eq!(loosely("dat", "Đặt lịch, đất, DAT, data"), ["Đặt", "đất", "DAT", "dat"]);
    assert_eq!(loosely("nguoi", "Người bệnh"), ["Người"]);
    assert_eq!(loosely("truong hop", "Trường hợp\nTRƯỜNG\u{a0}HỢP"), ["Trường hợp", "TRƯỜNG\u{a0}HỢP"]);
}

#[test]
fn a_letter_with_marks_never_stands_for_one_without() {
    assert_eq!(loosely("đất", "đất Đặt dat ĐẤT"), ["đất", "ĐẤT"]);
    assert_eq!(loosely("đat", "đất dat Đặt"), ["đất", "Đặt"], "the mark that was typed has to be there");
    assert_eq!(loosely("â", "a ă â ấ ầ"), ["â", "ấ", "ầ"]);
}

#[test]
fn marks_case_and_whole_words_are_switched_on() {
    let query = |case, marks, words| Query { text: "Dat".into(), case, marks, words };
    assert_eq!(found(&query(false, true, false), "Đặt dat Data"), ["dat", "Dat"]);
    assert_eq!(found(&query(true, false, false), "Đặt dat Data"), ["Đặt", "Dat"]);
    assert_eq!(found(&query(false, false, true), "Đặt dat Data (DAT) dat2"), ["Đặt", "dat", "DAT"]);
    assert_eq!(found(&query(true, true, true), "Đặt dat Data Dat"), ["Dat"]);
}

#[test]
fn what_is_found_is_never_half_a_letter() {
    // Marks that no precomposed letter has, families of emoji, syllables.
    assert_eq!(loosely("x", "x\u{323}y"), ["x\u{323}"]);
    let exact = Query { text: "x".into(), marks: true, ..Query::default() };
    assert!(found(&exact, "x\u{323}y").is_empty());
    assert!(loosely("👩", "👩‍👩‍👧").is_empty());
    assert!(loosely("ㄱ", "가").is_empty());
    assert_eq!(loosely("ạ", "a\u{323}"), ["a\u{323}"], "composed or not is the same");
    assert_eq!(loosely("a\u{323}", "ạ"), ["ạ"]);
    assert_eq!(loosely("İstanbul", "İstanbul"), ["İstanbul"]);
}

#[test]
fn matches_do_not_overlap_and_nothing_finds_nothing() {
    assert_eq!(loosely("aa", "aaaaa").len(), 2);
    assert!(Pattern::new(&Query::default()).is_none());
    assert_eq!(plain("Đặt LỊCH"), "dat lich");
}

#[test]
fn every_text_of_a_map_is_found_where_it_stands() {
    let map = every_kind::map();
    let query = |text: &str| Query { text: text.into(), ..Query::default() };
    for (wanted, field) in [
        ("Mua lan dau", Field::Name),
        ("may loc nuoc", Field::Name),
        ("văn phòng", Field::Description),
        ("done by noon", Field::Goal),
        ("Hai lần.", Field::Quote),
        ("Tools", Field::ProfileName(1)),
        ("34", Field::Description),
        ("Ty le mua", Field::Name),
        ("Truoc kham", Field::Name),
        ("khong ai tra loi", Field::WorstCase),
        ("Tien mat", Field::Answer),
        ("hoi lai", Field::Branch(0)),
        ("Thanh toan", Field::Owner),
        ("tra loi", Field::WorstCase),
        ("line two", Field::Notes),
        ("₫", Field::Unit),
        ("mot cua hang", Field::Alternative),
        ("CSAT", Field::MetricName(0)),
        ("gia dinh tre", Field::SegmentName(0)),
        ("Geography", Field::SegmentFieldName(0, 0)),
        ("can tho", Field::SegmentFieldValue(0, 0)),
        ("answers.csv", Field::EvidenceSource(0)),
        ("unweighted", Field::EvidenceNotes(0)),
        ("89%", Field::Fact(0)),
        ("PwC", Field::FactSource(0)),
        ("tra hang", Field::MapLink(0)),
        ("tong dai", Field::Channel),
        ("Yen tam", Field::Name),
        ("cam xuc", Field::GivenName),
    ] {
        let there = all(&map, &query(wanted));
        assert!(!there.is_empty(), "{wanted} was not found");
        assert_eq!(there[0].1, field, "{wanted}: {there:?}");
    }
    let loose = all(&map, &query("loa phuong"));
    assert!(loose.iter().any(|(_, field, _)| *field == Field::Channel), "the channel of a card");
    assert!(loose.iter().any(|(_, field, _)| *field == Field::OwnChannel(0)), "the channel of the map");
}

#[test]
fn matches_come_in_the_order_of_reading_from_where_the_search_begins() {
    let mut map = maps::grid(2);
    put(&mut map, 1, 101, LaneKind::PainPoints, Content::PainPoint(Default::default()));
    put(&mut map, 1, 102, LaneKind::Actions, Content::Text);
    put(&mut map, 2, 103, LaneKind::Actions, Content::Text);
    let words = Words::new(map.language);
    let owners: Vec<Owner> =
        find(&map, &words, &mut pattern("card 10"), None).matches.iter().map(|found| found.spot.owner).collect();
    assert_eq!(owners, [Owner::Card(id(102)), Owner::Card(id(103)), Owner::Card(id(101))]);
    let from = |owner| find(&map, &words, &mut pattern("card 10"), Some(owner)).first;
    assert_eq!(from(Owner::Title), 0);
    assert_eq!(from(Owner::Card(id(103))), 1);
    assert_eq!(from(Owner::Lane(lane(LaneKind::PainPoints))), 2);
    assert_eq!(from(Owner::Map), 3, "none follows");
}

#[test]
fn what_is_found_may_be_out_of_sight() {
    let mut map = maps::grid(1);
    put(&mut map, 1, 101, LaneKind::Needs, Content::Text);
    let place = map.lanes.iter().position(|lane| lane.kind == LaneKind::Needs).unwrap();
    let lane = map.lanes[place].id;
    assert_eq!(unseen(&map, Owner::Card(id(101))), None);
    Arc::make_mut(&mut map.lanes[place]).collapsed = true;
    assert_eq!(unseen(&map, Owner::Card(id(101))), Some(Unseen::Collapsed(lane)));
    assert_eq!(unseen(&map, Owner::Lane(lane)), None);
    Arc::make_mut(&mut map.lanes[place]).hidden = true;
    assert_eq!(unseen(&map, Owner::Card(id(101))), Some(Unseen::Hidden(lane)));
    assert_eq!(unseen(&map, Owner::Lane(lane)), Some(Unseen::Hidden(lane)));
    let tray = every_kind::map().tray[0].id;
    assert_eq!(unseen(&every_kind::map(), Owner::Card(tray)), Some(Unseen::Tray));
}

#[test]
fn one_is_written_over_and_the_rest_stays() {
    let mut map = maps::grid(1);
    put(&mut map, 1, 101, LaneKind::Actions, Content::Text);
    card_mut(&mut map, id(101)).text = "Đặt bàn, đặt món".into();
    let words = Words::new(map.language);
    let matches = find(&map, &words, &mut pattern("dat"), None).matches;
    assert_eq!(matches.len(), 2);
    let done = replace(&map, &matches[1..], "Chọn");
    assert_eq!((done.count, done.locked, done.given), (1, 0, 0));
    let next = apply(&map, &done.edit.unwrap()).unwrap();
    assert_eq!(next.card(id(101)).unwrap().1.text, "Đặt bàn, Chọn món");
}

#[test]
fn locked_lanes_and_given_names_are_left_alone() {
    let mut map = maps::grid(1);
    put(&mut map, 1, 101, LaneKind::Actions, Content::Text);
    put(&mut map, 1, 102, LaneKind::Needs, Content::Text);
    let touchpoint = Touchpoint { channel: Some(Channel::Website), ..Touchpoint::default() };
    put(&mut map, 1, 103, LaneKind::Touchpoints, Content::Touchpoint(touchpoint));
    for card in [101, 102] {
        card_mut(&mut map, id(card)).text = "website".into();
    }
    let needs = map.lanes.iter().position(|lane| lane.kind == LaneKind::Needs).unwrap();
    Arc::make_mut(&mut map.lanes[needs]).locked = true;
    let words = Words::new(map.language);
    let matches = find(&map, &words, &mut pattern("website"), None).matches;
    let done = replace(&map, &matches, "app");
    assert_eq!((done.count, done.locked, done.given), (1, 1, 1));
    let next = apply(&map, &done.edit.unwrap()).unwrap();
    assert_eq!(next.card(id(101)).unwrap().1.text, "app");
    assert_eq!(next.card(id(102)).unwrap().1.text, "website");
}

#[test]
fn every_own_text_can_be_written_over_in_one_edit() {
    let mut map = every_kind::map();
    for lane in &mut map.lanes {
        Arc::make_mut(lane).locked = false;
    }
    let words = Words::new(map.language);
    for letter in ["a", "e", "i", "n", "t", "o", "₫", "9"] {
        let matches = find(&map, &words, &mut pattern(letter), None).matches;
        let own = matches.iter().filter(|found| found.spot.field.is_own()).count();
        let done = replace(&map, &matches, "#");
        assert_eq!((done.count, done.locked), (own, 0));
        let next = apply(&map, &done.edit.unwrap()).unwrap();
        assert_eq!(check::check(&next), []);
        let left = find(&next, &words, &mut pattern(letter), None).matches;
        assert!(left.iter().all(|found| !found.spot.field.is_own()), "{letter}: {left:?}");
    }
}

#[test]
fn ten_thousand_cards_are_searched_in_a_moment() {
    let map = generate::map(10_000);
    let words = Words::new(map.language);
    let started = std::time::Instant::now();
    let matches = find(&map, &words, &mut pattern("khach"), None).matches;
    let took = started.elapsed();
    assert!(matches.len() > 100);
    // Seconds even where nothing is optimised and others share the machine.
    assert!(took.as_secs() < 3, "{took:?}");
}

#[test]
fn owners_that_are_kept_are_those_of_the_map_as_it_is() {
    let mut map = Arc::new(generate::map(300));
    let of_kind = |map: &JourneyMap, kind: LaneKind| {
        let lane = map.lanes.iter().find(|lane| lane.kind == kind).unwrap().id;
        map.cards().find(|(_, card)| card.lane == lane).map(|(_, card)| card.id).unwrap()
    };
    let (thought, owner) = (of_kind(&map, LaneKind::Thoughts), of_kind(&map, LaneKind::Owners));
    let text = |at, text: &str| Edit::SetText { at, text: text.to_owned() };
    let step = map.steps().next().map(|(_, step)| step.id).unwrap();
    let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Owners).unwrap().id;
    let edits = [
        text(TextAt::CardText(thought), "Nobody answers"),
        text(TextAt::CardOwner(thought), "Payments"),
        text(TextAt::CardText(owner), "Front desk"),
        text(TextAt::CardText(owner), "Front desk\nof the shop"),
        Edit::RemoveCards(vec![thought]),
        Edit::RemoveStep(step),
        Edit::RemoveLane(lane),
    ];
    let mut kept = Owners::default();
    assert_eq!(*kept.of(&map), owners(&map));
    for edit in edits {
        map = Arc::new(apply(&map, &edit).unwrap());
        assert_eq!(*kept.of(&map), owners(&map), "after {edit:?}");
    }
}

#[test]
fn whom_a_lane_of_owners_names_is_an_owner_as_any_other() {
    let mut map = maps::grid(2);
    for card in 101..=104 {
        let kind = if card == 103 { LaneKind::Owners } else { LaneKind::Actions };
        put(&mut map, 1, card, kind, Content::Text);
    }
    card_mut(&mut map, id(101)).owner = " sales".into();
    card_mut(&mut map, id(102)).owner = "Đối soát".into();
    card_mut(&mut map, id(103)).text = "Bán hàng".into();
    let mut note = wayfelt::model::Card::new(id(105), maps::lane(LaneKind::Actions), "A note", Content::Text);
    note.owner = "sales".into();
    map.tray.push(std::sync::Arc::new(note));
    assert_eq!(owners(&map), ["Bán hàng", "Đối soát", "sales"], "each once, Đ among the D");
    let through = |owner: &str| {
        let filter = Filter { owners: BTreeSet::from([owner.to_owned()]), ..Filter::default() };
        let there = filter.matching(&map);
        (101..=104).filter(|card| there.contains(&id(*card))).collect::<Vec<u64>>()
    };
    assert_eq!((through("Bán hàng"), through("sales"), through("")), (vec![103], vec![101], vec![104]));
    // Of the same map the same list is given; of another one another.
    let mut known = wayfelt::find::Owners::default();
    let map = std::sync::Arc::new(map);
    assert!(std::sync::Arc::ptr_eq(&known.of(&map), &known.of(&map)));
    assert!(known.of(&std::sync::Arc::new(maps::grid(1))).is_empty());
}

#[test]
fn a_filter_knows_persona_owner_channel_and_severity() {
    let mut map = maps::grid(2);
    put(&mut map, 1, 101, LaneKind::PainPoints, pain(Some(5), None));
    put(&mut map, 1, 102, LaneKind::PainPoints, pain(Some(2), None));
    put(&mut map, 1, 103, LaneKind::Actions, Content::Text);
    let app = Touchpoint { channel: Some(Channel::MobileApp), ..Touchpoint::default() };
    put(&mut map, 2, 104, LaneKind::Touchpoints, Content::Touchpoint(app));
    let answer = Content::Opportunity(wayfelt::model::Opportunity { answers: vec![id(101)], ..Default::default() });
    put(&mut map, 2, 105, LaneKind::Opportunities, answer);
    let [first, second] = [map.personas[0].id, map.personas[1].id];
    card_mut(&mut map, id(103)).personas = vec![first];
    card_mut(&mut map, id(104)).owner = "Sales ".into();
    step_mut(&mut map, id(1));
    let through = |filter: &Filter| -> Vec<u64> {
        let there = filter.matching(&map);
        (101..=105).filter(|card| there.contains(&id(*card))).collect()
    };
    let mut filter = Filter::default();
    assert!(filter.is_empty());
    assert_eq!(through(&filter), [101, 102, 103, 104, 105]);
    filter.personas = BTreeSet::from([second]);
    assert_eq!(through(&filter), [101, 102, 104, 105], "who names nobody concerns all");
    assert!(filter.shows_persona(second) && !filter.shows_persona(first));
    filter = Filter { severity: Grade::new(4).ok(), ..Filter::default() };
    assert_eq!(through(&filter), [101, 105], "and what answers it");
    filter.channels = BTreeSet::from([Channel::MobileApp]);
    assert_eq!(through(&filter), [101, 104, 105], "either kind is enough");
    filter.owners = BTreeSet::from(["Sales".to_owned()]);
    assert_eq!(through(&filter), [104]);
    filter.owners = BTreeSet::from([String::new()]);
    assert_eq!(through(&filter), [101, 105], "nobody answers for them");
    assert_eq!(filter.count(), 3);
    assert_eq!(owners(&map), ["Sales"]);
    assert_eq!(channels(&map).into_iter().collect::<Vec<_>>(), [Channel::MobileApp]);
    filter.owners.insert("Gone".into());
    filter.personas.insert(id(99));
    filter.channels.insert(Channel::Kiosk);
    filter.retain(&map);
    assert_eq!(filter.count(), 3, "what is gone is no longer chosen");
}

proptest! {
    #[test]
    fn what_is_found_stands_between_letters(wanted in "[aăâđdeơƯ\u{323}\u{301} ]{1,3}", text in "[aăâấặđĐdeơưựƯx\u{323}\u{301} \n👩\u{200d}]{0,24}", marks: bool, case: bool) {
        let query = Query { text: wanted, case, marks, words: false };
        let Some(mut pattern) = Pattern::new(&query) else { return Ok(()) };
        let borders: BTreeSet<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut end = 0;
        for range in pattern.find_in(&text) {
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert!(borders.contains(&range.start) && borders.contains(&range.end));
            end = range.end;
        }
    }

    #[test]
    fn who_replaces_all_finds_none(wanted in "[aeiouđdntch ]{1,2}", marks: bool, case: bool, words_only: bool) {
        let map = every_kind::map();
        let words = Words::new(map.language);
        let mut pattern = Pattern::new(&Query { text: wanted, case, marks, words: words_only }).unwrap();
        let matches = find(&map, &words, &mut pattern, None).matches;
        let done = replace(&map, &matches, "§");
        prop_assert_eq!(done.count + done.locked + done.given, matches.len());
        let Some(edit) = done.edit else { return Ok(()) };
        let next = apply(&map, &edit).unwrap();
        let left = find(&next, &words, &mut pattern, None).matches;
        // Where whole words are wanted, a word may stand alone only once its neighbour is gone.
        if !words_only {
            // A channel of the map's own is named anew on its cards too.
            prop_assert!(left.len() <= done.locked + done.given);
            prop_assert!(left.iter().all(|found| !found.spot.field.is_own() || is_locked(&next, found.spot.owner)));
        }
    }
}
