//! `wayfelt check`: what makes maps invalid.

use std::fmt::Write as _;

use super::Exit;
use super::console::Console;
use super::files::{Source, sources};
use crate::file::say;
use crate::words;

/// One thing that was found.
struct Finding {
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
    let mut worst = Exit::Done;
    let mut list = Vec::new();
    for source in &sources {
        match findings(console, source) {
            Ok(findings) => {
                if !findings.is_empty() {
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
            Finding { line: place.line, column: place.column, message }
        })
        .collect();
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Ok(findings)
}

fn tell(console: &Console, name: &str, findings: &[Finding]) {
    if findings.is_empty() {
        console.tell(&format!("{name}: {}", words!(console.words, "cli-nothing-found")));
    }
    for Finding { line, column, message } in findings {
        console.tell(&format!("{name}:{line}:{column}: {message}"));
    }
}

fn json(name: &str, finding: &Finding) -> String {
    format!(
        r#"{{"file": {}, "line": {}, "column": {}, "message": {}}}"#,
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
