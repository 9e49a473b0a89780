//! Letters written as entities: `#35;`, `#quot;`, and those of HTML. Must not know what the text is for.

/// The names that are understood, besides numbers.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("colon", ':'),
    ("comma", ','),
    ("gt", '>'),
    ("hellip", '…'),
    ("lt", '<'),
    ("nbsp", '\u{a0}'),
    ("num", '#'),
    ("quot", '"'),
    ("semi", ';'),
];

/// The letter that begins a text as an entity, and how many bytes it takes.
pub(super) fn first(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix("&#").or_else(|| text.strip_prefix(['#', '&']))?;
    // The longest names of HTML have 31 letters, those above 8.
    let end = inner.bytes().take(9).position(|b| b == b';')?;
    let name = &inner[..end];
    let letter = match name.strip_prefix(['x', 'X']).filter(|_| text.starts_with('&')) {
        Some(digits) => char::from_u32(u32::from_str_radix(digits, 16).ok()?),
        None if name.bytes().all(|b| b.is_ascii_digit()) => char::from_u32(name.parse().ok()?),
        None => NAMES.iter().find(|(known, _)| *known == name).map(|&(_, letter)| letter),
    }?;
    Some((letter, text.len() - inner.len() + end + 1))
}

/// The text with letters in place of its entities.
pub(super) fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        match first(rest) {
            Some((letter, bytes)) => {
                plain.push(letter);
                rest = &rest[bytes..];
            }
            None => {
                plain.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    plain
}

/// Where a mark stands in a text outside entities.
pub(super) fn find_outside(text: &str, mark: char) -> Option<usize> {
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        match first(&text[at..]) {
            Some((_, bytes)) => at += bytes,
            None if next == mark => return Some(at),
            None => at += next.len_utf8(),
        }
    }
    None
}

/// Whether Mermaid stops at a semicolon of this text: only one that ends an entity with `#` is let through.
pub(super) fn stops(text: &str) -> bool {
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let entity = first(rest).filter(|_| next == '#');
        if entity.is_none() && next == ';' {
            return true;
        }
        rest = &rest[entity.map_or(next.len_utf8(), |(_, bytes)| bytes)..];
    }
    false
}
