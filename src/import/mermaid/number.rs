//! Numbers as Mermaid reads them, which is as JavaScript's `Number` does. Must not know what they stand for.

/// The number that a text stands for; none where it is empty or no number.
pub(super) fn read(text: &str) -> Option<f64> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    for (mark, radix) in [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)] {
        if let Some(digits) = text.strip_prefix(mark) {
            return whole(digits, radix);
        }
    }
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    if bare == "Infinity" {
        return Some(if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY });
    }
    // Rust reads `inf` and `nan` as numbers too.
    let digits = bare.bytes().all(|b| b.is_ascii_digit() || b".eE+-".contains(&b));
    if digits { text.parse().ok() } else { None }
}

/// A whole number of digits of a radix; rounded where it is long.
fn whole(digits: &str, radix: u32) -> Option<f64> {
    if digits.is_empty() {
        return None;
    }
    digits.chars().try_fold(0.0, |sum: f64, digit| Some(sum * f64::from(radix) + f64::from(digit.to_digit(radix)?)))
}
