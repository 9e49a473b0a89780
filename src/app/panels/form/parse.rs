//! Numbers and days as people type them. Must not know fields.

use jiff::civil::Date;

/// A number as people type it: with a point or a comma, a hyphen or a real minus, and perhaps a percent sign.
pub(in crate::app::panels) fn parse_number(text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .trim_end_matches('%')
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            ',' => '.',
            '−' | '–' => '-',
            other => other,
        })
        .collect();
    plain.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// A day as people type it: 2026-11-22 or 22/11/2026.
pub(in crate::app::panels) fn parse_date(text: &str) -> Option<Date> {
    let parts: Vec<i16> =
        text.trim().split(['-', '/', '.']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [first, second, third] = parts[..] else { return None };
    let (year, day) = if first > 31 { (first, third) } else { (third, first) };
    if year < 1000 {
        return None;
    }
    Date::new(year, i8::try_from(second).ok()?, i8::try_from(day).ok()?).ok()
}
