//! The command line: the window's second face, without a display.
