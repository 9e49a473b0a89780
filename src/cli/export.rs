//! `wayfelt export`: maps as pictures and texts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization as _;

use super::Exit;
use super::batch::{self, Memory, Progress};
use super::console::{Console, Failure};
use super::diff::conflicts_warning;
use super::files::{Source, Target, is_source, sources, write_output};
use crate::export::images::ImageFolder;
use crate::export::include::LeftOut;
use crate::export::tables::List;
use crate::export::{Contents, ExportError, ExportOptions, Format, Leaving, png};
use crate::file::images::folder_of;
use crate::file::package::{Aside, pictures_of};
use crate::file::say;
use crate::i18n::Words;
use crate::insight::plot::Kind;
use crate::model::{JourneyMap, Theme};
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

/// Memory that posters made at once may take together: about what the largest takes alone.
const POSTERS: u64 = 1 << 30;

/// What the work on one map may use.
struct Means {
    /// How many threads.
    shares: usize,
    /// Memory that it shares with the work on other maps.
    memory: Memory,
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
    // Files first; where there are fewer than hands, the formats of each are shared out too.
    let most = matches.get_one::<u16>("jobs").map_or_else(batch::processors, |most| usize::from(*most));
    let means = Means { shares: most.div_ceil(jobs.len().max(1)), memory: Memory::of(POSTERS) };
    let progress = Progress::of(jobs.iter().map(|job| job.outputs.len()).sum());
    let words = &console.words;
    let (mut worst, mut made) = (Exit::Done, 0);
    let carry_out = |fonts: &mut Typesetter, job: &Job| carry_out(words, job, &options, fonts, &means, &progress);
    batch::each(&jobs, most, Typesetter::with_system_fonts, carry_out, |(warning, result)| {
        if let Some(warning) = warning {
            progress.say(&warning);
        }
        match result {
            Ok(count) => made += count,
            Err((failure, count)) => {
                made += count;
                progress.say(&failure.message);
                worst = worst.max(failure.exit);
            }
        }
    });
    progress.end();
    if progress.is_seen() {
        console.complain(&words!(words, "cli-export-made", n = made, count = words.number(made as f64, 0)));
    }
    worst
}

/// Makes all that one map becomes and writes it: what is worth saying of the map, and how many files were written.
fn carry_out(
    words: &Words,
    job: &Job,
    options: &ExportOptions,
    fonts: &mut Typesetter,
    means: &Means,
    progress: &Progress,
) -> (Option<String>, Result<usize, (Failure, usize)>) {
    let name = job.source.name();
    let map = match job.source.valid_map_or_package(words) {
        Ok((opened, _)) => opened.map,
        Err(failure) => return (None, Err((failure, 0))),
    };
    let (pictures, left) = match unpacked(words, &job.source) {
        Ok(unpacked) => unpacked,
        Err(failure) => return (None, Err((failure, 0))),
    };
    let missing = missing_pictures(words, &job.source, &map);
    let mut warnings: Vec<String> =
        left.into_iter().chain(missing).chain(conflicts_warning(words, &name, &map)).collect();
    let pictures = pictures.as_ref().map(Aside::path);
    let made = |output: &Output| {
        progress.one_more(|count, all| {
            let (count, all) = (words.number(count as f64, 0), words.number(all as f64, 0));
            let what = format!("{name} → {}", output.format.extension());
            words!(words, "cli-export-progress", count = count, all = all, name = what)
        });
    };
    let undrawn = Undrawn::default();
    let results = results((&map, pictures), job, options, fonts, means, (&made, &undrawn));
    let (mut count, mut failures) = (0, Vec::new());
    // One that can't be made keeps none of the others back.
    for (output, result) in job.outputs.iter().zip(results) {
        let what = format!("{name} → {}", output.format.extension());
        match result.map_err(|error| format!("{what}: {}", error.in_words(words))) {
            Ok(bytes) => match write_output(words, &output.target, &bytes) {
                Ok(()) => count += 1,
                Err(failure) => failures.push(failure.message),
            },
            Err(message) => failures.push(message),
        }
    }
    let written = match failures.is_empty() {
        true => Ok(count),
        false => Err((Failure::new(Exit::CannotWrite, failures.join("\n")), count)),
    };
    warnings.extend(undrawn.warning(words, &name));
    ((!warnings.is_empty()).then(|| warnings.join("\n")), written)
}

/// The letters of a map that no font has, collected from all its outputs.
#[derive(Default)]
struct Undrawn(Mutex<BTreeSet<String>>);

impl Undrawn {
    /// More of them.
    fn add(&self, letters: Vec<String>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(letters);
    }

    /// What is to be said of them.
    fn warning(self, words: &Words, name: &str) -> Option<String> {
        /// More of them say nothing more.
        const MOST: usize = 24;
        let letters = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut said: String = letters.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(" ");
        if letters.len() > MOST {
            said.push_str(" …");
        }
        let warning = words!(words, "export-undrawn", letters = said.as_str());
        (!letters.is_empty()).then(|| format!("{name}: {}", words!(words, "cli-warning", warning = warning)))
    }
}

/// What the outputs hold, in their order.
fn results(
    (map, pictures): (&JourneyMap, Option<&Path>),
    job: &Job,
    options: &ExportOptions,
    fonts: &mut Typesetter,
    means: &Means,
    (made, undrawn): (&(dyn Fn(&Output) + Sync), &Undrawn),
) -> Vec<Result<Vec<u8>, ExportError>> {
    let share = |fonts: &mut Typesetter, places: &[usize]| {
        let images = match pictures {
            Some(folder) => ImageFolder::at(folder),
            None => ImageFolder::of_map(job.source.path()),
        };
        let mut leaving = Leaving::new(map, options, &images);
        let one = |&place: &usize| {
            let output = &job.outputs[place];
            let _held = match output.format {
                Format::Png => Some(means.memory.hold(png::memory_of(leaving.pixels(fonts)?))),
                _ => None,
            };
            let bytes = leaving.part(output.format, output.list, fonts)?;
            undrawn.add(leaving.undrawn(output.format, fonts));
            made(output);
            Ok(bytes)
        };
        places.iter().map(one).collect::<Vec<Result<Vec<u8>, ExportError>>>()
    };
    let count = means.shares.clamp(1, job.outputs.len().max(1));
    if count == 1 {
        return share(fonts, &(0..job.outputs.len()).collect::<Vec<_>>());
    }
    let places: Vec<Vec<usize>> = (0..count).map(|first| (first..job.outputs.len()).step_by(count).collect()).collect();
    let mut parts = Vec::new();
    batch::each(
        &places,
        count,
        Typesetter::with_system_fonts,
        |fonts, places| share(fonts, places),
        |part| {
            parts.push(part.into_iter());
        },
    );
    (0..job.outputs.len()).filter_map(|place| parts.get_mut(place % count)?.next()).collect()
}

/// The pictures that a map shows and that don't lie beside it.
fn missing_pictures(words: &Words, source: &Source, map: &JourneyMap) -> Vec<String> {
    let Some(folder) = source.path().filter(|_| !source.is_package()).map(folder_of) else { return Vec::new() };
    let missing = pictures_of(map).into_iter().filter(|name| !folder.join(name).is_file());
    let said = |name: String| {
        let warning = words!(words, "cli-picture-missing", name = name, folder = folder.display().to_string());
        format!("{}: {}", source.name(), words!(words, "cli-warning", warning = warning))
    };
    missing.map(said).collect()
}

/// Options that do nothing for any of the outputs: who names one expects something of it.
fn idle_option(matches: &clap::ArgMatches, formats: &[Format]) -> Option<(&'static str, String)> {
    let of_one = |can: &dyn Fn(Format) -> bool| formats.iter().any(|format| can(*format));
    let given = |name: &str| matches.value_source(name) == Some(clap::parser::ValueSource::CommandLine);
    let pdf = |format: Format| format == Format::Pdf;
    let options: [(&str, &dyn Fn(Format) -> bool); 6] = [
        ("scale", &Format::has_scale),
        ("dpi", &Format::has_scale),
        ("text", &Format::has_text_mode),
        ("with-plots", &pdf),
        ("with-notes", &pdf),
        ("transparent", &Format::can_be_transparent),
    ];
    let (name, can) = options.into_iter().find(|(name, can)| given(name) && !of_one(*can))?;
    let fit: Vec<&str> = Format::ALL.into_iter().filter(|format| can(*format)).map(Format::extension).collect();
    Some((name, fit.join(", ")))
}

/// The pictures of a package, in a folder that goes with the value, and what is to be said of those that stay out; nothing of
/// a map that is no package.
fn unpacked(words: &Words, source: &Source) -> Result<(Option<Aside>, Vec<String>), Failure> {
    if !source.is_package() {
        return Ok((None, Vec::new()));
    }
    let name = source.name();
    let failed = |why: String| Failure::new(Exit::BadInput, format!("{name}: {why}"));
    let unpacked = source.package(words)?.unpack_aside();
    let (folder, left) = unpacked.map_err(|error| failed(say::unpack_error(words, &error)))?;
    let said = |left| format!("{name}: {}", words!(words, "cli-warning", warning = say::left_out(words, left)));
    Ok((Some(folder), left.iter().map(said).collect()))
}

fn options(words: &Words, matches: &clap::ArgMatches, jobs: &[Job]) -> Result<ExportOptions, Failure> {
    let plot = matches.get_one::<String>("plot").and_then(|name| Kind::of_name(name));
    let mut formats = jobs.iter().flat_map(|job| &job.outputs).map(|output| output.format);
    if plot.is_some()
        && let Some(format) = formats.find(|format| !format.is_picture())
    {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-plot-picture", format = format.extension())));
    }
    let mut outputs = jobs.iter().flat_map(|job| &job.outputs);
    if let Some(output) = outputs.find(|output| output.list.is_some() && !output.format.has_lists()) {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-list-csv", format = output.format.extension())));
    }
    let against = match matches.get_one::<PathBuf>("against") {
        Some(path) => {
            let (opened, _) = Source::of(path.clone()).valid_map_or_package(words)?;
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
    let all: Vec<Format> = jobs.iter().flat_map(|job| &job.outputs).map(|output| output.format).collect();
    if let Some((name, known)) = idle_option(matches, &all) {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-option-idle", name = name, known = known)));
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
                Ok([source]) if is_source(&source, &target) => {
                    Err(usage(words!(words, "cli-out-source", file = out.display().to_string())))
                }
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
                    let file = path.display().to_string();
                    // Where the folder is sent to, capital and small letters may be one.
                    if !taken.insert(file.nfc().collect::<String>().to_lowercase()) {
                        return Err(usage(words!(words, "cli-out-same", file = file)));
                    }
                    let target = Target::File(path);
                    if is_source(&source, &target) {
                        return Err(usage(words!(words, "cli-out-source", file = file)));
                    }
                    outputs.push(Output { format, list, target });
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
