//! Files of answers that people gave, compared with the figures that another program worked out of them
//! (`fixtures/survey/pandas.csv`).

use std::path::Path;

use wayfelt::import::survey::{Slot, Why, Wishes, examine, guess};
use wayfelt::import::table::{Source, Table};
use wayfelt::model::{
    Measured, Named, RespondentGroup, Respondents, SurveyFigure, SurveyMapping, SurveyTarget, TableShape,
};

use super::{left, map, mapping_of, near, take_in, to_metric, to_step};
use crate::corpus;

/// A line of the figures that pandas worked out.
struct Wanted {
    file: String,
    column: String,
    what: String,
    figures: Vec<f64>,
}

fn pandas() -> Vec<Wanted> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/pandas.csv");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let figures = fields[3..].iter().map(|field| field.parse().unwrap_or(f64::NAN)).collect();
            Wanted { file: fields[0].into(), column: fields[1].into(), what: fields[2].into(), figures }
        })
        .collect()
}

fn same_figures(found: &Measured, wanted: &[f64]) {
    let effective = found.effective.unwrap_or(f64::NAN);
    let all = [f64::from(found.n), found.mean, found.sd.unwrap(), found.bad.unwrap(), effective];
    for (found, wanted) in all.iter().zip(wanted) {
        assert!(
            wanted.is_nan() || (found - wanted).abs() < 2e-6 * wanted.abs().max(1.0),
            "{all:?} instead of {wanted:?}"
        );
    }
}

#[test]
fn every_file_of_the_corpus_says_what_pandas_says() {
    let Some(folder) = corpus::folder("survey") else { return };
    let wanted = pandas();
    for file in ["sfo_customer_survey_2014.csv", "sfo_customer_survey_2016.csv", "las_vegas_tripadvisor_reviews.csv"] {
        let of_file: Vec<&Wanted> = wanted.iter().filter(|wanted| wanted.file == file).collect();
        let mut columns: Vec<&str> = of_file.iter().map(|wanted| wanted.column.as_str()).collect();
        let mut known = std::collections::BTreeSet::new();
        columns.retain(|column| known.insert(*column));
        let map = map(&["Guest"], &columns);
        let table = Table::open(Source::File(folder.join(file)), &TableShape::default()).unwrap();
        let base = SurveyMapping {
            no_answer: vec!["0".into(), "6".into(), "Blank".into()],
            ..mapping_of(columns.iter().map(|column| to_step(column, column, 1.0, 5.0)).collect())
        };
        let group = |column: &str, value: &str| {
            let group =
                RespondentGroup { persona: Named::new("Guest"), column: column.into(), values: vec![value.into()] };
            Respondents::Groups(vec![group])
        };
        let mut kinds: Vec<&str> = of_file.iter().map(|wanted| wanted.what.as_str()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let mut mapping = base.clone();
            match kind {
                "all" | "so-far" => {}
                "csat" => mapping.columns.push(to_metric("Q7ALL", SurveyFigure::Csat, base.columns[0].scale.clone())),
                "weighted" => mapping.weight = Some("WEIGHT".into()),
                strata if strata.starts_with("strata") => mapping.respondents = group("STRATA", &strata[6..]),
                traveler => mapping.respondents = group("Traveler type", traveler),
            }
            let (next, incoming, answers) = take_in(&map, &table, &mapping);
            let guest = next.personas[0].id;
            for wanted in of_file.iter().filter(|wanted| wanted.what == kind) {
                let (_, step) = next.steps().find(|(_, step)| step.name == wanted.column).unwrap();
                match kind {
                    "csat" => {
                        assert_eq!(incoming.metrics[0].n as f64, wanted.figures[0]);
                        near(incoming.metrics[0].after.unwrap(), wanted.figures[1]);
                    }
                    "so-far" => {
                        let counted = &next.evidence[0].survey.as_ref().unwrap().respondents[&guest];
                        let counted = counted.iter().find(|counted| counted.step == step.id).unwrap();
                        assert_eq!([counted.none, counted.one, counted.two, counted.more], wanted.figures[..4]);
                    }
                    _ => same_figures(step.score(guest).measured().unwrap(), &wanted.figures),
                }
            }
            let slipped = u64::from(file.starts_with("las_vegas"));
            assert_eq!(left(&answers, Why::TooLong), slipped);
        }
    }
}

/// The map of the airport that goes with the application, from the file that it was made of: the mapping of a person.
#[test]
fn the_airport_map_comes_out_of_its_file_again() {
    let Some(folder) = corpus::folder("survey") else { return };
    let sample =
        wayfelt::file::embedded::samples().iter().find(|sample| sample.file == "sfo-airport-2016.ron").unwrap();
    let map = wayfelt::file::read(sample.text.as_bytes()).unwrap().map;
    let path = folder.join("sfo_customer_survey_2016.csv");
    let table = Table::open(Source::File(path), &TableShape::default()).unwrap();
    let profile = examine(&table).unwrap();
    let mut mapping = guess(&map, &profile, Wishes { name: "SFO 2016", all_ratings: false });
    let steps: usize = mapping.columns.iter().filter(|column| matches!(column.target, SurveyTarget::Step(_))).count();
    assert!(steps >= 15, "the notes name the columns: {:?}", mapping.columns);
    assert!(mapping.no_answer.contains(&"0".to_owned()) && mapping.no_answer.contains(&"6".to_owned()));
    let group = |persona: &str, column: &str, values: &[&str]| RespondentGroup {
        persona: Named::new(persona),
        column: column.into(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    mapping.respondents =
        Respondents::Groups(vec![group("Dana", "Q5TIMESFLOWN", &["5", "6"]), group("Tomás", "Q5FIRSTTIME", &["2"])]);
    let (next, incoming, _) = take_in(&map, &table, &mapping);
    let mut compared = 0;
    for moved in &incoming.scores {
        let (Slot::Step(_), Some(before), Some(after)) = (moved.slot, moved.before, moved.after) else { continue };
        compared += 1;
        assert_eq!(before.n, after.n, "{}", moved.name);
        assert!((before.mean - after.mean).abs() < 1e-6 && (before.sd.unwrap() - after.sd.unwrap()).abs() < 1e-6);
    }
    assert!(compared >= 25, "{compared}");
    assert!(next.evidence.iter().any(|entry| entry.id == incoming.evidence));

    // The same mapping reads the file of two years before, whose columns are partly called otherwise.
    let older = Table::open(Source::File(folder.join("sfo_customer_survey_2014.csv")), &TableShape::default()).unwrap();
    let everybody = SurveyMapping { respondents: Respondents::Everybody, ..mapping };
    let (_, incoming, _) = take_in(&next, &older, &everybody);
    assert!(incoming.renewed && incoming.changed().count() >= 25);
}

#[test]
fn a_list_of_codes_is_no_survey() {
    let Some(folder) = corpus::folder("survey") else { return };
    let path = folder.join("sfo_2018_data_dictionary.xlsx");
    let table = Table::open(Source::File(path), &TableShape::default()).unwrap();
    let profile = examine(&table).unwrap();
    assert!(profile.code_list().is_some_and(|fields| fields > 20), "{:?}", profile.code_list());
    for year in ["2014", "2016"] {
        let path = folder.join(format!("sfo_customer_survey_{year}.csv"));
        let profile = examine(&Table::open(Source::File(path), &TableShape::default()).unwrap()).unwrap();
        assert!(profile.code_list().is_none() && profile.has_answers());
    }
}
