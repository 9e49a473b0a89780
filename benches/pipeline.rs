//! The way of a map from its file to the pictures that people get, for 10 to 10,000 cards.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a bench ends where it fails")]

#[path = "../tests/support/generate.rs"]
#[allow(dead_code, reason = "each bench needs a part of it")]
mod generate;

use std::sync::Arc;

use divan::Bencher;
use wayfelt::export::pdf::{PdfOptions, pdf};
use wayfelt::export::png::{greatest_scale, png};
use wayfelt::export::svg::{SvgOptions, svg};
use wayfelt::file;
use wayfelt::i18n::Words;
use wayfelt::layout::{Composed, NoImages, Options, lay_out, lay_out_again};
use wayfelt::model::{JourneyMap, Theme};
use wayfelt::scene::Scene;
use wayfelt::text::Typesetter;

const CARDS: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

fn picture(map: &JourneyMap, words: &Words, fonts: &mut Typesetter) -> Scene {
    lay_out(map, &Options { theme: Theme::Light, words, all: true, images: &NoImages }, fonts)
}

fn scene(cards: usize) -> Scene {
    let map = generate::map(cards);
    picture(&map, &Words::new(map.language), &mut Typesetter::new())
}

#[divan::bench(args = CARDS, max_time = 3)]
fn a_read(bencher: Bencher<'_, '_>, cards: usize) {
    let text = file::write(&generate::map(cards));
    bencher.bench(|| file::read(text.as_bytes()).unwrap());
}

#[divan::bench(args = CARDS, max_time = 3)]
fn b_write(bencher: Bencher<'_, '_>, cards: usize) {
    let map = generate::map(cards);
    bencher.bench(|| file::write(&map));
}

#[divan::bench(args = CARDS, max_time = 3)]
fn c_layout_from_nothing(bencher: Bencher<'_, '_>, cards: usize) {
    let map = generate::map(cards);
    let words = Words::new(map.language);
    bencher.with_inputs(Typesetter::new).bench_local_values(|mut fonts| picture(&map, &words, &mut fonts));
}

#[divan::bench(args = CARDS, max_time = 3)]
fn d_layout_after_one_edit(bencher: Bencher<'_, '_>, cards: usize) {
    let mut map = generate::map(cards);
    let words = Words::new(map.language);
    let mut fonts = Typesetter::new();
    let mut composed = Composed::default();
    let options = Options { theme: Theme::Light, words: &words, all: true, images: &NoImages };
    lay_out_again(&map, &options, &mut fonts, &mut composed);
    let mut count = 0;
    bencher.bench_local(|| {
        count += 1;
        let stage = Arc::make_mut(&mut map.stages[0]);
        let step = Arc::make_mut(&mut stage.steps[0]);
        Arc::make_mut(&mut step.cards[0]).text = format!("Khách gõ thêm {count}");
        lay_out_again(&map, &options, &mut fonts, &mut composed)
    });
}

#[divan::bench(args = CARDS, max_time = 3)]
fn e_svg(bencher: Bencher<'_, '_>, cards: usize) {
    let scene = scene(cards);
    bencher.bench(|| svg(&scene, &SvgOptions::default()).unwrap());
}

/// At scale 1, or the greatest there is for the picture.
#[divan::bench(args = CARDS, max_time = 3, min_time = 0.1, sample_count = 10)]
fn f_png(bencher: Bencher<'_, '_>, cards: usize) {
    let scene = scene(cards);
    let scale = greatest_scale(&scene).min(1.0);
    bencher.bench(|| png(&scene, scale, false).unwrap());
}

#[divan::bench(args = CARDS, max_time = 3, sample_count = 20)]
fn g_pdf(bencher: Bencher<'_, '_>, cards: usize) {
    let scene = scene(cards);
    let options = PdfOptions::of(&scene);
    bencher.bench(|| pdf(&scene, &options).unwrap());
}

/// What two people made of one map: each wrote on every tenth card, one of them on some of the other's.
#[divan::bench(args = CARDS, max_time = 3, sample_count = 20)]
fn h_merge(bencher: Bencher<'_, '_>, cards: usize) {
    let base = generate::map(cards);
    let written = |offset: usize, text: &str| {
        let mut map = base.clone();
        let mut count = 0;
        for stage in &mut map.stages {
            for step in &mut Arc::make_mut(stage).steps {
                for card in &mut Arc::make_mut(step).cards {
                    count += 1;
                    if count % 10 == offset || count % 100 == 0 {
                        Arc::make_mut(card).text = format!("{text} {count}");
                    }
                }
            }
        }
        map
    };
    let (ours, theirs) = (written(3, "Bên mình"), written(7, "Bên kia"));
    bencher.bench(|| wayfelt::diff::merge(&base, &ours, &theirs));
}
