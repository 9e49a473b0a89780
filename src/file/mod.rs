//! Maps on disk: RON text and back, atomic saves, recovery copies. Must not know windows, words or other formats.
