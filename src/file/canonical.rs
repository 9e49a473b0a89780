//! The shape of the written text: what stands on a line of its own.
//!
//! The serializer gives everything on one line; this lays it out so that a difference between two versions reads well.
//! What has an identity of its own (stage, step, card, persona, segment, evidence) has one field a line; small things
//! (a lane, a score, a link, what a card's kind adds) stay whole on one line. The shape never depends on how long a text
//! is: a longer word changes one line. Must not know what a map is beyond these names.

/// Lists whose elements have one field a line.
const OPEN_ELEMENTS: [&str; 8] = ["personas", "segments", "evidence", "stages", "steps", "cards", "tray", "conflicts"];
/// Lists and tables with one element a line.
const ROWS: [&str; 12] = [
    "lanes",
    "channels",
    "facts",
    "maps",
    "metrics",
    "fields",
    "links",
    "branches",
    "scores",
    "columns",
    "exclusions",
    "respondents",
];
/// Structures with one field a line.
const OPEN: [&str; 7] = ["map", "risk", "phases", "look", "brand", "survey", "mapping"];

const INDENT: &str = "  ";

/// How the inside of a pair of brackets is laid out.
#[derive(Clone, Copy)]
struct Group {
    /// Each element on a line of its own.
    open: bool,
    /// So are the fields of each element.
    open_elements: bool,
}

/// Lays out what the serializer wrote without any whitespace.
pub(super) fn lay_out(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 3 / 2);
    let mut groups: Vec<Group> = Vec::new();
    // The name of the field whose value is being written, and the word before the cursor, which may become one.
    let mut field = "";
    let mut word = "";
    let mut rest = compact;
    while let Some(first) = rest.chars().next() {
        match first {
            '"' => {
                let length = string_length(rest);
                push_string(&mut out, &rest[..length]);
                rest = &rest[length..];
                continue;
            }
            '(' | '[' | '{' => {
                let after = &rest[1..];
                if let Some(close @ (')' | ']' | '}')) = after.chars().next() {
                    out.push(first);
                    out.push(close);
                    rest = &after[1..];
                    continue;
                }
                let group = group(first, field, groups.last().copied(), after.starts_with('"'));
                out.push(first);
                groups.push(group);
                if group.open {
                    new_line(&mut out, groups.len());
                }
                field = "";
            }
            ')' | ']' | '}' => {
                if groups.pop().is_some_and(|group| group.open) {
                    out.push(',');
                    new_line(&mut out, groups.len());
                }
                out.push(first);
            }
            ',' => {
                out.push(',');
                field = "";
                if groups.last().is_some_and(|group| group.open) {
                    new_line(&mut out, groups.len());
                } else {
                    out.push(' ');
                }
            }
            ':' => {
                out.push_str(": ");
                field = word;
            }
            _ => {
                let length = rest.find(['"', '(', '[', '{', ')', ']', '}', ',', ':']).unwrap_or(rest.len());
                word = &rest[..length];
                // 61.0 is 61 to whoever reads it, and reads back as the same number.
                out.push_str(word.strip_suffix(".0").unwrap_or(word));
                rest = &rest[length..];
                continue;
            }
        }
        rest = &rest[1..];
    }
    out.push('\n');
    out
}

fn group(bracket: char, field: &str, parent: Option<Group>, of_strings: bool) -> Group {
    const CLOSED: Group = Group { open: false, open_elements: false };
    let Some(parent) = parent else { return Group { open: true, open_elements: false } };
    if !parent.open {
        return CLOSED;
    }
    match bracket {
        '[' if OPEN_ELEMENTS.contains(&field) && !of_strings => Group { open: true, open_elements: true },
        '[' | '{' if ROWS.contains(&field) => Group { open: true, open_elements: false },
        '(' if parent.open_elements || OPEN.contains(&field) => Group { open: true, open_elements: false },
        _ => CLOSED,
    }
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str(INDENT);
    }
}

/// Length in bytes of the string that `text` begins with, quotation marks included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Writes `\n` and the like. Before a combining mark the long form is taken: normalised, an n with a tilde on it would be
/// one letter, and the escape another one.
fn push_short_escape(out: &mut String, escape: &str, after: &str) {
    let code = match escape {
        "\\n" => "\\u{a}",
        "\\r" => "\\u{d}",
        "\\t" => "\\u{9}",
        "\\0" => "\\u{0}",
        other => other,
    };
    out.push_str(if after.starts_with("\\u{") { code } else { escape });
}

/// Writes a string literal, with only those characters escaped that can't be seen or would be mistaken.
///
/// The serializer also escapes apostrophes and every combining mark, which would make Hindi, Thai and many emoji
/// unreadable.
fn push_string(out: &mut String, literal: &str) {
    let mut rest = literal;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = &rest[at..];
        let unicode = escape.strip_prefix("\\u{").and_then(|digits| {
            let end = digits.find('}')?;
            let character = char::from_u32(u32::from_str_radix(&digits[..end], 16).ok()?)?;
            Some((character, end + 4))
        });
        let length = match unicode {
            Some((character, length)) if shown_plainly(character) => {
                out.push(character);
                length
            }
            Some((_, length)) => {
                out.push_str(&escape[..length]);
                length
            }
            None if escape.starts_with("\\'") => {
                out.push('\'');
                2
            }
            None => {
                // A backslash and one ASCII character: that is all the serializer writes besides the above.
                let length = escape.len().min(2);
                push_short_escape(out, &escape[..length], &escape[length..]);
                length
            }
        };
        rest = &escape[length..];
    }
    out.push_str(rest);
}

/// Not for control characters, unusual spaces and marks that change the direction of text or can't be seen.
fn shown_plainly(character: char) -> bool {
    // Two of these spaces are the normal form of the others, and an escape would hide that.
    if matches!(character, '\u{2000}'..='\u{2003}') {
        return true;
    }
    let unseen = matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff0}'..='\u{ffff}'
    );
    !(character.is_control() || character.is_whitespace() || unseen)
}
