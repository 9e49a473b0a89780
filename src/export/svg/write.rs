//! Numbers and path data, as short as they can be.

use kurbo::{Affine, BezPath, PathEl, Point};

use crate::scene::kurbo;

/// A number with at most two decimals.
pub(super) fn number(out: &mut String, value: f64) {
    decimals::<100>(out, value);
}

/// A number rounded to 1/`PARTS`, a power of ten.
pub(super) fn decimals<const PARTS: i64>(out: &mut String, value: f64) {
    // A value that isn't finite becomes 0 or the greatest number; neither breaks the document.
    let all = (value * PARTS as f64).round() as i64;
    if all < 0 {
        out.push('-');
    }
    let all = all.unsigned_abs();
    let parts = PARTS.unsigned_abs();
    integer(out, all / parts);
    let mut rest = all % parts;
    if rest == 0 {
        return;
    }
    out.push('.');
    let mut place = parts / 10;
    while rest > 0 {
        out.push(digit(rest / place));
        rest %= place;
        place /= 10;
    }
}

fn integer(out: &mut String, value: u64) {
    let mut digits = ['0'; 20];
    let mut start = digits.len();
    let mut rest = value;
    loop {
        start -= 1;
        digits[start] = digit(rest % 10);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(&digits[start..]);
}

fn digit(value: u64) -> char {
    char::from(b'0' + value as u8)
}

/// ` name="value"`.
pub(super) fn attribute(out: &mut String, name: &str, value: f64) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    number(out, value);
    out.push('"');
}

/// A path's commands, placed.
pub(super) fn path_data(out: &mut String, path: &BezPath, place: Affine) {
    for element in path.elements() {
        match place * *element {
            PathEl::MoveTo(a) => command(out, 'M', &[a]),
            PathEl::LineTo(a) => command(out, 'L', &[a]),
            PathEl::QuadTo(a, b) => command(out, 'Q', &[a, b]),
            PathEl::CurveTo(a, b, c) => command(out, 'C', &[a, b, c]),
            PathEl::ClosePath => out.push('Z'),
        }
    }
}

fn command(out: &mut String, name: char, points: &[Point]) {
    out.push(name);
    for (i, point) in points.iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        number(out, point.x);
        out.push(' ');
        number(out, point.y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_right() {
        let text = |value| {
            let mut out = String::new();
            number(&mut out, value);
            out
        };
        assert_eq!(text(0.0), "0");
        assert_eq!(text(-0.001), "0");
        assert_eq!(text(1.0), "1");
        assert_eq!(text(12.5), "12.5");
        assert_eq!(text(-0.25), "-0.25");
        assert_eq!(text(3.05), "3.05");
        assert_eq!(text(1234.567), "1234.57");
        assert_eq!(text(f64::NAN), "0");
    }
}
