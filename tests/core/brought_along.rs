//! The maps that come along: they read, they are canonical, they show what they should; the airport's figures are those
//! of the survey.

use std::path::Path;

use wayfelt::file::embedded::{samples, template, templates};
use wayfelt::file::{self, Opened};
use wayfelt::i18n::{Words, industry_word, template_words};
use wayfelt::model::{Content, ContentKind, JourneyMap, Language, PersonaId, ScoreState};

use crate::corpus;

/// Every embedded map with a name for messages.
fn all() -> Vec<(String, Language, &'static str)> {
    let samples = samples().iter().map(|sample| (sample.file.to_owned(), sample.language, sample.text));
    let templates = Language::ALL.into_iter().flat_map(|language| {
        templates(language).iter().map(move |t| (format!("{}/{}", language.code(), t.name), t.language, t.text))
    });
    samples.chain(templates).collect()
}

fn opened(text: &str) -> JourneyMap {
    let Opened { map, faults } = file::read(text.as_bytes()).unwrap();
    assert!(faults.is_empty(), "{}: {faults:?}", map.title);
    map
}

fn count(map: &JourneyMap, kind: ContentKind) -> usize {
    map.cards().filter(|(_, card)| card.content.kind() == kind).count()
}

#[test]
fn every_embedded_map_is_valid_and_written_as_it_was_read() {
    for (name, language, text) in all() {
        let map = opened(text);
        assert!(file::write(&map) == text, "{name} is not canonical");
        assert_eq!(map.language, language, "{name}");
        assert!(!map.title.is_empty(), "{name}");
    }
}

#[test]
fn the_folder_of_samples_and_the_list_of_them_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    let mut found: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    found.retain(|name| name.ends_with(".ron"));
    found.sort();
    let mut listed: Vec<&str> = samples().iter().map(|sample| sample.file).collect();
    listed.sort_unstable();
    assert_eq!(found, listed);
    let vietnamese = samples().iter().filter(|sample| sample.language == Language::Vi).count();
    assert!((samples().len() - vietnamese).abs_diff(vietnamese) <= 1, "both languages are equals");
}

#[test]
fn samples_show_what_a_finished_map_has() {
    for sample in samples() {
        let map = opened(sample.text);
        let name = sample.file;
        assert_eq!(map.title, sample.title, "{name}");
        assert!((9..=20).contains(&map.steps().count()), "{name}: steps");
        assert!(map.lanes.len() >= 7, "{name}: lanes");
        assert!(map.personas.len() >= 2, "{name}: personas");
        for persona in &map.personas {
            assert!(!persona.roles.is_empty() && !persona.goal.is_empty() && !persona.quote.is_empty(), "{name}");
            assert!(map.steps().any(|(_, step)| step.score(persona.id).shown().is_some()), "{name}: {}", persona.name);
        }
        for kind in [ContentKind::Touchpoint, ContentKind::PainPoint, ContentKind::Opportunity, ContentKind::Metric] {
            assert!(count(&map, kind) >= 3, "{name}: {kind:?}");
        }
        assert!(map.omtm.is_some() && !map.scenario.is_empty(), "{name}");
        assert!(map.evidence.iter().any(|evidence| evidence.date.is_some()), "{name}: evidence");
        assert!(map.steps().any(|(_, step)| step.moment_of_truth), "{name}: moments of truth");
        let states = |wanted: fn(&ScoreState) -> bool| {
            map.steps().any(|(_, step)| map.personas.iter().any(|persona| wanted(&step.score(persona.id).state)))
        };
        assert!(states(|state| matches!(state, ScoreState::NotInvolved)), "{name}: not involved");
        assert!(states(|state| matches!(state, ScoreState::Unknown)), "{name}: unknown");
        assert!(states(|state| matches!(state, ScoreState::Scored { .. })), "{name}: scored");
        let rated = map.cards().all(|(_, card)| match &card.content {
            Content::PainPoint(pain) => pain.severity.is_some() && pain.share.is_some(),
            _ => true,
        });
        assert!(rated, "{name}: a pain point without severity or share");
    }
}

#[test]
fn templates_are_the_same_in_both_languages_and_have_names() {
    let names = |language| templates(language).iter().map(|template| template.name).collect::<Vec<_>>();
    assert_eq!(names(Language::En), names(Language::Vi));
    for language in Language::ALL {
        let words = Words::new(language);
        for name in names(language) {
            let (word, hint) = template_words(&words, name);
            assert!(!word.contains("template-") && !word.contains("No localization"), "{name}: {word}");
            assert!(!hint.contains("template-") && !hint.contains("No localization"), "{name}: {hint}");
            assert_eq!(template(name, language).unwrap().language, language);
        }
        assert_eq!(template("no-such", language), None);
    }
    for (english, vietnamese) in templates(Language::En).iter().zip(templates(Language::Vi)) {
        let (english, vietnamese) = (opened(english.text), opened(vietnamese.text));
        let shape = |map: &JourneyMap| -> Vec<usize> { map.stages.iter().map(|stage| stage.steps.len()).collect() };
        assert_eq!(shape(&english), shape(&vietnamese), "{}", english.title);
    }
}

#[test]
fn every_industry_has_a_template_and_a_sample() {
    let named: Vec<&str> = templates(Language::En).iter().filter(|it| it.industry).map(|it| it.name).collect();
    for language in Language::ALL {
        let words = Words::new(language);
        for industry in samples().iter().map(|sample| sample.industry) {
            let word = industry_word(&words, industry);
            assert!(!word.contains("industry-") && !word.contains("No localization"), "{industry}: {word}");
        }
    }
    for industry in &named {
        assert!(samples().iter().any(|sample| sample.industry == *industry), "no sample of {industry}");
    }
    let first = templates(Language::En).iter().position(|it| it.industry).unwrap();
    assert!(templates(Language::En)[first..].iter().all(|it| it.industry), "general templates come first");
    assert!(named.len() >= 11);
}

/// One figure of the airport map: persona, column of the survey, n, mean, standard deviation, share of bad answers.
type Figure = (String, String, u32, f64, f64, f64);

/// The measured scores of an airport map. A step's notes begin with the column that it was worked out from.
fn airport_figures(year: u16) -> Vec<Figure> {
    let file = format!("sfo-airport-{year}.ron");
    let map = opened(samples().iter().find(|sample| sample.file == file).unwrap().text);
    let name = |id: PersonaId| map.persona(id).unwrap().name.clone();
    let mut figures = Vec::new();
    for (_, step) in map.steps() {
        for persona in &map.personas {
            let score = step.score(persona.id);
            let Some(measured) = score.measured() else { continue };
            let column = step.notes.strip_prefix("Column ").unwrap().split([':', ' ']).next().unwrap();
            let (sd, bad) = (measured.sd.unwrap(), measured.bad.unwrap_or(0.0));
            figures.push((name(persona.id), column.to_owned(), measured.n, measured.mean, sd, bad));
            assert!(measured.evidence.is_some() && score.validated(), "{}", step.name);
        }
    }
    figures
}

fn assert_same(found: &[Figure], wanted: &[Figure]) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        assert_eq!((&found.0, &found.1, found.2), (&wanted.0, &wanted.1, wanted.2));
        for (found, wanted) in [(found.3, wanted.3), (found.4, wanted.4), (found.5, wanted.5)] {
            assert!((found - wanted).abs() < 1e-6, "{found} instead of {wanted}");
        }
    }
}

#[test]
fn the_airport_shows_the_figures_that_were_worked_out() {
    for year in [2014, 2016] {
        assert_same(&airport_figures(year), &worked_out(year));
    }
}

/// The figures that were worked out independently.
fn worked_out(year: u16) -> Vec<Figure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/survey/sfo_{year}_expected.csv"));
    let table = std::fs::read_to_string(path).unwrap();
    table
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let [persona, column, n, mean, sd, bad] = fields.as_slice() else { panic!("{line}") };
            let number = |field: &str| field.parse::<f64>().unwrap();
            (persona.to_string(), column.to_string(), n.parse().unwrap(), number(mean), number(sd), number(bad))
        })
        .collect()
}

#[test]
fn the_airport_shows_the_figures_of_the_answers() {
    let Some(folder) = corpus::folder("survey") else { return };
    let path = folder.join("sfo_customer_survey_2016.csv");
    let table = std::fs::read_to_string(path).unwrap();
    let mut rows = table.lines().map(fields);
    let header = rows.next().unwrap();
    let column = |name: &str| header.iter().position(|field| field == name).unwrap();
    let rows: Vec<Vec<String>> = rows.collect();
    assert_eq!(rows.len(), 3087);
    let (flown, first) = (column("Q5TIMESFLOWN"), column("Q5FIRSTTIME"));
    let found = airport_figures(2016);
    let wanted: Vec<Figure> = found
        .iter()
        .map(|(persona, name, ..)| {
            let at = column(name);
            let belongs = |row: &Vec<String>| match persona.as_str() {
                "Dana" => ["5", "6"].contains(&row[flown].as_str()),
                _ => row[first] == "2",
            };
            let ratings = rows.iter().filter(|row| belongs(row)).filter_map(|row| row[at].parse::<u8>().ok());
            let scores: Vec<f64> =
                ratings.filter(|rating| (1..=5).contains(rating)).map(|rating| f64::from(rating) - 3.0).collect();
            let n = scores.len() as f64;
            let mean = scores.iter().sum::<f64>() / n;
            let sd = (scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
            let bad = scores.iter().filter(|&&score| score <= -1.5).count() as f64 / n;
            (persona.clone(), name.clone(), scores.len() as u32, mean, sd, bad)
        })
        .collect();
    assert_same(&found, &wanted);
}

/// The fields of a line of CSV whose quoted fields hold no line ends.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

/// The example that newcomers copy.
#[test]
fn the_readmes_map_is_a_map() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let opened = wayfelt::file::read(example.as_bytes()).unwrap();
    assert!(opened.faults.is_empty(), "{:?}", opened.faults);
    assert_eq!(opened.map.cards().count(), 1);
}
