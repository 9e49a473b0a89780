//! What a command says, and how it ends.

use std::io::{self, Write as _};

use super::Exit;
use crate::i18n::Words;

/// Why a command, or its part for one file, ends early.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    pub(super) message: String,
}

impl Failure {
    pub(super) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }
}

/// A message without what a terminal would obey instead of showing it: texts of other people's files are in it.
pub(super) fn shown(line: &str) -> String {
    let obeyed = |letter: char| {
        letter.is_control() && !matches!(letter, '\n' | '\t')
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    line.chars().map(|letter| if obeyed(letter) { char::REPLACEMENT_CHARACTER } else { letter }).collect()
}

/// Where messages go, in the user's language.
#[derive(Debug)]
pub(super) struct Console {
    pub(super) words: Words,
}

impl Console {
    pub(super) fn new(words: Words) -> Self {
        Self { words }
    }

    /// A line on standard error. Nobody can be told where that is closed.
    pub(super) fn complain(&self, line: &str) {
        writeln!(io::stderr().lock(), "{}", shown(line)).ok();
    }

    /// A line on standard output, for lists; whoever stopped reading has seen enough.
    pub(super) fn tell(&self, line: &str) {
        writeln!(io::stdout().lock(), "{}", shown(line)).ok();
    }

    /// Says a failure, and how the command ends then.
    pub(super) fn exit(&self, result: Result<(), Failure>) -> Exit {
        match result {
            Ok(()) => Exit::Done,
            Err(failure) => {
                self.complain(&failure.message);
                failure.exit
            }
        }
    }
}
