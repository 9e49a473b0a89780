//! What the targets share with the tests.

use rustix::time::{ClockId, clock_gettime};

#[path = "../../tests/support/hostile_input.rs"]
pub mod hostile_input;

/// The most seconds that one input may take.
const MOST: i64 = 1;

/// Does it with an input, and ends when that took longer than it may. It is the time of the processor that counts: by the
/// clock on the wall any input takes long on a machine that has other things to do.
pub fn in_time(holds: fn(&[u8]), bytes: &[u8]) {
    let begin = clock_gettime(ClockId::ThreadCPUTime);
    holds(bytes);
    let end = clock_gettime(ClockId::ThreadCPUTime);
    let nanoseconds = (end.tv_sec - begin.tv_sec) * 1_000_000_000 + (end.tv_nsec - begin.tv_nsec);
    assert!(nanoseconds < MOST * 1_000_000_000, "{} milliseconds", nanoseconds / 1_000_000);
}
