//! The fields that a typed line fills: `Money taken !5 18%` in a lane of pain points, `Refund i5 e2 @Payments` in one of
//! opportunities. What isn't understood stays text. Must not know words: names of channels are asked for.

use super::clean_text;
use crate::model::{
    Card, Channel, Content, ContentKind, Grade, LaneKind, Metric, Opportunity, PainPoint, Share, Touchpoint, Unit,
};

/// Which channel a name means, in any language; none for other words.
pub type ChannelNames<'a> = &'a dyn Fn(&str) -> Option<Channel>;

/// What a line says.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What isn't a field.
    pub text: String,
    /// The fields of the lane's kind.
    pub content: Content,
    /// The department after `@`; empty where none is named.
    pub owner: String,
}

/// Reads a line that was typed or pasted into a lane of this kind. Fields stand at its end, each once, in any order:
/// `!1`…`!5` severity, `18%` share; `i1`…`i5` impact, `e1`…`e5` effort (also `tđ` and `cs`); `61% -> 75%` value and target of
/// a metric; `@` and the department, to the next field. In a lane of touchpoints a channel's name alone, or before a
/// colon, is the channel.
pub fn parse_line(kind: LaneKind, line: &str, channel_of: ChannelNames<'_>) -> Line {
    let line = clean_text(line);
    let line = line.trim();
    let kind = kind.content().unwrap_or(ContentKind::Text);
    let plain = Line { text: line.to_owned(), content: kind.empty(), owner: String::new() };
    match plain.content {
        Content::Text | Content::Image(_) => plain,
        Content::Process => owned(line, plain.content, &mut |_, _| false),
        Content::Touchpoint(_) => touchpoint(line, channel_of),
        Content::PainPoint(_) => owned(line, plain.content, &mut pain_field),
        Content::Opportunity(_) => owned(line, plain.content, &mut opportunity_field),
        Content::Metric(_) => metric(line),
    }
}

/// The line that [`parse_line`] reads as this card's text, fields and owner: blank lines are left out, the channel stands
/// before a colon, by `name_of`, fields stand at the end. Empty where the card says nothing.
pub fn write_line(card: &Card, name_of: &dyn Fn(Channel) -> String) -> String {
    let text = clean_text(&card.text);
    let mut words: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let mut fields: Vec<String> = Vec::new();
    match &card.content {
        Content::Touchpoint(touchpoint) => {
            if let Some(channel) = touchpoint.channel.map(name_of).filter(|name| !name.is_empty()) {
                match words.first_mut() {
                    Some(first) => *first = format!("{channel}: {first}"),
                    None => words.push(channel),
                }
            }
        }
        Content::PainPoint(pain) => {
            fields.extend(pain.severity.map(|severity| format!("!{}", severity.value())));
            let percent = |share: Share| (share.value() * 10_000.0).round() / 100.0;
            fields.extend(pain.share.map(|share| format!("{}%", percent(share))));
        }
        Content::Opportunity(opportunity) => {
            fields.extend(opportunity.impact.map(|impact| format!("i{}", impact.value())));
            fields.extend(opportunity.effort.map(|effort| format!("e{}", effort.value())));
        }
        Content::Metric(metric) => {
            let unit = if metric.unit == Unit::Percent { "%" } else { "" };
            let figures = metric.value.zip(metric.target);
            fields.extend(figures.map(|(value, target)| format!("{value}{unit} -> {target}{unit}")));
        }
        Content::Text | Content::Image(_) | Content::Process => {}
    }
    let owner = clean_text(&card.owner).split_whitespace().collect::<Vec<_>>().join(" ");
    if !owner.is_empty() && !matches!(card.content, Content::Text | Content::Image(_)) {
        fields.push(format!("@{owner}"));
    }
    let fields = fields.join(" ");
    match words.last_mut() {
        Some(last) if !fields.is_empty() => last.push_str(&format!(" {fields}")),
        None if !fields.is_empty() => words.push(fields),
        Some(_) | None => {}
    }
    words.join("\n")
}

/// Reads a line that is still being typed: a last word that may become a field doesn't hide the fields before it.
pub fn parse_typed(kind: LaneKind, line: &str, channel_of: ChannelNames<'_>) -> Line {
    let read = parse_line(kind, line, channel_of);
    let may_become = |word: &str| {
        let first = word.chars().next().unwrap_or(' ');
        first == '!'
            || first.is_ascii_digit()
            || matches!(word.to_lowercase().as_str(), "i" | "e" | "t" | "tđ" | "c" | "cs")
    };
    let (before, word) = last_word(line);
    if line.ends_with(char::is_whitespace)
        || !matches!(read.content, Content::PainPoint(_) | Content::Opportunity(_))
        || !may_become(word)
    {
        return read;
    }
    let begun = parse_line(kind, before, channel_of);
    let owner = if begun.owner.is_empty() { read.owner } else { begun.owner };
    Line { content: merge(&begun.content, read.content), owner, text: read.text }
}

/// The owner's name as far as it is typed, where a line ends with one: what stands after the last `@` that begins a word.
pub fn owner_being_typed(line: &str) -> Option<&str> {
    let place = line.rfind('@')?;
    let (before, name) = (line.get(..place)?, line.get(place + 1..)?);
    let begins = before.is_empty() || before.ends_with(char::is_whitespace);
    (begins && !name.contains('\n') && name.split_whitespace().count() <= 4).then_some(name)
}

/// The content of a card after a line was written on it: what the line says counts, the rest stays.
pub fn merge(old: &Content, new: Content) -> Content {
    match (old, new) {
        (Content::PainPoint(old), Content::PainPoint(new)) => {
            Content::PainPoint(PainPoint { severity: new.severity.or(old.severity), share: new.share.or(old.share) })
        }
        (Content::Opportunity(old), Content::Opportunity(new)) => Content::Opportunity(Opportunity {
            impact: new.impact.or(old.impact),
            effort: new.effort.or(old.effort),
            ..old.clone()
        }),
        (Content::Touchpoint(old), Content::Touchpoint(new)) => {
            Content::Touchpoint(Touchpoint { channel: new.channel.or(old.channel), ..old.clone() })
        }
        (Content::Metric(old), Content::Metric(new)) if new.value.is_some() => Content::Metric(Metric {
            value: new.value,
            target: new.target.or(old.target),
            unit: new.unit,
            ..old.clone()
        }),
        (old, _) => old.clone(),
    }
}

/// A number as people write it in either language: `−1,5`, `-1.5`, `+1`.
pub fn parse_number(text: &str) -> Option<f64> {
    let text = text.trim().replace(['−', '–'], "-").replace(',', ".");
    let digits = text.strip_prefix(['+', '-']).unwrap_or(&text);
    // The standard parser takes `inf`, `nan` and `1e5` too, which nobody means.
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.') && digits.chars().any(|c| c.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn grade(text: &str) -> Option<Grade> {
    text.parse().ok().and_then(|value| Grade::new(value).ok())
}

/// Puts a value into an empty field; whether it did.
fn fill<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let new = field.is_none() && value.is_some();
    if new {
        *field = value;
    }
    new
}

fn pain_field(content: &mut Content, word: &str) -> bool {
    let Content::PainPoint(pain) = content else { return false };
    if let Some(severity) = word.strip_prefix('!') {
        return fill(&mut pain.severity, grade(severity));
    }
    let share = word.strip_suffix('%').filter(|share| !share.starts_with(['+', '-', '−'])).and_then(parse_number);
    fill(&mut pain.share, share.and_then(|percent| Share::new(percent / 100.0).ok()))
}

fn opportunity_field(content: &mut Content, word: &str) -> bool {
    let Content::Opportunity(opportunity) = content else { return false };
    let word = word.to_lowercase();
    let after = |names: [&str; 2]| names.iter().find_map(|name| word.strip_prefix(name)).and_then(grade);
    fill(&mut opportunity.impact, after(["i", "tđ"])) || fill(&mut opportunity.effort, after(["e", "cs"]))
}

/// Takes the fields from the end of a line, and the owner: the words from `@` on to the next field.
fn owned(line: &str, mut content: Content, field: &mut dyn FnMut(&mut Content, &str) -> bool) -> Line {
    let mut rest = line;
    let mut owner = String::new();
    loop {
        let (before, word) = last_word(rest);
        if !word.is_empty() && field(&mut content, word) {
            rest = before;
        } else if owner.is_empty()
            && let Some((before, name)) = owner_at_end(rest)
        {
            name.clone_into(&mut owner);
            rest = before;
        } else {
            break;
        }
    }
    Line { text: rest.to_owned(), content, owner }
}

/// The line without its last word, and the word.
fn last_word(line: &str) -> (&str, &str) {
    match line.rfind(char::is_whitespace) {
        Some(place) => {
            let (before, after) = line.split_at(place);
            (before.trim_end(), after.trim_start())
        }
        None => ("", line),
    }
}

/// The line without the owner at its end, and the owner: `@` at the begin of a word, up to four words, on the last line.
fn owner_at_end(line: &str) -> Option<(&str, &str)> {
    let last_line = line.rfind('\n').map_or(0, |place| place + 1);
    let place = last_line + line.get(last_line..)?.rfind('@')?;
    let (before, after) = (line.get(..place)?, line.get(place + 1..)?.trim());
    let begins = before.is_empty() || before.ends_with(char::is_whitespace);
    let name = !after.is_empty() && after.split_whitespace().count() <= 4;
    (begins && name).then(|| (before.trim_end(), after))
}

fn touchpoint(line: &str, channel_of: ChannelNames<'_>) -> Line {
    let mut read = owned(line, ContentKind::Touchpoint.empty(), &mut |_, _| false);
    let with = |channel| Content::Touchpoint(Touchpoint { channel: Some(channel), ..Touchpoint::default() });
    if let Some(channel) = channel_of(read.text.trim()) {
        read.content = with(channel);
        // A touchpoint without text shows its channel's name, in the map's language.
        read.text.clear();
    } else if let Some((name, rest)) = read.text.split_once(':')
        && let Some(channel) = channel_of(name.trim())
    {
        read.content = with(channel);
        read.text = rest.trim().to_owned();
    }
    read
}

fn metric(line: &str) -> Line {
    let mut read = owned(line, ContentKind::Metric.empty(), &mut |_, _| false);
    let figure = |word: &str| {
        let percent = word.ends_with('%');
        parse_number(word.strip_suffix('%').unwrap_or(word)).map(|value| (value, percent))
    };
    let (before, target) = last_word(&read.text);
    let (before, arrow) = last_word(before);
    let (name, value) = last_word(before);
    if matches!(arrow, "->" | "→")
        && let Some(((target, percent), (value, _))) = figure(target).zip(figure(value))
    {
        let unit = if percent { Unit::Percent } else { Unit::Number };
        read.content = Content::Metric(Metric { unit, value: Some(value), target: Some(target), ..Metric::default() });
        read.text = name.to_owned();
    }
    read
}
