//! Input that real people wrote, on machines that have it.

use std::path::PathBuf;

/// A folder of the corpus; none, with a line that says so, where `WAYFELT_CORPUS` isn't set.
#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let corpus = std::env::var_os("WAYFELT_CORPUS");
    if corpus.is_none() {
        println!("skipped: WAYFELT_CORPUS is not set");
    }
    corpus.map(|corpus| PathBuf::from(corpus).join(name))
}
