//! The inspector's fields: one undo step each, what several cards share and where they differ, locked lanes, lists of the map.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayfelt::app::Intent;
use wayfelt::edit::{Cursor, Edit, Selection};
use wayfelt::model::{
    Branch, CardId, Content, EvidenceKind, Grade, JourneyMap, LaneKind, Language, Opportunity, PainPoint, Share, Theme,
    Touchpoint,
};

use crate::maps::{card_mut, grid, id, lane, pain, put, put_plain, step_mut};
use crate::panel::{Panel, Which, click, open, open_so_wide, press, type_into};
use crate::sample_maps::samples;

type Inspector = Harness<'static, Panel>;

fn cards(ids: &[u64]) -> Selection {
    Selection { cards: ids.iter().map(|&number| id(number)).collect(), ..Selection::default() }
}

/// How many undo steps there would be.
fn steps(inspector: &Inspector) -> usize {
    let kept = |intent: &&Intent| matches!(intent, Intent::Edit(_) | Intent::EditAndSelect(..) | Intent::Commit);
    inspector.state().intents.iter().filter(kept).count()
}

fn focus(inspector: &mut Inspector, name: &str) {
    inspector.get_by_label(name).focus();
    inspector.run();
}

fn key(inspector: &mut Inspector, name: &str, pressed: Key) {
    focus(inspector, name);
    press(inspector, Modifiers::NONE, pressed);
}

fn written(inspector: &mut Inspector, name: &str, text: &str) {
    type_into(inspector, name, text);
    press(inspector, Modifiers::COMMAND, Key::Enter);
    press(inspector, Modifiers::NONE, Key::Tab);
}

fn has(inspector: &Inspector, name: &str) -> bool {
    inspector.query_by_label(name).is_some()
}

fn content(inspector: &Inspector, card: u64) -> Content {
    inspector.state().map.card(id(card)).unwrap().1.content.clone()
}

fn with(kind: LaneKind) -> JourneyMap {
    let mut map = grid(3);
    put_plain(&mut map, 2, 1, kind);
    map
}

fn two_pains() -> JourneyMap {
    let mut map = grid(3);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(2), Some(0.1)));
    put(&mut map, 2, 2, LaneKind::PainPoints, pain(Some(4), Some(0.2)));
    map
}

#[test]
fn each_control_of_a_card_is_one_undo_step() {
    type Act = fn(&mut Inspector);
    let acts: [(LaneKind, &str, Act); 14] = [
        (LaneKind::PainPoints, "severity", |shown| key(shown, "Severity", Key::Num3)),
        (LaneKind::PainPoints, "share by slider", |shown| key(shown, "Customers affected", Key::ArrowRight)),
        (LaneKind::PainPoints, "share", |shown| written(shown, "Customers affected, in percent", "31")),
        (LaneKind::PainPoints, "votes by key", |shown| key(shown, "Votes", Key::Plus)),
        (LaneKind::PainPoints, "votes by button", |shown| click(shown, "Votes: one more")),
        (LaneKind::PainPoints, "colour", |shown| click(shown, "Brown")),
        (LaneKind::PainPoints, "notes", |shown| written(shown, "Notes", "Ask Hạnh")),
        (LaneKind::PainPoints, "who", |shown| click(shown, "Minh")),
        (LaneKind::PainPoints, "owner", |shown| written(shown, "Owner", "Care")),
        (LaneKind::Opportunities, "impact and effort", |shown| key(shown, "Impact and effort", Key::ArrowUp)),
        (LaneKind::Opportunities, "effort", |shown| key(shown, "Effort", Key::Num2)),
        (LaneKind::Opportunities, "due", |shown| written(shown, "Due", "2026-12-31")),
        (LaneKind::Touchpoints, "state", |shown| click(shown, "Missing")),
        (LaneKind::Touchpoints, "personalised", |shown| {
            click(shown, "Personalised: treated as a person, not a number");
        }),
    ];
    for (kind, what, act) in acts {
        let mut shown = open(Which::Inspector, with(kind), cards(&[1]));
        let before = shown.state().map.clone();
        act(&mut shown);
        assert_eq!(steps(&shown), 1, "{what}: {:?}", shown.state().intents);
        assert_ne!(shown.state().map, before, "{what}");
    }
}

#[test]
fn votes_are_counted_by_key_and_never_below_none() {
    let mut shown = open(Which::Inspector, with(LaneKind::PainPoints), cards(&[1]));
    for pressed in [Key::Plus, Key::Plus, Key::ArrowUp, Key::Minus] {
        key(&mut shown, "Votes", pressed);
    }
    assert_eq!(shown.state().map.card(id(1)).unwrap().1.votes, 2);
    key(&mut shown, "Votes", Key::Delete);
    key(&mut shown, "Votes", Key::Minus);
    assert_eq!(shown.state().map.card(id(1)).unwrap().1.votes, 0);
    assert_eq!(steps(&shown), 5, "one that changes nothing is no step");
}

#[test]
fn the_square_is_clicked_and_moved_in_with_the_arrows() {
    let mut shown = open(Which::Inspector, with(LaneKind::Opportunities), cards(&[1]));
    let graded = |shown: &Inspector| match content(shown, 1) {
        Content::Opportunity(opportunity) => {
            (opportunity.impact.map(Grade::value), opportunity.effort.map(Grade::value))
        }
        other => panic!("{other:?}"),
    };
    key(&mut shown, "Impact and effort", Key::ArrowRight);
    assert_eq!(graded(&shown), (Some(3), Some(3)), "the first arrow puts it into the middle");
    key(&mut shown, "Impact and effort", Key::ArrowUp);
    key(&mut shown, "Impact and effort", Key::ArrowLeft);
    assert_eq!(graded(&shown), (Some(4), Some(2)));
    assert_eq!(shown.get_by_label("Impact and effort").value().as_deref(), Some("impact 4, effort 2"));
    let field = shown.get_by_label("Impact and effort").rect();
    let corner = field.right_top() + eframe::egui::vec2(-5.0, 5.0);
    shown.drag_at(corner);
    shown.run();
    shown.drop_at(corner);
    shown.run();
    assert_eq!(graded(&shown), (Some(5), Some(5)));
    key(&mut shown, "Impact and effort", Key::Delete);
    assert_eq!(graded(&shown), (None, None));
}

#[test]
fn several_cards_of_a_kind_share_its_fields_and_what_differs_stays_until_it_is_touched() {
    let mut shown = open(Which::Inspector, two_pains(), cards(&[1, 2]));
    assert!(has(&shown, "Severity · mixed"));
    assert_eq!(shown.get_by_label("Customers affected").value().as_deref(), Some("mixed"));
    // Going through the fields changes nothing.
    for name in ["Severity · mixed", "Customers affected", "Customers affected, in percent", "Notes", "Votes"] {
        focus(&mut shown, name);
    }
    assert!(shown.state().intents.is_empty(), "{:?}", shown.state().intents);
    key(&mut shown, "Severity · mixed", Key::Num5);
    assert_eq!(steps(&shown), 1);
    let severity = Grade::new(5).ok();
    for (card, share) in [(1, 0.1), (2, 0.2)] {
        let expected = PainPoint { severity, share: Share::new(share).ok() };
        assert_eq!(content(&shown, card), Content::PainPoint(expected), "the share that differs stays");
    }
    written(&mut shown, "Customers affected, in percent", "50%");
    assert_eq!(steps(&shown), 2);
    let share = Share::new(0.5).ok();
    assert!([1, 2].iter().all(|&card| content(&shown, card) == Content::PainPoint(PainPoint { severity, share })));
}

#[test]
fn cards_of_different_kinds_share_what_every_card_has() {
    let mut map = two_pains();
    put_plain(&mut map, 2, 3, LaneKind::Thoughts);
    card_mut(&mut map, id(3)).notes = "Only here".to_owned();
    card_mut(&mut map, id(1)).votes = 4;
    let mut shown = open(Which::Inspector, map, cards(&[1, 3]));
    assert!(!has(&shown, "Severity") && !has(&shown, "Severity · mixed"));
    key(&mut shown, "Votes", Key::Plus);
    let votes: Vec<u32> = [1, 3].iter().map(|&n| shown.state().map.card(id(n)).unwrap().1.votes).collect();
    assert_eq!(votes, [5, 1], "each is counted up from where it was");
    written(&mut shown, "Notes", "Both");
    assert_eq!(shown.state().map.card(id(1)).unwrap().1.notes, "Both");
    assert_eq!(shown.state().map.card(id(3)).unwrap().1.notes, "Both");
    assert_eq!(steps(&shown), 2);
}

#[test]
fn a_touchpoints_channel_is_chosen_for_several() {
    let mut map = with(LaneKind::Touchpoints);
    put(
        &mut map,
        1,
        2,
        LaneKind::Touchpoints,
        Content::Touchpoint(Touchpoint { personalised: true, ..Touchpoint::default() }),
    );
    let mut shown = open(Which::Inspector, map, cards(&[1, 2]));
    click(&mut shown, "Channel: No channel");
    type_into(&mut shown, "Search channels", "hotl");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&shown), 1);
    let channels: Vec<_> = [1, 2]
        .iter()
        .map(|&card| match content(&shown, card) {
            Content::Touchpoint(touchpoint) => (touchpoint.channel, touchpoint.personalised),
            other => panic!("{other:?}"),
        })
        .collect();
    let hotline = Some(wayfelt::model::Channel::Hotline);
    assert_eq!(channels, [(hotline, false), (hotline, true)]);
}

#[test]
fn a_channel_of_the_map_is_renamed_and_gets_an_icon() {
    let mut shown = open(Which::Inspector, with(LaneKind::Touchpoints), cards(&[1]));
    click(&mut shown, "Channel: No channel");
    type_into(&mut shown, "Search channels", "Loudspeaker");
    click(&mut shown, "Add the channel “Loudspeaker”");
    click(&mut shown, "Channel of this map");
    written(&mut shown, "Name of the channel", "Ward speaker");
    click(&mut shown, "Kind of channel");
    click(&mut shown, "Voice");
    click(&mut shown, "Icon: circle-dot");
    type_into(&mut shown, "Search", "megaph");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    let own = &shown.state().map.channels[0];
    assert_eq!((own.name.as_str(), own.icon.as_str()), ("Ward speaker", "megaphone"));
    assert_eq!(own.kind, wayfelt::model::ChannelKind::Voice);
    assert!(has(&shown, "Channel: Ward speaker"));
}

#[test]
fn evidence_is_added_and_filled_in_where_it_is_needed() {
    let mut shown = open(Which::Inspector, two_pains(), cards(&[1, 2]));
    click(&mut shown, "Add evidence");
    type_into(&mut shown, "Search", "Exit interviews");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&shown), 1, "the entry and its mentions are one step");
    let map = &shown.state().map;
    assert_eq!(map.evidence.len(), 1);
    assert!(map.cards().all(|(_, card)| card.evidence == [map.evidence[0].id]));
    written(&mut shown, "Answers, visits, people (n)", "48");
    written(&mut shown, "Review by", "2027-05-01");
    let entry = &shown.state().map.evidence[0];
    assert_eq!((entry.kind, entry.n), (EvidenceKind::Survey, Some(48)));
    assert_eq!(entry.review_by, Some(jiff::civil::date(2027, 5, 1)));
    click(&mut shown, "Remove “Exit interviews”");
    assert!(shown.state().map.cards().all(|(_, card)| card.evidence.is_empty()));
    assert_eq!(shown.state().map.evidence.len(), 1, "the map keeps the entry");
}

#[test]
fn a_row_of_the_inspector_has_a_menu_by_button_and_by_key() {
    let mut map = grid(3);
    put_plain(&mut map, 1, 1, LaneKind::Actions);
    put_plain(&mut map, 3, 2, LaneKind::Systems);
    card_mut(&mut map, id(1)).links = vec![wayfelt::model::Link { to: id(2), label: String::new() }];
    let mut shown = open(Which::Inspector, map.clone(), cards(&[1]));
    focus(&mut shown, "Card 2");
    press(&mut shown, Modifiers::SHIFT, Key::F10);
    shown.run();
    assert!(has(&shown, "Show on the map") && has(&shown, "Remove"));
    press(&mut shown, Modifiers::NONE, Key::ArrowDown);
    press(&mut shown, Modifiers::NONE, Key::Enter);
    shown.run();
    assert!(shown.state().map.card(id(1)).unwrap().1.links.is_empty());
    assert_eq!(steps(&shown), 1);
    // By the other button.
    let mut shown = open(Which::Inspector, map.clone(), cards(&[1]));
    shown.get_by_label("Card 2").click_secondary();
    shown.run();
    click(&mut shown, "Show on the map");
    assert_eq!(shown.state().selection.cards, [id(2)]);
    // And without the menu.
    let mut shown = open(Which::Inspector, map, cards(&[1]));
    key(&mut shown, "Card 2", Key::Delete);
    assert!(shown.state().map.card(id(1)).unwrap().1.links.is_empty());
}

#[test]
fn a_link_leads_to_any_card_of_the_map() {
    let mut map = grid(12);
    put_plain(&mut map, 1, 1, LaneKind::Actions);
    put_plain(&mut map, 12, 2, LaneKind::Systems);
    card_mut(&mut map, id(2)).text = "Đặt hàng".to_owned();
    let mut shown = open(Which::Inspector, map, cards(&[1]));
    click(&mut shown, "Link to a card");
    type_into(&mut shown, "Search", "dat 12");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    let linked = |shown: &Inspector| -> Vec<CardId> {
        shown.state().map.card(id(1)).unwrap().1.links.iter().map(|link| link.to).collect()
    };
    assert_eq!(linked(&shown), [id(2)]);
    written(&mut shown, "Words of the link to “Đặt hàng”", "starts");
    assert_eq!(shown.state().map.card(id(1)).unwrap().1.links[0].label, "starts");
    assert_eq!(steps(&shown), 2);
    shown.state_mut().selection = cards(&[2]);
    shown.run();
    click(&mut shown, "Card 1");
    assert_eq!(shown.state().selection.cards, [id(1)], "and back from where it is linked from");
}

#[test]
fn what_was_said_first_is_found_among_earlier_touchpoints() {
    let mut map = grid(3);
    put_plain(&mut map, 1, 1, LaneKind::Touchpoints);
    put(
        &mut map,
        2,
        2,
        LaneKind::Touchpoints,
        Content::Touchpoint(Touchpoint { repeats: true, ..Touchpoint::default() }),
    );
    put_plain(&mut map, 3, 3, LaneKind::Touchpoints);
    let mut shown = open(Which::Inspector, map, cards(&[2]));
    click(&mut shown, "Choose where it was said first");
    assert!(has(&shown, "Card 1") && !has(&shown, "Card 3"));
    click(&mut shown, "Card 1");
    let Content::Touchpoint(touchpoint) = content(&shown, 2) else { panic!() };
    assert_eq!(touchpoint.said_first, Some(id(1)));
}

#[test]
fn a_touchpoint_has_scores_of_its_own() {
    let mut shown = open(Which::Inspector, with(LaneKind::Touchpoints), cards(&[1]));
    click(&mut shown, "Scores of its own");
    key(&mut shown, "Score here, Minh", Key::ArrowLeft);
    let scores = |shown: &Inspector| match content(shown, 1) {
        Content::Touchpoint(touchpoint) => touchpoint.scores,
        other => panic!("{other:?}"),
    };
    assert_eq!(scores(&shown).get(&id(1)).map(|score| score.value()), Some(-0.5));
    click(&mut shown, "Score here, Minh: clear");
    assert!(scores(&shown).is_empty());
}

#[test]
fn cards_of_locked_lanes_among_several_are_not_changed() {
    let mut map = two_pains();
    put_plain(&mut map, 2, 3, LaneKind::Thoughts);
    let thoughts = map.lanes.iter().position(|lane| lane.kind == LaneKind::Thoughts).unwrap();
    std::sync::Arc::make_mut(&mut map.lanes[thoughts]).locked = true;
    let mut shown = open(Which::Inspector, map, cards(&[1, 3]));
    click(&mut shown, "Minh");
    click(&mut shown, "Delete 2 cards");
    assert_eq!(steps(&shown), 0);
    click(&mut shown, "Unlock the lane “Thoughts”");
    click(&mut shown, "Minh");
    assert_eq!(steps(&shown), 2);
}

#[test]
fn a_change_of_kind_says_first_what_it_loses() {
    let mut map = two_pains();
    let answers = vec![id(1)];
    put(
        &mut map,
        1,
        3,
        LaneKind::Opportunities,
        Content::Opportunity(Opportunity { answers, ..Opportunity::default() }),
    );
    let pains = lane(LaneKind::PainPoints);
    let mut shown = open(Which::Inspector, map, Selection::at(Cursor::Lane(pains)));
    click(&mut shown, "What it is about");
    assert!(!has(&shown, "Emotions"), "a lane with cards can't become a curve");
    click(&mut shown, "Thoughts");
    assert_eq!(steps(&shown), 0, "nothing is lost unasked");
    let said = "2 × Pain point: they lose severity and share of customers. \
                One opportunity no longer says which pain point it answers. Undo brings it back.";
    assert!(has(&shown, said));
    click(&mut shown, "Cancel");
    assert!(!has(&shown, said));
    click(&mut shown, "What it is about");
    click(&mut shown, "Thoughts");
    click(&mut shown, "Change to “Thoughts”");
    assert_eq!(steps(&shown), 1);
    assert_eq!(shown.state().map.lane(pains).unwrap().kind, LaneKind::Thoughts);
}

#[test]
fn where_nothing_is_lost_the_kind_changes_at_once() {
    let thoughts = lane(LaneKind::Thoughts);
    let mut shown = open(Which::Inspector, with(LaneKind::Thoughts), Selection::at(Cursor::Lane(thoughts)));
    click(&mut shown, "What it is about");
    click(&mut shown, "Quotes");
    assert_eq!(shown.state().map.lane(thoughts).unwrap().kind, LaneKind::Quotes);
}

#[test]
fn a_step_branches_to_others_with_a_condition() {
    let mut shown = open(Which::Inspector, grid(3), Selection::at(Cursor::Step(id(3))));
    for (to, when) in [("Step 1", "not found"), ("Step 2", "")] {
        click(&mut shown, "Branch to a step");
        type_into(&mut shown, "Search", to);
        press(&mut shown, Modifiers::NONE, Key::Enter);
        if !when.is_empty() {
            written(&mut shown, &format!("When it goes to “{to}”"), when);
        }
    }
    let branch = |to, label: &str| Branch { to: id(to), label: label.to_owned() };
    let expected = [branch(1, "not found"), branch(2, "")];
    assert_eq!(shown.state().map.step(id(3)).unwrap().branches, expected);
    click(&mut shown, "Remove “Step 1”");
    assert_eq!(shown.state().map.step(id(3)).unwrap().branches, expected[1..]);
    written(&mut shown, "Width of the column", "300");
    assert_eq!(shown.state().map.step(id(3)).unwrap().width, Some(300));
    assert_eq!(steps(&shown), 5);
}

#[test]
fn the_lists_of_a_map_are_filled_in() {
    let mut shown = open(Which::Inspector, grid(1), Selection::default());
    click(&mut shown, "Metrics");
    click(&mut shown, "Add a metric");
    type_into(&mut shown, "Search", "retent");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    click(&mut shown, "Segments");
    click(&mut shown, "Add a segment");
    click(&mut shown, "Facts to quote");
    click(&mut shown, "Add a fact");
    written(&mut shown, "What it says", "89% are frustrated");
    written(&mut shown, "Year", "2018");
    click(&mut shown, "Maps it leads to");
    click(&mut shown, "Add a map");
    written(&mut shown, "File", "return.ron");
    let map = &shown.state().map;
    assert_eq!(map.metrics[0].name, "Retention");
    assert_eq!(map.metrics[0].metric.unit, wayfelt::model::Unit::Percent);
    assert_eq!(map.segments.len(), 1);
    assert_eq!((map.facts[0].text.as_str(), map.facts[0].year), ("89% are frustrated", Some(2018)));
    assert_eq!(map.maps[0].file, "return.ron");
    assert_eq!(steps(&shown), 7);
}

#[test]
fn a_channel_in_use_is_not_offered_for_removal() {
    let mut shown = open(Which::Inspector, with(LaneKind::Touchpoints), cards(&[1]));
    click(&mut shown, "Channel: No channel");
    type_into(&mut shown, "Search channels", "Loudspeaker");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    shown.state_mut().selection = Selection::default();
    shown.run();
    click(&mut shown, "Channels of this map");
    assert!(has(&shown, "Loudspeaker") && !has(&shown, "Remove “Loudspeaker”"));
    let channel = shown.state().map.channels[0].id;
    let refused =
        wayfelt::edit::apply(&shown.state().map, &Edit::SetMap(wayfelt::edit::MapChange::Channels(Vec::new())));
    assert_eq!(refused.unwrap_err(), wayfelt::edit::EditError::ChannelUsed(channel));
}

#[test]
fn a_profile_is_put_in_order() {
    let mut map = grid(1);
    let field = |name: &str| wayfelt::model::Field { name: name.to_owned(), value: String::new() };
    std::sync::Arc::make_mut(&mut map.personas[0]).fields = vec![field("Age"), field("Place")];
    let mut shown = open(Which::Inspector, map, Selection::at(Cursor::Persona(id(1))));
    click(&mut shown, "Move “Place” up");
    let names = |shown: &Inspector| -> Vec<String> {
        shown.state().map.persona(id(1)).unwrap().fields.iter().map(|field| field.name.clone()).collect()
    };
    assert_eq!(names(&shown), ["Place", "Age"]);
    click(&mut shown, "Move “Place” up");
    assert_eq!(steps(&shown), 1, "what stands first can't go further");
    click(&mut shown, "Another field");
    type_into(&mut shown, "Search", "Favourite team");
    press(&mut shown, Modifiers::NONE, Key::Enter);
    assert_eq!(names(&shown), ["Place", "Age", "Favourite team"]);
}

#[test]
fn what_a_step_of_a_locked_curve_feels_is_refused_at_the_door() {
    let mut map = grid(2);
    step_mut(&mut map, id(1)).active_minutes = Some(3);
    let curve = map.lanes.iter().position(|lane| lane.kind == LaneKind::Emotion).unwrap();
    std::sync::Arc::make_mut(&mut map.lanes[curve]).locked = true;
    let score = wayfelt::model::Score::believed(wayfelt::model::Emotion::default());
    let edit = Edit::SetScore { step: id(1), persona: id(1), score };
    let refused = wayfelt::edit::apply(&map, &edit);
    assert_eq!(refused.unwrap_err(), wayfelt::edit::EditError::Locked(lane(LaneKind::Emotion)));
}

#[test]
fn nothing_reaches_beyond_the_narrowest_inspector() {
    const LEAST: f32 = 240.0;
    let mut beyond = std::collections::BTreeSet::new();
    for (language, (_, map)) in
        Language::ALL.into_iter().flat_map(|language| samples().into_iter().map(move |map| (language, map)))
    {
        let mut selections = vec![Selection::default()];
        selections.extend(map.stages.iter().map(|stage| Selection::at(Cursor::Stage(stage.id))).take(1));
        selections.extend(map.steps().map(|(_, step)| Selection::at(Cursor::Step(step.id))).take(4));
        selections.extend(map.lanes.iter().map(|lane| Selection::at(Cursor::Lane(lane.id))).take(1));
        selections.extend(map.personas.iter().map(|persona| Selection::at(Cursor::Persona(persona.id))));
        for kind in LaneKind::ALL {
            let lane = map.lanes.iter().find(|lane| lane.kind == kind);
            let of_lane = map.cards().filter(|(_, card)| lane.is_some_and(|lane| lane.id == card.lane));
            let ids: Vec<CardId> = of_lane.map(|(_, card)| card.id).take(3).collect();
            selections.extend(ids.first().map(|&id| Selection { cards: vec![id], ..Selection::default() }));
            selections.extend((ids.len() > 1).then(|| Selection { cards: ids, ..Selection::default() }));
        }
        let look = (language, Theme::Light);
        let mut shown = open_so_wide(Which::Inspector, map.clone(), Selection::default(), look, LEAST);
        for selection in selections {
            shown.state_mut().selection = selection;
            shown.run_steps(2);
            for node in shown.query_all_by(|node| node.label().is_some()) {
                let rect = node.rect();
                if rect.width() > 0.0 && rect.right() > LEAST + 0.5 {
                    beyond.insert(format!(
                        "{language:?}: {} to {}",
                        node.accesskit_node().label().unwrap_or_default(),
                        rect.right()
                    ));
                }
            }
        }
    }
    assert!(beyond.is_empty(), "{beyond:#?}");
}
