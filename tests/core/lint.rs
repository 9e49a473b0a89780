//! Advice: each rule where it speaks and where it is silent, and that remedies settle what they are for.

use std::sync::Arc;

use jiff::civil::date;
use wayfelt::edit::{Edit, Label, apply, label};
use wayfelt::file::embedded;
use wayfelt::i18n::Words;
use wayfelt::lint::{self, Advice, Remedy, Rule, RuleName, is_off, say};
use wayfelt::model::check::{Thing, check};
use wayfelt::model::{
    Channel, Content, Emotion, Evidence, EvidenceKind, IdSource, Image, JourneyMap, LaneKind, Language, Link, Measured,
    Opportunity, OpportunityState, Rgb, Score, ScoreState, Service, Stage, Theme, Touchpoint, TouchpointState,
};

use crate::maps::{believe, card_mut, grid, id, known, lane, pain, put, put_plain, step_mut};

/// A map on which there is no advice.
fn fine() -> JourneyMap {
    let mut map = grid(2);
    believe(&mut map, id(1), &[Some(1.0), Some(0.5)]);
    map
}

fn advise(map: &JourneyMap) -> Vec<Advice> {
    lint::advise(map, Some(date(2026, 11, 22)))
}

fn rules(map: &JourneyMap) -> Vec<(Thing, Rule)> {
    assert_eq!(check(map), []);
    advise(map).into_iter().map(|advice| (advice.at.unwrap(), advice.rule)).collect()
}

#[test]
fn no_advice_on_a_map_that_needs_none() {
    assert_eq!(rules(&fine()), []);
    assert_eq!(rules(&JourneyMap::default()), []);
}

#[test]
fn pain_points_want_an_answer() {
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    assert_eq!(rules(&map), [(Thing::Card(id(11)), Rule::PainUnanswered)]);
    let answer = Some(Remedy::Answer(id(11)));
    assert_eq!(one(&map, RuleName::PainUnanswered)[0].remedy, answer, "nothing stands there that could answer it");
    let mut beside = map.clone();
    put(&mut beside, 1, 13, LaneKind::PainPoints, pain(None, None));
    let idea = Opportunity { answers: vec![id(13)], ..Opportunity::default() };
    put(&mut beside, 1, 14, LaneKind::Opportunities, Content::Opportunity(idea));
    let after = mended(&beside, RuleName::PainUnanswered);
    let Content::Opportunity(idea) = &after.card(id(14)).unwrap().1.content else { unreachable!() };
    assert_eq!(idea.answers, [id(13), id(11)]);
    let answer = Opportunity { answers: vec![id(11)], ..Opportunity::default() };
    put(&mut map, 2, 12, LaneKind::Opportunities, Content::Opportunity(answer));
    assert_eq!(rules(&map), []);
}

#[test]
fn automation_wants_a_way_to_a_person() {
    let served =
        |service, state| Content::Touchpoint(Touchpoint { service: Some(service), state, ..Touchpoint::default() });
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::Touchpoints, served(Service::Automated, TouchpointState::InUse));
    put(&mut map, 1, 12, LaneKind::Touchpoints, served(Service::Person, TouchpointState::Missing));
    put(&mut map, 2, 13, LaneKind::Touchpoints, served(Service::Person, TouchpointState::InUse));
    assert_eq!(rules(&map), [(Thing::Card(id(11)), Rule::NoWayToPerson)]);
    card_mut(&mut map, id(12)).content = served(Service::Person, TouchpointState::InUse);
    assert_eq!(rules(&map), []);
}

#[test]
fn validated_wants_thirty_answers() {
    let mut map = fine();
    let mut set = |measured| {
        let state = ScoreState::Scored { believed: None, measured, validated: true };
        step_mut(&mut map, id(1)).scores.insert(id(1), Score { state, expected: None });
        let advice = advise(&map);
        // The remedy settles it.
        for advice in &advice {
            assert_eq!(advise(&apply(&map, edit_of(advice)).unwrap()), []);
        }
        advice.into_iter().map(|advice| advice.rule).collect::<Vec<_>>()
    };
    let measured = |n| Some(Measured { n, mean: 0.0, sd: None, bad: None, effective: None, evidence: None });
    assert_eq!(set(measured(30)), []);
    assert_eq!(set(measured(29)), [Rule::ValidatedOnFew { persona: id(1), n: 29 }]);
    step_mut(&mut map, id(1)).scores.clear();
    let believed = Score::believed(wayfelt::model::Emotion::BEST);
    let ScoreState::Scored { believed, .. } = believed.state else { unreachable!() };
    let state = ScoreState::Scored { believed, measured: None, validated: true };
    step_mut(&mut map, id(1)).scores.insert(id(1), Score { state, expected: None });
    assert_eq!(rules(&map), [(Thing::Step(id(1)), Rule::ValidatedWithoutEvidence(id(1)))]);
}

#[test]
fn a_curve_wants_scores_and_somebody_who_feels() {
    let mut map = fine();
    step_mut(&mut map, id(2)).scores.clear();
    assert_eq!(rules(&map), [(Thing::Step(id(2)), Rule::StepWithoutScore)]);
    let state = ScoreState::NotInvolved;
    step_mut(&mut map, id(2)).scores.insert(id(2), Score { state, expected: None });
    assert_eq!(rules(&map), [], "nobody is involved: that is known");
    map.lanes.retain(|lane| lane.kind != LaneKind::Emotion);
    step_mut(&mut map, id(2)).scores.clear();
    assert_eq!(rules(&map), [], "no curve, no scores wanted");
    let mut map = fine();
    for step in 1..=map.steps().count() as u64 {
        step_mut(&mut map, id(step)).scores.clear();
    }
    assert_eq!(rules(&map), [], "a map that nobody has begun to score");
    let mut map = grid(1);
    map.personas.clear();
    assert_eq!(rules(&map), [(Thing::Lane(lane(LaneKind::Emotion)), Rule::EmotionWithoutPersona)]);
}

#[test]
fn a_stage_wants_as_many_touchpoints_as_expected() {
    let mut map = fine();
    Arc::make_mut(&mut map.stages[0]).expected_touchpoints = Some(1);
    let gap = |observed| (Thing::Stage(id(1)), Rule::TouchpointGap { observed, expected: 1 });
    assert_eq!(rules(&map), [gap(0)]);
    put_plain(&mut map, 1, 11, LaneKind::Touchpoints);
    assert_eq!(rules(&map), []);
    put_plain(&mut map, 2, 12, LaneKind::Touchpoints);
    assert_eq!(rules(&map), [gap(2)]);
    let Content::Touchpoint(touchpoint) = &mut card_mut(&mut map, id(12)).content else { unreachable!() };
    touchpoint.state = TouchpointState::Redundant;
    assert_eq!(rules(&map), []);
}

#[test]
fn an_empty_card_can_go() {
    let mut map = fine();
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    assert_eq!(rules(&map), []);
    card_mut(&mut map, id(11)).text = " ".to_owned();
    let advice = advise(&map);
    assert_eq!(advice[0].rule, Rule::EmptyCard);
    assert_eq!(apply(&map, edit_of(&advice[0])).unwrap().cards().count(), 0);
}

#[test]
fn advice_is_said_in_both_languages() {
    let mut map = grid(2);
    believe(&mut map, id(1), &[None, Some(1.0)]);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    card_mut(&mut map, id(11)).text = "Chờ lâu".to_owned();
    let said = |language| {
        let words = Words::new(language);
        advise(&map).iter().map(|advice| say(&words, &map, advice)).collect::<Vec<_>>()
    };
    let (en, vi) = (said(Language::En), said(Language::Vi));
    assert_eq!((en.len(), vi.len()), (2, 2));
    assert!(en[1].contains("Chờ lâu") && en[1].contains("no opportunity"), "{en:?}");
    assert!(vi[1].contains("Chờ lâu") && vi[1].contains("chưa có cơ hội"), "{vi:?}");
}

fn one(map: &JourneyMap, rule: RuleName) -> Vec<Advice> {
    assert_eq!(check(map), []);
    advise(map).into_iter().filter(|advice| advice.rule.name() == rule).collect()
}

fn edit_of(advice: &Advice) -> &Edit {
    match &advice.remedy {
        Some(Remedy::Edit(edit)) => edit,
        other => panic!("{:?}: {other:?}", advice.rule),
    }
}

fn mended(map: &JourneyMap, rule: RuleName) -> JourneyMap {
    let advice = one(map, rule);
    let after = apply(map, edit_of(&advice[0])).unwrap();
    assert_eq!(check(&after), []);
    assert_eq!(one(&after, rule).len(), advice.len() - 1, "the remedy settles it");
    after
}

#[test]
fn a_stage_wants_steps() {
    let mut map = fine();
    map.stages.push(Arc::new(Stage::new(id(2), "Later")));
    assert_eq!(rules(&map), [(Thing::Stage(id(2)), Rule::StageWithoutSteps)]);
    assert_eq!(mended(&map, RuleName::StageWithoutSteps).stages.len(), 1);
    map.stages.remove(0);
    assert_eq!(rules(&map), [], "a map that has only begun");
}

#[test]
fn twenty_steps_are_enough() {
    assert_eq!(rules(&grid(20)), []);
    assert_eq!(rules(&grid(23)), [(Thing::Step(id(21)), Rule::TooManySteps { steps: 23 })]);
}

#[test]
fn lanes_of_the_blueprint_want_their_order() {
    let mut map = fine();
    let at = |map: &JourneyMap, kind| map.lanes.iter().position(|lane| lane.kind == kind).unwrap();
    let systems = at(&map, LaneKind::Systems);
    let systems = map.lanes.remove(systems);
    map.lanes.insert(0, systems);
    assert_eq!(rules(&map), [(Thing::Lane(lane(LaneKind::Systems)), Rule::LaneBehindOther)]);
    let after = mended(&map, RuleName::BlueprintLines);
    assert_eq!(at(&after, LaneKind::Systems), at(&after, LaneKind::Backstage) + 1);
    map.lanes.reverse();
    assert_eq!(one(&map, RuleName::BlueprintLines).len(), 2, "backstage before frontstage before actions");
}

#[test]
fn arrows_want_no_layer_skipped() {
    let mut map = fine();
    for (card, kind) in
        [(11, LaneKind::Actions), (12, LaneKind::Frontstage), (13, LaneKind::Backstage), (14, LaneKind::Systems)]
    {
        put_plain(&mut map, 1, card, kind);
    }
    let link = |map: &mut JourneyMap, from, to| {
        card_mut(map, id(from)).links = vec![Link { to: id(to), label: String::new() }];
    };
    link(&mut map, 11, 12);
    link(&mut map, 12, 14);
    link(&mut map, 13, 12);
    assert_eq!(rules(&map), []);
    link(&mut map, 13, 11);
    assert_eq!(rules(&map), [(Thing::Card(id(13)), Rule::PastFrontstage { other: id(11) })]);
    map.lanes.retain(|lane| lane.kind != LaneKind::Frontstage);
    step_mut(&mut map, id(1)).cards.retain(|card| card.id != id(12));
    for card in [11, 13] {
        card_mut(&mut map, id(card)).links.retain(|link| link.to != id(12));
    }
    assert_eq!(rules(&map), [], "without a frontstage nothing is skipped");
}

#[test]
fn a_pain_point_wants_somebody_once_anybody_answers_for_anything() {
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    let answer = |state| Content::Opportunity(Opportunity { answers: vec![id(11)], state, ..Opportunity::default() });
    put(&mut map, 1, 12, LaneKind::Opportunities, answer(OpportunityState::Idea));
    assert_eq!(rules(&map), [], "nobody answers for anything yet");
    put_plain(&mut map, 1, 13, LaneKind::Touchpoints);
    card_mut(&mut map, id(13)).owner = "Care".to_owned();
    assert_eq!(rules(&map), [(Thing::Card(id(11)), Rule::PainWithoutOwner)]);
    let after = mended(&map, RuleName::PainWithoutOwner);
    assert_eq!(after.card(id(11)).unwrap().1.owner, "Care", "who answers for the touchpoint");
    put_plain(&mut map, 1, 14, LaneKind::Touchpoints);
    card_mut(&mut map, id(14)).owner = "Shop".to_owned();
    assert_eq!(one(&map, RuleName::PainWithoutOwner)[0].remedy, None, "there are two of them");
    card_mut(&mut map, id(12)).owner = "Product".to_owned();
    assert_eq!(rules(&map), [], "who answers for the opportunity answers for the pain");
    card_mut(&mut map, id(12)).owner.clear();
    card_mut(&mut map, id(11)).owner = "Care".to_owned();
    assert_eq!(rules(&map), []);
    card_mut(&mut map, id(12)).content = answer(OpportunityState::Rejected);
    assert_eq!(rules(&map), [(Thing::Card(id(11)), Rule::PainUnanswered)]);
}

#[test]
fn an_opportunity_wants_something_to_answer_and_most_likely_it_stands_beside_it() {
    let mut map = fine();
    put_plain(&mut map, 1, 12, LaneKind::Opportunities);
    assert_eq!(rules(&map), [], "a map without pain points");
    put(&mut map, 2, 11, LaneKind::PainPoints, pain(None, None));
    let advice = one(&map, RuleName::OpportunityAnswersNothing);
    assert_eq!((advice[0].at, &advice[0].remedy), (Some(Thing::Card(id(12))), &None));
    put(&mut map, 1, 13, LaneKind::PainPoints, pain(None, None));
    let after = mended(&map, RuleName::OpportunityAnswersNothing);
    let Content::Opportunity(opportunity) = &after.card(id(12)).unwrap().1.content else { unreachable!() };
    assert_eq!(opportunity.answers, [id(13)]);
}

#[test]
fn a_bad_touchpoint_wants_a_pain_point() {
    let mut map = fine();
    believe(&mut map, id(1), &[Some(1.0), Some(1.0)]);
    put_plain(&mut map, 1, 11, LaneKind::Touchpoints);
    put_plain(&mut map, 1, 12, LaneKind::Touchpoints);
    assert_eq!(rules(&map), []);
    let Content::Touchpoint(touchpoint) = &mut card_mut(&mut map, id(12)).content else { unreachable!() };
    touchpoint.scores.insert(id(2), Emotion::new(-0.5).unwrap());
    let bad = |card| (Thing::Card(id(card)), Rule::NegativeTouchpoint(id(2)));
    assert_eq!(rules(&map), [bad(12)]);
    believe(&mut map, id(2), &[Some(-1.0)]);
    assert_eq!(rules(&map), [bad(11), bad(12)], "its step's score counts, once");
    put_plain(&mut map, 1, 13, LaneKind::Touchpoints);
    assert_eq!(rules(&map), [bad(11), bad(12)]);
    put(&mut map, 1, 14, LaneKind::PainPoints, pain(None, None));
    assert_eq!(one(&map, RuleName::NegativeTouchpoint), []);
}

#[test]
fn customers_want_to_say_it_once() {
    let mut map = fine();
    for (card, channel) in [(11, Channel::Email), (12, Channel::Store), (13, Channel::Store)] {
        let content =
            Content::Touchpoint(Touchpoint { channel: Some(channel), repeats: true, ..Touchpoint::default() });
        put(&mut map, 1, card, LaneKind::Touchpoints, content);
    }
    assert_eq!(rules(&map), [(Thing::Card(id(12)), Rule::Repeats { from: id(11) })]);
}

fn survey(number: u64, review_by: Option<jiff::civil::Date>) -> Evidence {
    Evidence { name: "Survey".to_owned(), ..known(number, EvidenceKind::Survey, review_by) }
}

#[test]
fn a_moment_of_truth_wants_evidence_once_any_was_gathered() {
    let mut map = fine();
    step_mut(&mut map, id(2)).moment_of_truth = true;
    map.evidence = vec![survey(1, None)];
    assert_eq!(rules(&map), [], "all of it is a hypothesis");
    put_plain(&mut map, 1, 11, LaneKind::Quotes);
    card_mut(&mut map, id(11)).evidence = vec![id(1)];
    assert_eq!(rules(&map), [(Thing::Step(id(2)), Rule::MomentWithoutEvidence)]);
    card_mut(&mut map, id(11)).until = Some(id(2));
    assert_eq!(rules(&map), [], "the card spans it");
    map.evidence[0].kind = EvidenceKind::WorkshopBelief;
    put_plain(&mut map, 1, 12, LaneKind::Quotes);
    map.evidence.push(survey(2, None));
    card_mut(&mut map, id(12)).evidence = vec![id(2)];
    assert_eq!(rules(&map), [(Thing::Step(id(2)), Rule::MomentWithoutEvidence)], "belief is none");
}

#[test]
fn evidence_wants_to_be_looked_at_again_after_its_day() {
    let mut map = fine();
    map.evidence = vec![survey(1, Some(date(2026, 11, 22))), survey(2, Some(date(2026, 11, 20))), survey(3, None)];
    assert_eq!(rules(&map), [(Thing::Evidence(id(2)), Rule::StaleEvidence { days: 2 })]);
    assert_eq!(lint::advise(&map, None), [], "without a day nothing is old");
}

#[test]
fn long_texts_go_to_the_notes_sentence_by_sentence() {
    let mut map = fine();
    put_plain(&mut map, 1, 11, LaneKind::Thoughts);
    let sentence = "Khách phải chờ rất lâu ở quầy và không ai báo gì.";
    let text = [sentence; 6].join(" ");
    card_mut(&mut map, id(11)).text.clone_from(&text);
    card_mut(&mut map, id(11)).notes = "old".to_owned();
    assert_eq!(one(&map, RuleName::TextTooLong)[0].rule, Rule::TextTooLong { letters: 299, most: 240 });
    let after = mended(&map, RuleName::TextTooLong);
    let card = after.card(id(11)).unwrap().1;
    assert_eq!(card.text, [sentence; 4].join(" "));
    assert_eq!(card.notes, format!("{} {}\n\nold", sentence, sentence));
    card_mut(&mut map, id(11)).text = "a".repeat(241);
    let after = mended(&map, RuleName::TextTooLong);
    let card = after.card(id(11)).unwrap().1;
    assert_eq!(card.text, format!("{}…", "a".repeat(239)), "there is no sentence to keep, nor a word");
    assert_eq!(card.notes, format!("{}\n\nold", "a".repeat(241)));
    card_mut(&mut map, id(11)).text = "a".repeat(240);
    assert_eq!(rules(&map), []);
    map.title = "b".repeat(121);
    step_mut(&mut map, id(1)).name = "c".repeat(71);
    let found: Vec<_> = advise(&map).into_iter().map(|advice| advice.at).collect();
    assert_eq!(found, [None, Some(Thing::Step(id(1)))]);
}

#[test]
fn pictures_want_words() {
    let mut map = fine();
    put_plain(&mut map, 1, 11, LaneKind::Images);
    let picture = Image { file: "a.png".to_owned(), alternative: String::new() };
    card_mut(&mut map, id(11)).content = Content::Image(picture.clone());
    card_mut(&mut map, id(11)).text.clear();
    assert_eq!(one(&map, RuleName::MissingAlternative)[0].remedy, None);
    card_mut(&mut map, id(11)).text = "A queue".to_owned();
    let after = mended(&map, RuleName::MissingAlternative);
    let Content::Image(image) = &after.card(id(11)).unwrap().1.content else { unreachable!() };
    assert_eq!(image.alternative, "A queue");
    let mut map = fine();
    map.look.logo = Some(picture);
    assert_eq!(advise(&map)[0].at, None);
}

#[test]
fn colours_of_a_brand_want_contrast_where_they_are_shown() {
    let mut map = fine();
    map.look.brand.pain = Some(Rgb::parse("#ffdd66").unwrap());
    map.look.brand.accent = Some(Rgb::parse("#123456").unwrap());
    assert_eq!(rules(&map), [], "another theme is shown");
    map.look.theme = Theme::Brand;
    assert_eq!(one(&map, RuleName::Contrast)[0].rule, Rule::Contrast { colors: 1 });
    let after = mended(&map, RuleName::Contrast);
    assert_eq!(after.look.brand.accent, map.look.brand.accent);
    assert_ne!(after.look.brand.pain, map.look.brand.pain);
}

#[test]
fn a_rule_that_is_switched_off_says_nothing_until_it_is_switched_on() {
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    map.rules_off = vec!["of a later version".to_owned()];
    let off = apply(&map, &lint::switch(&map, RuleName::PainUnanswered, false)).unwrap();
    assert!(is_off(&off, RuleName::PainUnanswered) && rules(&off).is_empty());
    assert_eq!(off.rules_off, ["of a later version", "pain-unanswered"]);
    let on = apply(&off, &lint::switch(&off, RuleName::PainUnanswered, true)).unwrap();
    assert_eq!((&on.rules_off, rules(&on).len()), (&map.rules_off, 1));
}

#[test]
fn every_rule_has_a_stable_name_a_title_and_a_reason_in_both_languages() {
    for language in Language::ALL {
        let words = Words::new(language);
        for rule in RuleName::ALL {
            assert_eq!(RuleName::of_code(rule.code()), Some(*rule));
            let (title, why) = (rule.title(&words), rule.why(&words));
            assert!(!title.contains("rule-") && !why.contains("rule-"), "{language:?}: {title}, {why}");
        }
    }
    assert_eq!(RuleName::of_code("nothing"), None);
}

/// The findings on the maps that come with the program: what there is, is meant.
#[test]
fn samples_and_templates_bear_only_advice_that_is_meant() {
    let mut found = Vec::new();
    for language in Language::ALL {
        for template in embedded::templates(language) {
            let map = template.open().unwrap().map;
            found.extend(advise(&map).iter().map(|advice| {
                format!("{language:?} {}: {}", template.name, say(&Words::new(Language::En), &map, advice))
            }));
        }
    }
    assert_eq!(found, [] as [String; 0]);
    for (name, map) in crate::sample_maps::samples() {
        for advice in advise(&map) {
            println!("{name}: [{}] {}", advice.rule.name().code(), say(&Words::new(Language::En), &map, &advice));
        }
    }
}

#[test]
fn the_readme_lists_every_rule() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let words = Words::new(Language::En);
    let missing: Vec<String> = RuleName::ALL
        .iter()
        .map(|rule| {
            let by_hand = rule.by_hand(&words).unwrap_or_default();
            format!("| `{}` | {} | {} | {} |", rule.code(), rule.title(&words), rule.why(&words), by_hand)
        })
        .filter(|line| !readme.contains(line))
        .collect();
    assert_eq!(missing, [] as [String; 0]);
}

#[test]
fn what_has_no_remedy_says_what_people_do_instead() {
    let mut maps: Vec<JourneyMap> = crate::sample_maps::samples().into_iter().map(|(_, map)| map).collect();
    maps.extend(
        Language::ALL.iter().flat_map(|language| embedded::templates(*language)).map(|it| it.open().unwrap().map),
    );
    let mut seen = std::collections::BTreeSet::new();
    for language in Language::ALL {
        let words = Words::new(language);
        for rule in RuleName::ALL {
            let by_hand = rule.by_hand(&words).unwrap_or_default();
            assert!(!by_hand.contains("rule-") && by_hand.len() != 1, "{language:?}: {by_hand}");
        }
        for advice in maps.iter().flat_map(advise) {
            let (by_hand, does) = (advice.rule.name().by_hand(&words), advice.remedy_words(&words));
            match &advice.remedy {
                None => assert!(by_hand.is_some() && does.is_none(), "{advice:?}"),
                Some(_) => {
                    let does = does.unwrap();
                    assert!(!does.contains("remedy-") && does.chars().count() <= 40, "{advice:?}: {does}");
                    seen.insert(advice.rule.name().code());
                }
            }
        }
    }
    assert!(seen.len() >= 2, "{seen:?}");
}

#[test]
fn a_bad_touchpoint_is_explained_where_its_pain_point_is_to_be_written() {
    let mut map = fine();
    believe(&mut map, id(1), &[Some(-1.0), Some(0.5)]);
    put(&mut map, 1, 11, LaneKind::Touchpoints, Content::Touchpoint(Touchpoint::default()));
    assert_eq!(one(&map, RuleName::NegativeTouchpoint)[0].remedy, Some(Remedy::NamePain(id(1))));
    let wanted = wayfelt::edit::wanted::pain(&map, id(1), &mut IdSource::seeded(7)).unwrap();
    assert_eq!((wanted.step, wanted.lane, wanted.at), (id(1), lane(LaneKind::PainPoints), 0));
    assert_eq!(wanted.room, []);
    // Without a lane for it, one comes below the touchpoints.
    map.lanes.retain(|lane| lane.kind != LaneKind::PainPoints);
    let wanted = wayfelt::edit::wanted::pain(&map, id(1), &mut IdSource::seeded(7)).unwrap();
    let [edit] = &wanted.room[..] else { panic!("{wanted:?}") };
    let after = apply(&map, edit).unwrap();
    let place = after.lanes.iter().position(|lane| lane.id == wanted.lane).unwrap();
    assert_eq!((after.lanes[place].kind, after.lanes[place - 1].kind), (LaneKind::PainPoints, LaneKind::Touchpoints));
}

#[test]
fn a_step_without_score_takes_that_of_its_touchpoints() {
    let mut map = fine();
    step_mut(&mut map, id(2)).scores.clear();
    assert_eq!(one(&map, RuleName::StepWithoutScore)[0].remedy, None, "nothing is known that it could be taken from");
    for (number, score) in [(11, -1.0), (12, 0.5)] {
        let scores = [(id(1), Emotion::new(score).unwrap())].into();
        let touchpoint = Touchpoint { scores, ..Touchpoint::default() };
        put(&mut map, 2, number, LaneKind::Touchpoints, Content::Touchpoint(touchpoint));
    }
    let after = mended(&map, RuleName::StepWithoutScore);
    let score = after.step(id(2)).unwrap().score(id(1));
    assert_eq!(score, Score::believed(Emotion::new(-0.25).unwrap()), "their mean, as a hypothesis");
}

#[test]
fn an_arrow_that_skips_the_frontstage_is_led_over_the_only_card_there() {
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::Actions, Content::Text);
    put(&mut map, 1, 12, LaneKind::Backstage, Content::Process);
    card_mut(&mut map, id(11)).links = vec![Link { to: id(12), label: "asks".to_owned() }];
    put(&mut map, 1, 13, LaneKind::Frontstage, Content::Process);
    let after = mended(&map, RuleName::BlueprintLines);
    let links = |card| after.card(id(card)).unwrap().1.links.clone();
    assert_eq!(links(11), [Link { to: id(13), label: "asks".to_owned() }]);
    assert_eq!(links(13), [Link { to: id(12), label: String::new() }]);
    put(&mut map, 1, 14, LaneKind::Frontstage, Content::Process);
    assert_eq!(one(&map, RuleName::BlueprintLines)[0].remedy, None, "people choose which one");
}

#[test]
fn a_long_sentence_keeps_its_first_words_and_is_whole_in_the_notes() {
    let mut map = fine();
    put_plain(&mut map, 1, 11, LaneKind::Text);
    let text = "khách chờ lâu mà không ai trả lời ".repeat(12).trim().to_owned();
    card_mut(&mut map, id(11)).text.clone_from(&text);
    let advice = one(&map, RuleName::TextTooLong);
    assert_eq!(label(edit_of(&advice[0])), Label::CardTexts(1), "one named undo step");
    let after = mended(&map, RuleName::TextTooLong);
    let card = after.card(id(11)).unwrap().1;
    let kept = card.text.strip_suffix('…').unwrap();
    assert!(text.starts_with(kept) && kept.chars().count() <= 240 && text[kept.len()..].starts_with(' '), "{kept}");
    assert_eq!(card.notes, text);
}
