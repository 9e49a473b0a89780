//! The tables of colours. Must not know what is drawn with them.

use super::{Palette, PhaseColors, Tone};
use crate::scene::Color;

const fn phase(bar: u32, text: u32, tint: u32) -> PhaseColors {
    PhaseColors { bar: Color::hex(bar), text: Color::hex(text), tint: Color::hex(tint) }
}

const fn tone(bar: u32, text: u32, tint: u32) -> Tone {
    Tone { bar: Color::hex(bar), text: Color::hex(text), tint: Color::hex(tint) }
}

pub(super) static LIGHT: Palette = Palette {
    paper: Color::hex(0xfcfbf8),
    plot: Color::hex(0xffffff),
    card: Color::hex(0xffffff),
    card_edge: Color::hex(0xe2dfd6),
    quiet: Color::hex(0xf4f2ec),
    text: Color::hex(0x191b2a),
    weak: Color::hex(0x5b6070),
    rule: Color::hex(0xebe8e0),
    grid: Color::hex(0xe9e8e4),
    zero: Color::hex(0xa7a6a2),
    on_text: Color::hex(0xffffff),
    accent: Color::hex(0x191b2a),
    on_accent: Color::hex(0xffffff),
    phases: [
        phase(0x6e76dd, 0x3a41b5, 0xeeeffc),
        phase(0xd99136, 0x874900, 0xfbf0e1),
        phase(0x2ba893, 0x06635a, 0xe2f4ef),
        phase(0x9a9cab, 0x4b4f5e, 0xf0eff0),
    ],
    personas: [
        Color::hex(0x3d46c8),
        Color::hex(0xa3166f),
        Color::hex(0x94480a),
        Color::hex(0x00695f),
        Color::hex(0x7a2fb8),
        Color::hex(0x0a6291),
        Color::hex(0x5b6100),
        Color::hex(0x44546a),
    ],
    pain: tone(0xd64550, 0xa0141f, 0xfdeeed),
    opportunity: tone(0x2f9e68, 0x115c39, 0xe7f5ec),
    estimate: Color::hex(0xc9ccd3),
    estimate_faint: Color::hex(0xe6e7ea),
    lowest: Color::hex(0xa91b26),
    on_lowest: Color::hex(0xffffff),
    moment: Color::hex(0x191b2a).with_alpha(9),
    tints: [
        Color::hex(0xfdf3c4),
        Color::hex(0xfde3cf),
        Color::hex(0xfbdfe6),
        Color::hex(0xeee2fa),
        Color::hex(0xdfe6fc),
        Color::hex(0xd8eef6),
        Color::hex(0xdff2e1),
        Color::hex(0xe9e9e6),
    ],
    edge: 1.0,
    edged: false,
    patterns: false,
};

pub(super) static DARK: Palette = Palette {
    paper: Color::hex(0x15171c),
    plot: Color::hex(0x1a1d24),
    card: Color::hex(0x22252e),
    card_edge: Color::hex(0x363b47),
    quiet: Color::hex(0x1e2129),
    text: Color::hex(0xeceef4),
    weak: Color::hex(0xa8aebd),
    rule: Color::hex(0x262a33),
    grid: Color::hex(0x2a2e38),
    zero: Color::hex(0x6a6f7d),
    on_text: Color::hex(0x15171c),
    accent: Color::hex(0xeceef4),
    on_accent: Color::hex(0x15171c),
    phases: [
        phase(0x6e76dd, 0xa9adff, 0x252741),
        phase(0xd99136, 0xffb866, 0x3a2b17),
        phase(0x2ba893, 0x62dcc6, 0x17332f),
        phase(0x7d8190, 0xc3c7d3, 0x292c34),
    ],
    personas: [
        Color::hex(0xa5a9ff),
        Color::hex(0xff9bd0),
        Color::hex(0xffb872),
        Color::hex(0x62dcc6),
        Color::hex(0xd3a4ff),
        Color::hex(0x7cc7f2),
        Color::hex(0xd2d96a),
        Color::hex(0xbcc8d9),
    ],
    pain: tone(0xd9474f, 0xff9d9d, 0x38201f),
    opportunity: tone(0x2f9e68, 0x86dfae, 0x1b3026),
    estimate: Color::hex(0x3b404c),
    estimate_faint: Color::hex(0x282c35),
    lowest: Color::hex(0xff8f8f),
    on_lowest: Color::hex(0x1c1012),
    moment: Color::hex(0xffffff).with_alpha(10),
    tints: [
        Color::hex(0x3f391b),
        Color::hex(0x432d1c),
        Color::hex(0x43232d),
        Color::hex(0x35264a),
        Color::hex(0x262f52),
        Color::hex(0x1b3a47),
        Color::hex(0x1f3b26),
        Color::hex(0x34363c),
    ],
    edge: 1.0,
    edged: false,
    patterns: false,
};

/// Black on white: words reach AAA (7:1), and everything that has a ground of its own has a strong edge.
pub(super) static HIGH_CONTRAST: Palette = Palette {
    paper: Color::hex(0xffffff),
    plot: Color::hex(0xffffff),
    card: Color::hex(0xffffff),
    card_edge: Color::hex(0x000000),
    quiet: Color::hex(0xffffff),
    text: Color::hex(0x000000),
    weak: Color::hex(0x2b2b2b),
    rule: Color::hex(0x595959),
    grid: Color::hex(0x8c8c8c),
    zero: Color::hex(0x000000),
    on_text: Color::hex(0xffffff),
    accent: Color::hex(0x000000),
    on_accent: Color::hex(0xffffff),
    phases: [
        phase(0x2a2fb8, 0x1f2490, 0xffffff),
        phase(0xa04e00, 0x6b3600, 0xffffff),
        phase(0x00665a, 0x004a41, 0xffffff),
        phase(0x4a4a4a, 0x2b2b2b, 0xffffff),
    ],
    personas: [
        Color::hex(0x1a22b0),
        Color::hex(0x8a0057),
        Color::hex(0x7a3300),
        Color::hex(0x004d45),
        Color::hex(0x5a1591),
        Color::hex(0x004a73),
        Color::hex(0x444900),
        Color::hex(0x2e3b4e),
    ],
    pain: tone(0xb00010, 0x8f000d, 0xffffff),
    opportunity: tone(0x00602f, 0x004f27, 0xffffff),
    estimate: Color::hex(0xb8b8b8),
    estimate_faint: Color::hex(0xe0e0e0),
    lowest: Color::hex(0x8f000d),
    on_lowest: Color::hex(0xffffff),
    moment: Color::hex(0x000000).with_alpha(0),
    tints: [
        Color::hex(0xfff3a8),
        Color::hex(0xffdcb8),
        Color::hex(0xffd6e2),
        Color::hex(0xead8ff),
        Color::hex(0xd6e0ff),
        Color::hex(0xc9ecfb),
        Color::hex(0xd2f5d6),
        Color::hex(0xe6e6e6),
    ],
    edge: 1.8,
    edged: true,
    patterns: false,
};

const BLACK: Color = Color::hex(0x000000);
const WHITE: Color = Color::hex(0xffffff);
const INK: PhaseColors = phase(0x000000, 0x000000, 0xffffff);

/// Black ink on white paper. A laser printer makes grey of dots: words, marks and edges are black, grey is only where an
/// area or a fine line is.
pub(super) static PRINT: Palette = Palette {
    paper: WHITE,
    plot: WHITE,
    card: WHITE,
    card_edge: BLACK,
    quiet: WHITE,
    text: BLACK,
    weak: BLACK,
    rule: Color::hex(0x8a8a8a),
    grid: Color::hex(0xb0b0b0),
    zero: BLACK,
    on_text: WHITE,
    accent: BLACK,
    on_accent: WHITE,
    phases: [INK, INK, INK, INK],
    personas: [BLACK; 8],
    pain: tone(0x000000, 0x000000, 0xffffff),
    opportunity: tone(0x000000, 0x000000, 0xffffff),
    estimate: Color::hex(0xc4c4c4),
    estimate_faint: Color::hex(0xe8e8e8),
    lowest: BLACK,
    on_lowest: WHITE,
    moment: BLACK.with_alpha(0),
    tints: [WHITE; 8],
    edge: 0.8,
    edged: true,
    patterns: true,
};
