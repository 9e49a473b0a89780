//! What whiteboards write about their notes: of what kind a thing is, in which frame it lies, its words as HTML; and whether
//! some notes stand over the others as headings. Must not know how notes become cards.

use super::sheet::Sheet;
use crate::i18n::folded;

/// Names of columns that say in which part of a board a note lies, folded.
const PARTS: &[&str] =
    &["section", "frame", "area", "container", "frame name", "section name", "khung", "khu vuc", "vung"];

/// What boards call the things on them, folded: such a name says nothing of a lane.
const THINGS: &[&str] = &[
    "sticky note",
    "sticky",
    "stickynote",
    "sticky notes",
    "post it",
    "shape",
    "shape with text",
    "text",
    "text box",
    "textbox",
    "title",
    "card",
    "note",
    "label",
    "rectangle",
    "square",
    "circle",
    "frame",
    "image",
    "icon",
    "comment",
    "ghi chu",
    "ghi chu dan",
    "giay nho",
    "giay ghi chu",
    "the",
    "hinh",
    "van ban",
    "tieu de",
];

/// A name with a space between its words, however it joins them: `fillColor`, `fill_color`.
pub(super) fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 2);
    let mut before = ' ';
    for letter in name.chars() {
        if before.is_lowercase() && letter.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if letter == '_' { ' ' } else { letter });
        before = letter;
    }
    spaced
}

/// Whether a column says in which part of the board a note lies.
pub(super) fn is_part(name: &str) -> bool {
    PARTS.contains(&folded(&spaced(name)).trim())
}

/// Whether a column only says what kinds of things the notes are on their board.
pub(super) fn says_things(sheet: &Sheet, heading: usize, column: usize) -> bool {
    let is_thing = |cell: &str| THINGS.contains(&folded(&spaced(cell).replace('-', " ")).trim());
    let mut cells =
        (heading + 1..sheet.rows.len()).map(|row| sheet.cell(row, column).trim()).filter(|cell| !cell.is_empty());
    cells.clone().next().is_some() && cells.all(is_thing)
}

/// Whether notes that lie at these places stand one over each column: none much nearer to the next than they mostly are.
pub(super) fn one_a_column(across: &[f64]) -> bool {
    let mut places = across.to_vec();
    places.sort_by(f64::total_cmp);
    let gaps: Vec<f64> = places.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mean = gaps.iter().sum::<f64>() / gaps.len().max(1) as f64;
    mean > 0.0 && gaps.iter().all(|gap| *gap >= mean * 0.3)
}

/// The words of a note that is kept as HTML; other texts as they are.
pub(super) fn without_tags(text: &str) -> String {
    const TAGS: [&str; 16] =
        ["p", "br", "div", "span", "b", "i", "u", "s", "a", "em", "strong", "ul", "ol", "li", "font", "del"];
    const LETTERS: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#34;", "\""),
        ("&amp;", "&"),
    ];
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    let mut tags = 0;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        let inside = tag.find('>').and_then(|end| tag.get(1..end));
        let name: String = inside
            .map(|inside| inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect())
            .unwrap_or_default();
        let name = name.to_ascii_lowercase();
        words.push_str(before);
        match inside.filter(|_| TAGS.contains(&name.as_str())) {
            Some(inside) => {
                tags += 1;
                let ends = inside.starts_with('/') && ["p", "div", "li"].contains(&name.as_str());
                if ends || name == "br" {
                    words.push('\n');
                }
                rest = &tag[inside.len() + 2..];
            }
            None => {
                words.push('<');
                rest = &tag[1..];
            }
        }
    }
    words.push_str(rest);
    if tags == 0 {
        return text.to_owned();
    }
    for (entity, letter) in LETTERS {
        words = words.replace(entity, letter);
    }
    words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
