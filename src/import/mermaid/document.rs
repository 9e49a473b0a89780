//! Finds the journey diagrams of a text: bare, in fences of Markdown, in a web page. Must not know what a diagram says.

use super::Doubt;
use crate::import::{TextPlace, Warning};

/// A line of the text, with what stands before it cut off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Counted from 1.
    pub(super) number: usize,
    /// How many characters were cut off.
    pub(super) cut: usize,
    /// The rest.
    pub(super) text: &'a str,
}

impl<'a> Line<'a> {
    /// The same line without its first `bytes`.
    pub(super) fn after(self, bytes: usize) -> Self {
        let (before, text) = self.text.split_at(bytes);
        Self { cut: self.cut + before.chars().count(), text, ..self }
    }

    /// The same line without white space before and after.
    pub(super) fn trimmed(self) -> Self {
        let start = self.text.len() - self.text.trim_start_matches(blank).len();
        let line = self.after(start);
        Self { text: line.text.trim_end_matches(blank), ..line }
    }

    /// Where its first character stands.
    pub(super) const fn place(self) -> TextPlace {
        TextPlace { line: self.number, column: self.cut + 1 }
    }
}

/// White space as Mermaid sees it: a byte order mark counts.
fn blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// One journey diagram.
#[derive(Debug)]
pub(super) struct Diagram<'a> {
    /// Where its `journey` stands.
    pub(super) head: TextPlace,
    /// What follows `journey`.
    pub(super) lines: Vec<Line<'a>>,
    /// The title of its front matter; may be empty.
    pub(super) title: &'a str,
    /// What was doubtful before its first line.
    pub(super) warnings: Vec<Warning>,
}

/// What a text holds.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// The journeys, in order.
    pub(super) diagrams: Vec<Diagram<'a>>,
    /// The first diagram of another kind: where, and what it calls itself.
    pub(super) other: Option<(TextPlace, &'a str)>,
}

/// All journeys of a text.
pub(super) fn find(text: &str) -> Found<'_> {
    let lines = lines(text);
    let mut found = Found::default();
    for (named, block) in fences(&lines) {
        let other = found.other;
        read_block(&block, true, &mut found);
        // A fence without a name that holds no journey is any sort of code.
        found.other = if named { found.other } else { other };
    }
    if found.diagrams.is_empty() && found.other.is_none() {
        read_block(&lines, false, &mut found);
    }
    found
}

/// The lines, whether they end in LF, CRLF or CR.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(['\n', '\r']);
        let line = end.map_or(rest, |end| &rest[..end]);
        lines.push(Line { number: lines.len() + 1, cut: 0, text: line });
        let Some(end) = end else { return lines };
        let width = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        rest = &rest[end + width..];
    }
}

/// The contents of the fences that may hold a diagram: those named `mermaid` (with `true`), and those without a name.
fn fences<'a>(lines: &[Line<'a>]) -> Vec<(bool, Vec<Line<'a>>)> {
    let mut blocks = Vec::new();
    let mut open: Option<(char, usize, Option<bool>, Vec<Line<'a>>)> = None;
    for &line in lines {
        let inner = unquoted(line);
        match &mut open {
            None => {
                if let Some((mark, length, name)) = fence(inner.text) {
                    let name = name.trim_matches(|c: char| c.is_whitespace() || "{}.".contains(c));
                    let first = name.split([' ', '\t', ',', '}']).next().unwrap_or_default();
                    let named = first.eq_ignore_ascii_case("mermaid");
                    open = Some((mark, length, (named || first.is_empty()).then_some(named), Vec::new()));
                }
            }
            Some((mark, length, wanted, block)) => {
                let closes = fence(inner.text)
                    .is_some_and(|(other, run, name)| other == *mark && run >= *length && name.trim().is_empty());
                if closes {
                    if let Some(named) = *wanted {
                        blocks.push((named, std::mem::take(block)));
                    }
                    open = None;
                } else {
                    block.push(inner);
                }
            }
        }
    }
    // A fence that never closes reaches to the end of the text.
    if let Some((_, _, Some(named), block)) = open {
        blocks.push((named, block));
    }
    blocks
}

/// The line without the `>` of quotations.
fn unquoted(line: Line<'_>) -> Line<'_> {
    let bytes = line.text.len() - line.text.trim_start_matches([' ', '\t', '>']).len();
    if line.text[..bytes].contains('>') { line.after(bytes) } else { line }
}

/// The mark, its length and what is named after it, where a line is a fence.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| ['`', '~', ':'].contains(mark))?;
    let name = line.trim_start_matches(mark);
    let length = line.len() - name.len();
    (length >= 3 && !name.contains('`')).then_some((mark, length, name))
}

/// Reads the journeys of a block. In a strict one the first thing that is said must be `journey`; else it is looked for.
fn read_block<'a>(lines: &[Line<'a>], strict: bool, found: &mut Found<'a>) {
    let mut at = 0;
    loop {
        let mut title = "";
        let mut warnings = Vec::new();
        let Some((header, rest)) = header(lines, &mut at, strict, &mut title, &mut warnings, found) else { return };
        let mut body = Vec::new();
        if !header.text.starts_with("journey") {
            warnings.push(Warning { at: header.place(), kind: Doubt::HeaderInCapitals });
        }
        body.extend((!rest.text.is_empty()).then_some(rest));
        while let Some(&line) = lines.get(at) {
            let text = line.trimmed().text;
            let ends = text == "journey"
                || text.starts_with("</")
                || (text == "---"
                    && front_matter(&lines[at..]).is_some_and(|length| leads_to_header(&lines[at + length..])));
            if ends {
                break;
            }
            body.push(line);
            at += 1;
        }
        found.diagrams.push(Diagram { head: header.place(), lines: body, title, warnings });
    }
}

/// Goes on to the next `journey`: gives its line and what stands in that line behind it.
fn header<'a>(
    lines: &[Line<'a>],
    at: &mut usize,
    strict: bool,
    title: &mut &'a str,
    warnings: &mut Vec<Warning>,
    found: &mut Found<'a>,
) -> Option<(Line<'a>, Line<'a>)> {
    let mut before = None;
    while let Some(&line) = lines.get(*at) {
        let line = line.trimmed();
        if line.text.starts_with("%%{") {
            *at += directive(&lines[*at..]);
        } else if line.text.is_empty() || line.text.starts_with("%%") {
            *at += 1;
        } else if line.text == "---" && before.is_none() && front_matter(&lines[*at..]).is_some() {
            let length = front_matter(&lines[*at..]).unwrap_or(1);
            read_front_matter(&lines[*at + 1..*at + length - 1], title, warnings);
            *at += length;
        } else if let Some(rest) = after_header(line) {
            *at += 1;
            // Pages of the web and prose hold the diagram; only in a text that is nothing else is that remarkable.
            if let Some(at) = before.filter(|_| !strict) {
                warnings.push(Warning { at, kind: Doubt::TextBefore });
            }
            return Some((line, rest));
        } else if strict {
            found.other.get_or_insert((line.place(), line.text.split_whitespace().next().unwrap_or_default()));
            return None;
        } else {
            before = before.or(Some(line.place()));
            *at += 1;
        }
    }
    None
}

/// What follows `journey` in its line, where the line is the head of a journey.
fn after_header(line: Line<'_>) -> Option<Line<'_>> {
    let word = line.text.get(..7).filter(|word| word.eq_ignore_ascii_case("journey"))?;
    let rest = line.after(word.len());
    if rest.text.chars().next().is_some_and(|next| !blank(next) && next != '#' && next != ';') {
        return None;
    }
    let rest = rest.trimmed();
    let plain = rest.text.trim_start_matches(';');
    let lower = plain.get(..plain.len().min(8)).unwrap_or(plain).to_ascii_lowercase();
    let fits = plain.is_empty()
        || plain.starts_with(['#', '%'])
        || ["title ", "section ", "acctitle", "accdescr"].iter().any(|word| lower.starts_with(word));
    fits.then(|| {
        if plain.starts_with('%') { rest.after(rest.text.len()) } else { rest.after(rest.text.len() - plain.len()) }
    })
}

/// How many lines the directive takes that begins in the first one.
fn directive(lines: &[Line<'_>]) -> usize {
    let most = lines.len().min(200);
    lines[..most].iter().position(|line| line.text.contains("}%%")).map_or(1, |last| last + 1)
}

/// How many lines the front matter takes that begins in the first one, both marks counted; none where it never ends.
fn front_matter(lines: &[Line<'_>]) -> Option<usize> {
    lines.iter().skip(1).position(|line| line.trimmed().text == "---").map(|inner| inner + 2)
}

/// Whether the next thing that is said is `journey`.
fn leads_to_header(lines: &[Line<'_>]) -> bool {
    lines
        .iter()
        .map(|line| line.trimmed())
        .find(|line| !line.text.is_empty() && !line.text.starts_with("%%"))
        .is_some_and(|line| after_header(line).is_some())
}

/// Takes the title out of the front matter; nothing else of it matters to a map.
fn read_front_matter<'a>(lines: &[Line<'a>], title: &mut &'a str, warnings: &mut Vec<Warning>) {
    for line in lines {
        let line = line.trimmed();
        let Some(value) = line.text.strip_prefix("title:") else { continue };
        let value = value.trim();
        if value.starts_with(['[', '{', '|', '>', '&', '*', '!']) {
            warnings.push(Warning { at: line.place(), kind: Doubt::FrontMatter });
            continue;
        }
        let bare = ['"', '\''].iter().find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote));
        *title = bare.unwrap_or(value);
    }
}
