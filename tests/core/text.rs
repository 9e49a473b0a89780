//! Shaping and line breaking.

use std::sync::Arc;
use std::time::Instant;

use wayfelt::scene::Line;
use wayfelt::text::{Paragraph, Style, Typesetter, Weight, faces};

const VIETNAMESE: &str =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";

fn style(size: f32) -> Style {
    Style::new(Weight::Regular, size)
}

fn texts(paragraph: &Paragraph) -> Vec<&str> {
    paragraph.lines.iter().map(|(_, line)| line.text.as_str()).collect()
}

/// What must hold for every line, whatever the text.
fn assert_sound(line: &Line) {
    let mut x = 0.0;
    let mut covered = vec![0; line.text.len()];
    for run in &line.runs {
        assert!((run.x - x).abs() < 1e-6, "runs follow each other in {:?}", line.text);
        x += run.width;
        assert!(line.text.get(run.range.clone()).is_some(), "{:?} of {:?}", run.range, line.text);
        covered[run.range.clone()].iter_mut().for_each(|count| *count += 1);
        let advances: f64 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
        assert!((advances - run.width).abs() < 1e-3);
        for glyph in &run.glyphs {
            assert!(line.text.get(glyph.range.clone()).is_some(), "{:?} of {:?}", glyph.range, line.text);
            assert!(!glyph.range.is_empty());
            assert!(run.range.start <= glyph.range.start && glyph.range.end <= run.range.end);
        }
        let starts: Vec<usize> = run.glyphs.iter().map(|glyph| glyph.range.start).collect();
        let ordered = if run.rtl { starts.is_sorted_by(|a, b| a >= b) } else { starts.is_sorted() };
        assert!(ordered, "glyphs from left to right in {:?}: {starts:?}", line.text);
        let mut ranges: Vec<_> = run.glyphs.iter().map(|glyph| (glyph.range.start, glyph.range.end)).collect();
        ranges.sort_unstable();
        ranges.dedup();
        assert_eq!(ranges.first().map(|r| r.0), Some(run.range.start));
        assert_eq!(ranges.last().map(|r| r.1), Some(run.range.end));
        assert!(ranges.windows(2).all(|pair| pair[0].1 == pair[1].0), "no byte without glyph in {:?}", line.text);
    }
    assert!((x - line.width).abs() < 1e-6);
    assert!(covered.iter().all(|&count| count == 1), "every byte of {:?} is in one run", line.text);
}

#[test]
fn the_same_text_is_as_wide_in_every_typesetter() {
    let text = "Đặt vé máy bay: 12 phút → quá lâu ★";
    let width = Typesetter::new().width(text, style(14.0));
    let mut other = Typesetter::new();
    other.set("something else first", style(9.0), Some(30.0));
    assert_eq!(other.width(text, style(14.0)), width);
    assert_eq!(other.width(text, style(14.0)), width);
    assert!((other.width(text, style(28.0)) - 2.0 * width).abs() < 0.01);
}

#[test]
fn every_vietnamese_letter_is_there_in_each_weight() {
    let letters = format!("{VIETNAMESE}{}", VIETNAMESE.to_uppercase());

    let mut typesetter = Typesetter::new();
    for weight in Weight::ALL {
        let paragraph = typesetter.set(&letters, Style::new(weight, 13.0), None);
        let line = &paragraph.lines[0].1;
        assert_sound(line);
        assert_eq!(line.runs.len(), 1, "{weight:?} needs one face only");
        assert_eq!(line.runs[0].face.family, "Be Vietnam Pro");
        assert!(line.runs[0].glyphs.iter().all(|glyph| glyph.id != 0), "{weight:?}");
    }
}

#[test]
fn decomposed_vietnamese_has_whole_clusters() {
    let text = "Tru\u{31B}o\u{31B}\u{301}c khi de\u{302}\u{301}n";
    let paragraph = Typesetter::new().set(text, style(14.0), None);
    let line = &paragraph.lines[0].1;
    assert_sound(line);
    assert!(line.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.id != 0));
    let composed = Typesetter::new().width("Trước khi đến".replace('đ', "d").as_str(), style(14.0));
    assert!((line.width - composed).abs() < 0.01, "{} {composed}", line.width);
}

#[test]
fn arrows_and_marks_come_from_a_bundled_face() {
    let mut typesetter = Typesetter::new();
    for weight in Weight::ALL {
        for mark in "→←↑↓✓✗★☆−“”‘’…·×↻–—•≥≤≈€₫°²½№●○▲▼◆".chars()
        {
            let paragraph = typesetter.set(&mark.to_string(), Style::new(weight, 13.0), None);
            let run = &paragraph.lines[0].1.runs[0];
            assert!(run.glyphs[0].id != 0, "{mark} in {weight:?}");
            assert!(faces().iter().any(|face| Arc::ptr_eq(face, &run.face)));
        }
    }
}

#[test]
fn fallback_does_not_change_the_height() {
    let mut typesetter = Typesetter::new();
    let plain = typesetter.set("Giá", style(14.0), None);
    let mixed = typesetter.set("Giá → ★ ✓", style(14.0), None);
    assert_eq!(plain.height, mixed.height);
    assert_eq!(plain.height, 19.0);
    assert_eq!(plain.lines[0].0, mixed.lines[0].0);
    assert!(mixed.lines[0].1.runs.len() > 1);
}

#[test]
fn long_words_break_and_nothing_is_lost() {
    let mut typesetter = Typesetter::new();
    let text = "https://example.org/a/very/long/address/without/any/space and ChúngTôiKhôngCóDấuCách";
    for width in [1.0, 20.0, 60.0, 300.0] {
        let paragraph = typesetter.set(text, style(12.0), Some(width));
        let all: String = texts(&paragraph).concat();
        assert_eq!(all.replace(' ', ""), text.replace(' ', ""));
        paragraph.lines.iter().for_each(|(_, line)| assert_sound(line));
        if width >= 20.0 {
            assert!(paragraph.width <= f64::from(width) + 0.01, "{} > {width}", paragraph.width);
        }
    }
}

#[test]
fn a_text_fits_its_own_measured_width() {
    let mut typesetter = Typesetter::new();
    for text in ["Waiting for the bank to answer", "Chờ ngân hàng trả lời", "★★★☆☆ 4,1"] {
        for size in [9.0, 11.5, 13.0, 24.0] {
            let width = typesetter.width(text, style(size)) as f32;
            assert_eq!(typesetter.set(text, style(size), Some(width)).lines.len(), 1, "{text} at {size}");
        }
    }
}

#[test]
fn line_breaks_are_kept() {
    let mut typesetter = Typesetter::new();
    assert_eq!(texts(&typesetter.set("one\ntwo\n\nfour", style(12.0), Some(200.0))), ["one", "two", "", "four"]);
    assert_eq!(texts(&typesetter.set("one\r\ntwo\tthree", style(12.0), None)), ["one", "two three"]);
    assert_eq!(texts(&typesetter.set("one\n", style(12.0), None)), ["one", ""]);
    assert_eq!(texts(&typesetter.set("", style(12.0), None)), [""]);
    assert_eq!(texts(&typesetter.set("   ", style(12.0), Some(50.0))), [""]);
    let empty = typesetter.set("", style(12.0), None);
    assert_eq!((empty.width, empty.height), (0.0, 16.0));
}

#[test]
fn baselines_are_a_line_height_apart() {
    let paragraph = Typesetter::new().set("a\nb\nc", style(12.0), None);
    let baselines: Vec<f64> = paragraph.lines.iter().map(|line| line.0).collect();
    assert_eq!(baselines[1] - baselines[0], 16.0);
    assert_eq!(baselines[2] - baselines[1], 16.0);
    assert!(baselines[0] > 9.0 && baselines[0] < 16.0);
    assert_eq!(paragraph.height, 48.0);
}

#[test]
fn right_to_left_text_gives_runs_from_right_to_left() {
    let mut typesetter = Typesetter::new();
    let paragraph = typesetter.set("Khách nói: שלום עולם", style(13.0), None);
    let line = &paragraph.lines[0].1;
    assert_sound(line);
    assert!(!line.runs[0].rtl);
    assert!(line.runs.iter().any(|run| run.rtl));
    let paragraph = typesetter.set("שלום abc עולם", style(13.0), Some(60.0));
    paragraph.lines.iter().for_each(|(_, line)| assert_sound(line));
}

#[test]
fn what_no_face_has_is_seen_to_be_missing() {
    let mut typesetter = Typesetter::new();
    for text in
        ["Vui 🙂 quá", "👩‍👩‍👧‍👦", "日本語", "e\u{301}\u{1F600}", "🇻🇳", "\u{200F}", "\u{FE0F}", "a\u{0}b\u{7}c", "\u{10FFFF}"]
    {
        let paragraph = typesetter.set(text, style(13.0), Some(40.0));
        paragraph.lines.iter().for_each(|(_, line)| assert_sound(line));
    }
    let paragraph = typesetter.set("日", style(13.0), None);
    let run = &paragraph.lines[0].1.runs[0];
    assert_eq!((run.glyphs[0].id, run.face.family.as_str()), (0, "Inter"));
}

#[test]
fn what_was_set_before_is_not_set_again() {
    let mut typesetter = Typesetter::new();
    let first = typesetter.set("The counter is closed", style(12.0), Some(80.0));
    assert!(Arc::ptr_eq(&first, &typesetter.set("The counter is closed", style(12.0), Some(80.0))));
    assert!(!Arc::ptr_eq(&first, &typesetter.set("The counter is closed", style(12.0), Some(81.0))));
    assert!(!Arc::ptr_eq(&first, &typesetter.set("The counter is closed", style(12.5), Some(80.0))));
    assert!(!Arc::ptr_eq(&first, &typesetter.set("The counter is open", style(12.0), Some(80.0))));
}

#[test]
#[ignore = "a measurement"]
#[allow(clippy::print_stdout, reason = "what it is for")]
fn speed() {
    let texts: Vec<String> =
        (0..10_000).map(|i| format!("Khách phải chờ {i} phút ở quầy làm thủ tục, không ai báo")).collect();
    let mut typesetter = Typesetter::new();
    for round in ["from nothing", "again"] {
        let start = Instant::now();
        for text in &texts {
            typesetter.set(text, style(13.0), Some(150.0));
        }
        println!("{round}: {:?} a text", start.elapsed() / 10_000);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_set_whole(text in "\\PC{0,60}|[a-zàđềợ ]{0,80}|[\\u{0}-\\u{10FFFF}]{0,30}", width in 0.0f32..300.0, wide: bool) {
        let paragraph = Typesetter::new().set(&text, style(13.0), (!wide).then_some(width));
        paragraph.lines.iter().for_each(|(_, line)| assert_sound(line));
        let shown = |text: &str| -> String {
            text.chars()
                .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
                .collect()
        };
        proptest::prop_assert_eq!(shown(&texts(&paragraph).concat()), shown(&text));
        proptest::prop_assert_eq!(paragraph.height, 18.0 * paragraph.lines.len() as f64);
    }
}
