//! Replies of a page's readers: small JSON files that come from anybody. Each is read whole or refused; what it says lands
//! beside the map's own words and never in their place.
//!
//! The file, as the page's script writes it (`assets/html/page.js`): `wayfelt_reply` 1, `map` {title, steps: what tells the
//! state of its steps}, `reply` (an id), `revision`, `name`, `date`, `comments` [{step or card, text}], `scores` [{step, score
//! −2…+2}], `votes` [card]. Must not know windows or files' places.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::error::Category;

use crate::edit::{Edit, MapChange};
use crate::file::Fingerprint;
use crate::i18n::Words;
use crate::model::{CardId, Emotion, JourneyMap, Reply, ReplyId, StepId};
use crate::words;

/// The version of the format that is read.
const VERSION: u32 = 1;
/// The most bytes of a reply.
pub const MOST_BYTES: usize = 1 << 20;
/// The most comments, scores and votes of a reply.
pub const MOST_ANSWERS: usize = 10_000;
/// The most letters of a name.
pub const MOST_NAME: usize = 80;
/// The most letters of a comment.
pub const MOST_COMMENT: usize = 2000;

/// A reply as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// Its identity.
    pub id: ReplyId,
    /// What it says.
    pub reply: Reply,
    /// The title of the map that was answered.
    pub title: String,
    /// The state of its steps ([`Fingerprint::of_steps`]).
    pub steps: String,
}

/// Why a reply is refused. The map stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// More bytes than any reply has.
    #[error("{0} bytes are too many for a reply")]
    TooLarge(usize),
    /// Something else.
    #[error("this is no reply")]
    NotReply,
    /// Of a later version of the page.
    #[error("replies of version {0} are not known")]
    Newer(u32),
    /// It says something that no page writes.
    #[error("the reply is damaged: {0:?}")]
    Damaged(Damage),
    /// It says nothing.
    #[error("the reply is empty")]
    Empty,
    /// It answers another map: nothing that it names is here.
    #[error("the reply answers another map: {0}")]
    OtherMap(String),
    /// The map has this state of it already.
    #[error("the reply is there already")]
    Known,
    /// The map has this state of it, saying something else.
    #[error("another reply of the same identity and state is there")]
    Differs,
    /// The map has a later state of it.
    #[error("a later state of the reply is there")]
    Outdated,
}

/// What is wrong with a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It ends too soon.
    CutOff,
    /// It isn't written as JSON is.
    Unwritten {
        /// The line where that shows.
        line: usize,
    },
    /// Something stands in it that no page writes.
    Unfit {
        /// The line where that shows.
        line: usize,
    },
    /// There are more answers, or they are longer, than a page lets anybody give.
    TooMuch,
    /// It answers one thing twice, or what can't be told.
    Unclear,
}

impl Damage {
    fn of(error: &serde_json::Error) -> Self {
        let line = error.line();
        match error.classify() {
            Category::Eof => Self::CutOff,
            Category::Data => Self::Unfit { line },
            Category::Syntax | Category::Io => Self::Unwritten { line },
        }
    }

    fn in_words(self, words: &Words) -> String {
        match self {
            Self::CutOff => words!(words, "reply-damage-cut"),
            Self::Unwritten { line } => words!(words, "reply-damage-written", line = line.to_string()),
            Self::Unfit { line } => words!(words, "reply-damage-unfit", line = line.to_string()),
            Self::TooMuch => words!(words, "reply-damage-much"),
            Self::Unclear => words!(words, "reply-damage-unclear"),
        }
    }
}

/// What is worth saying about a reply that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplyRemark {
    /// It took the place of an earlier state of the same reply.
    Replaced,
    /// The map's steps are others than those that were answered.
    Changed,
    /// So many of its answers are about things that are gone; they are kept.
    Gone(usize),
}

/// A reply on its way into a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// What brings it in: one step to undo.
    pub edit: Edit,
    /// What is worth saying.
    pub remarks: Vec<ReplyRemark>,
}

#[derive(Deserialize)]
struct Version {
    wayfelt_reply: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "wayfelt_reply")]
    _version: u32,
    map: About,
    reply: ReplyId,
    revision: u32,
    name: String,
    date: Option<Date>,
    comments: Vec<Comment>,
    scores: Vec<Scored>,
    votes: Vec<CardId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    title: String,
    steps: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comment {
    step: Option<StepId>,
    card: Option<CardId>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scored {
    step: StepId,
    score: Emotion,
}

/// Whether bytes look like a reply, damaged or not: what decides what a dropped file is taken for.
pub fn looks_like(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"\"wayfelt_reply\"";
    let start = without_mark(bytes).trim_ascii_start();
    // Other programs may have put its parts in another order.
    start.starts_with(b"{") && start.windows(NAME.len()).any(|part| part == NAME)
}

/// Without the mark that mail programs and editors like to put before a text.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Reads a reply.
///
/// # Errors
/// When it is none, or says what no page of ours writes.
pub fn read(bytes: &[u8]) -> Result<Received, ReplyError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReplyError::TooLarge(bytes.len()));
    }
    let bytes = without_mark(bytes);
    let damaged = |error: serde_json::Error| ReplyError::Damaged(Damage::of(&error));
    let version = match serde_json::from_slice::<Version>(bytes) {
        Ok(version) => version.wayfelt_reply,
        Err(error) if looks_like(bytes) => return Err(damaged(error)),
        Err(_) => return Err(ReplyError::NotReply),
    };
    if version > VERSION {
        return Err(ReplyError::Newer(version));
    }
    let written: Written = serde_json::from_slice(bytes).map_err(damaged)?;
    received(written)
        .map_err(ReplyError::Damaged)
        .and_then(|received| if received.reply.count() == 0 { Err(ReplyError::Empty) } else { Ok(received) })
}

fn received(written: Written) -> Result<Received, Damage> {
    let too_long = |text: &str, most: usize| text.chars().count() > most;
    if written.comments.len() + written.scores.len() + written.votes.len() > MOST_ANSWERS {
        return Err(Damage::TooMuch);
    }
    if too_long(&written.name, MOST_NAME) {
        return Err(Damage::TooMuch);
    }
    let mut reply =
        Reply { revision: written.revision, name: clean(&written.name), date: written.date, ..Reply::default() };
    for comment in written.comments {
        if too_long(&comment.text, MOST_COMMENT) {
            return Err(Damage::TooMuch);
        }
        let text = clean(&comment.text);
        if text.is_empty() {
            continue;
        }
        let before = match (comment.step, comment.card) {
            (Some(step), None) => reply.steps.insert(step, text),
            (None, Some(card)) => reply.cards.insert(card, text),
            (Some(_), Some(_)) | (None, None) => return Err(Damage::Unclear),
        };
        if before.is_some() {
            return Err(Damage::Unclear);
        }
    }
    for Scored { step, score } in written.scores {
        if reply.scores.insert(step, score).is_some() {
            return Err(Damage::Unclear);
        }
    }
    reply.votes = written.votes.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    Ok(Received { id: written.reply, reply, title: written.map.title, steps: written.map.steps })
}

/// Without what isn't for reading: control characters, and signs that turn the direction of what follows them.
fn clean(text: &str) -> String {
    let unwanted = |letter: &char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace("\r\n", "\n").chars().filter(|letter| !unwanted(letter)).collect::<String>().trim().to_owned()
}

/// Brings a reply into a map.
///
/// # Errors
/// When it answers another map, or the map has this state of it or a later one.
pub fn take(map: &JourneyMap, received: &Received) -> Result<Taken, ReplyError> {
    let Received { id, reply, .. } = received;
    let steps: BTreeSet<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let cards: BTreeSet<CardId> = map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| card.id).collect();
    let gone = reply.steps.keys().chain(reply.scores.keys()).filter(|id| !steps.contains(id)).count()
        + reply.cards.keys().chain(&reply.votes).filter(|id| !cards.contains(id)).count();
    if gone == reply.count() {
        return Err(ReplyError::OtherMap(received.title.chars().take(MOST_NAME).collect()));
    }
    let mut remarks = Vec::new();
    match map.replies.get(id) {
        Some(before) if before.revision > reply.revision => return Err(ReplyError::Outdated),
        Some(before) if before == reply => return Err(ReplyError::Known),
        Some(before) if before.revision == reply.revision => return Err(ReplyError::Differs),
        Some(_) => remarks.push(ReplyRemark::Replaced),
        None => {}
    }
    if received.steps != Fingerprint::of_steps(map).to_string() {
        remarks.push(ReplyRemark::Changed);
    }
    if gone > 0 {
        remarks.push(ReplyRemark::Gone(gone));
    }
    let mut replies: BTreeMap<ReplyId, Reply> = map.replies.clone();
    replies.insert(*id, reply.clone());
    Ok(Taken { edit: Edit::SetMap(MapChange::Replies(replies)), remarks })
}

/// What came in with replies, in words: who, and how much.
pub fn in_words(taken: &[Received], words: &Words) -> String {
    let count = |number: usize| words.number(number as f64, 0);
    let sum = |of: fn(&Reply) -> usize| count(taken.iter().map(|received| of(&received.reply)).sum());
    let (comments, scores, votes) = (
        sum(|reply| reply.steps.len() + reply.cards.len()),
        sum(|reply| reply.scores.len()),
        sum(|reply| reply.votes.len()),
    );
    let name = match taken {
        [one] => who(&one.reply, words),
        _ => words!(words, "replies-count", n = taken.len(), count = count(taken.len())),
    };
    words!(words, "reply-taken", name = name, comments = comments, scores = scores, votes = votes)
}

/// Who answered.
pub fn who(reply: &Reply, words: &Words) -> String {
    if reply.name.is_empty() { words!(words, "reply-nameless") } else { reply.name.clone() }
}

impl ReplyError {
    /// The error in words: what, and what to do.
    pub fn in_words(&self, words: &Words) -> String {
        let count = |number: usize| words.number(number as f64, 0);
        match self {
            Self::TooLarge(bytes) => {
                words!(words, "reply-too-large", bytes = count(*bytes), most = count(MOST_BYTES))
            }
            Self::NotReply => words!(words, "reply-none"),
            Self::Newer(version) => words!(words, "reply-newer", version = count(*version as usize)),
            Self::Damaged(what) => words!(words, "reply-damaged", what = what.in_words(words)),
            Self::Differs => words!(words, "reply-differs"),
            Self::Empty => words!(words, "reply-empty"),
            Self::OtherMap(title) => words!(words, "reply-other-map", title = title.as_str()),
            Self::Known => words!(words, "reply-known"),
            Self::Outdated => words!(words, "reply-outdated"),
        }
    }
}

impl ReplyRemark {
    /// The remark in words.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Replaced => words!(words, "reply-replaced"),
            Self::Changed => words!(words, "reply-changed"),
            &Self::Gone(n) => words!(words, "reply-gone", n = n),
        }
    }
}
