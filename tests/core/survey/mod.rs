//! Answers of surveys: mappings, and the figures that come out. Tables of every shape are in `read`, the files of the corpus
//! in `corpus_files`.

mod bombs;
mod corpus_files;
mod read;

use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::{Just, Strategy, prop_assert, proptest};
use wayfelt::edit::apply;
use wayfelt::file::mapping;
use wayfelt::import::survey::{
    Answers, Incoming, Problem, Reading, Sources, SurveyError, Why, Wiring, Wishes, count, examine, guess, number, plan,
};
use wayfelt::import::table::{Next, Source, Table};
use wayfelt::insight::kept::kept;
use wayfelt::insight::survey::Tally;
use wayfelt::model::check::check;
use wayfelt::model::{
    AnswerScale, AnswerTest, Card, Channel, ColumnUse, Content, Emotion, Exclusion, IdSource, JourneyMap, LabelScore,
    Lane, LaneKind, Measured, Named, Persona, RespondentGroup, Respondents, Score, ScoreState, Stage, Step,
    SurveyFigure, SurveyMapping, SurveyTarget, TableShape, Touchpoint,
};

fn bytes(content: &[u8]) -> Source {
    Source::Bytes(Arc::from(content))
}

fn table(content: impl AsRef<[u8]>) -> Table {
    Table::open(bytes(content.as_ref()), &TableShape::default()).unwrap()
}

/// A map with these personas and steps, and a lane for their curve.
fn map(personas: &[&str], steps: &[&str]) -> JourneyMap {
    let mut ids = IdSource::seeded(5);
    let mut stage = Stage::new(ids.fresh(), "Journey");
    stage.steps = steps.iter().map(|name| Arc::new(Step::new(ids.fresh(), *name))).collect();
    let personas = personas.iter().map(|name| Arc::new(Persona::new(ids.fresh(), *name))).collect();
    let lanes = vec![Arc::new(Lane::new(ids.fresh(), LaneKind::Emotion))];
    JourneyMap { personas, lanes, stages: vec![Arc::new(stage)], ..JourneyMap::default() }
}

fn to_step(column: &str, step: &str, worst: f64, best: f64) -> ColumnUse {
    ColumnUse {
        column: column.into(),
        target: SurveyTarget::Step(Named::new(step)),
        scale: AnswerScale::Numbers { worst, best },
        no_answer: Vec::new(),
    }
}

fn to_metric(column: &str, figure: SurveyFigure, scale: AnswerScale) -> ColumnUse {
    let target = SurveyTarget::Metric { figure, name: figure.name().into() };
    ColumnUse { column: column.into(), target, scale, no_answer: Vec::new() }
}

fn mapping_of(columns: Vec<ColumnUse>) -> SurveyMapping {
    SurveyMapping { name: "Survey".into(), columns, ..SurveyMapping::default() }
}

fn run(map: &JourneyMap, table: &Table, mapping: &SurveyMapping) -> Result<(Wiring, Answers), SurveyError> {
    let wiring = Wiring::new(map, table, mapping, &mut IdSource::seeded(77))?;
    let answers = count(table, mapping, &wiring, &mut |_, _| Next::Go)?;
    Ok((wiring, answers))
}

fn take_in(map: &JourneyMap, table: &Table, mapping: &SurveyMapping) -> (JourneyMap, Incoming, Answers) {
    let (wiring, answers) = run(map, table, mapping).unwrap();
    let sources = Sources { file: "answers.csv".into(), date: date(2026, 3, 1) };
    let mut ids = IdSource::seeded(78 + mapping.name.len() as u64);
    let incoming = plan(map, mapping, &wiring, &answers, &sources, None, &mut ids);
    let next = apply(map, &incoming.edit).unwrap();
    assert_eq!(check(&next), []);
    (next, incoming, answers)
}

fn measured(map: &JourneyMap, step: usize, persona: usize) -> Option<Measured> {
    let (_, step) = map.steps().nth(step).unwrap();
    step.score(map.personas[persona].id).measured().copied()
}

fn left(answers: &Answers, why: Why) -> u64 {
    answers.left_out.iter().find(|left| left.why == why).map_or(0, |left| left.count)
}

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-6, "{found} instead of {wanted}");
}

// Scales.

#[test]
fn numbers_are_read_as_people_write_them() {
    let cases = [
        ("4", Some(4.0)),
        (" 4,5 ", Some(4.5)),
        ("4.0", Some(4.0)),
        ("5 - very good", Some(5.0)),
        ("4/5", Some(4.0)),
        ("★★★☆☆", Some(3.0)),
        ("⭐⭐", Some(2.0)),
        ("3 sao", Some(3.0)),
        ("-1", Some(-1.0)),
        ("7. Rất dễ", Some(7.0)),
        ("25-34", None),
        ("05/11/2016", None),
        ("", None),
        ("good", None),
        ("5 of 10", None),
        ("☆", None),
    ];
    for (text, wanted) in cases {
        assert_eq!(number(text), wanted, "{text:?}");
    }
}

#[test]
fn scales_turn_and_codes_are_no_answers() {
    let map = map(&["Linh"], &["Book", "Pay", "Use", "Recommend"]);
    let table = table("a,b,c,d\n1,1,Good,10\n5,7,bad,0\n6,9,Blank,7\n,x,GOOD,8\n0,4,fine,6\n");
    let words = vec![
        LabelScore { text: "good".into(), score: Emotion::new(1.0).unwrap() },
        LabelScore { text: "bad".into(), score: Emotion::new(-1.75).unwrap() },
    ];
    let step = |step: &str| SurveyTarget::Step(Named::new(step));
    let mapping = SurveyMapping {
        no_answer: vec!["6".into(), "blank".into()],
        ..mapping_of(vec![
            to_step("A", "book", 5.0, 1.0),
            to_step("b", "pay", 1.0, 7.0),
            ColumnUse { column: "c".into(), target: step("Use"), scale: AnswerScale::Labels(words), no_answer: vec![] },
            ColumnUse {
                column: "d".into(),
                target: step("Recommend"),
                scale: AnswerScale::Recommendation,
                no_answer: vec![],
            },
        ])
    };
    let (next, _, answers) = take_in(&map, &table, &mapping);
    let turned = measured(&next, 0, 0).unwrap();
    assert_eq!((turned.n, turned.mean, turned.bad), (2, 0.0, Some(0.5)));
    let seven = measured(&next, 1, 0).unwrap();
    assert_eq!((seven.n, seven.mean), (3, 0.0));
    let labels = measured(&next, 2, 0).unwrap();
    assert_eq!((labels.n, labels.bad), (3, Some(1.0 / 3.0)));
    near(labels.mean, 0.25 / 3.0);
    let bands = measured(&next, 3, 0).unwrap();
    assert_eq!(bands.n, 4, "6 is a code in all columns");
    near(bands.mean, (2.0 - 2.0 + 0.0 + 0.5) / 4.0);
    let reasons = [
        (Why::Code(0), 1),
        (Why::Empty(0), 1),
        (Why::OffScale(0), 1),
        (Why::OffScale(1), 1),
        (Why::Unreadable(1), 1),
        (Why::Code(2), 1),
        (Why::Unreadable(2), 1),
        (Why::Code(3), 1),
    ];
    for (why, wanted) in reasons {
        assert_eq!(left(&answers, why), wanted, "{why:?}");
    }
    let off = answers.left_out.iter().find(|left| left.why == Why::OffScale(1)).unwrap();
    assert_eq!((off.examples[0].row, off.examples[0].text.as_str()), (4, "9"));
}

#[test]
fn metrics_are_worked_out_by_their_formulas() {
    let map = map(&["Linh"], &["Book"]);
    let table = table("n,s,e\n10,5,7\n9,4,1\n8,3,4\n0,1,4\n6,2,\n");
    let mapping = mapping_of(vec![
        to_metric("n", SurveyFigure::Nps, AnswerScale::Recommendation),
        to_metric("s", SurveyFigure::Csat, AnswerScale::Numbers { worst: 1.0, best: 5.0 }),
        to_metric("e", SurveyFigure::Ces, AnswerScale::Numbers { worst: 1.0, best: 7.0 }),
    ]);
    let (next, incoming, _) = take_in(&map, &table, &mapping);
    let values: Vec<(&str, f64)> =
        next.metrics.iter().map(|metric| (metric.name.as_str(), metric.metric.value.unwrap())).collect();
    assert_eq!(values, [("NPS", 0.0), ("CSAT", 40.0), ("CES", 4.0)]);
    assert_eq!(incoming.metrics.iter().map(|metric| metric.n).collect::<Vec<_>>(), [5, 5, 4]);
    // The same formulas as of insight.
    let answers = [10.0, 9.0, 8.0, 0.0, 6.0];
    assert_eq!(wayfelt::insight::survey::nps(answers), Some(0.0));
    assert_eq!(wayfelt::insight::survey::csat([5.0, 4.0, 3.0, 1.0, 2.0], 1.0, 5.0), Some(0.4));
    assert_eq!(wayfelt::insight::survey::ces([7.0, 1.0, 4.0, 4.0]), Some(4.0));
    let (again, second, _) = take_in(&next, &table, &mapping);
    assert_eq!((again.metrics.len(), second.metrics[0].before), (3, Some(0.0)));
}

#[test]
fn weights_give_weighted_figures_and_the_band_knows_them() {
    let map = map(&["Linh"], &["Book"]);
    let table = table("w,a\n2,5\n1,3\n1,1\n0,5\n,5\nx,4\n");
    let mapping = SurveyMapping { weight: Some("W".into()), ..mapping_of(vec![to_step("a", "Book", 1.0, 5.0)]) };
    let (next, _, answers) = take_in(&map, &table, &mapping);
    assert_eq!(left(&answers, Why::Weight), 3);
    let found = measured(&next, 0, 0).unwrap();
    // Scores 2, 0, −2 with weights 2, 1, 1: mean 0.5; effective n 16/6; variance (2·1.5² + 0.5² + 2.5²)/4 = 2.75.
    near(found.mean, 0.5);
    near(found.effective.unwrap(), 16.0 / 6.0);
    near(found.sd.unwrap(), (2.75_f64 * (16.0 / 6.0) / (10.0 / 6.0)).sqrt());
    assert_eq!((found.n, found.bad), (3, Some(0.25)));

    let even = Measured { n: 100, mean: 0.0, sd: Some(1.0), bad: None, effective: None, evidence: None };
    let width = |measured: &Measured| wayfelt::insight::band(measured).map(|(low, high)| high - low).unwrap();
    let uneven = Measured { effective: Some(25.0), ..even };
    let small = Measured { n: 25, ..even };
    near(width(&uneven), width(&small));
    assert!(width(&uneven) > width(&even));
}

#[test]
fn a_tally_is_the_textbook() {
    let mut tally = Tally::default();
    for score in [-2.0, -1.0, 0.0, 1.0, 2.0] {
        tally.add(score, 1.0);
    }
    let found = tally.measured(false, None).unwrap();
    assert_eq!((found.n, found.mean, found.bad, found.effective), (5, 0.0, Some(0.2), None));
    near(found.sd.unwrap(), 2.5_f64.sqrt());
    assert_eq!(Tally::default().measured(false, None), None);
    let mut one = Tally::default();
    one.add(1.0, 3.0);
    assert_eq!((one.sd(), one.effective()), (None, 1.0));
}

// What comes in.

#[test]
fn believed_scores_stay_and_thirty_answers_validate() {
    let mut before = map(&["Linh"], &["Book", "Pay"]);
    let linh = before.personas[0].id;
    let stage = Arc::make_mut(&mut before.stages[0]);
    let believed = Score { expected: Some(Emotion::BEST), ..Score::believed(Emotion::WORST) };
    Arc::make_mut(&mut stage.steps[0]).scores.insert(linh, believed);
    let many = format!("a,b\n{}{}", "4,5\n".repeat(29), "4,\n");
    let mapping = mapping_of(vec![to_step("a", "Book", 1.0, 5.0), to_step("b", "Pay", 1.0, 5.0)]);
    let (next, incoming, _) = take_in(&before, &table(many), &mapping);
    let score = |step: usize| next.steps().nth(step).unwrap().1.score(linh);
    assert_eq!(score(0).expected, Some(Emotion::BEST));
    assert!(matches!(score(0).state, ScoreState::Scored { believed: Some(Emotion::WORST), validated: true, .. }));
    assert!(!score(1).validated(), "29 answers are too few");
    let entry = next.evidence.iter().find(|entry| entry.id == incoming.evidence).unwrap();
    assert_eq!((entry.date, entry.review_by), (Some(date(2026, 3, 1)), Some(date(2027, 3, 1))));
    assert_eq!((entry.source.as_str(), entry.n), ("answers.csv", Some(30)));
    assert_eq!(entry.survey.as_ref().unwrap().mapping.columns, mapping.columns);
}

#[test]
fn a_newer_file_takes_the_older_ones_place_and_says_what_moved() {
    let map = map(&["Linh"], &["Book", "Pay"]);
    let mapping = mapping_of(vec![to_step("a", "Book", 1.0, 5.0), to_step("b", "Pay", 1.0, 5.0)]);
    let (first, _, _) = take_in(&map, &table("a,b\n5,5\n3,5\n"), &mapping);
    let (second, incoming, _) = take_in(&first, &table("*A\n3\n3\n1\n"), &mapping);
    assert!(incoming.renewed);
    assert_eq!((second.evidence.len(), second.evidence[0].n), (1, Some(3)));
    let moved: Vec<_> =
        incoming.changed().map(|moved| (moved.before.map(|m| m.mean), moved.after.map(|m| m.mean))).collect();
    assert_eq!(moved, [(Some(1.0), Some(-2.0 / 3.0)), (Some(2.0), None)]);
    assert_eq!(measured(&second, 1, 0), None, "the newer file says nothing of it");
    let other = SurveyMapping { name: "Another".into(), ..mapping };
    let (third, incoming, _) = take_in(&second, &table("a,b\n5,5\n"), &other);
    assert!(!incoming.renewed);
    assert_eq!(third.evidence.len(), 2);
}

#[test]
fn touchpoints_get_what_was_measured_beside_what_is_believed() {
    let mut before = map(&["Linh"], &["Book"]);
    let mut ids = IdSource::seeded(9);
    let lane = Lane::new(ids.fresh(), LaneKind::Touchpoints);
    let linh = before.personas[0].id;
    let touchpoint = Touchpoint {
        channel: Some(Channel::Website),
        scores: std::collections::BTreeMap::from([(linh, Emotion::BEST)]),
        ..Touchpoint::default()
    };
    let card = Card::new(ids.fresh(), lane.id, "Website", Content::Touchpoint(touchpoint));
    let id = card.id;
    before.lanes.push(Arc::new(lane));
    Arc::make_mut(&mut Arc::make_mut(&mut before.stages[0]).steps[0]).cards.push(Arc::new(card));
    let target = SurveyTarget::Touchpoint { card: Named::new("website"), step: Named::new("book") };
    let scale = AnswerScale::Numbers { worst: 1.0, best: 5.0 };
    let mapping = mapping_of(vec![ColumnUse { column: "a".into(), target, scale, no_answer: vec![] }]);
    let (next, _, _) = take_in(&before, &table("a\n1\n3\n"), &mapping);
    let Content::Touchpoint(found) = &next.card(id).unwrap().1.content else { panic!() };
    assert_eq!((found.shown(linh), found.scores[&linh], found.measured[&linh].n), (Some(-1.0), Emotion::BEST, 2));
}

#[test]
fn respondents_are_told_apart_and_excluded_with_a_reason() {
    let map = map(&["Linh", "Minh"], &["Book"]);
    let table = table("who,id,a\nlinh,1,5\nLÍNH,2,3\nminh,3,1\nkhác,4,1\nminh,5,2\nminh,6,5,9\nminh,7,1,\n");
    let group = |persona: &str, values: &[&str]| RespondentGroup {
        persona: Named::new(persona),
        column: "who".into(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let test = AnswerTest::Is(vec!["5".into()]);
    let mapping = SurveyMapping {
        respondents: Respondents::Groups(vec![group("Linh", &["linh"]), group("Minh", &["MINH"])]),
        exclusions: vec![Exclusion { column: "id".into(), test, reason: "a test".into() }],
        ..mapping_of(vec![to_step("a", "Book", 1.0, 5.0)])
    };
    let (next, _, answers) = take_in(&map, &table, &mapping);
    assert_eq!(measured(&next, 0, 0).unwrap().n, 2);
    assert_eq!(measured(&next, 0, 1).unwrap().n, 2);
    assert_eq!(
        (left(&answers, Why::NoPersona), left(&answers, Why::Excluded(0)), left(&answers, Why::TooLong)),
        (1, 1, 1)
    );
    assert_eq!((answers.rows, answers.counted), (7, 4));
    let missing = SurveyMapping { weight: Some("weight".into()), ..mapping.clone() };
    assert!(matches!(run(&map, &table, &missing), Err(SurveyError::MissingColumn { .. })));
    let nothing = mapping_of(vec![to_step("z", "Book", 1.0, 5.0), to_step("a", "Fly", 1.0, 5.0)]);
    let Err(SurveyError::NothingMatched(problems)) = run(&map, &table, &nothing) else { panic!() };
    assert_eq!(problems, [Problem::Column("z".into()), Problem::Step("Fly".into())]);
    let added = SurveyMapping { add_steps: true, ..mapping_of(vec![to_step("a", "Fly", 1.0, 5.0)]) };
    let (next, _, _) = take_in(&map, &table, &added);
    assert_eq!(next.steps().map(|(_, step)| step.name.clone()).collect::<Vec<_>>(), ["Book", "Fly"]);
}

#[test]
fn bad_experiences_are_counted_respondent_by_respondent() {
    // Everybody who has one bad experience has all three: far from independent.
    let map = map(&["Linh"], &["Book", "Pay", "Use"]);
    let table = table("a,b,c\n1,1,1\n5,5,5\n5,5,\n4,,5\n");
    let columns = vec![to_step("a", "Book", 1.0, 5.0), to_step("b", "Pay", 1.0, 5.0), to_step("c", "Use", 1.0, 5.0)];
    let (next, incoming, _) = take_in(&map, &table, &mapping_of(columns));
    let linh = next.personas[0].id;
    let counted = &next.evidence[0].survey.as_ref().unwrap().respondents[&linh];
    let counts: Vec<_> = counted.iter().map(|c| (c.none, c.one, c.two, c.more)).collect();
    assert_eq!(counts, [(3.0, 1.0, 0.0, 0.0), (3.0, 0.0, 1.0, 0.0), (3.0, 0.0, 0.0, 1.0)]);
    let found = kept(&next, linh);
    // 3/4 stay; of the other quarter 2/3, then 0.08…0.67, then 0.08.
    near(found[0].low, 0.75 + 0.25 * (2.0 / 3.0));
    near(found[1].low, 0.75 + 0.25 * 0.08);
    near(found[1].high, 0.75 + 0.25 * (2.0 / 3.0));
    near(found[2].high, 0.75 + 0.25 * 0.08);
    assert!(found.iter().all(|kept| kept.counted && !kept.at_most));

    // A step that nobody asked about comes in between: independent of the others.
    let mut longer = next.clone();
    let mut ids = IdSource::seeded(4);
    let mut step = Step::new(ids.fresh(), "Wait");
    step.scores.insert(linh, Score::believed(Emotion::new(-1.0).unwrap()));
    Arc::make_mut(&mut longer.stages[0]).steps.insert(1, Arc::new(step));
    let found = kept(&longer, linh);
    // P(bad) = 0.3 at −1: of the good three quarters 0.3 have one bad now, of the others two.
    let one = 0.75 * 0.3 + 0.25 * 0.7;
    let two = 0.25 * 0.3;
    near(found[1].low, 0.75 * 0.7 + one * (2.0 / 3.0) + two * 0.08);

    // In another order the counts say nothing any more: each step by itself.
    let mut turned = next.clone();
    Arc::make_mut(&mut turned.stages[0]).steps.reverse();
    let found = kept(&turned, linh);
    assert!(found.iter().all(|kept| !kept.counted));
    near(found[0].low, 2.0 / 3.0 + (1.0 / 3.0) * (2.0 / 3.0));
    // Evidence that is gone counts nobody.
    let without = apply(&next, &wayfelt::edit::Edit::SetMap(wayfelt::edit::MapChange::Evidence(vec![]))).unwrap();
    assert!(kept(&without, linh).iter().all(|kept| !kept.counted));
    assert_eq!(incoming.steps().count(), 3);
}

#[test]
fn a_mapping_is_kept_and_read_again() {
    let every = crate::every_kind::map();
    let kept = &every.evidence[0].survey.as_ref().unwrap().mapping;
    let text = mapping::write(kept);
    assert_eq!(mapping::read(text.as_bytes()).unwrap(), *kept);
    assert_eq!(mapping::write(&mapping::read(text.as_bytes()).unwrap()), text);
    assert!(mapping::read(text.replace("columns:", "colums:").as_bytes()).is_err());
    assert!(mapping::read(text.replace("format: 1", "format: 9").as_bytes()).is_err());
}

#[test]
fn counting_can_be_stopped() {
    let map = map(&["Linh"], &["Book"]);
    let table = table(format!("a\n{}", "5\n".repeat(10_000)));
    let mapping = mapping_of(vec![to_step("a", "Book", 1.0, 5.0)]);
    let wiring = Wiring::new(&map, &table, &mapping, &mut IdSource::seeded(1)).unwrap();
    let mut told = 0;
    let stopped = count(&table, &mapping, &wiring, &mut |_, _| {
        told += 1;
        Next::Stop
    });
    assert!(matches!(stopped, Err(SurveyError::Stopped)));
    assert_eq!(told, 1);
}

#[test]
fn a_reader_remembers_without_mixing_things_up() {
    let scale = AnswerScale::Numbers { worst: 1.0, best: 5.0 };
    let mut reader = wayfelt::import::survey::CellReader::new(&scale, [String::from("6")].iter());
    for _ in 0..2 {
        assert!(matches!(reader.read(b"5"), Reading::Answer(answer) if answer.score == 2.0));
        assert_eq!(reader.read(b" 6.0 "), Reading::Code);
        assert_eq!(reader.read(b"9"), Reading::OffScale);
        assert_eq!(reader.read(b" "), Reading::Empty);
        assert_eq!(reader.read(b"yes"), Reading::Unreadable);
    }
}

proptest! {
    /// The order of rows makes no difference, and every figure keeps its range.
    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in proptest::collection::vec((0_u8..8, 0_u8..8, 1_u8..4), 1..60)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        let map = map(&["Linh"], &["Book", "Pay"]);
        let mapping = SurveyMapping {
            weight: Some("w".into()),
            ..mapping_of(vec![to_step("a", "Book", 1.0, 5.0), to_step("b", "Pay", 5.0, 1.0)])
        };
        let text = |rows: &[(u8, u8, u8)]| {
            let lines: Vec<String> = rows.iter().map(|(a, b, w)| format!("{a},{b},{w}")).collect();
            format!("a,b,w\n{}\n", lines.join("\n"))
        };
        let answers = |rows: &[(u8, u8, u8)]| run(&map, &table(text(rows)), &mapping).unwrap().1;
        let (one, other) = (answers(&rows), answers(&shuffled));
        for (one, other) in one.slots.iter().zip(&other.slots) {
            let measured = |tally: &Tally| tally.measured(true, None);
            match (measured(&one.tallies[0]), measured(&other.tallies[0])) {
                (None, None) => {}
                (Some(one), Some(other)) => {
                    prop_assert!(one.n == other.n && (one.mean - other.mean).abs() < 1e-9);
                    prop_assert!((one.sd.unwrap_or(0.0) - other.sd.unwrap_or(0.0)).abs() < 1e-6);
                    prop_assert!((-2.0..=2.0).contains(&one.mean) && (0.0..=1.0).contains(&one.bad.unwrap()));
                    let effective = one.effective.unwrap();
                    prop_assert!(effective > 0.0 && effective <= f64::from(one.n) + 1e-9);
                }
                different => prop_assert!(false, "{different:?}"),
            }
        }
        let counts = |answers: &Answers| answers.left_out.iter().map(|left| (left.why, left.count)).collect::<Vec<_>>();
        prop_assert!(counts(&one) == counts(&other));
    }
}

// Names that are alike.

#[test]
fn tone_marks_tell_names_apart() {
    let map = map(&["Hà", "Hạ"], &["Mua", "Mưa"]);
    let answers = "Ai,Mưa,Mua\nHà,1,5\nHà,2,5\nHạ,1,4\nHạ,3,3\nha,5,1\n";
    let table = table(answers);
    let profile = examine(&table).unwrap();
    let guessed = guess(&map, &profile, Wishes { name: "S", all_ratings: false });
    let target = |column: &str| {
        let found = guessed.columns.iter().find(|found| found.column == column).unwrap();
        match &found.target {
            SurveyTarget::Step(step) => step.name.clone(),
            _ => String::new(),
        }
    };
    assert_eq!((target("Mưa"), target("Mua")), ("Mưa".to_owned(), "Mua".to_owned()));
    let Respondents::Groups(groups) = &guessed.respondents else { panic!("{:?}", guessed.respondents) };
    let values: Vec<&[String]> = groups.iter().map(|group| group.values.as_slice()).collect();
    assert_eq!(values, [["Hà".to_owned()], ["Hạ".to_owned()]]);
    let (next, _, answers) = take_in(&map, &table, &guessed);
    let mean = |step, persona| measured(&next, step, persona).map(|measured| (measured.n, measured.mean));
    assert_eq!((mean(0, 0), mean(1, 0)), (Some((2, 2.0)), Some((2, -1.5))));
    assert_eq!((mean(0, 1), mean(1, 1)), (Some((2, 0.5)), Some((2, -1.0))));
    assert_eq!(left(&answers, Why::NoPersona), 1, "“ha” could be either");
    // By name alone, as a kept mapping says it in another map.
    let mut by_name = mapping_of(vec![to_step("Mưa", "Mưa", 1.0, 5.0), to_step("Mua", "mua", 1.0, 5.0)]);
    by_name.respondents = Respondents::One(Named::new("Hạ"));
    let (next, ..) = take_in(&map, &table, &by_name);
    assert_eq!(measured(&next, 0, 0), None);
    near(measured(&next, 1, 1).unwrap().mean, (-2.0 - 1.0 - 2.0 + 0.0 + 2.0) / 5.0);
}

#[test]
fn names_without_their_tone_marks_mean_the_only_one_that_is_called_so() {
    let map = map(&["Minh"], &["Chờ khám", "Trả tiền"]);
    let table = table("cho kham,TRA TIEN\n1,5\n2,5\n1,4\n3,3\n");
    let mapping =
        mapping_of(vec![to_step("cho kham", "cho kham", 1.0, 5.0), to_step("tra tien", "Tra tien", 1.0, 5.0)]);
    let (next, ..) = take_in(&map, &table, &mapping);
    assert!(measured(&next, 0, 0).is_some() && measured(&next, 1, 0).is_some());
}

#[test]
fn figures_with_decimal_commas_are_no_further_columns() {
    let rows = "1,5;2,5\n".repeat(20);
    let table = table(format!("Chờ;Trả tiền\n{rows}"));
    assert_eq!(table.columns, ["Chờ", "Trả tiền"]);
}

#[test]
fn who_takes_no_part_in_a_step_gets_no_score_there() {
    let mut map = map(&["Minh", "Hạnh"], &["Book"]);
    let hanh = map.personas[1].id;
    let stage = Arc::make_mut(&mut map.stages[0]);
    let score = Score { state: ScoreState::NotInvolved, expected: None };
    Arc::make_mut(&mut stage.steps[0]).scores.insert(hanh, score);
    let table = table("a\n1\n2\n3\n");
    let mapping = mapping_of(vec![to_step("a", "Book", 1.0, 5.0)]);
    let (wiring, _) = run(&map, &table, &mapping).unwrap();
    assert_eq!(wiring.problems, [Problem::NotInvolved { persona: "Hạnh".into(), step: "Book".into() }]);
    let (next, ..) = take_in(&map, &table, &mapping);
    assert!(measured(&next, 0, 0).is_some());
    assert_eq!(next.steps().next().unwrap().1.score(hanh).state, ScoreState::NotInvolved);
}

#[test]
fn a_word_that_names_nothing_names_no_step_by_its_notes() {
    let mut map = map(&["Minh"], &["Book", "Pay"]);
    let stage = Arc::make_mut(&mut map.stages[0]);
    Arc::make_mut(&mut stage.steps[0]).notes = "Asked at the gate; the score is low, column q7_desk".into();
    let table = table("Score,q7_desk\n1,5\n2,4\n5,3\n4,1\n");
    let guessed = guess(&map, &examine(&table).unwrap(), Wishes { name: "S", all_ratings: false });
    let columns: Vec<&str> = guessed.columns.iter().map(|column| column.column.as_str()).collect();
    assert_eq!(columns, ["q7_desk"], "who wrote a column's name into the notes has said it");
}
