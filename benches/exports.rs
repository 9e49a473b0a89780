//! The whole way of a map into the files that leave the room, for 100 to 10,000 cards: laid out, painted, packed. What memory
//! that takes at most is measured by `.ci/exports`.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a bench ends where it fails")]

#[path = "../tests/support/generate.rs"]
#[allow(dead_code, reason = "each bench needs a part of it")]
mod generate;

use divan::Bencher;
use wayfelt::export::{ExportOptions, Format, export, picture, png};
use wayfelt::layout::NoImages;
use wayfelt::text::Typesetter;

const CARDS: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

fn leaves(bencher: Bencher<'_, '_>, cards: usize, format: Format) {
    let map = generate::map(cards);
    let mut options = ExportOptions::default();
    if format == Format::Png {
        // As dialogs have it, or the greatest that there is for the picture.
        let greatest = png::greatest_scale(&picture(&map, &options, &NoImages, &mut Typesetter::new()));
        options.scale = options.scale.min(greatest);
    }
    bencher
        .with_inputs(Typesetter::new)
        .bench_local_values(|mut fonts| export(&map, format, &options, &NoImages, &mut fonts).unwrap());
}

#[divan::bench(args = CARDS, max_time = 5, sample_count = 10)]
fn a_svg(bencher: Bencher<'_, '_>, cards: usize) {
    leaves(bencher, cards, Format::Svg);
}

#[divan::bench(args = CARDS, max_time = 5, sample_count = 10)]
fn b_png(bencher: Bencher<'_, '_>, cards: usize) {
    leaves(bencher, cards, Format::Png);
}

#[divan::bench(args = CARDS, max_time = 5, sample_count = 10)]
fn c_pdf(bencher: Bencher<'_, '_>, cards: usize) {
    leaves(bencher, cards, Format::Pdf);
}

#[divan::bench(args = CARDS, max_time = 5, sample_count = 10)]
fn d_pptx(bencher: Bencher<'_, '_>, cards: usize) {
    leaves(bencher, cards, Format::Pptx);
}

#[divan::bench(args = CARDS, max_time = 5, sample_count = 10)]
fn e_html(bencher: Bencher<'_, '_>, cards: usize) {
    leaves(bencher, cards, Format::Html);
}

#[divan::bench(args = CARDS, max_time = 5, sample_count = 10)]
fn f_xlsx(bencher: Bencher<'_, '_>, cards: usize) {
    leaves(bencher, cards, Format::Xlsx);
}
