//! `wayfelt format`: maps in their one canonical form.

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, sources, write_output};
use crate::file;
use crate::words;

pub(super) fn format(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let only_check = matches.get_flag("check");
    let sources = match sources(&console.words, matches) {
        Ok(sources) => sources,
        Err(failure) => return console.exit(Err(failure)),
    };
    let mut worst = Exit::Done;
    for source in sources {
        let exit = match format_one(console, &source, only_check) {
            Ok(exit) => exit,
            Err(failure) => console.exit(Err(failure)),
        };
        worst = worst.max(exit);
    }
    worst
}

fn format_one(console: &Console, source: &Source, only_check: bool) -> Result<Exit, Failure> {
    let words = &console.words;
    let (opened, bytes) = source.valid_map(words)?;
    let text = file::write(&opened.map);
    let is_canonical = text.as_bytes() == bytes;
    let name = source.name();
    match source {
        _ if only_check => {
            if !is_canonical {
                console.tell(&format!("{name}: {}", words!(words, "cli-not-canonical", file = name.as_str())));
            }
            Ok(if is_canonical { Exit::Done } else { Exit::Found })
        }
        Source::Standard => write_output(words, &Target::Standard, text.as_bytes()).map(|()| Exit::Done),
        Source::File(path) => {
            if !is_canonical {
                write_output(words, &Target::File(path.clone()), text.as_bytes())?;
                console.tell(&format!("{name}: {}", words!(words, "cli-rewritten")));
            }
            Ok(Exit::Done)
        }
    }
}
