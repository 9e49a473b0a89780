//! `wayfelt import --survey`: answers into a map, by a mapping that is kept and run again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, not_over, only_one_standard, write_output};
use super::json;
use crate::edit::apply;
use crate::file::disk::LoadError;
use crate::file::{self, mapping, say};
use crate::import::survey::say::{error_words, examples, measured_words, problems, scale_words, summary, why_words};
use crate::import::survey::{
    Answers, Incoming, Moved, Sources, SurveyError, Why, Wiring, Wishes, count, examine, guess, plan,
};
use crate::import::table::{self, Next, Table};
use crate::model::{EvidenceId, IdSource, JourneyMap, Measured, SurveyMapping, SurveyTarget, TableShape};
use crate::words;

/// What was asked for.
struct Wanted {
    answers: Source,
    map: Source,
    mapping: Option<Source>,
    /// A first mapping is wanted, nothing else.
    write_mapping: Option<Target>,
    out: Target,
    json: bool,
}

pub(super) fn import(console: &Console, matches: &ArgMatches) -> Exit {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let map = path("map").unwrap_or_default();
    let wanted = Wanted {
        answers: Source::of(path("survey").unwrap_or_default()),
        mapping: path("mapping").map(Source::of),
        write_mapping: path("write-mapping").map(Target::of),
        out: Target::of(path("out").unwrap_or_else(|| map.clone())),
        map: Source::of(map),
        json: matches.get_flag("json"),
    };
    console.exit(run(console, &wanted))
}

fn run(console: &Console, wanted: &Wanted) -> Result<(), Failure> {
    let words = &console.words;
    only_one_standard(words, [&wanted.answers, &wanted.map].into_iter().chain(&wanted.mapping))?;
    let others = std::iter::once(&wanted.answers).chain(&wanted.mapping);
    match &wanted.write_mapping {
        Some(target) => not_over(words, target, [&wanted.answers, &wanted.map])?,
        None => not_over(words, &wanted.out, others)?,
    }
    let (opened, _) = wanted.map.valid_map(words)?;
    let map = opened.map;
    let source = match &wanted.answers {
        Source::File(path) => table::Source::File(path.clone()),
        Source::Standard => table::Source::Bytes(Arc::from(wanted.answers.bytes(words)?)),
    };
    let name = wanted.answers.name();
    let failed = |error: &SurveyError| Failure::new(Exit::BadInput, format!("{name}: {}", error_words(error, words)));
    if let Some(target) = &wanted.write_mapping {
        let table = Table::open(source, &TableShape::default()).map_err(|error| failed(&error.into()))?;
        return write_mapping(console, &map, &table, &name, target).map_err(|error| match error {
            Ended::Survey(error) => failed(&error),
            Ended::Said(failure) => failure,
        });
    }
    let (mapping, renew) = mapping_of(console, &map, wanted)?;
    let table = Table::open(source, &mapping.table).map_err(|error| failed(&error.into()))?;
    let sources = Sources::of(&file_name(&name), wanted.answers.path());
    let done = take_in(&map, &table, &mapping, &sources, renew).map_err(|error| failed(&error))?;
    write_output(words, &wanted.out, file::write(&done.map).as_bytes())?;
    let lines = if wanted.json { vec![as_json(&done, &map, &mapping)] } else { report(console, &done, &map, &mapping) };
    for line in lines {
        // What is written there is the map.
        if wanted.out == Target::Standard { console.complain(&line) } else { console.tell(&line) }
    }
    Ok(())
}

/// What became of the answers.
struct Done {
    map: JourneyMap,
    wiring: Wiring,
    answers: Answers,
    incoming: Incoming,
}

fn take_in(
    map: &JourneyMap,
    table: &Table,
    mapping: &SurveyMapping,
    sources: &Sources,
    renew: Option<EvidenceId>,
) -> Result<Done, SurveyError> {
    let mut ids = IdSource::random();
    let wiring = Wiring::new(map, table, mapping, &mut ids).map_err(|error| code_list(table, error))?;
    let answers = count(table, mapping, &wiring, &mut |_, _| Next::Go)?;
    if answers.counted == 0 {
        return Err(SurveyError::NothingLeft(Box::new(answers)));
    }
    let incoming = plan(map, mapping, &wiring, &answers, sources, renew, &mut ids);
    let map = apply(map, &incoming.edit)?;
    Ok(Done { map, wiring, answers, incoming })
}

/// Nothing of a mapping fits a list of codes: that is what is wrong then.
fn code_list(table: &Table, error: SurveyError) -> SurveyError {
    if !matches!(error, SurveyError::NothingMatched(_) | SurveyError::MissingColumn { .. }) {
        return error;
    }
    match examine(table).ok().and_then(|profile| profile.code_list()) {
        Some(fields) => SurveyError::CodeList { fields },
        None => error,
    }
}

/// The mapping that was named, else the one that the map keeps.
fn mapping_of(
    console: &Console,
    map: &JourneyMap,
    wanted: &Wanted,
) -> Result<(SurveyMapping, Option<EvidenceId>), Failure> {
    let words = &console.words;
    if let Some(source) = &wanted.mapping {
        let bytes = source.bytes(words)?;
        let read = mapping::read(&bytes).map_err(|error| {
            let error = LoadError::NoMap { path: PathBuf::from(source.name()), error };
            Failure::new(Exit::BadInput, say::load_error(words, &error))
        })?;
        return Ok((read, None));
    }
    let kept = map.evidence.iter().filter_map(|entry| Some((entry.survey.as_ref()?.mapping.clone(), entry.id)));
    let kept: Vec<_> = kept.collect();
    match kept.as_slice() {
        [(mapping, id)] => Ok((mapping.clone(), Some(*id))),
        _ => Err(Failure::new(Exit::Usage, words!(words, "survey-mapping-needed"))),
    }
}

/// How writing a first mapping ended.
enum Ended {
    Survey(SurveyError),
    Said(Failure),
}

/// Writes a first mapping, for a person to look at and change.
fn write_mapping(console: &Console, map: &JourneyMap, table: &Table, name: &str, target: &Target) -> Result<(), Ended> {
    let words = &console.words;
    let profile = examine(table).map_err(Ended::Survey)?;
    if let Some(fields) = profile.code_list() {
        return Err(Ended::Survey(SurveyError::CodeList { fields }));
    }
    if !profile.has_answers() {
        return Err(Ended::Survey(SurveyError::NoAnswers));
    }
    let stem = Path::new(name).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let guessed = guess(map, &profile, Wishes { name: &stem, all_ratings: true });
    write_output(words, target, mapping::write(&guessed).as_bytes()).map_err(Ended::Said)?;
    for column in &guessed.columns {
        let (what, known) = match &column.target {
            SurveyTarget::Step(step) => (step.name.clone(), step.id.is_some()),
            SurveyTarget::Touchpoint { card, .. } => (card.name.clone(), card.id.is_some()),
            SurveyTarget::Metric { name, .. } => (name.clone(), true),
        };
        let scale = scale_words(&column.scale, words);
        let codes: Vec<&str> = guessed.no_answer.iter().chain(&column.no_answer).map(String::as_str).collect();
        let codes = if codes.is_empty() { "–".to_owned() } else { codes.join(", ") };
        let column = column.column.as_str();
        let line = if known {
            words!(words, "survey-guessed", column = column, what = what, scale = scale, codes = codes)
        } else {
            words!(words, "survey-guessed-unknown", column = column, scale = scale, codes = codes)
        };
        if *target == Target::Standard { console.complain(&line) } else { console.tell(&line) }
    }
    Ok(())
}

fn file_name(name: &str) -> String {
    Path::new(name).file_name().map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned())
}

fn persona_name(map: &JourneyMap, moved: &Moved) -> String {
    map.persona(moved.persona).map(|persona| persona.name.clone()).unwrap_or_default()
}

/// What came in, what moved, and what was left out, a line each.
fn report(console: &Console, done: &Done, map: &JourneyMap, mapping: &SurveyMapping) -> Vec<String> {
    let words = &console.words;
    let answers = &done.answers;
    let mut lines = vec![summary(&done.incoming, answers.counted, answers.rows, words)];
    for moved in &done.incoming.scores {
        let (name, persona) = (moved.name.as_str(), persona_name(map, moved));
        let none = || words!(words, "survey-none");
        let after = moved.after.as_ref().map_or_else(none, |measured| measured_words(measured, words));
        lines.push(match &moved.before {
            None => words!(words, "survey-line-new", name = name, persona = persona, after = after),
            Some(before) => {
                let before = measured_words(before, words);
                words!(words, "survey-line-moved", name = name, persona = persona, after = after, before = before)
            }
        });
    }
    for metric in &done.incoming.metrics {
        let value = metric.after.map_or_else(String::new, |value| words.number_up_to(value, 2));
        let n = words.count(metric.n);
        lines.push(match metric.before {
            None => words!(words, "survey-metric-new", name = metric.name.as_str(), value = value, n = n),
            Some(before) => {
                let before = words.number_up_to(before, 2);
                words!(words, "survey-metric-moved", name = metric.name.as_str(), value = value, n = n, before = before)
            }
        });
    }
    for left in &answers.left_out {
        let why = why_words(left.why, mapping, words);
        let count = words.count(left.count);
        let shown = examples(left, words);
        lines.push(if shown.is_empty() {
            words!(words, "survey-left", why = why, count = count)
        } else {
            words!(words, "survey-left-examples", why = why, count = count, examples = shown)
        });
    }
    for problem in problems(&done.wiring, words) {
        lines.push(words!(words, "cli-warning", warning = problem));
    }
    lines
}

/// The same for programs.
fn as_json(done: &Done, map: &JourneyMap, mapping: &SurveyMapping) -> String {
    let number =
        |value: Option<f64>| value.filter(|value| value.is_finite()).map_or("null".to_owned(), |v| v.to_string());
    let measured = |of: &Option<Measured>| match of {
        None => "null".to_owned(),
        Some(of) => format!(
            "{{\"n\": {}, \"mean\": {}, \"sd\": {}, \"bad\": {}, \"effective\": {}}}",
            of.n,
            number(Some(of.mean)),
            number(of.sd),
            number(of.bad),
            number(of.effective)
        ),
    };
    let scores = done.incoming.scores.iter().map(|moved| {
        let id = match moved.slot {
            crate::import::survey::Slot::Step(id) => id.to_string(),
            crate::import::survey::Slot::Touchpoint(id) => id.to_string(),
        };
        format!(
            "{{\"of\": {}, \"name\": {}, \"persona\": {}, \"before\": {}, \"after\": {}}}",
            json::string(&id),
            json::string(&moved.name),
            json::string(&persona_name(map, moved)),
            measured(&moved.before),
            measured(&moved.after)
        )
    });
    let metrics = done.incoming.metrics.iter().map(|metric| {
        let (name, n) = (json::string(&metric.name), metric.n);
        let (before, after) = (number(metric.before), number(metric.after));
        format!("{{\"name\": {name}, \"n\": {n}, \"before\": {before}, \"after\": {after}}}")
    });
    let left_out = done.answers.left_out.iter().map(|left| {
        let (why, which) = why_name(left.why);
        let column = which.and_then(|which| mapping.columns.get(which)).map(|column| json::string(&column.column));
        let reason = match left.why {
            Why::Excluded(which) => mapping.exclusions.get(which).map(|exclusion| json::string(&exclusion.reason)),
            _ => None,
        };
        let examples = left.examples.iter();
        let examples =
            examples.map(|example| format!("{{\"row\": {}, \"text\": {}}}", example.row, json::string(&example.text)));
        format!(
            "{{\"why\": {}, \"column\": {}, \"reason\": {}, \"count\": {}, \"examples\": [{}]}}",
            json::string(why),
            column.unwrap_or_else(|| "null".to_owned()),
            reason.unwrap_or_else(|| "null".to_owned()),
            left.count,
            examples.collect::<Vec<_>>().join(", ")
        )
    });
    let list = |items: Vec<String>| json::list(&items).replace('\n', "\n  ");
    format!(
        "{{\n  \"evidence\": {},\n  \"renewed\": {},\n  \"rows\": {},\n  \"counted\": {},\n  \"scores\": {},\n  \"metrics\": {},\n  \"left_out\": {}\n}}",
        json::string(&done.incoming.evidence.to_string()),
        done.incoming.renewed,
        done.answers.rows,
        done.answers.counted,
        list(scores.collect()),
        list(metrics.collect()),
        list(left_out.collect()),
    )
}

/// The name of a reason, for programs, and the column of the mapping that it is about.
const fn why_name(why: Why) -> (&'static str, Option<usize>) {
    match why {
        Why::TooLong => ("row-too-long", None),
        Why::Excluded(_) => ("excluded", None),
        Why::Weight => ("weight", None),
        Why::NoPersona => ("no-persona", None),
        Why::Empty(which) => ("empty", Some(which)),
        Why::Code(which) => ("code", Some(which)),
        Why::OffScale(which) => ("off-scale", Some(which)),
        Why::Unreadable(which) => ("unreadable", Some(which)),
    }
}
