//! The faces that are part of the application, and which characters they have.

use std::sync::{Arc, LazyLock};

use skrifa::{FontRef, MetadataProvider as _};

use super::Weight;
use crate::scene::Face;

/// What a face is, with its file.
struct Bundled {
    family: &'static str,
    weight: u16,
    italic: bool,
    data: &'static [u8],
}

const BUNDLED: [Bundled; 6] = [
    Bundled {
        family: "Be Vietnam Pro",
        weight: 400,
        italic: false,
        data: include_bytes!("../../assets/fonts/BeVietnamPro-Regular.ttf"),
    },
    Bundled {
        family: "Be Vietnam Pro",
        weight: 500,
        italic: false,
        data: include_bytes!("../../assets/fonts/BeVietnamPro-Medium.ttf"),
    },
    Bundled {
        family: "Be Vietnam Pro",
        weight: 600,
        italic: false,
        data: include_bytes!("../../assets/fonts/BeVietnamPro-SemiBold.ttf"),
    },
    Bundled {
        family: "Be Vietnam Pro",
        weight: 400,
        italic: true,
        data: include_bytes!("../../assets/fonts/BeVietnamPro-Italic.ttf"),
    },
    Bundled {
        family: "Inter",
        weight: 400,
        italic: false,
        data: include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
    },
    Bundled {
        family: "Inter",
        weight: 600,
        italic: false,
        data: include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
    },
];

static FACES: LazyLock<Vec<Arc<Face>>> = LazyLock::new(|| {
    (1..)
        .zip(&BUNDLED)
        .map(|(id, face)| {
            Arc::new(Face {
                id,
                family: face.family.to_owned(),
                weight: face.weight,
                italic: face.italic,
                data: Arc::new(face.data),
                index: 0,
            })
        })
        .collect()
});

/// The faces that are part of the application; their ids are 1, 2, 3… and never change.
pub fn faces() -> &'static [Arc<Face>] {
    &FACES
}

/// Which of [`faces`] a weight uses: its own, and the one for characters that its own lacks.
pub(super) const fn of_weight(weight: Weight) -> [usize; 2] {
    match weight {
        Weight::Regular => [0, 4],
        Weight::Medium => [1, 4],
        Weight::Bold => [2, 5],
        Weight::Italic => [3, 4],
    }
}

/// Characters of the Basic Multilingual Plane that every weight can show, a bit each.
static COVERED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let maps: Vec<Vec<u64>> = FACES.iter().map(|face| characters(face.bytes())).collect();
    let mut all = vec![u64::MAX; 1024];
    for weight in Weight::ALL {
        let [own, behind] = of_weight(weight);
        for (word, both) in all.iter_mut().zip(maps[own].iter().zip(&maps[behind])) {
            *word &= both.0 | both.1;
        }
    }
    all
});

fn characters(data: &[u8]) -> Vec<u64> {
    let mut bits = vec![0; 1024];
    if let Ok(font) = FontRef::new(data) {
        for (character, _) in font.charmap().mappings() {
            if let Some(word) = bits.get_mut(character as usize / 64) {
                *word |= 1 << (character % 64);
            }
        }
    }
    bits
}

/// Whether the bundled faces can show this character in every weight, or nothing has to be shown for it.
pub(super) fn covers(character: char) -> bool {
    let code = character as usize;
    character.is_ascii()
        || matches!(code, 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF)
        || COVERED.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
}
