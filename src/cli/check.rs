//! `wayfelt check`: what makes maps invalid, and what could be better.

use std::fmt::Write as _;

use super::Exit;
use super::console::Console;
use super::files::{Source, sources};
use crate::file::say;
use crate::lint;
use crate::words;

/// One thing that was found.
struct Finding {
    /// Advice on a valid map, no fault.
    advice: bool,
    line: usize,
    column: usize,
    message: String,
}

pub(super) fn check(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let sources = match sources(&console.words, matches) {
        Ok(sources) => sources,
        Err(failure) => return console.exit(Err(failure)),
    };
    let as_json = matches.get_flag("json");
    let strict = matches.get_flag("strict");
    let mut worst = Exit::Done;
    let mut list = Vec::new();
    for source in &sources {
        match findings(console, source) {
            Ok(findings) => {
                if findings.iter().any(|finding| strict || !finding.advice) {
                    worst = worst.max(Exit::Found);
                }
                if as_json {
                    list.extend(findings.iter().map(|finding| json(&source.name(), finding)));
                } else {
                    tell(console, &source.name(), &findings);
                }
            }
            Err(exit) => worst = worst.max(exit),
        }
    }
    if as_json {
        let items = list.join(",\n  ");
        console.tell(&if items.is_empty() { "[]".to_owned() } else { format!("[\n  {items}\n]") });
    }
    worst
}

fn findings(console: &Console, source: &Source) -> Result<Vec<Finding>, Exit> {
    let words = &console.words;
    let (opened, bytes) = source.map(words).map_err(|failure| console.exit(Err(failure)))?;
    let text = String::from_utf8_lossy(&bytes);
    let mut findings: Vec<Finding> = opened
        .faults
        .iter()
        .map(|fault| {
            let place = say::fault_place(&text, fault);
            let message = say::fault(words, &opened.map, fault);
            Finding { advice: false, line: place.line, column: place.column, message }
        })
        .collect();
    // A map with faults is to be put right first; the rules reckon with a valid one.
    if findings.is_empty() {
        findings.extend(lint::advise(&opened.map).iter().map(|advice| {
            let place = say::thing_place(&text, advice.at);
            let message = lint::say(words, &opened.map, advice);
            Finding { advice: true, line: place.line, column: place.column, message }
        }));
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Ok(findings)
}

fn tell(console: &Console, name: &str, findings: &[Finding]) {
    if findings.is_empty() {
        console.tell(&format!("{name}: {}", words!(console.words, "cli-nothing-found")));
    }
    for Finding { advice, line, column, message } in findings {
        let message = match advice {
            true => words!(console.words, "cli-advice", advice = message.as_str()),
            false => message.clone(),
        };
        console.tell(&format!("{name}:{line}:{column}: {message}"));
    }
}

fn json(name: &str, finding: &Finding) -> String {
    format!(
        r#"{{"kind": "{}", "file": {}, "line": {}, "column": {}, "message": {}}}"#,
        if finding.advice { "advice" } else { "fault" },
        json_string(name),
        finding.line,
        finding.column,
        json_string(&finding.message)
    )
}

/// A text as a string of JSON (RFC 8259, section 7).
fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            character if (character as u32) < 0x20 => {
                // Writing to a string can't fail.
                write!(out, "\\u{:04x}", character as u32).ok();
            }
            character => out.push(character),
        }
    }
    out.push('"');
    out
}
