//! What a few letters mean: how well a name answers them, and which of its letters they are.

use std::ops::Range;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::find::Folded;

/// A name that can be found by a few of its letters, whatever their case and their marks.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// As it is shown.
    pub text: String,
    folded: Folded,
    plain: String,
}

impl Name {
    /// A name. Its lines become one.
    pub(super) fn new(text: &str) -> Self {
        let text = text.replace(['\n', '\t'], " ");
        let folded = Folded::new(&text);
        let plain = folded.plain();
        Self { text, folded, plain }
    }
}

/// A few letters, and what is needed to compare them.
pub(super) struct Typed {
    pattern: Pattern,
    matcher: Matcher,
    plain: String,
    letters: u32,
    room: Vec<char>,
}

impl Typed {
    /// What was typed; none where nothing was.
    pub(super) fn new(text: &str) -> Option<Self> {
        let plain = crate::find::plain(text.trim());
        let letters = plain.chars().filter(|letter| !letter.is_whitespace()).count() as u32;
        let pattern = Pattern::new(&plain, CaseMatching::Respect, Normalization::Never, AtomKind::Fuzzy);
        (letters > 0).then(|| Self {
            pattern,
            plain,
            matcher: Matcher::new(Config::DEFAULT),
            letters,
            room: Vec::new(),
        })
    }

    /// How well a name answers; none where it doesn't.
    pub(super) fn score(&mut self, name: &Name) -> Option<u32> {
        let Self { pattern, matcher, room, .. } = self;
        let score = pattern.score(haystack(&name.plain, room), matcher)?;
        // Who types a whole name means it.
        Some(if name.plain == self.plain { score * 4 } else { score })
    }

    /// Whether a name is just what was typed.
    pub(super) fn is(&self, name: &Name) -> bool {
        self.plain == name.plain
    }

    /// How well a long text answers: its letters have to stand together, or at the beginnings of words.
    pub(super) fn score_text(&mut self, name: &Name) -> Option<u32> {
        // A letter counts 16, less what lies between it and the one before, and more at the beginning of a word. Two or
        // three may be the beginnings of words; more of them have to say something.
        let least = if self.letters > 3 { 19 } else { 17 };
        self.score(name).filter(|score| *score >= self.letters * least)
    }

    /// The bytes of a name that were typed.
    pub(super) fn parts(&mut self, name: &Name) -> Vec<Range<usize>> {
        let mut letters = Vec::new();
        let Self { pattern, matcher, room, .. } = self;
        pattern.indices(haystack(&name.plain, room), matcher, &mut letters);
        letters.sort_unstable();
        letters.dedup();
        let mut parts: Vec<Range<usize>> = Vec::new();
        for bytes in letters.into_iter().filter_map(|letter| name.folded.bytes(letter as usize)) {
            match parts.last_mut() {
                Some(last) if last.end >= bytes.start => last.end = last.end.max(bytes.end),
                _ => parts.push(bytes),
            }
        }
        parts
    }
}

/// A text as it is compared, letter by letter.
fn haystack<'a>(plain: &'a str, room: &'a mut Vec<char>) -> Utf32Str<'a> {
    if plain.is_ascii() {
        return Utf32Str::Ascii(plain.as_bytes());
    }
    room.clear();
    room.extend(plain.chars());
    Utf32Str::Unicode(room)
}
