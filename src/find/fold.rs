//! Texts as they are compared when somebody looks for something: letter by letter, each with its marks apart, so that
//! "dat" is found in "Đặt" and what was found can be said in bytes of the text as it is.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::GraphemeCursor;

/// What a `đ` bears over a `d`: Unicode knows no such decomposition, and everybody types it so.
const BAR: char = '\u{335}';

/// A letter without its marks.
#[derive(Debug, Clone, Copy)]
struct Letter {
    /// As it is written.
    exact: char,
    /// Small.
    small: char,
    /// Its marks, in the text's list of them.
    marks: (u32, u32),
    /// Its bytes in the text, marks included.
    bytes: (u32, u32),
}

/// A text taken apart.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    letters: Vec<Letter>,
    marks: Vec<char>,
}

impl Folded {
    /// Takes a text apart.
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.read(text);
        folded
    }

    /// Takes another text apart, in the same memory.
    fn read(&mut self, text: &str) {
        self.letters.clear();
        self.marks.clear();
        for (start, letter) in text.char_indices() {
            let bytes = (start as u32, (start + letter.len_utf8()) as u32);
            if letter.is_ascii() {
                let exact = if letter.is_ascii_whitespace() { ' ' } else { letter };
                self.push(exact, exact.to_ascii_lowercase(), bytes);
                continue;
            }
            match letter {
                'đ' | 'Đ' => {
                    self.push(if letter == 'đ' { 'd' } else { 'D' }, 'd', bytes);
                    self.mark(BAR, bytes.1);
                }
                _ => {
                    for part in std::iter::once(letter).nfd() {
                        if is_combining_mark(part) && !self.letters.is_empty() {
                            self.mark(part, bytes.1);
                        } else {
                            let exact = if part.is_whitespace() { ' ' } else { part };
                            self.push(exact, exact.to_lowercase().next().unwrap_or(exact), bytes);
                        }
                    }
                }
            }
        }
    }

    fn push(&mut self, exact: char, small: char, bytes: (u32, u32)) {
        let end = self.marks.len() as u32;
        self.letters.push(Letter { exact, small, marks: (end, end), bytes });
    }

    fn mark(&mut self, mark: char, end: u32) {
        self.marks.push(mark);
        if let Some(last) = self.letters.last_mut() {
            last.marks.1 = self.marks.len() as u32;
            last.bytes.1 = end;
        }
    }

    fn marks_of(&self, letter: &Letter) -> &[char] {
        self.marks.get(letter.marks.0 as usize..letter.marks.1 as usize).unwrap_or_default()
    }

    /// The small letters without marks.
    pub fn plain(&self) -> String {
        self.letters.iter().map(|letter| letter.small).collect()
    }

    /// Which bytes of the text the letter at this place of [`Self::plain`] is.
    pub fn bytes(&self, letter: usize) -> Option<Range<usize>> {
        self.letters.get(letter).map(|letter| letter.bytes.0 as usize..letter.bytes.1 as usize)
    }
}

/// The text in small letters without marks: what is found by who types neither.
pub fn plain(text: &str) -> String {
    Folded::new(text).plain()
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The text.
    pub text: String,
    /// Large and small letters differ.
    pub case: bool,
    /// A letter without marks stands only for itself; else for every letter that is written on it. A letter with marks
    /// never stands for one without.
    pub marks: bool,
    /// Only whole words.
    pub words: bool,
}

/// A query that is ready to look.
#[derive(Debug, Clone)]
pub struct Pattern {
    query: Query,
    wanted: Folded,
    /// The text that is looked through at the moment.
    text: Folded,
}

impl Pattern {
    /// Gets ready; none where nothing is looked for.
    pub fn new(query: &Query) -> Option<Self> {
        // What was typed may come in pieces: a letter, then its marks.
        let text: String = query.text.nfc().collect();
        let wanted = Folded::new(&text);
        let there = !wanted.letters.is_empty();
        there.then(|| Self { query: Query { text, ..query.clone() }, wanted, text: Folded::default() })
    }

    /// Where in a text it is: bytes, from left to right, none over another, each of whole letters.
    pub fn find_in(&mut self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if text.len() > u32::MAX as usize {
            return found;
        }
        self.text.read(text);
        let count = self.wanted.letters.len();
        let mut from = 0;
        while from + count <= self.text.letters.len() {
            match self.at(text, from) {
                Some(range) => {
                    found.push(range);
                    from += count;
                }
                None => from += 1,
            }
        }
        found
    }

    /// What stands from this letter on, if it is what is wanted.
    fn at(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let letters = self.text.letters.get(from..from + self.wanted.letters.len())?;
        if !letters.iter().zip(&self.wanted.letters).all(|(there, wanted)| self.same(there, wanted)) {
            return None;
        }
        let range = letters.first()?.bytes.0 as usize..letters.last()?.bytes.1 as usize;
        let whole = is_boundary(text, range.start) && is_boundary(text, range.end);
        (whole && (!self.query.words || is_word(text, &range))).then_some(range)
    }

    fn same(&self, there: &Letter, wanted: &Letter) -> bool {
        let letter = if self.query.case { there.exact == wanted.exact } else { there.small == wanted.small };
        if !letter {
            return false;
        }
        let (there, wanted) = (self.text.marks_of(there), self.wanted.marks_of(wanted));
        if self.query.marks { there == wanted } else { wanted.iter().all(|mark| there.contains(mark)) }
    }
}

/// Whether no letter that people see begins before this byte and ends after it.
fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

/// Whether no letter or digit touches this part of a text.
fn is_word(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
