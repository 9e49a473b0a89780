use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::Intent;
use wayfelt::edit::{CardChange, Cursor, Edit, LaneChange, MapChange, Selection, StageChange, StepChange, TextAt};
use wayfelt::model::{
    Branch, BusinessStage, CardId, Channel, Content, ContentKind, Direction, Emotion, Fact, Grade, JourneyMap,
    LaneKind, Language, Link, MapState, Metric, Opportunity, PainPoint, Role, Score, ScoreState, Share, Theme,
    Touchpoint, Unit,
};

use crate::maps::{card_mut, grid, id, lane, pain, put, put_plain, step_mut};
use crate::panel::{Which, click, open, open_in, press, type_into};
use crate::sample_maps::samples;

fn card(number: u64) -> Selection {
    Selection { cards: vec![id(number)], ..Selection::default() }
}

fn with(kind: LaneKind) -> JourneyMap {
    let mut map = grid(3);
    put_plain(&mut map, 2, 1, kind);
    map
}

fn content(change: Content) -> Edit {
    Edit::SetCard(id(1), CardChange::Content(change))
}

#[test]
fn nothing_selected_shows_the_map() {
    let mut inspector = open(Which::Inspector, grid(1), Selection::default());
    type_into(&mut inspector, "Title", "Clinic visit");
    assert_eq!(inspector.state().map.title, "Clinic visit");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    let preview = Edit::SetText { at: TextAt::Title, text: "Clinic visit".to_owned() };
    assert_eq!(inspector.state().intents, [Intent::Preview(preview), Intent::Commit]);
    click(&mut inspector, "To be");
    assert_eq!(inspector.state().edits(), [&Edit::SetMap(MapChange::State(MapState::ToBe))]);
}

#[test]
fn escape_takes_typing_back() {
    let mut inspector = open(Which::Inspector, grid(1), Selection::at(Cursor::Step(id(1))));
    type_into(&mut inspector, "Name", "Other");
    press(&mut inspector, Modifiers::NONE, Key::Escape);
    assert_eq!(inspector.state().intents.last(), Some(&Intent::Cancel));
    assert_eq!(inspector.state().map.steps().next().unwrap().1.name, "Step 1");
}

#[test]
fn a_field_that_goes_away_keeps_what_was_typed() {
    let mut inspector = open(Which::Inspector, grid(2), Selection::at(Cursor::Step(id(1))));
    type_into(&mut inspector, "Name", "Kept");
    inspector.state_mut().selection = Selection::at(Cursor::Step(id(2)));
    inspector.run();
    assert_eq!(inspector.state().intents.iter().filter(|intent| **intent == Intent::Commit).count(), 1);
    assert_eq!(inspector.state().map.step(id(1)).unwrap().name, "Kept");
    assert_eq!(inspector.get_by_label("Name").value().as_deref(), Some("Step 2"));
}

#[test]
fn numbers_take_comma_and_point_and_refuse_nonsense() {
    let mut map = grid(1);
    put_plain(&mut map, 1, 1, LaneKind::Metrics);
    let mut inspector = open(Which::Inspector, map, card(1));
    type_into(&mut inspector, "Now", "1,5");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    type_into(&mut inspector, "Target", "many");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    let Content::Metric(metric) = &inspector.state().map.card(id(1)).unwrap().1.content else { panic!() };
    assert_eq!((metric.value, metric.target), (Some(1.5), None));
}

#[test]
fn severity_is_set_by_a_key_and_share_by_slider_and_number() {
    let mut inspector = open(Which::Inspector, with(LaneKind::PainPoints), card(1));
    inspector.get_by_label("Severity").focus();
    inspector.run();
    press(&mut inspector, Modifiers::NONE, Key::Num4);
    inspector.get_by_label("Customers affected").focus();
    inspector.run();
    press(&mut inspector, Modifiers::NONE, Key::ArrowRight);
    let severity = Grade::new(4).ok();
    assert_eq!(
        inspector.state().edits(),
        [
            &content(Content::PainPoint(PainPoint { severity, share: None })),
            &content(Content::PainPoint(PainPoint { severity, share: Share::new(0.05).ok() })),
        ]
    );
    type_into(&mut inspector, "Customers affected, in percent", "62%");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    let share = Share::new(0.62).ok();
    assert_eq!(inspector.state().map.card(id(1)).unwrap().1.content, Content::PainPoint(PainPoint { severity, share }));
}

#[test]
fn dragging_the_share_is_one_gesture() {
    let mut inspector = open(Which::Inspector, with(LaneKind::PainPoints), card(1));
    let rail = inspector.get_by_label("Customers affected").rect();
    inspector.drag_at(rail.left_center() + eframe::egui::vec2(7.0, 0.0));
    inspector.run();
    inspector.hover_at(rail.center());
    inspector.run();
    inspector.drop_at(rail.center());
    inspector.run();
    let intents = &inspector.state().intents;
    assert!(matches!(intents.first(), Some(Intent::Preview(_))), "{intents:?}");
    assert_eq!(intents.last(), Some(&Intent::Commit));
    assert_eq!(intents.iter().filter(|intent| **intent == Intent::Commit).count(), 1);
    assert_eq!(inspector.state().map.card(id(1)).unwrap().1.content, pain(None, Some(0.5)));
}

#[test]
fn the_priority_says_how_it_comes_about() {
    let mut map = grid(2);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(5), Some(0.62)));
    step_mut(&mut map, id(1)).moment_of_truth = true;
    let inspector = open(Which::Inspector, map, card(1));
    let note = "Priority 6.2 = severity 5 × 62% × 2, a moment of truth counts double";
    assert!(inspector.query_by_label(note).is_some());
}

#[test]
fn a_pain_point_becomes_an_opportunity() {
    let mut inspector = open(Which::Inspector, with(LaneKind::PainPoints), card(1));
    click(&mut inspector, "Make an opportunity");
    let panel = inspector.state();
    let (step, made) = panel.map.cards().find(|(_, card)| card.content.kind() == ContentKind::Opportunity).unwrap();
    assert_eq!(step.id, id(2));
    assert_eq!(made.lane, lane(LaneKind::Opportunities));
    assert_eq!(made.content, Content::Opportunity(Opportunity { answers: vec![id(1)], ..Opportunity::default() }));
    assert_eq!(panel.selection.cards, [made.id], "the new one is selected");
}

#[test]
fn without_a_lane_for_opportunities_one_is_made() {
    let mut map = with(LaneKind::PainPoints);
    map.lanes.retain(|lane| lane.kind != LaneKind::Opportunities);
    let mut inspector = open(Which::Inspector, map, card(1));
    click(&mut inspector, "Make an opportunity");
    assert_eq!(inspector.state().edits().len(), 1, "one step to undo");
    assert!(inspector.state().map.lanes.iter().any(|lane| lane.kind == LaneKind::Opportunities));
}

#[test]
fn an_opportunity_answers_a_pain_point_and_leads_to_it() {
    let mut map = with(LaneKind::PainPoints);
    put_plain(&mut map, 2, 2, LaneKind::Opportunities);
    let mut inspector = open(Which::Inspector, map, card(2));
    click(&mut inspector, "Add a pain point");
    click(&mut inspector, "Card 1");
    let answers: Vec<CardId> = vec![id(1)];
    let expected = Content::Opportunity(Opportunity { answers, ..Opportunity::default() });
    assert_eq!(inspector.state().edits(), [&Edit::SetCard(id(2), CardChange::Content(expected))]);
    click(&mut inspector, "Card 1");
    assert_eq!(inspector.state().selection.cards, [id(1)]);
}

#[test]
fn a_channel_is_found_by_search_without_accents() {
    let map = with(LaneKind::Touchpoints);
    let mut inspector = open_in(Which::Inspector, map, card(1), Language::Vi, Theme::Light);
    click(&mut inspector, "Kênh: Chưa chọn kênh");
    type_into(&mut inspector, "Tìm kênh", "tong dai");
    click(&mut inspector, "Tổng đài");
    let expected = Touchpoint { channel: Some(Channel::CallCentre), ..Touchpoint::default() };
    assert_eq!(inspector.state().edits(), [&content(Content::Touchpoint(expected))]);
}

#[test]
fn an_own_channel_is_added_where_none_fits() {
    let mut inspector = open(Which::Inspector, with(LaneKind::Touchpoints), card(1));
    click(&mut inspector, "Channel: No channel");
    type_into(&mut inspector, "Search channels", "Loudspeaker");
    click(&mut inspector, "Add the channel “Loudspeaker”");
    let map = &inspector.state().map;
    assert_eq!(map.channels.len(), 1);
    let Content::Touchpoint(touchpoint) = &map.card(id(1)).unwrap().1.content else { panic!() };
    assert_eq!(touchpoint.channel, Some(Channel::Own(map.channels[0].id)));
}

#[test]
fn scores_have_three_states_and_a_slider() {
    let mut inspector = open(Which::Inspector, grid(1), Selection::at(Cursor::Step(id(1))));
    let states: Vec<_> = inspector.get_all_by_label("Scored").collect();
    states[0].click();
    inspector.run();
    inspector.get_by_label("Believed by the team, Minh").focus();
    inspector.run();
    press(&mut inspector, Modifiers::NONE, Key::ArrowLeft);
    let none: Vec<_> = inspector.get_all_by_label("Not involved").collect();
    none[1].click();
    inspector.run();
    let score = |persona, score| Edit::SetScore { step: id(1), persona: id(persona), score };
    let absent = Score { state: ScoreState::NotInvolved, expected: None };
    assert_eq!(
        inspector.state().edits(),
        [
            &score(1, Score::believed(Emotion::default())),
            &score(1, Score::believed(Emotion::new(-0.5).unwrap())),
            &score(2, absent)
        ]
    );
}

#[test]
fn step_stage_and_lane_have_their_fields() {
    let mut inspector = open(Which::Inspector, grid(1), Selection::at(Cursor::Step(id(1))));
    click(&mut inspector, "Moment of truth: decides whether the customer stays");
    assert_eq!(inspector.state().edits(), [&Edit::SetStep(id(1), StepChange::MomentOfTruth(true))]);

    let mut inspector = open(Which::Inspector, grid(1), Selection::at(Cursor::Stage(id(1))));
    type_into(&mut inspector, "Expected touchpoints", "4");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    let expected = Edit::SetStage(id(1), StageChange::ExpectedTouchpoints(Some(4)));
    assert_eq!(inspector.state().intents, [Intent::Preview(expected), Intent::Commit]);

    let thoughts = lane(LaneKind::Thoughts);
    let mut inspector = open(Which::Inspector, grid(1), Selection::at(Cursor::Lane(thoughts)));
    click(&mut inspector, "Magenta");
    click(&mut inspector, "Locked");
    assert_eq!(
        inspector.state().edits(),
        [&Edit::SetLane(thoughts, LaneChange::Color(Some(1))), &Edit::SetLane(thoughts, LaneChange::Locked(true))]
    );
    click(&mut inspector, "Brown");
    assert_eq!(inspector.state().edits().len(), 2, "what is locked can't be changed");
    click(&mut inspector, "Locked");
    assert!(!inspector.state().map.lane(thoughts).unwrap().locked, "but it can be unlocked");
}

#[test]
fn a_card_of_a_locked_lane_can_only_be_unlocked() {
    let mut map = with(LaneKind::PainPoints);
    let pains = map.lanes.iter().position(|lane| lane.kind == LaneKind::PainPoints).unwrap();
    std::sync::Arc::make_mut(&mut map.lanes[pains]).locked = true;
    let mut inspector = open(Which::Inspector, map, card(1));
    click(&mut inspector, "Hạnh");
    assert!(inspector.state().edits().is_empty());
    click(&mut inspector, "Unlock the lane “Pain points”");
    click(&mut inspector, "Hạnh");
    assert_eq!(inspector.state().edits().len(), 2);
}

#[test]
fn a_persona_has_roles_and_a_profile() {
    let mut inspector = open(Which::Inspector, grid(1), Selection::at(Cursor::Persona(id(1))));
    click(&mut inspector, "payer");
    click(&mut inspector, "user");
    click(&mut inspector, "Add “Age”");
    let persona = inspector.state().map.persona(id(1)).unwrap();
    assert_eq!(persona.roles, [Role::User, Role::Payer], "in the order of the interface");
    assert_eq!(persona.fields[0].name, "Age");
}

#[test]
fn several_cards_share_owner_personas_and_colour() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 1, LaneKind::PainPoints);
    put_plain(&mut map, 2, 2, LaneKind::Thoughts);
    card_mut(&mut map, id(1)).owner = "Care".to_owned();
    let selection = Selection { cards: vec![id(1), id(2)], ..Selection::default() };
    let mut inspector = open(Which::Inspector, map, selection);
    assert!(inspector.query_by_label("2 cards").is_some());
    type_into(&mut inspector, "Owner", "Sales");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    click(&mut inspector, "Hạnh");
    let owners: Vec<_> = inspector.state().map.cards().map(|(_, card)| card.owner.clone()).collect();
    assert_eq!(owners, ["Sales", "Sales"]);
    assert!(inspector.state().map.cards().all(|(_, card)| card.personas == [id(2)]));
    assert_eq!(inspector.state().edits().len(), 1, "one edit for both cards");
    click(&mut inspector, "Delete 2 cards");
    assert_eq!(inspector.state().map.cards().count(), 0);
}

#[test]
fn owners_of_the_map_are_offered() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 1, LaneKind::PainPoints);
    put_plain(&mut map, 2, 2, LaneKind::Thoughts);
    card_mut(&mut map, id(2)).owner = "Customer care".to_owned();
    let mut inspector = open(Which::Inspector, map, card(1));
    click(&mut inspector, "Owner Customer care");
    let text = "Customer care".to_owned();
    assert_eq!(inspector.state().edits(), [&Edit::SetText { at: TextAt::CardOwner(id(1)), text }]);
}

#[test]
fn everything_of_the_samples_can_be_inspected() {
    for (_, map) in samples() {
        let mut selections = vec![Selection::default()];
        selections.extend(map.stages.iter().map(|stage| Selection::at(Cursor::Stage(stage.id))));
        selections.extend(map.steps().map(|(_, step)| Selection::at(Cursor::Step(step.id))).take(2));
        selections.extend(map.lanes.iter().map(|lane| Selection::at(Cursor::Lane(lane.id))).take(2));
        selections.extend(map.personas.iter().map(|persona| Selection::at(Cursor::Persona(persona.id))));
        for kind in LaneKind::ALL {
            let lane = map.lanes.iter().find(|lane| lane.kind == kind);
            let found = map.cards().find(|(_, card)| lane.is_some_and(|lane| lane.id == card.lane));
            selections.extend(found.map(|(_, card)| Selection { cards: vec![card.id], ..Selection::default() }));
        }
        let mut inspector = open_in(Which::Inspector, map.clone(), Selection::default(), Language::Vi, Theme::Dark);
        for selection in selections {
            inspector.state_mut().selection = selection;
            inspector.run();
            assert!(inspector.state().intents.is_empty(), "looking changes nothing");
        }
    }
}

#[test]
fn a_link_has_its_words_its_ends_and_can_be_turned_round_and_deleted() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 1, LaneKind::Actions);
    put_plain(&mut map, 2, 2, LaneKind::Actions);
    card_mut(&mut map, id(1)).links.push(Link { to: id(2), label: "asks for".to_owned() });
    let at = |from, to| Selection::at(Cursor::Link { from: id(from), to: id(to) });
    let mut inspector = open(Which::Inspector, map, at(1, 2));
    type_into(&mut inspector, "Label", "hands over");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    assert_eq!(inspector.state().map.card(id(1)).unwrap().1.links[0].label, "hands over");
    inspector.get_by_label("Card 2").click();
    inspector.run();
    let Some(Intent::Show(shown)) = inspector.state().intents.last() else { panic!() };
    assert_eq!(shown.cards, [id(2)]);
    inspector.state_mut().selection = at(1, 2);
    inspector.run();
    click(&mut inspector, "Swap direction");
    let Some(Intent::EditAndSelect(edit, selection)) = inspector.state().intents.last() else { panic!() };
    assert_eq!(*selection, at(2, 1));
    let turned = wayfelt::edit::apply(&inspector.state().map, edit).unwrap();
    assert_eq!(turned.card(id(1)).unwrap().1.links, []);
    assert_eq!(turned.card(id(2)).unwrap().1.links, [Link { to: id(1), label: "hands over".to_owned() }]);
    click(&mut inspector, "Delete link");
    let Some(Intent::EditAndSelect(edit, _)) = inspector.state().intents.last() else { panic!() };
    assert_eq!(wayfelt::edit::apply(&inspector.state().map, edit).unwrap().card(id(1)).unwrap().1.links, []);
}

#[test]
fn a_branch_has_its_words_and_steps() {
    let mut map = grid(3);
    step_mut(&mut map, id(3)).branches.push(Branch { to: id(1), label: "not solved".to_owned() });
    let at = Selection::at(Cursor::Branch { from: id(3), to: id(1) });
    let mut inspector = open(Which::Inspector, map, at.clone());
    type_into(&mut inspector, "Condition", "still open");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    assert_eq!(inspector.state().map.step(id(3)).unwrap().branches[0].label, "still open");
    inspector.get_by_label("Step 1").click();
    inspector.run();
    let target = Selection::at(Cursor::Step(id(1)));
    assert_eq!(inspector.state().intents.last(), Some(&Intent::Show(target)));
    inspector.state_mut().selection = at;
    inspector.run();
    click(&mut inspector, "Swap direction");
    let Some(Intent::EditAndSelect(edit, _)) = inspector.state().intents.last() else { panic!() };
    let turned = wayfelt::edit::apply(&inspector.state().map, edit).unwrap();
    assert_eq!(turned.step(id(1)).unwrap().branches[0].to, id(3));
}

#[test]
fn several_steps_share_what_can_be_set_for_all() {
    let mut map = grid(3);
    step_mut(&mut map, id(2)).moment_of_truth = true;
    let selection = Selection { anchor: Some(Cursor::Step(id(3))), ..Selection::at(Cursor::Step(id(2))) };
    let mut inspector = open(Which::Inspector, map, selection);
    inspector.get_by_label("2 steps selected");
    click(&mut inspector, "Moments of truth");
    let [Edit::All(edits)] = inspector.state().edits()[..] else { panic!() };
    assert_eq!(edits.len(), 2);
    click(&mut inspector, "Remove 2 steps");
    let remove = Intent::Run(wayfelt::app::command::Command::RemoveHere);
    assert_eq!(inspector.state().intents.last(), Some(&remove));
}

#[test]
fn a_fact_is_quoted_on_the_map_with_its_source_and_stays_no_evidence() {
    let mut map = grid(2);
    let text = "89% of customers are frustrated at repeating themselves".to_owned();
    map.facts = vec![Fact { text, year: Some(2013), source: "Accenture".to_owned() }];
    let mut inspector = open(Which::Inspector, map, Selection::default());
    click(&mut inspector, "Facts to quote");
    click(&mut inspector, "89% of customers are frustrated at repeating themselves");
    click(&mut inspector, "Quote on the map");
    let map = &inspector.state().map;
    let (_, card) = map.cards().next().unwrap();
    assert_eq!(card.text, "89% of customers are frustrated at repeating themselves (Accenture, 2013)");
    assert_eq!((card.lane, card.evidence.len(), map.evidence.len()), (lane(LaneKind::Text), 0, 0));
}

#[test]
fn a_metric_card_takes_its_name_and_unit_from_the_catalogue_and_keeps_its_figures() {
    let mut map = with(LaneKind::Metrics);
    map.business_stage = Some(BusinessStage::Maturity);
    let metric = Metric { value: Some(12.5), ..Metric::default() };
    card_mut(&mut map, id(1)).content = Content::Metric(metric.clone());
    let mut inspector = open(Which::Inspector, map, card(1));
    click(&mut inspector, "Choose a metric");
    type_into(&mut inspector, "Search", "bounce");
    press(&mut inspector, Modifiers::NONE, Key::Enter);
    let card = inspector.state().map.card(id(1)).unwrap().1.clone();
    let expected = Metric { unit: Unit::Percent, direction: Direction::Down, ..metric };
    assert_eq!((card.text.as_str(), card.content.clone()), ("Bounce rate", Content::Metric(expected)));
}
