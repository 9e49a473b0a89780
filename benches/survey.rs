//! A million answers through the import: how long it takes and how much memory it needs. Written as a program of its own,
//! because what counts is CPU per 100 MB and the peak of memory, not the time of a call.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench ends where it fails, and says what it found")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::sync::Arc;
use std::time::Instant;

use wayfelt::import::survey::{Wiring, count, examine};
use wayfelt::import::table::{Next, Source, Table};
use wayfelt::model::{
    AnswerScale, ColumnUse, IdSource, JourneyMap, Named, Persona, RespondentGroup, Respondents, Stage, Step,
    SurveyMapping, SurveyTarget, TableShape,
};

const ROWS: u32 = 1_000_000;
const STEPS: usize = 20;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.csv");
    write(&path);
    let size = path.metadata().unwrap().len();
    let map = map();
    let started = cpu();
    let clock = Instant::now();
    let table = Table::open(Source::File(path), &TableShape::default()).unwrap();
    examine(&table).unwrap();
    let mapping = mapping();
    let wiring = Wiring::new(&map, &table, &mapping, &mut IdSource::seeded(1)).unwrap();
    let answers = count(&table, &mapping, &wiring, &mut |_, _| Next::Go).unwrap();
    let (took, wall) = (cpu() - started, clock.elapsed());
    assert_eq!(answers.rows, u64::from(ROWS));
    let megabytes = size as f64 / 1e6;
    println!(
        "{ROWS} rows, {megabytes:.0} MB: {took:.2} s CPU ({:.2} s per 100 MB), {:.2} s in all, peak memory {:.0} MB",
        took * 100.0 / megabytes,
        wall.as_secs_f64(),
        peak()
    );
}

fn write(path: &std::path::Path) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    let names: Vec<String> = (0..STEPS).map(|step| format!("q{step}")).collect();
    writeln!(out, "id,segment,weight,{},comment", names.join(",")).unwrap();
    let mut seed: u64 = 7;
    let mut line = String::new();
    for row in 0..ROWS {
        line.clear();
        write!(line, "{row},{},0.{}", ["Linh", "Minh", "Other"][row as usize % 3], 300 + row % 700).unwrap();
        for _ in 0..STEPS {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let answer = (seed >> 33) % 7;
            write!(line, ",{answer}").unwrap();
        }
        writeln!(out, "{line},\"Nhân viên nhiệt tình, nhưng chờ hơi lâu\"").unwrap();
    }
    out.flush().unwrap();
}

fn map() -> JourneyMap {
    let mut ids = IdSource::seeded(3);
    let mut stage = Stage::new(ids.fresh(), "Journey");
    stage.steps = (0..STEPS).map(|step| Arc::new(Step::new(ids.fresh(), format!("q{step}")))).collect();
    let personas = ["Linh", "Minh"].map(|name| Arc::new(Persona::new(ids.fresh(), name))).to_vec();
    JourneyMap { personas, stages: vec![Arc::new(stage)], ..JourneyMap::default() }
}

fn mapping() -> SurveyMapping {
    let group = |name: &str| RespondentGroup {
        persona: Named::new(name),
        column: "segment".to_owned(),
        values: vec![name.to_owned()],
    };
    let column = |step: usize| ColumnUse {
        column: format!("q{step}"),
        target: SurveyTarget::Step(Named::new(format!("q{step}"))),
        scale: AnswerScale::Numbers { worst: 1.0, best: 5.0 },
        no_answer: vec!["0".to_owned(), "6".to_owned()],
    };
    SurveyMapping {
        name: "Bench".to_owned(),
        columns: (0..STEPS).map(column).collect(),
        respondents: Respondents::Groups(vec![group("Linh"), group("Minh")]),
        weight: Some("weight".to_owned()),
        ..SurveyMapping::default()
    }
}

/// Seconds of CPU that this process has used (Linux); 0 elsewhere.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// The most memory that this process had, in MB (Linux); 0 elsewhere.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
