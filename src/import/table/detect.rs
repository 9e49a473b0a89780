//! What a file's bytes say about how it is to be read.

use std::io::{self, Read};

use csv_core::ReadRecordResult;

use super::text::splitter;
use crate::model::{Encoding, Quoting};

/// Bytes of decoded text that delimiters and quotation marks are looked for in.
pub(super) const SAMPLE: u64 = 1 << 16;
/// Rows that headings are looked for in.
pub(super) const TOP: usize = 40;

/// The encoding of a file: what a byte order mark says; else UTF-16 where every other byte is nought; else UTF-8 where all
/// of it is, but for a broken letter here and there; else Windows-1258 where its tone marks follow vowels, else Windows-1252.
pub(super) fn encoding(input: &mut impl Read) -> io::Result<Encoding> {
    let mut buffer = vec![0; 1 << 16];
    let mut first = true;
    let mut utf8 = Utf8::default();
    let mut marks = Marks::default();
    loop {
        let read = match input.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if read == 0 {
            break;
        }
        let piece = buffer.get(..read).unwrap_or_default();
        if first && let Some(found) = wide(piece) {
            return Ok(found);
        }
        first = false;
        marks.count(piece);
        utf8.count(piece);
        if marks.seen > 100_000 && !utf8.is_likely() {
            break;
        }
    }
    Ok(if utf8.is_likely() {
        Encoding::Utf8
    } else if marks.are_vietnamese() {
        Encoding::Windows1258
    } else {
        Encoding::Windows1252
    })
}

/// What speaks for UTF-8: letters of several bytes, which no other encoding has by chance. A program that cut a text off within
/// a letter broke that one, and not the file.
#[derive(Default)]
struct Utf8 {
    /// The begin of a letter that the last piece broke off in.
    kept: Vec<u8>,
    letters: u64,
    broken: u64,
}

impl Utf8 {
    /// For each broken letter so many whole ones are there at least.
    const FOR_EACH_BROKEN: u64 = 4;

    fn count(&mut self, piece: &[u8]) {
        self.kept.extend_from_slice(piece);
        let bytes = std::mem::take(&mut self.kept);
        let mut rest = bytes.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => return self.whole(text),
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    self.whole(std::str::from_utf8(valid).unwrap_or_default());
                    let Some(length) = error.error_len() else {
                        self.kept = after.to_vec();
                        return;
                    };
                    self.broken += 1;
                    rest = after.get(length..).unwrap_or_default();
                }
            }
        }
    }

    fn whole(&mut self, text: &str) {
        let ascii = text.bytes().filter(u8::is_ascii).count();
        if ascii < text.len() {
            self.letters += text.chars().filter(|letter| !letter.is_ascii()).count() as u64;
        }
    }

    const fn is_likely(&self) -> bool {
        // One that the file ends in may be cut off, where others are whole.
        let broken = self.broken + if self.kept.is_empty() { 0 } else { 1 };
        broken == 0 || self.letters >= broken * Self::FOR_EACH_BROKEN
    }
}

/// UTF-16, with its mark or without.
fn wide(start: &[u8]) -> Option<Encoding> {
    match start {
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let start = start.get(..start.len().min(4096)).unwrap_or_default();
    let (pairs, _) = start.as_chunks::<2>();
    let noughts = |at: usize| pairs.iter().filter(|pair| pair.get(at) == Some(&0)).count();
    let (even, odd) = (noughts(0), noughts(1));
    let most = pairs.len() / 3;
    match (even > most, odd > most) {
        (false, true) if pairs.len() >= 2 => Some(Encoding::Utf16Le),
        (true, false) if pairs.len() >= 2 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// What speaks for Windows-1258: its five tone marks are letters of their own after a vowel, where Windows-1252 has Ì, Ò, Þ,
/// ì and ò, which seldom follow one.
#[derive(Default)]
struct Marks {
    last: u8,
    after_vowel: u32,
    elsewhere: u32,
    kinds: u8,
    /// đ and Đ, ơ and ư: in Windows-1252 ð and Ð, õ and ý.
    letters: u32,
    seen: u32,
}

impl Marks {
    fn count(&mut self, piece: &[u8]) {
        for &byte in piece {
            if byte >= 0x80 {
                self.seen += 1;
                if let Some(kind) = [0xcc, 0xd2, 0xde, 0xec, 0xf2].iter().position(|mark| *mark == byte) {
                    if is_vowel(self.last) {
                        self.after_vowel += 1;
                        self.kinds |= 1 << kind;
                    } else {
                        self.elsewhere += 1;
                    }
                }
                if matches!(byte, 0xd0 | 0xf0 | 0xf5 | 0xfd) {
                    self.letters += 1;
                }
            }
            self.last = byte;
        }
    }

    const fn are_vietnamese(&self) -> bool {
        let kinds = self.kinds.count_ones();
        let mostly = self.after_vowel > 4 * self.elsewhere;
        mostly && (kinds >= 3 || kinds >= 1 && self.letters > 0)
    }
}

const fn is_vowel(byte: u8) -> bool {
    matches!(
        byte.to_ascii_lowercase(),
        b'a' | b'e'
            | b'i'
            | b'o'
            | b'u'
            | b'y'
            | 0xc2
            | 0xc3
            | 0xca
            | 0xd4
            | 0xd5
            | 0xdd
            | 0xe2
            | 0xe3
            | 0xea
            | 0xf4
            | 0xf5
            | 0xfd
    )
}

/// Whether cells are quoted with apostrophes: no `"` at all, and apostrophes on both sides of cells.
pub(super) fn quoting(start: &str) -> Quoting {
    if start.contains('"') {
        return Quoting::Double;
    }
    let quoted = |line: &&str| {
        let line = line.trim();
        line.len() > 2
            && line.starts_with('\'')
            && line.ends_with('\'')
            && [",", ";", "\t", "|"].iter().any(|delimiter| line.contains(&format!("'{delimiter}'")))
    };
    if start.lines().take(20).filter(quoted).count() >= 2 { Quoting::Single } else { Quoting::Double }
}

/// The delimiter that a first line `sep=;` tells.
pub(super) fn told_delimiter(line: &str) -> Option<u8> {
    let line = line.trim_start_matches('\u{feff}').trim_end();
    let rest = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    match rest.as_bytes() {
        // The splitter itself took it away.
        [] => Some(0),
        [byte] if byte.is_ascii() => Some(*byte),
        _ => None,
    }
}

/// The delimiter that splits the rows of a text most evenly into most cells.
pub(super) fn delimiter(start: &str, quoting: Quoting) -> u8 {
    let first = start.lines().next().unwrap_or_default();
    if let Some(told) = told_delimiter(first).filter(|told| *told != 0) {
        return told;
    }
    // The last row may be cut off.
    let whole = start.rfind('\n').filter(|_| start.len() as u64 >= SAMPLE - 4).and_then(|end| start.get(..=end));
    let sample = whole.unwrap_or(start);
    let mut best = (0.0, b',');
    let all = (*b",;\t|:^~\x1f").map(|candidate| (candidate, widths(sample, candidate, quoting)));
    // Commas of figures part cells too, but not the headings: what parts every row, headings first, is the delimiter.
    let splits_all =
        |widths: &[usize]| widths.first().is_some_and(|first| *first > 1 && widths.iter().all(|width| width == first));
    let any_splits_all = all.iter().any(|(candidate, widths)| *candidate != b':' && splits_all(widths));
    for (candidate, widths) in &all {
        let candidate = *candidate;
        let Some(common) = most_common(widths).filter(|width| *width > 1) else { continue };
        if any_splits_all && widths.first() == Some(&1) {
            continue;
        }
        let even = widths.iter().filter(|width| **width == common).count() as f64 / widths.len() as f64;
        // Spaces after commas in sentences are no table: how even it is counts for more than how wide.
        let score = even * even * (common as f64).ln_1p() * if candidate == b':' { 0.5 } else { 1.0 };
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

fn most_common(widths: &[usize]) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for &width in widths {
        match counts.iter_mut().find(|(known, _)| *known == width) {
            Some((_, count)) => *count += 1,
            None => counts.push((width, 1)),
        }
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map(|(width, _)| width)
}

/// How many cells the first rows have.
fn widths(sample: &str, delimiter: u8, quoting: Quoting) -> Vec<usize> {
    let mut splitter = splitter(delimiter, quoting);
    let mut input = sample.as_bytes();
    let mut out = vec![0; 1 << 17];
    let mut ends = vec![0; 1 << 14];
    let mut widths = Vec::new();
    let mut bytes = 0;
    let mut count = 0;
    while widths.len() < 100 {
        let room = out.get_mut(bytes..).unwrap_or_default();
        let places = ends.get_mut(count..).unwrap_or_default();
        let (result, read, written, ended) = splitter.read_record(input, room, places);
        input = input.get(read..).unwrap_or_default();
        bytes += written;
        count += ended;
        match result {
            ReadRecordResult::Record => {
                widths.push(count);
                (bytes, count) = (0, 0);
            }
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull | ReadRecordResult::End => break,
        }
    }
    widths
}

/// The row that holds the headings: the first with two cells or more, unless it is mostly figures; 0: none does.
pub(super) fn heading(top: &[(u64, Vec<String>)]) -> u32 {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let least = if top.iter().any(|(_, cells)| filled(cells) >= 2) { 2 } else { 1 };
    let Some((number, cells)) = top.iter().find(|(_, cells)| filled(cells) >= least) else { return 0 };
    let figures = cells.iter().filter(|cell| cell.replace(',', ".").parse::<f64>().is_ok()).count();
    if figures * 2 > filled(cells) { 0 } else { u32::try_from(*number).unwrap_or(0) }
}
