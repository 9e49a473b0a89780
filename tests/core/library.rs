//! Personas and touchpoints that are kept for any map.

use std::fs;

use wayfelt::file::disk::LoadError;
use wayfelt::file::images;
use wayfelt::file::library::{Kept, KeptTouchpoint, Library};
use wayfelt::model::{Channel, Content, Persona};

use crate::every_kind;

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(2, 2).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn everything_that_is_kept_is_read_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::at(folder.path().join("library"));
    assert!(library.list().unwrap().kept.is_empty(), "a folder that isn't there holds nothing");
    let map = every_kind::map();
    let mut all = vec![Kept::persona(&map.personas[0], map.segments.first())];
    all.push(Kept::persona(&map.personas[1], None));
    for (_, card) in map.cards() {
        all.extend(Kept::touchpoint(card, |id| map.own_channel(id).cloned()));
    }
    assert!(all.len() > 4, "personas and touchpoints");
    for kept in &all {
        library.keep(kept, None).unwrap();
    }
    let listing = library.list().unwrap();
    assert!(listing.broken.is_empty(), "{:?}", listing.broken);
    assert_eq!(listing.kept.len(), all.len());
    for kept in &all {
        assert!(listing.kept.contains(kept), "{kept:?}");
    }
}

#[test]
fn what_belongs_to_one_map_is_left_there() {
    let map = every_kind::map();
    let said_again = map.cards().find_map(|(_, card)| match &card.content {
        Content::Touchpoint(touchpoint) if touchpoint.repeats => Some(card),
        _ => None,
    });
    let kept = Kept::touchpoint(said_again.unwrap(), |id| map.own_channel(id).cloned()).unwrap();
    let Kept::Touchpoint(KeptTouchpoint { touchpoint, channel, .. }) = &kept else { panic!() };
    assert!(touchpoint.said_first.is_none() && touchpoint.scores.is_empty());
    assert!(matches!(touchpoint.channel, Some(Channel::Own(id)) if channel.as_ref().is_some_and(|own| own.id == id)));
    let Kept::Persona(persona) = Kept::persona(&map.personas[0], map.segments.first()) else { panic!() };
    assert!(persona.persona.segment.is_none() && persona.segment.is_some());
}

#[test]
fn kept_again_under_another_name_it_takes_its_own_place() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::at(folder.path());
    let mut persona = Persona::clone(&every_kind::map().personas[0]);
    let first = library.keep(&Kept::persona(&persona, None), None).unwrap();
    persona.name = "Chị Đặng Linh".to_owned();
    let second = library.keep(&Kept::persona(&persona, None), None).unwrap();
    assert!(!first.exists());
    assert!(second.file_name().unwrap().to_str().unwrap().starts_with("chi-dang-linh-"), "{second:?}");
    assert_eq!(library.list().unwrap().kept.len(), 1);
}

#[test]
fn the_portrait_goes_along() {
    let folder = tempfile::tempdir().unwrap();
    let map_images = folder.path().join("map.images");
    let library = Library::at(folder.path().join("library"));
    let mut persona = Persona::clone(&every_kind::map().personas[0]);
    persona.portrait = images::keep(&map_images, &png()).unwrap();
    library.keep(&Kept::persona(&persona, None), Some(&map_images)).unwrap();
    assert_eq!(fs::read(library.images().join(&persona.portrait)).unwrap(), png());
}

#[test]
fn a_broken_file_does_not_block_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::at(folder.path());
    library.keep(&Kept::persona(&every_kind::map().personas[1], None), None).unwrap();
    fs::write(folder.path().join("cut.ron"), "(format: 1, kept: Persona(persona: (id:").unwrap();
    fs::write(folder.path().join("new.ron"), "(format: 9, kept: Robot(name: \"R2\"))").unwrap();
    fs::write(folder.path().join("typo.ron"), "(format: 1, kept: Touchpoint(id: \"7h3k9m2p\", texd: \"\"))").unwrap();
    fs::write(folder.path().join("notes.txt"), "nothing of ours").unwrap();
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    let listing = library.list().unwrap();
    assert_eq!(listing.kept.len(), 1);
    assert_eq!(listing.broken.len(), 4);
    let words = wayfelt::i18n::Words::new(wayfelt::model::Language::En);
    let said: Vec<String> = listing.broken.iter().map(|error| wayfelt::file::say::load_error(&words, error)).collect();
    assert!(said.iter().any(|text| text.contains("cut.ron:1:")), "{said:?}");
    assert!(said.iter().any(|text| text.contains("newer Wayfelt")), "{said:?}");
    assert!(
        said.iter().any(|text| text.contains("Did you mean “text”?")),
        "the nearest known name is offered: {said:?}"
    );
    assert!(listing.broken.iter().any(|error| matches!(error, LoadError::Unreadable { .. })));
}

#[test]
fn a_portrait_that_leads_out_of_the_folder_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let text = r#"(format: 1, kept: Persona(persona: (id: "7h3k9m2p", name: "Eve", portrait: "../../etc/passwd")))"#;
    fs::write(folder.path().join("eve.ron"), text).unwrap();
    let listing = Library::at(folder.path()).list().unwrap();
    let Some(Kept::Persona(kept)) = listing.kept.first() else { panic!("{:?}", listing.broken) };
    assert!(kept.persona.portrait.is_empty());
}

#[test]
fn a_portrait_called_like_another_one_of_the_library_takes_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::at(folder.path().join("library"));
    let mut personas = every_kind::map().personas.clone();
    personas.truncate(2);
    for (place, persona) in personas.iter().enumerate() {
        let images = folder.path().join(format!("{place}.images"));
        fs::create_dir(&images).unwrap();
        fs::write(images.join("portrait.png"), [png(), vec![place as u8]].concat()).unwrap();
        let persona = Persona { portrait: "portrait.png".to_owned(), ..Persona::clone(persona) };
        library.keep(&Kept::persona(&persona, None), Some(&images)).unwrap();
    }
    let mut found: Vec<u8> = Vec::new();
    for kept in library.list().unwrap().kept {
        let Kept::Persona(kept) = kept else { panic!() };
        found.extend(fs::read(library.images().join(kept.persona.portrait)).unwrap().last());
    }
    found.sort_unstable();
    assert_eq!(found, [0, 1], "each has its own face");
}
