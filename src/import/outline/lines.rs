//! The lines of an indented text: their levels, keys and fields.

use super::{CardLine, Figure, LaneOf, Outline, Remark, RemarkKind, StageLine, StepLine};
use crate::edit::line::parse_number;
use crate::i18n::{lane_by_name, lane_key, phase_by_key};
use crate::model::{Emotion, LaneKind, Language, Phase};

/// Columns up to the next stop of a tab.
const TAB: usize = 4;
/// The most lanes of one kind.
const MOST_OF_A_KIND: usize = 50;

/// A line, before it is known what it is.
struct Line<'a> {
    number: usize,
    indent: usize,
    text: &'a str,
    keyed: bool,
    /// A further line of the card above.
    continues: bool,
    level: usize,
}

/// What a text says.
pub(super) fn read(text: &str) -> Outline {
    let mut outline = Outline::default();
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim();
        if bare.is_empty() || (lines.is_empty() || indent(line) == 0) && header(&mut outline, bare) {
            continue;
        }
        lines.push(Line {
            number: number + 1,
            indent: indent(line),
            text: bare,
            keyed: keyed(bare),
            continues: false,
            level: 0,
        });
    }
    level(&mut lines);
    let steps_on_top = steps_on_top(&lines);
    let mut remarks = Vec::new();
    for line in &lines {
        let remark = |kind| Remark { line: line.number, kind };
        let depth = if steps_on_top && !line.keyed { line.level + 1 } else { line.level };
        if line.continues {
            let card = outline.stages.last_mut().and_then(|stage| stage.steps.last_mut()?.cards.last_mut());
            if let Some(card) = card {
                if !card.text.is_empty() {
                    card.text.push('\n');
                }
                card.text.push_str(plain(line.text));
            }
        } else if line.keyed || depth >= 2 {
            outline.vietnamese_keys += language_of_key(line.text);
            if outline.stages.last().is_none_or(|stage| stage.steps.is_empty()) {
                remarks.push(remark(RemarkKind::CardWithoutStep));
                add_step(&mut outline, StepLine::default());
            }
            if let Some(step) = outline.stages.last_mut().and_then(|stage| stage.steps.last_mut()) {
                remarks.extend(card(step, line).into_iter().map(remark));
            }
        } else if depth == 1 {
            if outline.stages.is_empty() && !steps_on_top {
                remarks.push(remark(RemarkKind::StepWithoutStage));
            }
            let (name, fields) = trailing(unbulleted(line.text));
            let mut step = StepLine { name, ..StepLine::default() };
            for field in fields {
                match field {
                    Field::Moment => step.moment = true,
                    Field::Score(figure) => step.scores.push((None, figure)),
                    Field::NoScore(found) => remarks.push(remark(RemarkKind::NoFigure { found })),
                    Field::Phase(_) => {}
                }
            }
            add_step(&mut outline, step);
        } else {
            let (name, fields) = trailing(unbulleted(line.text));
            let phase =
                fields.iter().find_map(|field| if let Field::Phase(phase) = field { Some(*phase) } else { None });
            let stage = StageLine { name, phase: None, steps: Vec::new() };
            let fits = phase.is_none_or(|phase| phase_fits(outline.stages.iter().map(|stage| stage.phase), phase));
            if !fits {
                remarks.push(remark(RemarkKind::PhaseOrder));
            }
            outline.stages.push(StageLine { phase: phase.filter(|_| fits), ..stage });
        }
    }
    for step in outline.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
        step.cards.retain(|card| !matches!(card.text.trim(), "" | "\\"));
    }
    outline.remarks.append(&mut remarks);
    outline
}

/// Whether a stage of this phase can follow stages of those: phases stay together and in order.
pub(super) fn phase_fits(stages: impl Iterator<Item = Option<Phase>>, phase: Phase) -> bool {
    let (mut last, mut before) = (None, None);
    for found in stages {
        last = found.or(last);
        before = found;
    }
    last.is_none_or(|last| phase > last || phase == last && before == Some(last))
}

fn add_step(outline: &mut Outline, step: StepLine) {
    if outline.stages.is_empty() {
        outline.stages.push(StageLine::default());
    }
    if let Some(stage) = outline.stages.last_mut() {
        stage.steps.push(step);
    }
}

/// How far a line is indented, in columns.
fn indent(line: &str) -> usize {
    let mut columns = 0;
    for letter in line.chars() {
        match letter {
            '\t' => columns += TAB - columns % TAB,
            letter if letter.is_whitespace() => columns += 1,
            _ => break,
        }
    }
    columns
}

/// A line about the whole map; whether it is one.
fn header(outline: &mut Outline, line: &str) -> bool {
    let join = |text: &mut String, more: &str| {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(more.trim());
    };
    if let Some(title) = line.strip_prefix("# ") {
        join(&mut outline.title, title);
    } else if let Some(scenario) = line.strip_prefix("> ") {
        join(&mut outline.scenario, scenario);
    } else if let Some(names) = line.strip_prefix("@ ") {
        let names = names.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
        for name in names {
            if !outline.personas.iter().any(|known| crate::i18n::same_name(known, name)) {
                outline.personas.push(name.to_owned());
            }
        }
    } else if let Some((lane, name)) = line.strip_prefix("| ").and_then(key) {
        outline.vietnamese_keys += language_of_key(line.trim_start_matches("| "));
        if outline.lanes.iter().all(|(known, _)| *known != lane) {
            outline.lanes.push((lane, name.to_owned()));
        }
    } else if let Some((phase, name)) = line.strip_prefix("| ").and_then(phase_named) {
        if outline.phases.iter().all(|(known, _)| *known != phase) {
            outline.phases.push((phase, name.to_owned()));
        }
    } else if let Some((card, text)) = outline.tray.last_mut().and_then(|card| Some((card, line.strip_prefix("~~ ")?)))
    {
        card.text = format!("{}\n{}", card.text, plain(text));
    } else if let Some(text) = line.strip_prefix("~ ") {
        let card = card_line(text);
        outline.vietnamese_keys += language_of_key(text);
        outline.tray.extend(Some(card).filter(|card| !matches!(card.text.trim(), "" | "\\")));
    } else {
        return false;
    }
    true
}

/// The phase that a line names: `before: Dreaming`.
fn phase_named(line: &str) -> Option<(Phase, &str)> {
    let (key, name) = line.split_once(':')?;
    let name = Some(name.trim()).filter(|name| !name.is_empty())?;
    phase_by_key(key.trim()).map(|phase| (phase, name))
}

/// Which lane a key before a colon means: `a`, `đđ`, `pain point`, `note2`.
fn lane_of_key(key: &str) -> Option<LaneOf> {
    let key = key.trim();
    if key.chars().count() > 24 {
        return None;
    }
    let bare = key.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let nth = match &key[bare.len()..] {
        "" => 0,
        digits => digits.parse::<usize>().ok().filter(|nth| (1..=MOST_OF_A_KIND).contains(nth))? - 1,
    };
    lane_by_name(bare).map(|kind| LaneOf { kind, nth })
}

/// The lane and the rest of a line that begins with a key.
fn key(line: &str) -> Option<(LaneOf, &str)> {
    let (key, rest) = line.split_once(':')?;
    // `http://` is no key, and neither is `10:30`, nor a step whose score follows: `M :0`.
    let ends = !rest.starts_with('/') && !key.ends_with(char::is_whitespace);
    lane_of_key(key).filter(|_| ends).map(|lane| (lane, rest.trim()))
}

/// 1 where a line's key is Vietnamese, −1 where it is English, 0 where it may be either.
fn language_of_key(line: &str) -> isize {
    let Some((key, _)) = unbulleted(line).split_once(':') else { return 0 };
    let key = key.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is = |language| lane_by_name(key).is_some_and(|kind| lane_key(kind, language) == key.to_lowercase());
    isize::from(is(Language::Vi)) - isize::from(is(Language::En))
}

/// Whether a line begins with the key of a lane.
pub(super) fn keyed(line: &str) -> bool {
    !line.starts_with('\\') && key(unbulleted(line)).is_some()
}

/// What a line is called behind its number; none where it has none.
pub(super) fn numbered(line: &str) -> Option<&str> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = (1..=3).contains(&digits).then(|| line.get(digits..)).flatten()?;
    rest.strip_prefix(". ").or(rest.strip_prefix(") ")).map(str::trim_start)
}

/// A card that a line says, with the lane of its key.
pub(super) fn card_line(line: &str) -> CardLine {
    let bare = unbulleted(line);
    match key(bare).filter(|(lane, _)| lane.kind.content().is_some()) {
        Some((lane, text)) => CardLine { lane, text: text.to_owned() },
        None => CardLine { lane: LaneOf { kind: LaneKind::Actions, nth: 0 }, text: bare.to_owned() },
    }
}

/// A line without its bullet or number.
pub(super) fn unbulleted(line: &str) -> &str {
    if line.len() == 1 && "-*•–".contains(line) || matches!(line, "•" | "–") {
        return "";
    }
    if let Some(rest) = ["• ", "- ", "* ", "– ", "+ "].iter().find_map(|bullet| line.strip_prefix(bullet)) {
        return rest.trim_start();
    }
    numbered(line).unwrap_or(line)
}

/// A text without the backslash that keeps it plain, and without its bullet if it has none.
fn plain(line: &str) -> &str {
    line.strip_prefix('\\').unwrap_or_else(|| unbulleted(line))
}

/// Gives each line its level, and finds those that go on with the card above.
fn level(lines: &mut [Line<'_>]) {
    let mut open: Vec<usize> = Vec::new();
    // The indentation of the card that further lines would belong to.
    let mut card: Option<usize> = None;
    for line in lines.iter_mut() {
        if card.is_some_and(|card| line.indent > card) && !line.keyed {
            line.continues = true;
            continue;
        }
        while open.last().is_some_and(|indent| *indent > line.indent) {
            open.pop();
        }
        if open.last() != Some(&line.indent) {
            open.push(line.indent);
        }
        line.level = open.len() - 1;
        card = (line.keyed || line.level >= 2).then_some(line.indent);
    }
}

/// Whether the lines of the first level are steps: where no other line but cards stands below them, and one of them could be
/// no stage.
fn steps_on_top(lines: &[Line<'_>]) -> bool {
    let mut names = lines.iter().filter(|line| !line.keyed && !line.continues).peekable();
    if names.peek().is_none() || names.clone().any(|line| line.level > 0) {
        return false;
    }
    let cards = lines.iter().any(|line| line.keyed);
    let fields = |line: &Line<'_>| {
        trailing(unbulleted(line.text)).1.iter().any(|field| matches!(field, Field::Moment | Field::Score(_)))
    };
    cards || names.any(fields)
}

enum Field {
    Moment,
    Score(Figure),
    NoScore(String),
    Phase(Phase),
}

/// What a word at the end of a name says besides the name.
fn field(word: &str) -> Option<Field> {
    if word == "*" {
        return Some(Field::Moment);
    }
    if let Some(inside) = word.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return phase_by_key(inside).map(Field::Phase);
    }
    let score = word.strip_prefix(':')?;
    if let Some(figure) = figure(score) {
        return Some(Field::Score(figure));
    }
    parse_number(score).map(|_| Field::NoScore(score.to_owned()))
}

/// What a score says.
fn figure(text: &str) -> Option<Figure> {
    if matches!(text, "x" | "X") {
        return Some(Figure::NotInvolved);
    }
    parse_number(text).and_then(|value| Emotion::new(value).ok()).map(Figure::Value)
}

/// A name, and the fields at its end.
fn trailing(text: &str) -> (String, Vec<Field>) {
    let mut rest = text.trim_end();
    let mut fields = Vec::new();
    let mut kept = None;
    loop {
        let (before, word) = match rest.rfind(char::is_whitespace) {
            Some(at) => {
                let (before, after) = rest.split_at(at);
                (before.trim_end(), after.trim_start())
            }
            None => ("", rest),
        };
        if let Some(word) = word.strip_prefix('\\') {
            kept = Some((before, word));
            break;
        }
        match field(word) {
            Some(found) if !word.is_empty() => {
                fields.push(found);
                rest = before;
            }
            _ => break,
        }
    }
    let name = match kept {
        Some(("", word)) => word.to_owned(),
        Some((before, word)) => format!("{} {word}", before.strip_prefix('\\').unwrap_or(before)),
        None => rest.strip_prefix('\\').unwrap_or(rest).to_owned(),
    };
    (name.split_whitespace().collect::<Vec<_>>().join(" "), fields)
}

/// Adds the card or the scores of a line to a step.
fn card(step: &mut StepLine, line: &Line<'_>) -> Vec<RemarkKind> {
    let found = if line.keyed { key(unbulleted(line.text)) } else { None };
    let Some((lane, text)) = found else {
        let lane = LaneOf { kind: LaneKind::Actions, nth: 0 };
        let text = plain(line.text).trim();
        // The backslash of the line is taken away; one that follows is the text's.
        let guard = if text.starts_with('\\') { "\\" } else { "" };
        step.cards.push(CardLine { lane, text: format!("{guard}{text}") });
        return Vec::new();
    };
    if lane.kind == LaneKind::Emotion {
        return scores(step, text);
    }
    if lane.kind.content().is_none() {
        let key = line.text.split(':').next().unwrap_or_default().to_owned();
        return vec![RemarkKind::NoCards { key }];
    }
    step.cards.push(CardLine { lane, text: text.to_owned() });
    Vec::new()
}

/// Scores as `Minh -1; Hạnh x`, or one figure alone for the first persona.
fn scores(step: &mut StepLine, text: &str) -> Vec<RemarkKind> {
    let parts: Vec<&str> = if text.contains(';') { text.split(';').collect() } else { text.split(", ").collect() };
    let mut remarks = Vec::new();
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        let (name, word) = part.rsplit_once(char::is_whitespace).unwrap_or(("", part));
        match figure(word.trim_start_matches(':')) {
            Some(found) => {
                // One colon ends a name; another one belongs to it.
                let name = name.trim();
                let name = name.strip_suffix(':').map_or(name, str::trim_end);
                step.scores.push(((!name.is_empty()).then(|| name.to_owned()), found));
            }
            None => remarks.push(RemarkKind::NoFigure { found: part.to_owned() }),
        }
    }
    remarks
}
