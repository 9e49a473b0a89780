//! Lines of texts in which a backslash keeps a word from being a field: `The fee rose \18%` says no share, `\Email: sent` no
//! channel, `Call \@home` no owner. What [`write_guarded`] writes [`read_guarded`] reads as the same card. Must not know what
//! stands around such a line.

use super::clean_text;
use super::line::{ChannelNames, Line, parse_line, write_line};
use crate::model::{Card, Channel, Content, ContentKind, LaneKind};

/// What keeps a word from being a field.
const GUARD: char = '\\';

/// Reads a line as [`parse_line`] does, but for what a backslash keeps plain: one before the line keeps its begin from being a
/// channel, one before the last word that from being a field, one before an `@` that from being an owner. Those are taken away.
pub fn read_guarded(kind: LaneKind, line: &str, channel_of: ChannelNames<'_>) -> Line {
    let nobody = |_: &str| None;
    let mut read = match line.strip_prefix(GUARD) {
        Some(rest) => parse_line(kind, rest, &nobody),
        None => parse_line(kind, line, channel_of),
    };
    if has_fields(kind) {
        let [last, owner] = guarded_places(&read.text);
        // The later one first, so that the earlier stays where it is.
        for place in [last, owner].into_iter().flatten() {
            if read.text[place..].starts_with(GUARD) {
                read.text.remove(place);
            }
        }
    }
    read
}

/// The line that [`write_line`] writes, with backslashes where [`read_guarded`] would take something of the card's text for a
/// field.
pub fn write_guarded(
    kind: LaneKind,
    card: &Card,
    name_of: &dyn Fn(Channel) -> String,
    channel_of: ChannelNames<'_>,
) -> String {
    let card = readable(card, name_of, channel_of);
    let wanted = write_line(&card, name_of);
    if wanted.is_empty() {
        return wanted;
    }
    let guarded = |guards: u8| {
        let mut text = card.text.clone();
        if has_fields(kind) {
            let [last, owner] = guarded_places(&text);
            // The later one first, so that the earlier stays where it is.
            let mut places: Vec<usize> =
                [last.filter(|_| guards & 1 > 0), owner.filter(|_| guards & 2 > 0)].into_iter().flatten().collect();
            places.sort_unstable_by(|a, b| b.cmp(a));
            places.into_iter().for_each(|place| text.insert(place, GUARD));
        }
        let line = write_line(&Card { text, ..card.clone() }, name_of);
        if guards & 4 > 0 || line.starts_with(GUARD) { format!("{GUARD}{line}") } else { line }
    };
    let says_it = |line: &String| {
        let read = read_guarded(kind, line, channel_of);
        let same = read.text == card.text && read.owner == card.owner;
        same && write_line(&Card { text: read.text, owner: read.owner, content: read.content, ..card.clone() }, name_of)
            == wanted
    };
    (0..8).map(guarded).find(says_it).unwrap_or_else(|| guarded(0))
}

/// The card as a line can say it: without blank lines and what a line has no room for; a channel that nobody knows by its name
/// is the begin of the text.
fn readable(card: &Card, name_of: &dyn Fn(Channel) -> String, channel_of: ChannelNames<'_>) -> Card {
    let text = clean_text(&card.text);
    let text: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let owner = match card.content {
        Content::Text | Content::Image(_) => String::new(),
        _ => clean_text(&card.owner).split_whitespace().collect::<Vec<_>>().join(" "),
    };
    let mut card = Card { text: text.join("\n"), owner, ..card.clone() };
    if let Content::Touchpoint(touchpoint) = &mut card.content
        && let Some(channel) = touchpoint.channel
        && channel_of(&name_of(channel)) != Some(channel)
    {
        let name = name_of(channel);
        touchpoint.channel = None;
        let parts = [name, std::mem::take(&mut card.text)];
        card.text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    }
    card
}

/// Whether words at the end of a line can be fields in a lane of this kind.
fn has_fields(kind: LaneKind) -> bool {
    kind.content().is_some_and(|content| !matches!(content, ContentKind::Text | ContentKind::Image))
}

/// Where the last word of a text begins, and the last one of its last line that begins with an `@`, backslashes or not.
fn guarded_places(text: &str) -> [Option<usize>; 2] {
    let begin = |end: usize| {
        let before = &text[..end];
        before.char_indices().rfind(|(_, letter)| letter.is_whitespace()).map_or(0, |(at, space)| at + space.len_utf8())
    };
    let last = begin(text.len());
    let last_line = text.rfind('\n').map_or(0, |place| place + 1);
    let owner = text[last_line..].rfind('@').map(|at| begin(last_line + at));
    let owner = owner.filter(|at| text[*at..].trim_start_matches(GUARD).starts_with('@'));
    [(last < text.len()).then_some(last), owner.filter(|at| *at != last)]
}
