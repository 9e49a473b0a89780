//! What is wrong with the arguments, in the user's language, for the mistakes that people make; of the others clap says
//! what it says. Must not know which arguments there are.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Words;
use crate::words;

/// What is wrong, how the command is used, and where to read more; none where clap has to say it.
pub(super) fn said(words: &Words, error: &Error) -> Option<String> {
    let what = what(words, error)?;
    let usage = text(error, ContextKind::Usage).unwrap_or_default();
    // It begins with a word of clap's.
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let usage = if usage.is_empty() { String::new() } else { format!("\n\n{} {usage}", words!(words, "cli-usage")) };
    Some(format!("{what}{usage}\n\n{}", words!(words, "cli-wrong-more")))
}

fn what(words: &Words, error: &Error) -> Option<String> {
    let name = || text(error, ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => words!(words, "cli-wrong-unknown", name = name()?),
        ErrorKind::InvalidSubcommand => {
            words!(words, "cli-wrong-command", name = text(error, ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::MissingRequiredArgument => words!(words, "cli-wrong-missing", names = name()?),
        ErrorKind::ArgumentConflict => {
            let (name, other) = (name()?, text(error, ContextKind::PriorArg)?);
            if name == other {
                words!(words, "cli-wrong-twice", name = name)
            } else {
                words!(words, "cli-wrong-conflict", name = name, other = other)
            }
        }
        ErrorKind::InvalidValue => match text(error, ContextKind::InvalidValue)?.as_str() {
            "" => words!(words, "cli-wrong-no-value", name = name()?),
            value => words!(
                words,
                "cli-wrong-value",
                value = value,
                name = name()?,
                known = text(error, ContextKind::ValidValue).unwrap_or_default()
            ),
        },
        ErrorKind::ValueValidation => {
            let value = text(error, ContextKind::InvalidValue)?;
            let why = std::error::Error::source(error)?.to_string();
            words!(words, "cli-wrong-figure", value = value, name = name()?, why = why)
        }
        _ => return None,
    })
}

/// What an error says of something.
fn text(error: &Error, kind: ContextKind) -> Option<String> {
    Some(match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        _ => return None,
    })
}
