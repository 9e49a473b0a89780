//! What goes wrong with files, in words: what, and what to do.
