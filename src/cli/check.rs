//! `wayfelt check`: what makes maps invalid, what a merge left open, and what could be better.

use super::Exit;
use super::console::Console;
use super::files::{Source, sources};
use super::json;
use crate::diff;
use crate::file::{Place, say};
use crate::lint::{self, RuleName};
use crate::words;

/// What sort of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It makes the map invalid.
    Fault,
    /// A merge left it to be decided.
    Conflict,
    /// It could be better.
    Advice,
}

/// One thing that was found.
struct Finding {
    kind: Kind,
    line: usize,
    column: usize,
    message: String,
    /// The rule that gives the advice.
    rule: Option<RuleName>,
    /// What the window offers to settle it with one key.
    remedy: Option<String>,
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
                if findings.iter().any(|finding| strict || finding.kind != Kind::Advice) {
                    worst = worst.max(Exit::Found);
                }
                if as_json {
                    list.extend(findings.iter().map(|finding| as_json_object(&source.name(), finding)));
                } else {
                    tell(console, &source.name(), &findings);
                }
            }
            Err(exit) => worst = worst.max(exit),
        }
    }
    if as_json {
        console.tell(&json::list(&list));
    }
    worst
}

fn findings(console: &Console, source: &Source) -> Result<Vec<Finding>, Exit> {
    let words = &console.words;
    let (opened, bytes) = source.map_or_package(words).map_err(|failure| console.exit(Err(failure)))?;
    let text = String::from_utf8_lossy(&bytes);
    let mut findings: Vec<Finding> = opened
        .faults
        .iter()
        .map(|fault| {
            let place = say::fault_place(&text, fault);
            let message = say::fault(words, &opened.map, fault);
            Finding { kind: Kind::Fault, line: place.line, column: place.column, message, rule: None, remedy: None }
        })
        .collect();
    // A map with faults is to be put right first; the rules reckon with a valid one.
    if findings.is_empty() {
        let today = jiff::Zoned::now().date();
        findings.extend(lint::advise(&opened.map, Some(today)).iter().map(|advice| {
            let place = advice.at.map_or(Place::START, |at| say::thing_place(&text, at));
            let message = lint::say(words, &opened.map, advice);
            let rule = Some(advice.rule.name());
            let remedy = advice.remedy_words(words);
            Finding { kind: Kind::Advice, line: place.line, column: place.column, message, rule, remedy }
        }));
    }
    findings.extend(opened.map.conflicts.iter().map(|conflict| {
        let place = conflict.at.map_or(Place::START, |at| say::thing_place(&text, at));
        let message = diff::say::conflict(words, &opened.map, conflict);
        Finding { kind: Kind::Conflict, line: place.line, column: place.column, message, rule: None, remedy: None }
    }));
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Ok(findings)
}

fn tell(console: &Console, name: &str, findings: &[Finding]) {
    if findings.is_empty() {
        console.tell(&format!("{name}: {}", words!(console.words, "cli-nothing-found")));
    }
    for Finding { kind, line, column, message, rule, .. } in findings {
        let message = match kind {
            Kind::Fault => message.clone(),
            Kind::Conflict => words!(console.words, "cli-conflict", conflict = message.as_str()),
            Kind::Advice => {
                let advice = words!(console.words, "cli-advice", advice = message.as_str());
                format!("{advice} [{}]", rule.map_or("", RuleName::code))
            }
        };
        console.tell(&format!("{name}:{line}:{column}: {message}"));
    }
}

fn as_json_object(name: &str, finding: &Finding) -> String {
    let rule = finding.rule.map_or_else(|| "null".to_owned(), |rule| json::string(rule.code()));
    let remedy = finding.remedy.as_deref().map_or_else(|| "null".to_owned(), json::string);
    format!(
        r#"{{"kind": "{}", "rule": {rule}, "file": {}, "line": {}, "column": {}, "message": {}, "remedy": {remedy}}}"#,
        match finding.kind {
            Kind::Fault => "fault",
            Kind::Conflict => "conflict",
            Kind::Advice => "advice",
        },
        json::string(name),
        finding.line,
        finding.column,
        json::string(&finding.message)
    )
}
