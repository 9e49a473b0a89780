//! What is still done when the window itself fails: recovery copies that wait are written, and the person is told so in
//! their language. Nothing here may panic, or the process would be ended on the spot.

use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use crate::file::recovery::RecoveryHandle;
use crate::i18n::Words;
use crate::words;

/// A hand on the recovery copies of all open maps; clones share them.
#[derive(Debug, Clone, Default)]
pub struct Rescue {
    held: Arc<Mutex<Held>>,
}

#[derive(Debug, Default)]
struct Held {
    copies: Vec<RecoveryHandle>,
    /// The messages are made beforehand: making them could be what fails.
    kept: String,
    lost: String,
}

impl Rescue {
    /// From now on this map's copy is written too.
    pub fn add(&self, copy: RecoveryHandle) {
        self.with(|held| held.copies.push(copy));
    }

    /// The language of the message.
    pub fn speak(&self, words: &Words) {
        let (kept, lost) = (words!(words, "panic-kept"), words!(words, "panic-lost"));
        self.with(|held| (held.kept, held.lost) = (kept, lost));
    }

    /// Writes every copy that waits, and gives what there is to say then.
    pub fn keep_all(&self) -> String {
        self.with(|held| {
            let mut text = held.kept.clone();
            for copy in &held.copies {
                if let Err(error) = copy.write_waiting_now() {
                    text = format!("{}\n{}: {}", held.lost, error.path.display(), error.error);
                }
            }
            text
        })
    }

    /// Does so at a panic, before what was done at a panic until now.
    pub fn install(&self) {
        let rescue = self.clone();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let text = rescue.keep_all();
            writeln!(std::io::stderr(), "{text}").ok();
            before(panic);
        }));
    }

    fn with<R>(&self, act: impl FnOnce(&mut Held) -> R) -> R {
        act(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
