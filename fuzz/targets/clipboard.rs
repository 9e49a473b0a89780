#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| wayfelt_fuzz::hostile_input::clipboard(bytes));
