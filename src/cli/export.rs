//! `wayfelt export`: maps as pictures and texts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Exit;
use super::console::{Console, Failure};
use super::diff::warn_of_conflicts;
use super::files::{Source, Target, sources, write_output};
use crate::export::images::ImageFolder;
use crate::export::include::LeftOut;
use crate::export::tables::List;
use crate::export::{Contents, ExportOptions, Format, Leaving};
use crate::i18n::Words;
use crate::insight::plot::Kind;
use crate::model::Theme;
use crate::text::Typesetter;
use crate::words;

/// One map, and what is made of it.
struct Job {
    source: Source,
    outputs: Vec<Output>,
}

/// One file that is made.
struct Output {
    format: Format,
    /// Which list of it; none: the whole map.
    list: Option<List>,
    target: Target,
}

pub(super) fn export(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let jobs = match jobs(&console.words, matches) {
        Ok(jobs) => jobs,
        Err(failure) => return console.exit(Err(failure)),
    };
    let options = match options(&console.words, matches, &jobs) {
        Ok(options) => options,
        Err(failure) => return console.exit(Err(failure)),
    };
    let mut fonts = Typesetter::with_system_fonts();
    let mut worst = Exit::Done;
    for job in jobs {
        worst = worst.max(console.exit(carry_out(console, &job, &options, &mut fonts)));
    }
    worst
}

fn carry_out(console: &Console, job: &Job, options: &ExportOptions, fonts: &mut Typesetter) -> Result<(), Failure> {
    let words = &console.words;
    let (opened, _) = job.source.valid_map(words)?;
    warn_of_conflicts(console, &job.source.name(), &opened.map);
    let images = ImageFolder::of_map(job.source.path());
    let mut leaving = Leaving::new(&opened.map, options, &images);
    // All results are made before the first is written.
    let mut results = Vec::new();
    for Output { format, list, target } in &job.outputs {
        let bytes = leaving.part(*format, *list, fonts).map_err(|error| {
            Failure::new(Exit::CannotWrite, format!("{}: {}", job.source.name(), error.in_words(words)))
        })?;
        results.push((target, bytes));
    }
    for (target, bytes) in results {
        write_output(words, target, &bytes)?;
    }
    Ok(())
}

fn options(words: &Words, matches: &clap::ArgMatches, jobs: &[Job]) -> Result<ExportOptions, Failure> {
    let plot = matches.get_one::<String>("plot").and_then(|name| Kind::of_name(name));
    let mut formats = jobs.iter().flat_map(|job| &job.outputs).map(|output| output.format);
    if plot.is_some()
        && let Some(format) = formats.find(|format| !format.is_picture())
    {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-plot-picture", format = format.extension())));
    }
    let against = match matches.get_one::<PathBuf>("against") {
        Some(path) => {
            let (opened, _) = Source::of(path.clone()).valid_map(words)?;
            Some(std::sync::Arc::new(opened.map))
        }
        None => None,
    };
    let page = super::arguments::page(matches);
    let of_one = |can: fn(Format) -> bool| jobs.iter().flat_map(|job| &job.outputs).any(|output| can(output.format));
    if page.is_some() && !of_one(Format::has_paper) {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-page-paper")));
    }
    if page.is_some_and(|page| page.tiled.is_some()) && !of_one(Format::has_sheets) {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-tile-pdf")));
    }
    let contents = matches.get_one::<String>("contents").and_then(|code| Contents::of_code(code)).unwrap_or_default();
    let mut formats = jobs.iter().flat_map(|job| &job.outputs).map(|output| output.format);
    if contents != Contents::Map
        && let Some(format) = formats.find(|format| !format.has_contents())
    {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-contents-picture", format = format.extension())));
    }
    let usual = ExportOptions::default();
    let is = |name: &str, value: &str| matches.get_one::<String>(name).is_some_and(|found| found == value);
    Ok(ExportOptions {
        theme: matches.get_one::<String>("theme").and_then(|code| Theme::of_code(code)),
        language: super::arguments::named_language(matches),
        scale: super::arguments::pixels(matches).unwrap_or(usual.scale),
        transparent: matches.get_flag("transparent"),
        text_as_paths: is("text", "paths"),
        all: matches.get_flag("all"),
        list: None,
        page,
        contents,
        plots: matches.get_flag("with-plots"),
        notes: matches.get_flag("with-notes"),
        left_out: LeftOut::default(),
        plot,
        against,
        today: Some(jiff::Zoned::now().date()),
    })
}

/// Which files become which.
fn jobs(words: &Words, matches: &clap::ArgMatches) -> Result<Vec<Job>, Failure> {
    let usage = |message: String| Failure::new(Exit::Usage, message);
    let sources = sources(words, matches)?;
    let formats = formats(words, matches)?;
    let list = matches.get_one::<String>("list").and_then(|key| List::of_key(key));
    match (matches.get_one::<PathBuf>("out"), matches.get_one::<PathBuf>("out-dir")) {
        (Some(out), None) => {
            let target = Target::of(out.clone());
            let format = match (formats.as_slice(), &target) {
                ([format], _) => *format,
                ([], Target::File(path)) => of_extension(words, path)?,
                ([], Target::Standard) => return Err(usage(words!(words, "cli-format-needed"))),
                (_, _) => return Err(usage(words!(words, "cli-out-one"))),
            };
            match <[Source; 1]>::try_from(sources) {
                Ok([source]) => Ok(vec![Job { source, outputs: vec![Output { format, list, target }] }]),
                Err(_) => Err(usage(words!(words, "cli-out-one"))),
            }
        }
        (None, Some(folder)) => {
            let mut taken = BTreeSet::new();
            let mut jobs = Vec::new();
            for source in sources {
                let mut outputs = Vec::new();
                for (format, list) in formats.iter().flat_map(|&format| parts(format, list)) {
                    let path = folder.join(file_name(&source, format, list));
                    if !taken.insert(path.clone()) {
                        return Err(usage(words!(words, "cli-out-same", file = path.display().to_string())));
                    }
                    outputs.push(Output { format, list, target: Target::File(path) });
                }
                jobs.push(Job { source, outputs });
            }
            std::fs::create_dir_all(folder).map_err(|error| {
                let reason = crate::file::say::cannot_save(words, &error);
                Failure::new(Exit::CannotWrite, format!("{}: {reason}", folder.display()))
            })?;
            Ok(jobs)
        }
        (_, _) => Err(usage(words!(words, "cli-out-needed"))),
    }
}

/// What a format makes in a folder: a format of one table the map and all its lists, unless one is asked for.
fn parts(format: Format, list: Option<List>) -> Vec<(Format, Option<List>)> {
    match list {
        None if format.has_lists() => {
            std::iter::once(None).chain(List::ALL.map(Some)).map(|list| (format, list)).collect()
        }
        list => vec![(format, list)],
    }
}

/// The formats after `--to`, each once.
fn formats(words: &Words, matches: &clap::ArgMatches) -> Result<Vec<Format>, Failure> {
    let mut formats = Vec::new();
    for name in matches.get_many::<String>("to").unwrap_or_default() {
        let format = Format::of_extension(name.trim()).ok_or_else(|| unknown(words, name))?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    Ok(formats)
}

fn of_extension(words: &Words, path: &Path) -> Result<Format, Failure> {
    let extension = path.extension().map(|extension| extension.to_string_lossy()).unwrap_or_default();
    Format::of_extension(&extension).ok_or_else(|| unknown(words, &extension))
}

fn unknown(words: &Words, name: &str) -> Failure {
    let known = Format::ALL.map(Format::extension).join(", ");
    Failure::new(Exit::Usage, words!(words, "cli-format-unknown", name = name, known = known))
}

/// The map's name, and the list's, with the format's extension.
fn file_name(source: &Source, format: Format, list: Option<List>) -> PathBuf {
    let mut name = match source.path().and_then(Path::file_stem) {
        Some(stem) => stem.to_owned(),
        None => "map".into(),
    };
    if let Some(list) = list.filter(|_| format.has_lists()) {
        name.push("-");
        name.push(list.key());
    }
    name.push(".");
    name.push(format.extension());
    PathBuf::from(name)
}
