#![no_main]

use wayfelt_fuzz::{hostile_input, in_time};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| in_time(hostile_input::table, bytes));
