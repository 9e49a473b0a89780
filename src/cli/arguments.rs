//! What can be said on the command line. Must not know what is done with it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use jiff::civil::Date;

use crate::export::tables::List;
use crate::export::{COMPARISON_ENDINGS, Contents, Format};
use crate::i18n::Words;
use crate::insight::plot::Kind;
use crate::layout::paper::{Orientation, Page, Paper};
use crate::model::{Language, Theme};
use crate::words;

/// The commands, with their help in the language of `words`.
pub(super) fn command(words: &Words) -> Command {
    let (usage, commands) = (words!(words, "cli-usage"), words!(words, "cli-commands"));
    let (files_heading, options) = (words!(words, "cli-files"), words!(words, "cli-options"));
    let start = format!("{{about}}\n\n{usage} {{usage}}\n");
    let files_part = format!("\n{files_heading}\n{{positionals}}\n");
    let options_part = format!("\n{options}\n{{options}}");
    let whole = format!("{start}\n{commands}\n{{subcommands}}\n{files_part}{options_part}");
    let section = |name: &'static str, about: String| {
        let files_part = if name == "new" { "" } else { files_part.as_str() };
        Command::new(name)
            .about(about)
            .help_template(format!("{start}{files_part}{options_part}"))
            .disable_help_flag(true)
            .arg(help(words))
            .arg(language(words))
    };
    let out = |about: String| {
        Arg::new("out").short('o').long("out").value_name("OUT").help(about).value_parser(value_parser!(PathBuf))
    };
    let files = |about: String| {
        Arg::new("files")
            .value_name("FILE")
            .help(about)
            .num_args(1..)
            .required(true)
            .value_parser(value_parser!(PathBuf))
    };
    let one = |name: &'static str, value: &'static str, about: String| {
        Arg::new(name).value_name(value).help(about).required(true).value_parser(value_parser!(PathBuf))
    };
    let flag = |name: &'static str, about: String| Arg::new(name).long(name).help(about).action(ArgAction::SetTrue);
    let named = |name: &'static str, value: &'static str, about: String| {
        Arg::new(name).long(name).value_name(value).help(about).value_parser(value_parser!(PathBuf))
    };
    let known = Format::ALL.map(Format::extension).join(", ");

    Command::new("wayfelt")
        .about(words!(words, "cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .help_template(whole)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args_conflicts_with_subcommands(true)
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .help(words!(words, "cli-open-files"))
                .num_args(0..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(help(words))
        .arg(language(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .help(words!(words, "cli-version"))
                .action(ArgAction::Version),
        )
        .subcommand(
            section("new", words!(words, "cli-new"))
                .arg(
                    Arg::new("template")
                        .long("template")
                        .value_name("NAME")
                        .help(words!(words, "cli-new-template"))
                        .required(true),
                )
                .arg(out(words!(words, "cli-out")).required(true)),
        )
        .subcommand(
            section("import", words!(words, "cli-import"))
                .arg(
                    Arg::new("input")
                        .value_name("IN")
                        .help(words!(words, "cli-import-input"))
                        .required_unless_present("survey")
                        .conflicts_with("survey")
                        .num_args(1..)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(out(words!(words, "cli-import-out")).required_unless_present_any(["map", "write-mapping"]))
                .arg(
                    Arg::new("map")
                        .long("map")
                        .value_name("FILE")
                        .help(words!(words, "cli-import-map"))
                        .conflicts_with("nth")
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("nth").long("nth").value_name("N").help(words!(words, "cli-import-nth")).value_parser(nth),
                )
                .arg(named("survey", "ANSWERS", words!(words, "cli-import-survey")).requires("map"))
                .arg(named("mapping", "M", words!(words, "cli-import-table-mapping")))
                .arg(
                    named("write-mapping", "M", words!(words, "cli-import-write-mapping"))
                        .conflicts_with_all(["mapping", "out"]),
                )
                .arg(flag("json", words!(words, "cli-import-json")).requires("survey")),
        )
        .subcommand(
            section("export", words!(words, "cli-export"))
                .arg(files(words!(words, "cli-export-files")))
                .arg(out(words!(words, "cli-out")).conflicts_with("out-dir"))
                .arg(
                    Arg::new("to")
                        .long("to")
                        .value_name("FORMATS")
                        .help(words!(words, "cli-export-to", known = known))
                        .value_delimiter(','),
                )
                .arg(
                    Arg::new("out-dir")
                        .long("out-dir")
                        .value_name("DIR")
                        .help(words!(words, "cli-export-folder"))
                        .requires("to")
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("jobs")
                        .long("jobs")
                        .value_name("N")
                        .help(words!(words, "cli-export-jobs"))
                        .requires("out-dir")
                        .value_parser(nth),
                )
                .arg(
                    Arg::new("theme")
                        .long("theme")
                        .value_name("THEME")
                        .help(words!(words, "cli-export-theme", known = Theme::ALL.map(Theme::code).join(", ")))
                        .hide_possible_values(true)
                        .value_parser(PossibleValuesParser::new(Theme::ALL.map(Theme::code))),
                )
                .arg(
                    Arg::new("scale")
                        .long("scale")
                        .value_name("SCALE")
                        .help(words!(words, "cli-export-scale"))
                        .value_parser(scale),
                )
                .arg(
                    Arg::new("dpi")
                        .long("dpi")
                        .value_name("DPI")
                        .help(words!(words, "cli-export-dpi"))
                        .conflicts_with("scale")
                        .value_parser(dots),
                )
                .arg(
                    Arg::new("contents")
                        .long("contents")
                        .value_name("WHAT")
                        .help(words!(words, "cli-export-contents"))
                        .hide_possible_values(true)
                        .conflicts_with("plot")
                        .value_parser(PossibleValuesParser::new(Contents::ALL.map(Contents::code))),
                )
                .arg(
                    Arg::new("text")
                        .long("text")
                        .value_name("MODE")
                        .help(words!(words, "cli-export-text"))
                        .hide_possible_values(true)
                        .value_parser(PossibleValuesParser::new(["embedded", "paths"])),
                )
                .arg(
                    Arg::new("plot")
                        .long("plot")
                        .value_name("NAME")
                        .help(words!(words, "cli-export-plot", known = Kind::ALL.map(Kind::name).join(", ")))
                        .hide_possible_values(true)
                        .value_parser(PossibleValuesParser::new(Kind::ALL.map(Kind::name))),
                )
                .arg(
                    Arg::new("against")
                        .long("against")
                        .value_name("MAP")
                        .help(words!(words, "cli-export-against"))
                        .requires("plot")
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("page")
                        .long("page")
                        .value_name("PAPER")
                        .help(words!(words, "cli-export-page", known = Paper::ALL.map(Paper::code).join(", ")))
                        .hide_possible_values(true)
                        .ignore_case(true)
                        .value_parser(PossibleValuesParser::new(Paper::ALL.map(Paper::code))),
                )
                .arg(flag("landscape", words!(words, "cli-export-landscape")).requires("page"))
                .arg(
                    flag("portrait", words!(words, "cli-export-portrait")).requires("page").conflicts_with("landscape"),
                )
                .arg(
                    Arg::new("tile")
                        .long("tile")
                        .value_name("PERCENT")
                        .help(words!(words, "cli-export-tile"))
                        .num_args(0..=1)
                        .require_equals(true)
                        .default_missing_value("100")
                        .requires("page")
                        .value_parser(percent),
                )
                .arg(flag("with-plots", words!(words, "cli-export-with-plots")).conflicts_with("plot"))
                .arg(flag("with-notes", words!(words, "cli-export-with-notes")).conflicts_with("plot"))
                .arg(flag("transparent", words!(words, "cli-export-transparent")))
                .arg(flag("all", words!(words, "cli-export-all")))
                .arg(
                    Arg::new("list")
                        .long("list")
                        .value_name("LIST")
                        .help(words!(words, "cli-export-list"))
                        .value_parser(List::ALL.map(List::key)),
                ),
        )
        .subcommand(
            section("check", words!(words, "cli-check"))
                .arg(files(words!(words, "cli-export-files")))
                .arg(flag("json", words!(words, "cli-check-json")))
                .arg(flag("strict", words!(words, "cli-check-strict"))),
        )
        .subcommand(
            section("format", words!(words, "cli-format"))
                .arg(files(words!(words, "cli-export-files")))
                .arg(flag("check", words!(words, "cli-format-check"))),
        )
        .subcommand(
            section("insights", words!(words, "cli-insights"))
                .arg(one("input", "FILE", words!(words, "cli-insights-file")))
                .arg(flag("json", words!(words, "cli-check-json")))
                .arg(
                    Arg::new("day")
                        .long("day")
                        .value_name("YYYY-MM-DD")
                        .help(words!(words, "cli-insights-day"))
                        .value_parser(day),
                ),
        )
        .subcommand(
            section("diff", words!(words, "cli-diff"))
                .arg(one("a", "A", words!(words, "cli-diff-a")))
                .arg(one("b", "B", words!(words, "cli-diff-b")))
                .arg(flag("journeys", words!(words, "cli-diff-journeys")))
                .arg(
                    Arg::new("match")
                        .long("match")
                        .value_name("BEFORE=AFTER")
                        .requires("journeys")
                        .action(ArgAction::Append)
                        .help(words!(words, "cli-diff-match")),
                )
                .arg(
                    Arg::new("to")
                        .long("to")
                        .value_name("FORMAT")
                        .value_parser(COMPARISON_ENDINGS)
                        .requires("journeys")
                        .conflicts_with("json")
                        .help(words!(words, "cli-diff-to")),
                )
                .arg(out(words!(words, "cli-diff-out")).requires("journeys").conflicts_with("json"))
                .arg(flag("json", words!(words, "cli-check-json"))),
        )
        .subcommand(
            section("merge", words!(words, "cli-merge"))
                .arg(one("base", "BASE", words!(words, "cli-merge-base")))
                .arg(one("ours", "OURS", words!(words, "cli-merge-ours")))
                .arg(one("theirs", "THEIRS", words!(words, "cli-merge-theirs")))
                .arg(out(words!(words, "cli-out")).required(true)),
        )
}

fn help(words: &Words) -> Arg {
    Arg::new("help").short('h').long("help").help(words!(words, "cli-help")).action(ArgAction::Help)
}

fn language(words: &Words) -> Arg {
    Arg::new("lang")
        .long("lang")
        .value_name("LANG")
        .help(words!(words, "cli-lang"))
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code)))
}

fn nth(text: &str) -> Result<u16, String> {
    text.parse().ok().filter(|nth| *nth > 0).ok_or_else(|| format!("1 ≤ N ≤ {}", u16::MAX))
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "YYYY-MM-DD".to_owned())
}

fn scale(text: &str) -> Result<f64, String> {
    const MOST: f64 = 100.0;
    match text.parse() {
        Ok(scale) if scale > 0.0 && scale <= MOST => Ok(scale),
        Ok(_) | Err(_) => Err(format!("0 < SCALE ≤ {MOST}")),
    }
}

fn percent(text: &str) -> Result<f64, String> {
    const MOST: f64 = 1000.0;
    match text.trim_end_matches('%').parse() {
        Ok(percent) if (1.0..=MOST).contains(&percent) => Ok(percent),
        Ok(_) | Err(_) => Err(format!("1 ≤ PERCENT ≤ {MOST}")),
    }
}

fn dots(text: &str) -> Result<f64, String> {
    const MOST: f64 = 2400.0;
    match text.parse() {
        Ok(dots) if (1.0..=MOST).contains(&dots) => Ok(dots),
        Ok(_) | Err(_) => Err(format!("1 ≤ DPI ≤ {MOST}")),
    }
}

/// Pixels for each 1/96 inch, where a size was named.
pub(super) fn pixels(matches: &ArgMatches) -> Option<f64> {
    let dots = matches.get_one::<f64>("dpi").map(|dots| dots / 96.0);
    dots.or_else(|| matches.get_one::<f64>("scale").copied())
}

/// The paper that was named, and how the map lies on it.
pub(super) fn page(matches: &ArgMatches) -> Option<Page> {
    let paper = matches.get_one::<String>("page").and_then(|code| Paper::of_code(code))?;
    let orientation = match (matches.get_flag("landscape"), matches.get_flag("portrait")) {
        (true, _) => Some(Orientation::Landscape),
        (false, true) => Some(Orientation::Portrait),
        (false, false) => None,
    };
    Some(Page { paper, orientation, tiled: matches.get_one::<f64>("tile").map(|percent| percent / 100.0) })
}

/// The language that was named, if one was.
pub(super) fn named_language(matches: &ArgMatches) -> Option<Language> {
    of_code(matches.get_one::<String>("lang")?)
}

/// The language of the messages: what `--lang` says, else WAYFELT_LANG, else what the system speaks, else English.
///
/// The arguments are looked through before they are understood, because what is wrong with them is said in it too.
pub(super) fn spoken_language(arguments: &[OsString]) -> Language {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let code = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(language) = code.and_then(of_code) {
            return language;
        }
    }
    // An empty variable says nothing, as POSIX has it.
    ["WAYFELT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|value| of_code(&value))
        .unwrap_or_default()
}

/// The language that a code or the name of a locale begins with: `vi`, `vi_VN.UTF-8`, `vi-VN`.
fn of_code(code: &str) -> Option<Language> {
    let language = code.split(['_', '-', '.', '@']).next()?;
    Language::ALL.into_iter().find(|known| known.code().eq_ignore_ascii_case(language))
}
