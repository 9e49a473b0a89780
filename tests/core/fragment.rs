//! Copy and paste, typed lines, and the commands at the cursor.

use std::sync::Arc;

use wayfelt::edit::block;
use wayfelt::edit::command::{Change, clear, insert_after, new_card, remove_at, write_card};
use wayfelt::edit::copies::duplicate;
use wayfelt::edit::fragment::{NotPasted, Pasted, copy, paste, paste_text};
use wayfelt::edit::line::{Line, parse_line, parse_number};
use wayfelt::edit::motion::{Direction, move_at};
use wayfelt::edit::scoring::{not_involved, nudge, unknown};
use wayfelt::edit::{Cursor, Edit, LaneChange, Selection, apply};
use wayfelt::model::check::check;
use wayfelt::model::{
    Channel, Content, Emotion, Grade, IdSource, JourneyMap, LaneKind, Link, Measured, Metric, Opportunity, PersonaId,
    Score, ScoreState, Share, Touchpoint, Unit,
};

use crate::maps::{believe, card_mut, grid, id, lane, pain, put, put_plain, step_mut};

fn names(name: &str) -> Option<Channel> {
    match name.to_lowercase().as_str() {
        "website" => Some(Channel::Website),
        "tổng đài" | "call centre" => Some(Channel::CallCentre),
        _ => None,
    }
}

fn at(kind: LaneKind, step: u64) -> Cursor {
    Cursor::Cell { lane: lane(kind), step: id(step), persona: None }
}

fn emotion(persona: u64, step: u64) -> Cursor {
    Cursor::Cell { lane: lane(LaneKind::Emotion), step: id(step), persona: Some(id(persona)) }
}

fn ids() -> IdSource {
    IdSource::seeded(7)
}

fn done(map: &JourneyMap, change: &Change) -> JourneyMap {
    let next = apply(map, &change.edit).unwrap();
    assert_eq!(check(&next), [], "after {:?}", change.edit);
    assert_eq!(change.selection.clone().within(&next), change.selection, "the selection is there");
    next
}

fn pasted(map: &JourneyMap, cursor: Cursor, text: &str) -> (JourneyMap, Pasted) {
    let pasted = paste_text(map, cursor, text, &names, &mut ids()).unwrap();
    (done(map, &pasted.change), pasted)
}

/// The texts of the cards of a lane at the steps in order, cards parted by `/`.
fn texts(map: &JourneyMap, kind: LaneKind) -> Vec<String> {
    map.steps()
        .map(|(_, step)| {
            let cards = step.cards.iter().filter(|card| card.lane == lane(kind));
            cards.map(|card| card.text.as_str()).collect::<Vec<_>>().join("/")
        })
        .collect()
}

fn shown(map: &JourneyMap, persona: PersonaId) -> Vec<Option<f64>> {
    map.steps().map(|(_, step)| step.score(persona).shown()).collect()
}

fn read(kind: LaneKind, line: &str) -> Line {
    parse_line(kind, line, &names)
}

#[test]
fn a_line_in_a_lane_of_pain_points_gives_severity_and_share() {
    let line = |text: &str, severity, share, owner: &str| Line {
        text: text.to_owned(),
        content: pain(severity, share),
        owner: owner.to_owned(),
    };
    let pains = |text| read(LaneKind::PainPoints, text);
    assert_eq!(pains("Money taken !5 18%"), line("Money taken", Some(5), Some(0.18), ""));
    assert_eq!(pains("Trừ tiền 18,5% !4 @Thanh toán"), line("Trừ tiền", Some(4), Some(0.185), "Thanh toán"));
    assert_eq!(pains("Waits @Sales team on call"), line("Waits", None, None, "Sales team on call"));
    assert_eq!(pains("Waits @home for the whole long day"), line("Waits @home for the whole long day", None, None, ""));
    assert_eq!(pains("Late @Sales !2"), line("Late", Some(2), None, "Sales"));
    assert_eq!(pains("!3"), line("", Some(3), None, ""));
    // What isn't understood stays.
    assert_eq!(pains("Really bad !6"), line("Really bad !6", None, None, ""));
    assert_eq!(pains("Up 180%"), line("Up 180%", None, None, ""));
    assert_eq!(pains("18% off is a lie"), line("18% off is a lie", None, None, ""));
    assert_eq!(pains("twice !1 !2"), line("twice !1", Some(2), None, ""));
    assert_eq!(pains(""), line("", None, None, ""));
}

#[test]
fn a_line_in_a_lane_of_opportunities_gives_impact_effort_and_owner() {
    let found = read(LaneKind::Opportunities, "Refund i5 e2 @Payments");
    let grade = |value| Some(Grade::new(value).unwrap());
    let expected = Opportunity { impact: grade(5), effort: grade(2), ..Opportunity::default() };
    assert_eq!((found.text.as_str(), found.owner.as_str()), ("Refund", "Payments"));
    assert_eq!(found.content, Content::Opportunity(expected.clone()));
    let found = read(LaneKind::Opportunities, "Hoàn tiền TĐ5 CS2");
    assert_eq!((found.text.as_str(), found.content), ("Hoàn tiền", Content::Opportunity(expected)));
    assert_eq!(read(LaneKind::Opportunities, "Buy an i7").text, "Buy an i7");
}

#[test]
fn a_line_in_a_lane_of_touchpoints_gives_the_channel() {
    let touchpoint = |text: &str| {
        let line = read(LaneKind::Touchpoints, text);
        let Content::Touchpoint(touchpoint) = line.content else { unreachable!() };
        (line.text, touchpoint.channel, line.owner)
    };
    assert_eq!(touchpoint("Website"), (String::new(), Some(Channel::Website), String::new()));
    assert_eq!(touchpoint("tổng đài @CSKH"), (String::new(), Some(Channel::CallCentre), "CSKH".to_owned()));
    assert_eq!(touchpoint("Website: giá"), ("giá".to_owned(), Some(Channel::Website), String::new()));
    assert_eq!(touchpoint("Drone"), ("Drone".to_owned(), None, String::new()));
}

#[test]
fn a_line_in_a_lane_of_metrics_gives_value_and_target() {
    let line = read(LaneKind::Metrics, "Hoàn tất đơn 61% → 75%");
    let metric = Metric { unit: Unit::Percent, value: Some(61.0), target: Some(75.0), ..Metric::default() };
    assert_eq!((line.text.as_str(), line.content), ("Hoàn tất đơn", Content::Metric(metric)));
    assert_eq!(read(LaneKind::Metrics, "NPS -> 50").text, "NPS -> 50");
}

#[test]
fn other_lanes_take_a_line_as_it_is() {
    for text in ["Mail to @minh !5 18%", "i5 e2"] {
        assert_eq!(read(LaneKind::Actions, text).text, text);
    }
    assert_eq!(read(LaneKind::Backstage, "Check stock @Kho").owner, "Kho");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, value) in [("−1,5", -1.5), ("-1.5", -1.5), ("+1", 1.0), (" 0 ", 0.0), ("2.", 2.0), ("–0,25", -0.25)]
    {
        assert_eq!(parse_number(text), Some(value), "{text}");
    }
    for text in ["", "-", "nan", "inf", "1e3", "1,5,2", "--1", "+-1", "một"] {
        assert_eq!(parse_number(text), None, "{text}");
    }
}

#[test]
fn writing_on_a_card_keeps_the_fields_that_the_line_does_not_name() {
    let mut map = grid(1);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(5), Some(0.5)));
    let edit = write_card(&map, id(11), "Late again !2", &names).unwrap();
    let next = apply(&map, &edit).unwrap();
    let card = next.card(id(11)).unwrap().1;
    assert_eq!((card.text.as_str(), &card.content), ("Late again", &pain(Some(2), Some(0.5))));
    let Content::PainPoint(found) = &card.content else { unreachable!() };
    assert_eq!(found.share, Some(Share::new(0.5).unwrap()));
}

#[test]
fn lines_pasted_into_a_cell_become_cards() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    let (next, pasted) = pasted(&map, at(LaneKind::Actions, 1), "• Hỏi giá\r\n\r\n- Đặt cọc\nTrả tiền\n");
    assert_eq!(texts(&next, LaneKind::Actions), ["Card 11/Hỏi giá/Đặt cọc/Trả tiền", ""]);
    assert_eq!(pasted.change.selection.cards.len(), 3);
    let (next, _) = self::pasted(&map, at(LaneKind::PainPoints, 2), "Late !3 20%\nWrong size");
    let pains: Vec<_> = next.step(id(2)).unwrap().cards.iter().map(|card| card.content.clone()).collect();
    assert_eq!(pains, [pain(Some(3), Some(0.2)), pain(None, None)]);
}

#[test]
fn lines_pasted_at_a_heading_become_more_of_the_same() {
    let map = grid(2);
    let (next, pasted) = pasted(&map, Cursor::Step(id(1)), "Hỏi\nĐặt\n");
    let names: Vec<_> = next.steps().map(|(_, step)| step.name.clone()).collect();
    assert_eq!(names, ["Step 1", "Hỏi", "Đặt", "Step 2"]);
    assert_eq!(pasted.change.selection.cursor, Some(Cursor::Step(next.stages[0].steps[2].id)));
    let (next, _) = self::pasted(&map, Cursor::Stage(id(1)), "A\nB");
    assert_eq!(next.stages.iter().map(|stage| stage.name.as_str()).collect::<Vec<_>>(), ["Stage 1", "A", "B"]);
    let (next, _) = self::pasted(&map, Cursor::Title, "Mua\nđiện thoại");
    assert_eq!(next.title, "Mua\nđiện thoại");
    assert_eq!(paste_text(&map, Cursor::Title, " \n", &names_of_none, &mut ids()), Err(NotPasted::Nothing));
}

fn names_of_none(_: &str) -> Option<Channel> {
    None
}

#[test]
fn a_block_from_a_spreadsheet_fills_steps_and_lanes_and_makes_steps() {
    let map = grid(2);
    // In the grid's order: actions, touchpoints, thoughts.
    let block = "Xem\t\"Hỏi\nGọi\"\tMua\nWebsite\t\tTổng đài\n\"Sao \"\"rẻ\"\" thế?\"\t\"Ừ.\"\t";
    let (next, pasted) = pasted(&map, at(LaneKind::Actions, 2), block);
    assert_eq!(next.steps().count(), 4, "two steps at the right edge");
    assert_eq!(texts(&next, LaneKind::Actions), ["", "Xem", "Hỏi/Gọi", "Mua"]);
    assert_eq!(texts(&next, LaneKind::Touchpoints), ["", "", "", ""]);
    let channels: Vec<_> = next
        .cards()
        .filter_map(|(_, card)| match &card.content {
            Content::Touchpoint(touchpoint) => touchpoint.channel,
            _ => None,
        })
        .collect();
    assert_eq!(channels, [Channel::Website, Channel::CallCentre]);
    assert_eq!(texts(&next, LaneKind::Thoughts), ["", "Sao \"rẻ\" thế?", "\"Ừ.\"", ""], "quotes of its own stay");
    let steps: Vec<_> = next.steps().map(|(_, step)| step.id).collect();
    let corner = Cursor::Cell { lane: lane(LaneKind::Thoughts), step: steps[3], persona: None };
    assert_eq!(pasted.change.selection.anchor, Some(corner));
}

#[test]
fn a_block_that_reaches_below_the_last_lane_makes_lanes() {
    let mut map = grid(1);
    map.lanes.truncate(1);
    let (next, pasted) = pasted(&map, at(LaneKind::Actions, 1), "a\tb\nc\td\n");
    assert_eq!((next.lanes.len(), pasted.notes.new_lanes), (2, 1));
    assert_eq!((next.lanes[1].kind, next.cards().count()), (LaneKind::Text, 4));
}

#[test]
fn numbers_pasted_into_an_emotion_row_become_scores() {
    let map = grid(3);
    let (next, pasted) = pasted(&map, emotion(1, 1), "−1,5\t+1\tx\n0.25\tgood\t3\n");
    assert_eq!(shown(&next, id(1)), [Some(-1.5), Some(1.0), None]);
    assert_eq!(next.step(id(3)).unwrap().score(id(1)).state, ScoreState::NotInvolved);
    assert_eq!(shown(&next, id(2)), [Some(0.25), None, None]);
    assert_eq!(pasted.notes.no_figure, 2, "neither a word nor 3 is a score");
    let (next, _) = self::pasted(&map, emotion(1, 2), "1\n2\n");
    assert_eq!((shown(&next, id(1)), shown(&next, id(2))), (vec![None, Some(1.0), None], vec![None, Some(2.0), None]));
}

#[test]
fn a_block_copied_here_pastes_there() {
    let mut map = grid(4);
    put(&mut map, 1, 11, LaneKind::Actions, Content::Text);
    put(&mut map, 2, 12, LaneKind::Actions, Content::Text);
    put(&mut map, 2, 13, LaneKind::Actions, Content::Text);
    let website = Touchpoint { channel: Some(Channel::Website), personalised: true, ..Touchpoint::default() };
    put(&mut map, 1, 14, LaneKind::Touchpoints, Content::Touchpoint(website.clone()));
    card_mut(&mut map, id(14)).text.clear();
    card_mut(&mut map, id(11)).text = "a \"b\"\tc".to_owned();
    card_mut(&mut map, id(11)).links =
        vec![Link { to: id(12), label: String::new() }, Link { to: id(14), label: String::new() }];
    let block = Selection { anchor: Some(at(LaneKind::Actions, 1)), ..Selection::at(at(LaneKind::Touchpoints, 2)) };
    let fragment = copy(&map, &block, &|_| "Website".to_owned()).unwrap();
    assert_eq!(fragment.text(), "\"a \"\"b\"\"\tc\"\t\"Card 12\nCard 13\"\nWebsite\t");
    // As text.
    let (next, _) = pasted(&map, at(LaneKind::Actions, 3), &fragment.text());
    assert_eq!(texts(&next, LaneKind::Actions)[2..], ["a \"b\"\tc", "Card 12/Card 13"]);
    // With all that text can't hold.
    let whole = paste(&map, at(LaneKind::Actions, 3), fragment.excerpt.as_ref().unwrap(), &mut ids()).unwrap();
    let next = done(&map, &whole.change);
    let step = next.step(id(3)).unwrap();
    let of = |kind: LaneKind| step.cards.iter().find(|card| card.lane == lane(kind)).unwrap();
    assert_eq!(of(LaneKind::Touchpoints).content, Content::Touchpoint(website));
    let copied: Vec<_> = of(LaneKind::Actions).links.iter().map(|link| link.to).collect();
    let twelve = next.step(id(4)).unwrap().cards[0].id;
    assert_eq!(copied, [twelve, of(LaneKind::Touchpoints).id], "links among the copies join the copies");
}

#[test]
fn a_copied_card_spans_as_far_at_its_new_place() {
    let mut map = grid(5);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    card_mut(&mut map, id(11)).until = Some(id(3));
    let fragment = copy(&map, &Selection::at(at(LaneKind::Actions, 1)), &|_| String::new()).unwrap();
    let until = |step| {
        let pasted = paste(&map, at(LaneKind::Actions, step), fragment.excerpt.as_ref().unwrap(), &mut ids()).unwrap();
        let next = done(&map, &pasted.change);
        next.card(pasted.change.selection.cards[0]).unwrap().1.until
    };
    assert_eq!(until(2), Some(id(4)));
    assert_eq!(until(4), Some(id(5)), "as far as there are steps");
    assert_eq!(until(5), None);
}

#[test]
fn scores_copied_as_text_paste_as_the_same_scores() {
    let mut map = grid(3);
    map.language = wayfelt::model::Language::Vi;
    believe(&mut map, id(1), &[Some(-1.25), None, Some(2.0)]);
    step_mut(&mut map, id(2)).scores.insert(id(1), Score { state: ScoreState::NotInvolved, expected: None });
    let block = Selection { anchor: Some(emotion(1, 3)), ..Selection::at(emotion(1, 1)) };
    let fragment = copy(&map, &block, &|_| String::new()).unwrap();
    assert_eq!(fragment.text(), "-1,25\tX\t2");
    let (next, _) = pasted(&map, emotion(2, 1), &fragment.text());
    assert_eq!(shown(&next, id(2)), shown(&map, id(1)));
    assert_eq!(next.step(id(2)).unwrap().score(id(2)).state, ScoreState::NotInvolved);
}

#[test]
fn selected_cards_are_copied_alone() {
    let mut map = grid(3);
    for (step, card) in [(1, 11), (1, 12), (3, 13)] {
        put_plain(&mut map, step, card, LaneKind::Actions);
    }
    let selection = Selection { cards: vec![id(13), id(12)], ..Selection::at(at(LaneKind::Actions, 1)) };
    let fragment = copy(&map, &selection, &|_| String::new()).unwrap();
    assert_eq!(fragment.text(), "Card 12\t\tCard 13");
    let heading = copy(&map, &Selection::at(Cursor::Step(id(2))), &|_| String::new()).unwrap();
    assert_eq!(heading.text(), "Step 2");
}

#[test]
fn rows_are_lanes_and_one_a_persona_in_an_emotion_lane() {
    let mut map = grid(1);
    let count = map.lanes.len();
    assert_eq!(block::rows(&map).len(), count + 1);
    Arc::make_mut(&mut map.lanes[0]).hidden = true;
    assert_eq!(block::rows(&map).len(), count);
    assert_eq!(block::position(&map, emotion(2, 1)).map(|(row, _)| block::rows(&map)[row].persona), Some(Some(id(2))));
    assert_eq!(block::position(&map, at(LaneKind::Actions, 1)), None, "hidden");
}

#[test]
fn insert_and_remove_work_on_what_the_cursor_stands_in() {
    let map = grid(3);
    let change = insert_after(&map, at(LaneKind::Actions, 1), &mut ids());
    let next = done(&map, &change);
    assert_eq!(next.steps().count(), 4);
    assert_eq!(
        change.selection.cursor,
        Some(Cursor::Cell { lane: lane(LaneKind::Actions), step: next.stages[0].steps[1].id, persona: None })
    );
    let next = done(&map, &insert_after(&map, Cursor::Stage(id(1)), &mut ids()));
    assert_eq!((next.stages.len(), next.steps().count()), (2, 4), "a new stage has a step to write in");
    let next = done(&map, &insert_after(&map, Cursor::Lane(lane(LaneKind::Quotes)), &mut ids()));
    assert_eq!(next.lanes.iter().filter(|lane| lane.kind == LaneKind::Quotes).count(), 2);
    done(&map, &insert_after(&map, Cursor::Persona(id(1)), &mut ids()));
    done(&JourneyMap::default(), &insert_after(&JourneyMap::default(), Cursor::Title, &mut ids()));

    let change = remove_at(&map, at(LaneKind::Actions, 3)).unwrap();
    assert_eq!(done(&map, &change).steps().count(), 2);
    assert_eq!(change.selection.cursor, Some(at(LaneKind::Actions, 2)), "before, where there is none after");
    let change = remove_at(&map, Cursor::Stage(id(1))).unwrap();
    assert_eq!((done(&map, &change).stages.len(), change.selection.cursor), (0, None));
    done(&map, &remove_at(&map, Cursor::Persona(id(2))).unwrap());
    done(&map, &remove_at(&map, Cursor::Lane(lane(LaneKind::Time))).unwrap());
    assert_eq!(remove_at(&map, Cursor::Title), None);
}

#[test]
fn clear_empties_what_is_selected() {
    let mut map = grid(3);
    for (step, card) in [(1, 11), (1, 12), (2, 13), (3, 14)] {
        put_plain(&mut map, step, card, LaneKind::Actions);
    }
    believe(&mut map, id(1), &[Some(1.0), Some(1.0), Some(1.0)]);
    let block = |from, to| Selection { anchor: Some(to), ..Selection::at(from) };
    let cleared = |selection| done(&map, &clear(&map, &selection).unwrap());
    let next = cleared(block(at(LaneKind::Actions, 1), at(LaneKind::Thoughts, 2)));
    assert_eq!(texts(&next, LaneKind::Actions), ["", "", "Card 14"]);
    let next = cleared(block(emotion(1, 2), emotion(2, 3)));
    assert_eq!(shown(&next, id(1)), [Some(1.0), None, None]);
    let one = Selection { cards: vec![id(12)], ..Selection::at(at(LaneKind::Actions, 1)) };
    assert_eq!(texts(&cleared(one), LaneKind::Actions), ["Card 11", "Card 13", "Card 14"]);
    assert_eq!(cleared(Selection::at(Cursor::Step(id(2)))).step(id(2)).unwrap().name, "");
    assert_eq!(clear(&map, &Selection::at(at(LaneKind::Needs, 1))), None);
}

#[test]
fn scores_by_hand_leave_what_was_measured() {
    let mut map = grid(1);
    let measured = Measured { n: 40, mean: 1.5, sd: None, bad: None, effective: None, evidence: None };
    let state = ScoreState::Scored { believed: None, measured: Some(measured), validated: true };
    step_mut(&mut map, id(1)).scores.insert(id(1), Score { state, expected: Some(Emotion::BEST) });
    let score =
        |map: &JourneyMap, edit: Option<Edit>| apply(map, &edit.unwrap()).unwrap().step(id(1)).unwrap().score(id(1));
    let found = score(&map, nudge(&map, id(1), id(1), -0.5));
    assert_eq!(found.measured(), Some(&measured));
    assert_eq!((found.shown(), found.expected, found.validated()), (Some(1.5), Some(Emotion::BEST), true));
    assert!(matches!(found.state, ScoreState::Scored { believed: Some(believed), .. } if believed.value() == 1.0));
    assert_eq!(unknown(&map, id(1), id(1)), None, "nothing was believed");
    assert_eq!(score(&map, not_involved(&map, id(1), id(1))).state, ScoreState::NotInvolved);
    let up = score(&map, nudge(&map, id(1), id(1), 9.0));
    assert!(matches!(up.state, ScoreState::Scored { believed: Some(Emotion::BEST), .. }));
    assert_eq!(nudge(&map, id(9), id(1), 1.0), None);
}

#[test]
fn a_new_card_is_what_was_typed() {
    let mut map = grid(1);
    put_plain(&mut map, 1, 11, LaneKind::PainPoints);
    let cell = (id(1), lane(LaneKind::PainPoints));
    let first = new_card(&map, cell, Some(0), "Late !4", &names, &mut ids());
    let next = done(&map, &first);
    assert_eq!(texts(&next, LaneKind::PainPoints), ["Late/Card 11"]);
    let last = new_card(&map, cell, None, "Late", &names, &mut ids());
    assert_eq!(texts(&done(&map, &last), LaneKind::PainPoints), ["Card 11/Late"]);
    assert_eq!(last.selection.cards.len(), 1);
}

#[test]
fn a_copy_stands_after_its_original_and_is_whole() {
    let mut map = grid(3);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(1), None));
    put_plain(&mut map, 1, 12, LaneKind::PainPoints);
    let answers = Opportunity { answers: vec![id(11)], ..Opportunity::default() };
    put(&mut map, 1, 13, LaneKind::Opportunities, Content::Opportunity(answers));
    put_plain(&mut map, 1, 14, LaneKind::Actions);
    card_mut(&mut map, id(14)).until = Some(id(2));
    believe(&mut map, id(1), &[Some(-1.0)]);
    let selection = Selection { cards: vec![id(11), id(12)], ..Selection::at(at(LaneKind::PainPoints, 1)) };
    let next = done(&map, &duplicate(&map, &selection, &mut ids()).unwrap());
    assert_eq!(texts(&next, LaneKind::PainPoints)[0], "Card 11/Card 11/Card 12/Card 12");

    let next = done(&map, &duplicate(&map, &Selection::at(Cursor::Step(id(1))), &mut ids()).unwrap());
    let copy = &next.stages[0].steps[1];
    assert_eq!((copy.name.as_str(), copy.cards.len(), copy.score(id(1)).shown()), ("Step 1", 4, Some(-1.0)));
    let Content::Opportunity(opportunity) = &copy.cards[2].content else { unreachable!() };
    assert_eq!(opportunity.answers, [copy.cards[0].id], "the copy answers the copy");
    assert_eq!(copy.cards[3].until, Some(id(3)), "its span is as long");

    let next = done(&map, &duplicate(&map, &Selection::at(Cursor::Stage(id(1))), &mut ids()).unwrap());
    assert_eq!((next.stages.len(), next.cards().count()), (2, 8));
    assert_eq!(next.stages[1].steps[0].cards[3].until, Some(next.stages[1].steps[1].id));

    let pains = lane(LaneKind::PainPoints);
    let next = done(&map, &duplicate(&map, &Selection::at(Cursor::Lane(pains)), &mut ids()).unwrap());
    assert_eq!((next.lanes.len(), next.cards().count()), (map.lanes.len() + 1, 6));
    let next = done(&map, &duplicate(&map, &Selection::at(Cursor::Persona(id(1))), &mut ids()).unwrap());
    assert_eq!(shown(&next, next.personas[1].id), shown(&map, id(1)));
    // A locked lane can't be added to: the copied step goes without its cards.
    let locked = apply(&map, &Edit::SetLane(pains, LaneChange::Locked(true))).unwrap();
    let next = done(&locked, &duplicate(&locked, &Selection::at(Cursor::Step(id(1))), &mut ids()).unwrap());
    assert_eq!(next.stages[0].steps[1].cards.len(), 2);
}

#[test]
fn cards_move_by_one_place() {
    let mut map = grid(3);
    for (step, card) in [(1, 11), (1, 12), (2, 13)] {
        put_plain(&mut map, step, card, LaneKind::Actions);
    }
    let selection = |cards: &[u64], step| Selection {
        cards: cards.iter().map(|&n| id(n)).collect(),
        ..Selection::at(at(LaneKind::Actions, step))
    };
    let moved = |cards: &[u64], direction| {
        move_at(&map, &selection(cards, 1), direction).map(|change| texts(&done(&map, &change), LaneKind::Actions))
    };
    assert_eq!(moved(&[11], Direction::Right).unwrap(), ["Card 12", "Card 13/Card 11", ""]);
    assert_eq!(moved(&[11, 13], Direction::Right).unwrap(), ["Card 12", "Card 11", "Card 13"]);
    assert_eq!(moved(&[12, 13], Direction::Left), None, "all or none");
    assert_eq!(moved(&[12], Direction::Up).unwrap(), ["Card 12/Card 11", "Card 13", ""]);
    assert_eq!(moved(&[11], Direction::Down).unwrap(), ["Card 12/Card 11", "Card 13", ""]);
    // Past the cell's edge into the next lane that holds the same.
    let down = move_at(&map, &selection(&[12], 1), Direction::Down).unwrap();
    let next = done(&map, &down);
    assert_eq!(texts(&next, LaneKind::Thoughts)[0], "Card 12", "touchpoints lie between and are passed over");
    assert_eq!(down.selection.cursor, Some(at(LaneKind::Thoughts, 1)));
    assert_eq!(move_at(&map, &selection(&[11], 1), Direction::Up), None);
    // Without a selected card all of the cell.
    let all = move_at(&map, &selection(&[], 1), Direction::Right).unwrap();
    assert_eq!(texts(&done(&map, &all), LaneKind::Actions), ["", "Card 13/Card 11/Card 12", ""]);
}

#[test]
fn headings_move_by_one_place() {
    let map = grid(3);
    let moved = |map: &JourneyMap, cursor, direction| {
        move_at(map, &Selection::at(cursor), direction).map(|change| done(map, &change))
    };
    let steps = |map: &JourneyMap| map.steps().map(|(_, step)| step.id).collect::<Vec<_>>();
    let next = moved(&map, Cursor::Step(id(1)), Direction::Right).unwrap();
    assert_eq!(steps(&next), [id(2), id(1), id(3)]);
    assert_eq!(moved(&map, Cursor::Step(id(3)), Direction::Right), None);
    let two = done(&map, &insert_after(&map, Cursor::Stage(id(1)), &mut ids()));
    let next = moved(&two, Cursor::Step(id(3)), Direction::Right).unwrap();
    assert_eq!(next.stages.iter().map(|stage| stage.steps.len()).collect::<Vec<_>>(), [2, 2], "into the next stage");
    assert_eq!(steps(&next), steps(&two));
    let next = moved(&two, Cursor::Stage(id(1)), Direction::Right).unwrap();
    assert_eq!(next.stages[1].id, id(1));
    let first = Cursor::Lane(map.lanes[0].id);
    assert_eq!(moved(&map, first, Direction::Down).unwrap().lanes[1].id, map.lanes[0].id);
    assert_eq!(moved(&map, first, Direction::Up), None);
    assert_eq!(moved(&map, first, Direction::Right), None);
    assert_eq!(moved(&map, Cursor::Persona(id(1)), Direction::Right).unwrap().personas[1].id, id(1));
}
