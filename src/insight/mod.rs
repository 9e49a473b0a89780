//! What a map says, in figures: one file a formula family, each with its source. Must not know pictures, words or windows.
