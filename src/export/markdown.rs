//! Maps as Markdown: what is said of each step as lists, and the figures as tables that read well as plain text too. Must not
//! know windows.

use super::said;
use super::tables::{Cell, Column, Kind, List, Table, in_the_tray, lines_of_step};
use crate::i18n::{Words, phase_word};
use crate::model::{JourneyMap, Score, ScoreState, Stage, Step};
use crate::words;

/// The Markdown of a map, ending with a newline. Hidden lanes are left out unless `all` of it leaves.
pub fn markdown(map: &JourneyMap, words: &Words, all: bool) -> String {
    let mut text = String::new();
    let title = one_line(&map.title);
    let title = if title.is_empty() { words!(words, "markdown-untitled") } else { title };
    paragraph(&mut text, &format!("# {}", escaped(&title)));
    for line in map.scenario.lines().map(str::trim).filter(|line| !line.is_empty()) {
        paragraph(&mut text, &format!("> {}", escaped(line)));
    }
    people(map, words, &mut text);
    let mut n = 0;
    for stage in &map.stages {
        paragraph(&mut text, &format!("## {}", escaped(&stage_name(map, words, stage))));
        for step in &stage.steps {
            n += 1;
            let mark =
                if step.moment_of_truth { format!(" ★ {}", words!(words, "markdown-moment")) } else { String::new() };
            paragraph(&mut text, &format!("### {n}. {}{mark}", escaped(&one_line(&step.name))));
            let own = said::step(words, map, step);
            if !own.is_empty() {
                let own: Vec<String> = own.iter().map(|part| escaped(&one_line(part))).collect();
                paragraph(&mut text, &own.join(" · "));
            }
            let lines = lines_of_step(map, words, step, all);
            for (lane, lines) in &lines {
                bullet(&mut text, &format!("**{}**: ", escaped(&one_line(lane))), lines);
            }
            if !lines.is_empty() {
                text.push('\n');
            }
        }
    }
    tray(map, words, all, &mut text);
    let lists = [List::PainPoints, List::Opportunities, List::Metrics].map(|list| list.of(map, words));
    for table in std::iter::once(feelings(map, words)).chain(lists) {
        if !table.rows.is_empty() {
            paragraph(&mut text, &format!("## {}", escaped(&table.name)));
            write_table(&table, words, &mut text);
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// What lies in the tray, by lanes.
fn tray(map: &JourneyMap, words: &Words, all: bool, text: &mut String) {
    let lanes = in_the_tray(map, words, all);
    if lanes.is_empty() {
        return;
    }
    paragraph(text, &format!("## {}", words!(words, "markdown-tray")));
    for (lane, lines) in &lanes {
        bullet(text, &format!("**{}**: ", escaped(&one_line(lane))), lines);
    }
    text.push('\n');
}

fn paragraph(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push_str("\n\n");
}

fn stage_name(map: &JourneyMap, words: &Words, stage: &Stage) -> String {
    let name = one_line(&stage.name);
    match stage.phase {
        Some(phase) => {
            let own = one_line(map.phases.get(phase));
            let phase = if own.is_empty() { phase_word(words, phase) } else { own };
            format!("{name} ({phase})")
        }
        None => name,
    }
}

fn people(map: &JourneyMap, words: &Words, text: &mut String) {
    if map.personas.is_empty() {
        return;
    }
    paragraph(text, &format!("## {}", words!(words, "list-personas")));
    for persona in &map.personas {
        let mut said = vec![persona.description.trim().to_owned()];
        if !persona.goal.trim().is_empty() {
            said.push(words!(words, "markdown-goal", goal = one_line(&persona.goal)));
        }
        if !persona.quote.trim().is_empty() {
            said.push(format!("“{}”", one_line(&persona.quote)));
        }
        said.retain(|part| !part.is_empty());
        let name = format!("**{}**", escaped(&one_line(&persona.name)));
        let rest: Vec<String> = said.iter().map(|part| escaped(&one_line(part))).collect();
        let colon = if rest.is_empty() { "" } else { ": " };
        text.push_str(&format!("- {name}{colon}{}\n", rest.join(" · ")));
    }
    text.push('\n');
}

/// A point of a list: one line behind its head, several as points of their own.
fn bullet(text: &mut String, head: &str, lines: &[String]) {
    match lines {
        [one] if !one.contains('\n') => text.push_str(&format!("- {head}{}\n", escaped(one))),
        lines => {
            text.push_str(&format!("- {}\n", head.trim_end()));
            for line in lines {
                let parts: Vec<String> = line.lines().map(escaped).collect();
                text.push_str(&format!("  - {}\n", parts.join("  \n    ")));
            }
        }
    }
}

/// How each persona feels at each step, a column a persona.
fn feelings(map: &JourneyMap, words: &Words) -> Table {
    let step = Column { name: words!(words, "list-column-step"), kind: Kind::Text };
    let personas = map.personas.iter().map(|persona| Column { name: persona.name.clone(), kind: Kind::Decimal });
    let known = |step: &Step| step.scores.values().any(|score| score.shown().is_some());
    let rows = map.steps().enumerate().filter(|(_, (_, step))| known(step)).map(|(n, (_, step))| {
        let name = Cell::Text(format!("{}. {}", n + 1, one_line(&step.name)));
        let scores = map.personas.iter().map(|persona| match step.score(persona.id) {
            Score { state: ScoreState::NotInvolved, .. } => Cell::Text("–".to_owned()),
            score => score.shown().map_or(Cell::Empty, Cell::Number),
        });
        std::iter::once(name).chain(scores).collect()
    });
    Table {
        name: List::Scores.name(words),
        columns: std::iter::once(step).chain(personas).collect(),
        rows: rows.collect(),
    }
}

/// A table whose columns stand under each other in the raw text as well. Columns in which nothing is said are left out.
fn write_table(table: &Table, words: &Words, text: &mut String) {
    let shown: Vec<usize> = (0..table.columns.len())
        .filter(|&place| table.rows.iter().any(|row| row.get(place).is_some_and(|cell| *cell != Cell::Empty)))
        .collect();
    let names: Vec<String> = shown.iter().map(|&place| cell_text(&table.columns[place].name)).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| shown.iter().map(|&place| said(&row[place], table.columns[place].kind, words)).collect())
        .collect();
    let widths: Vec<usize> = (0..names.len())
        .map(|at| {
            rows.iter().map(|row| row[at].chars().count()).chain([names[at].chars().count(), 3]).max().unwrap_or(3)
        })
        .collect();
    let right = |at: usize| table.columns[shown[at]].kind != Kind::Text;
    let mut line = |cells: &[String]| {
        for (at, cell) in cells.iter().enumerate() {
            let space = " ".repeat(widths[at].saturating_sub(cell.chars().count()));
            text.push_str(&if right(at) { format!("| {space}{cell} ") } else { format!("| {cell}{space} ") });
        }
        text.push_str("|\n");
    };
    line(&names);
    let rule: Vec<String> = (0..names.len())
        .map(|at| if right(at) { format!("{}:", "-".repeat(widths[at] - 1)) } else { "-".repeat(widths[at]) })
        .collect();
    line(&rule);
    rows.iter().for_each(|row| line(row));
}

fn said(cell: &Cell, kind: Kind, words: &Words) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => cell_text(text),
        Cell::Number(value) => match kind {
            Kind::Percent => format!("{}%", words.number_up_to(value * 100.0, 1)),
            Kind::Whole => words.number(*value, 0),
            Kind::Text | Kind::Decimal | Kind::Date => words.number_up_to(*value, 2),
        },
        Cell::Date(date) => words.date(*date),
    }
}

/// A text inside a table: in one line.
fn cell_text(text: &str) -> String {
    let lines: Vec<String> =
        text.lines().map(one_line).filter(|line| !line.is_empty()).map(|line| escaped(&line)).collect();
    lines.join("<br>").replace('|', "\\|")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that Markdown shows as it stands: what would be a mark or a tag bears a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    for (place, &letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place));
        let after = letters.get(place + 1);
        let marks = match letter {
            '\\' | '`' | '*' | '<' | '[' | ']' => true,
            // Inside a word an underline is a letter.
            '_' => !(before.is_some_and(|l| l.is_alphanumeric()) && after.is_some_and(|l| l.is_alphanumeric())),
            '~' => after == Some(&'~') || before == Some(&'~'),
            '&' => after.is_some_and(|l| l.is_alphanumeric() || *l == '#'),
            '#' | '>' | '-' | '+' | '=' => place == 0,
            '.' | ')' => digits > 0 && place == digits,
            _ => false,
        };
        if marks {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
