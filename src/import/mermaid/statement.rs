//! The lines of one diagram to sections, tasks and people. Must not know where the diagram stood, nor what a map is.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::document::{Diagram, Line};
use super::{Doubt, ImportError, MAX_PEOPLE, MAX_TASKS, entities, number};
use crate::import::Warning;

/// Who takes part in a task that names nobody.
const NOBODY: &str = "Customer";

/// The comment of our own export before a task that goes on with the step of the task before it.
const SAME_STEP: &str = "%% same step";
/// The comment of our own export before a task whose score is nobody's.
const NOBODY_HERE: &str = "%% nobody";
/// What begins the comments of our own export that name those whose score nobody knows: at the step of the next task, and at
/// that of the one before it.
const UNKNOWN_NEXT: &str = "%% unknown:";
const UNKNOWN_LAST: &str = "%% same step, unknown:";
/// What ends the name of a task that only stands for its step.
const NO_SCORE: &str = "(?)";
/// The score of those whose score nobody knows, as our own export once wrote it.
const UNKNOWN: &str = "?";

/// What a diagram says.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// Its title, else that of its front matter, else the one for screen readers; may be empty.
    pub(super) title: String,
    /// The title for screen readers.
    pub(super) accessible_title: String,
    /// The description for screen readers, in one line.
    pub(super) description: String,
    /// The sections in order; tasks before the first one stand in one whose name is none.
    pub(super) sections: Vec<Section>,
    /// The people in the order of their first task.
    pub(super) people: Vec<String>,
    /// What was doubtful.
    pub(super) warnings: Vec<Warning>,
}

/// A section with its tasks.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) name: Option<String>,
    pub(super) tasks: Vec<Task>,
}

/// One task.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) name: String,
    /// Who takes part, by their places in the list of people, and how they feel: 1…5, none where nobody knows.
    pub(super) people: Vec<(usize, Option<f64>)>,
    /// Fields that have no place elsewhere.
    pub(super) notes: String,
}

/// Reads a diagram.
pub(super) fn read(diagram: &Diagram<'_>) -> Result<Parsed, ImportError> {
    let parsed = Parsed { warnings: diagram.warnings.clone(), ..Parsed::default() };
    let mut reader =
        Reader { parsed, tasks: 0, known: BTreeMap::new(), titled: false, said: None, unknown: Vec::new() };
    let mut at = 0;
    let mut pending = None;
    while let Some(line) = pending.take().or_else(|| diagram.lines.get(at).copied().inspect(|_| at += 1)) {
        let line = line.trimmed();
        if line.text.starts_with("%%{") && !line.text.contains("}%%") {
            let end = diagram.lines[at..].iter().take(200).position(|line| line.text.contains("}%%"));
            at += end.map_or(0, |end| end + 1);
        } else if let Some(open) = description_block(line) {
            pending = Some(reader.description(line, open, &diagram.lines, &mut at)?);
        } else {
            reader.line(line)?;
        }
    }
    let mut parsed = reader.parsed;
    if parsed.title.is_empty() {
        parsed.title = clean(diagram.title);
    }
    if parsed.title.is_empty() {
        parsed.title.clone_from(&parsed.accessible_title);
    }
    if reader.tasks == 0 {
        parsed.warnings.push(Warning { at: diagram.head, kind: Doubt::NoTasks });
    }
    Ok(parsed)
}

struct Reader {
    parsed: Parsed,
    tasks: usize,
    known: BTreeMap<String, usize>,
    titled: bool,
    /// What a comment of our own says of the next task.
    said: Option<Said>,
    /// Who takes part in the next task without a known score, by their places in the list of people.
    unknown: Vec<usize>,
}

/// What our own export says in comments, as Mermaid has no words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The task goes on with the step of the one before it: others feel otherwise there.
    SameStep,
    /// Nobody takes part in the task.
    Nobody,
}

impl Reader {
    fn warn(&mut self, line: Line<'_>, kind: Doubt) {
        self.parsed.warnings.push(Warning { at: line.place(), kind });
    }

    fn line(&mut self, line: Line<'_>) -> Result<(), ImportError> {
        let hash = line.text.starts_with('#') && entities::first(line.text).is_none();
        if line.text.is_empty() || line.text.starts_with("%%") || hash {
            match line.text.trim_end() {
                SAME_STEP => self.said = Some(Said::SameStep),
                NOBODY_HERE => self.said = Some(Said::Nobody),
                text => self.unknown(line, text)?,
            }
            return Ok(());
        }
        if let Some(rest) = keyword(line, "title") {
            self.title(line, rest);
            return Ok(());
        }
        if let Some((value, colon)) = accessible(line, "acctitle") {
            self.parsed.accessible_title = clean(value);
            if !colon {
                self.warn(line, Doubt::ColonMissing);
            }
            return Ok(());
        }
        if let Some((value, colon)) = accessible(line, "accdescr") {
            self.parsed.description = clean(value);
            if !colon {
                self.warn(line, Doubt::ColonMissing);
            }
            return Ok(());
        }
        if let Some(rest) = keyword(line, "section") {
            if !like_task(rest.text) {
                self.section(line, rest);
                return Ok(());
            }
            self.warn(line, Doubt::KeywordAsTask);
        } else if let Some(rest) = keyword(line, "journey") {
            if rest.text.is_empty() {
                self.warn(line, Doubt::LineLeftOut);
                return Ok(());
            }
            self.warn(line, Doubt::KeywordAsTask);
        }
        self.task(line)
    }

    /// Those whom a comment of our own names, whose score nobody knows; nobody in any other comment.
    fn unknown(&mut self, line: Line<'_>, text: &str) -> Result<(), ImportError> {
        let (names, next) = match (text.strip_prefix(UNKNOWN_NEXT), text.strip_prefix(UNKNOWN_LAST)) {
            (Some(names), _) => (names, true),
            (_, Some(names)) => (names, false),
            (None, None) => return Ok(()),
        };
        for name in names.split(',').map(clean).filter(|name| !name.is_empty()) {
            let person = self.person(line, name)?;
            let last = self.parsed.sections.last_mut().and_then(|section| section.tasks.last_mut());
            match last {
                _ if next => self.unknown.push(person),
                Some(last) if last.people.iter().all(|(known, _)| *known != person) => last.people.push((person, None)),
                _ => {}
            }
        }
        Ok(())
    }

    fn title(&mut self, line: Line<'_>, rest: Line<'_>) {
        let text = self.without_comment(rest);
        if self.titled {
            self.warn(line, Doubt::TitleTwice);
        }
        if text.is_empty() {
            self.warn(line, Doubt::EmptyName);
        }
        if like_task(text) {
            self.warn(line, Doubt::TitleLikeTask);
        }
        let text = self.without_semicolons(line, text);
        self.parsed.title = clean(text);
        self.titled = true;
    }

    fn section(&mut self, line: Line<'_>, rest: Line<'_>) {
        let text = self.without_comment(rest);
        if text.is_empty() {
            self.warn(line, Doubt::EmptyName);
        }
        if entities::find_outside(text, ':').is_some() {
            self.warn(line, Doubt::ColonInSection);
        }
        let text = self.without_semicolons(line, text);
        self.parsed.sections.push(Section { name: Some(clean(text)), tasks: Vec::new() });
    }

    fn task(&mut self, line: Line<'_>) -> Result<(), ImportError> {
        if !line.text.chars().any(char::is_alphanumeric) && entities::find_outside(line.text, ':').is_none() {
            self.warn(line, Doubt::LineLeftOut);
            return Ok(());
        }
        if self.tasks == MAX_TASKS {
            return Err(ImportError::TooManyTasks { at: line.place(), most: MAX_TASKS });
        }
        self.tasks += 1;
        let text = self.without_task_comment(line);
        let text = self.without_semicolons(line, text);
        let fields = self.fields(line, text);
        let said = self.said.take();
        let nobody = said == Some(Said::Nobody) && fields.people.trim().is_empty();
        let people = if nobody { Vec::new() } else { self.people(line, fields.people)? };
        let mut people: Vec<_> = people.into_iter().map(|person| (person, fields.score)).collect();
        for person in std::mem::take(&mut self.unknown) {
            if people.iter().all(|(known, _)| *known != person) {
                people.push((person, None));
            }
        }
        let mut name = clean(fields.name);
        if nobody && let Some(bare) = name.strip_suffix(NO_SCORE) {
            name = bare.trim_end().to_owned();
        }
        let last = self.parsed.sections.last_mut().and_then(|section| section.tasks.last_mut());
        if said == Some(Said::SameStep)
            && let Some(last) = last.filter(|last| last.name == name)
        {
            let new = people.into_iter().filter(|(person, _)| last.people.iter().all(|(known, _)| known != person));
            last.people.extend(new.collect::<Vec<_>>());
            return Ok(());
        }
        if name.is_empty() {
            self.warn(line, Doubt::NoTaskName);
        }
        let notes = clean(fields.rest);
        if !notes.is_empty() {
            self.warn(line, Doubt::FieldsInNotes { text: short(&notes) });
        }
        let task = Task { name, people, notes };
        if self.parsed.sections.is_empty() {
            self.parsed.sections.push(Section { name: None, tasks: Vec::new() });
        }
        if let Some(section) = self.parsed.sections.last_mut() {
            section.tasks.push(task);
        }
        Ok(())
    }

    /// Parts a task's line at its colons, from the left as Mermaid does, from the right where only that gives a score.
    fn fields<'a>(&mut self, line: Line<'_>, text: &'a str) -> Fields<'a> {
        let pieces = pieces(text);
        let piece = |at: usize| pieces.get(at).map_or("", |&start| piece(text, &pieces, start));
        let count = pieces.len();
        let found = piece(1);
        let name = piece(0);
        if let Some(value) = number::read(found) {
            let rest = pieces.get(3).map_or("", |&start| &text[start..]);
            return Fields { name, score: Some(self.inside(line, found, value)), people: piece(2), rest };
        }
        if count >= 4
            && let Some(value) = number::read(piece(count - 2))
        {
            self.warn(line, Doubt::ReadFromRight);
            let name = text[..pieces[count - 2]].trim_end().trim_end_matches(':');
            let score = Some(self.inside(line, piece(count - 2), value));
            return Fields { name, score, people: piece(count - 1), rest: "" };
        }
        let swapped = number::read(piece(2)).filter(|value| (1.0..=5.0).contains(value));
        if count == 3
            && !found.trim().is_empty()
            && let Some(value) = swapped
        {
            self.warn(line, Doubt::Swapped);
            return Fields { name, score: Some(value), people: found, rest: "" };
        }
        let rest = pieces.get(3).map_or("", |&start| &text[start..]);
        if found.trim() == UNKNOWN {
            return Fields { name, score: None, people: piece(2), rest };
        }
        let doubt =
            if found.trim().is_empty() { Doubt::NoScore } else { Doubt::ScoreNoNumber { found: short(&clean(found)) } };
        self.warn(line, doubt);
        Fields { name, score: None, people: piece(2), rest }
    }

    /// The score brought inside 1…5.
    fn inside(&mut self, line: Line<'_>, found: &str, value: f64) -> f64 {
        let taken = value.clamp(1.0, 5.0);
        if (1.0..=5.0).contains(&value) {
            return value;
        }
        let ends = if taken > 1.0 { 5 } else { 1 };
        self.warn(line, Doubt::ScoreOutside { found: short(&clean(found)), taken: ends });
        taken
    }

    /// The places of the people in a task's last field.
    fn people(&mut self, line: Line<'_>, field: &str) -> Result<Vec<usize>, ImportError> {
        let mut people = Vec::new();
        let mut open = false;
        for part in field.split(',') {
            let part = part.trim();
            open |= part.starts_with('"') && !(part.len() > 1 && part.ends_with('"'));
            let name = clean(part);
            if name.is_empty() {
                continue;
            }
            let person = self.person(line, name)?;
            if !people.contains(&person) {
                people.push(person);
            }
        }
        if open && people.len() > 1 {
            self.warn(line, Doubt::QuotedPeople);
        }
        if people.is_empty() {
            people.push(self.person(line, NOBODY.to_owned())?);
        }
        Ok(people)
    }

    fn person(&mut self, line: Line<'_>, name: String) -> Result<usize, ImportError> {
        if let Some(&known) = self.known.get(&name) {
            return Ok(known);
        }
        let place = self.parsed.people.len();
        if place == MAX_PEOPLE {
            return Err(ImportError::TooManyPeople { at: line.place(), most: MAX_PEOPLE });
        }
        self.parsed.people.push(name.clone());
        self.known.insert(name, place);
        Ok(place)
    }

    /// The description in braces that begins at byte `open` of a line; gives what follows its end.
    fn description<'a>(
        &mut self,
        line: Line<'a>,
        open: usize,
        lines: &[Line<'a>],
        at: &mut usize,
    ) -> Result<Line<'a>, ImportError> {
        let mut said = Vec::new();
        let mut part = line.after(open);
        loop {
            if let Some(end) = part.text.find('}') {
                said.push(part.text[..end].trim());
                said.retain(|text| !text.is_empty());
                self.parsed.description = clean(&said.join(" "));
                return Ok(part.after(end + 1));
            }
            said.push(part.text.trim());
            part = *lines.get(*at).ok_or(ImportError::OpenDescription { at: line.place() })?;
            *at += 1;
        }
    }

    /// The text before a comment.
    fn without_comment<'a>(&mut self, line: Line<'a>) -> &'a str {
        let Some(hash) = entities::find_outside(line.text, '#') else { return line.text };
        let comment = &line.text[hash + 1..];
        if comment.starts_with(|next: char| !next.is_whitespace()) {
            self.warn(line.after(hash), Doubt::HashLeftOut { text: short(&line.text[hash..]) });
        }
        line.text[..hash].trim_end()
    }

    /// The text before a comment. A `#` in the name, with the colon only behind it, is none.
    fn without_task_comment<'a>(&mut self, line: Line<'a>) -> &'a str {
        let Some(hash) = entities::find_outside(line.text, '#') else { return line.text };
        let colon = entities::find_outside(line.text, ':');
        if colon.is_some_and(|colon| colon > hash) {
            self.warn(line, Doubt::HashKept);
            // The name goes up to the colon; a comment may still follow it.
            let after = line.after(colon.unwrap_or(hash));
            let kept = line.text.len() - after.text.len() + self.without_comment(after).len();
            return &line.text[..kept];
        }
        self.without_comment(line)
    }

    /// The text without semicolons at its end; any other one stays.
    fn without_semicolons<'a>(&mut self, line: Line<'_>, text: &'a str) -> &'a str {
        if !entities::stops(text) {
            return text;
        }
        self.warn(line, Doubt::Semicolon);
        let bare = text.trim_end_matches(|c: char| c == ';' || c.is_whitespace());
        let entity = bare.rfind(['#', '&']).is_some_and(|start| {
            entities::first(&text[start..]).is_some_and(|(_, bytes)| start + bytes == bare.len() + 1)
        });
        &text[..bare.len() + usize::from(entity)]
    }
}

/// The fields of a task.
struct Fields<'a> {
    name: &'a str,
    score: Option<f64>,
    people: &'a str,
    rest: &'a str,
}

/// Where the pieces between colons begin; at least one.
fn pieces(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    while let Some(colon) = entities::find_outside(&text[at..], ':') {
        at += colon + 1;
        starts.push(at);
    }
    starts
}

/// The piece that begins at `start`.
fn piece<'a>(text: &'a str, starts: &[usize], start: usize) -> &'a str {
    let next = starts.partition_point(|&other| other <= start);
    starts.get(next).map_or(&text[start..], |&end| &text[start..end - 1])
}

/// Whether a text ends in `: number: people`.
fn like_task(text: &str) -> bool {
    let pieces = pieces(text);
    let [.., before, last] = pieces.as_slice() else { return false };
    pieces.len() >= 3 && number::read(piece(text, &pieces, *before)).is_some() && !text[*last..].trim().is_empty()
}

/// What follows a keyword that a line begins with, whatever its case.
fn keyword<'a>(line: Line<'a>, word: &str) -> Option<Line<'a>> {
    line.text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
    let rest = line.after(word.len());
    let ends = rest.text.chars().next().is_none_or(char::is_whitespace);
    ends.then(|| rest.trimmed())
}

/// The text behind `accTitle` or `accDescr`, and whether the colon is there.
fn accessible<'a>(line: Line<'a>, word: &str) -> Option<(&'a str, bool)> {
    line.text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
    let rest = &line.text[word.len()..];
    if let Some(value) = rest.trim_start().strip_prefix(':') {
        return Some((value, true));
    }
    // With a colon further on it is a task to Mermaid.
    (rest.starts_with(char::is_whitespace) && !rest.contains(':')).then_some((rest, false))
}

/// Where the text of `accDescr {` begins, in bytes of the line.
fn description_block(line: Line<'_>) -> Option<usize> {
    const WORD: &str = "accdescr";
    line.text.get(..WORD.len()).filter(|start| start.eq_ignore_ascii_case(WORD))?;
    let rest = line.text[WORD.len()..].trim_start();
    let inner = rest.strip_prefix('{')?;
    Some(line.text.len() - inner.len())
}

/// The text as a map keeps it: entities and breaks resolved, no control characters, composed, trimmed.
fn clean(text: &str) -> String {
    let decoded = entities::decoded(text);
    let mut plain = String::with_capacity(decoded.len());
    let mut rest = decoded.as_str();
    while let Some(next) = rest.chars().next() {
        if let Some(bytes) = line_break(rest) {
            plain.push(' ');
            rest = &rest[bytes..];
            continue;
        }
        plain.push(if next.is_control() { ' ' } else { next });
        rest = &rest[next.len_utf8()..];
    }
    plain.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').nfc().collect()
}

/// How many bytes `<br>` takes where the text begins with one.
fn line_break(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let name = inner.get(..2).filter(|name| name.eq_ignore_ascii_case("br"))?;
    let rest = inner[name.len()..].trim_start();
    let rest = rest.strip_prefix('/').unwrap_or(rest).strip_prefix('>')?;
    Some(text.len() - rest.len())
}

/// The beginning of a text, for a message.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}
