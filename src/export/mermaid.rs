//! Maps as Mermaid `journey` diagrams: stages as sections, steps as tasks, personas as people. Must not know the import,
//! which reads the same steps and scores from it again.
//!
//! A task has one score for all its people. Where personas feel differently at a step, the step is written as several tasks
//! of one name, each with the people who feel so, and a comment before each but the first says that it is the same step; so
//! every face in the diagram is a true one. Whose score nobody knows stands in a comment. Mermaid draws a face for each task:
//! a step at which nobody's score is known is one of the middle whose name ends in `(?)`. Letters that would end a name are
//! written as entities. A persona without a name bears that of a new one.

use super::people::names;
use crate::model::{JourneyMap, ScoreState, Step};

/// The comment before a task that goes on with the step of the task before it.
const SAME_STEP: &str = "%% same step";

/// The comment before a task whose score is nobody's: it only stands for the step.
const NOBODY_HERE: &str = "%% nobody";

/// What begins the comment before a step's first task that names those whose score nobody knows.
const UNKNOWN: &str = "%% unknown: ";

/// The same behind one of its tasks.
const ALSO_UNKNOWN: &str = "%% same step, unknown: ";

/// What ends a task that says no score: Mermaid wants one, and people only where there are some.
const NO_SCORE: &str = " (?): 3";

/// The diagram of a map, ending with a newline.
pub fn mermaid(map: &JourneyMap) -> String {
    let mut text = String::from("journey\n");
    let mut line = |indent: usize, line: &str| {
        text.push_str(&"  ".repeat(indent));
        text.push_str(line);
        text.push('\n');
    };
    if !one_line(&map.title).is_empty() {
        line(1, &format!("title {}", escaped(&map.title, Place::Name)));
    }
    if !one_line(&map.scenario).is_empty() {
        line(1, &format!("accDescr: {}", escaped(&map.scenario, Place::Name)));
    }
    let people = names(map, one_line);
    for stage in &map.stages {
        line(1, &format!("section {}", named(&stage.name)));
        for step in &stage.steps {
            let name = named(&step.name);
            let mut begun = false;
            for (score, people) in groups(map, &people, step) {
                let people: Vec<String> = people.into_iter().map(|person| escaped(person, Place::Person)).collect();
                let people = people.join(", ");
                match score {
                    Some(_) if begun => line(2, SAME_STEP),
                    Some(_) => begun = true,
                    None => line(2, &format!("{}{people}", if begun { ALSO_UNKNOWN } else { UNKNOWN })),
                }
                if let Some(score) = score {
                    line(2, &format!("{name}: {score}: {people}"));
                }
            }
            if !begun {
                line(2, NOBODY_HERE);
                line(2, &format!("{name}{NO_SCORE}"));
            }
        }
    }
    text
}

/// Who feels how at a step, in the order of the personas; none where nobody knows.
fn groups<'a>(map: &JourneyMap, names: &'a [String], step: &Step) -> Vec<(Option<String>, Vec<&'a str>)> {
    let mut groups: Vec<(Option<String>, Vec<&str>)> = Vec::new();
    for (persona, name) in map.personas.iter().zip(names) {
        let score = step.score(persona.id);
        if score.state == ScoreState::NotInvolved {
            continue;
        }
        // In hundredths, on 1…5.
        let score = score.shown().map(|value| format!("{}", ((value.clamp(-2.0, 2.0) + 3.0) * 100.0).round() / 100.0));
        match groups.iter_mut().find(|(known, _)| *known == score) {
            Some((_, people)) => people.push(name),
            None => groups.push((score, vec![name])),
        }
    }
    groups
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Name,
    Person,
}

/// A name that is there: Mermaid refuses an empty one.
fn named(name: &str) -> String {
    let name = escaped(name, Place::Name);
    if name.is_empty() { entity(' ') } else { name }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn entity(letter: char) -> String {
    format!("#{};", u32::from(letter))
}

/// A text without what ends a name, begins a comment, a tag or a keyword.
fn escaped(text: &str, place: Place) -> String {
    const KEYWORDS: [&str; 5] = ["title", "section", "journey", "acctitle", "accdescr"];
    let text = one_line(text);
    let lower = text.to_lowercase();
    let keyword = KEYWORDS.iter().any(|word| lower.starts_with(word));
    let mut escaped = String::with_capacity(text.len());
    for (place_in_text, letter) in text.char_indices() {
        let first = place_in_text == 0 && (keyword || matches!(letter, '%' | '-' | '`' | '~'));
        let special = matches!(letter, ':' | ';' | '#' | '&' | '<' | '>' | '"' | '{' | '}')
            || (letter == ',' && place == Place::Person)
            || (letter == '%' && text[place_in_text + 1..].starts_with(['%', '{']));
        if first || special { escaped.push_str(&entity(letter)) } else { escaped.push(letter) }
    }
    escaped
}
