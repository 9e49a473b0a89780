//! SVG pictures: drawn as they are meant, within bounds, or refused by name.

use wayfelt::file::picture::{self, Head, Kind, Undrawable, Unshowable, pixels};
use wayfelt::file::{images, say};
use wayfelt::i18n::Words;
use wayfelt::model::Language;

fn svg(inside: &str) -> Vec<u8> {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">{inside}</svg>"#)
        .into_bytes()
}

fn refused(inside: &str) -> Undrawable {
    match picture::head(&svg(inside)) {
        Err(Unshowable::Undrawable(why)) => {
            assert_eq!(pixels(&svg(inside)).map(drop), Err(Unshowable::Undrawable(why)));
            why
        }
        other => panic!("{inside}: {other:?}"),
    }
}

#[test]
fn a_drawing_is_shown_with_its_colours_and_see_through_where_nothing_is() {
    let drawn = r##"<!-- made by hand --><defs><linearGradient id="a"><stop stop-color="#fff"/><stop offset="1"/>
        </linearGradient></defs><rect width="20" height="20" fill="#c00000" fill-opacity="0.5"/>
        <g transform="translate(24 4)"><circle cx="6" cy="6" r="6" fill="url(#a)" stroke="#00f" stroke-dasharray="2 1"/></g>"##;
    let bytes = svg(drawn);
    assert_eq!(picture::head(&bytes), Ok(Head { kind: Kind::Svg, width: 1_600, height: 800 }));
    let (kind, image) = pixels(&bytes).unwrap();
    let image = image.into_rgba8();
    assert_eq!((kind, image.dimensions()), (Kind::Svg, (1_600, 800)));
    // Half of it, rounded.
    assert_eq!(image.get_pixel(400, 400).0, [191, 0, 0, 128]);
    assert_eq!(image.get_pixel(880, 400).0[3], 0);
    assert_eq!(image.get_pixel(1_200, 400).0[3], 255);
    // What every program shows.
    assert!(picture::as_png(&bytes).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_drawing_is_known_by_its_content() {
    let plain = r#"<rect width="9" height="9"/>"#;
    let with_head = |head: &str| [head.as_bytes(), &svg(plain)].concat();
    let folder = tempfile::tempdir().unwrap();
    for head in ["", "\u{feff}", "\n  ", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- one -->\n"] {
        let name = images::keep(folder.path(), &with_head(head)).unwrap();
        assert!(name.ends_with(".svg"), "{name}");
    }
    assert_eq!(picture::head(b"<html><body>no picture</body></html>"), Err(Unshowable::NoPicture));
    assert_eq!(picture::head(b"<svg"), Err(Unshowable::Undrawable(Undrawable::Broken)));
    assert_eq!(picture::head(&svg("<g>")), Err(Unshowable::Undrawable(Undrawable::Broken)));
}

#[test]
fn what_would_look_different_is_refused_by_name() {
    assert_eq!(refused("<text>a</text>"), Undrawable::Letters);
    for part in ["<filter id='a'/>", "<mask id='a'/>", "<pattern id='a'/>", "<script>1</script>", "<image href='#a'/>"]
    {
        assert_eq!(refused(part), Undrawable::Part, "{part}");
    }
    for elsewhere in [
        "<use href='other.svg#a'/>",
        "<use xlink:href='file:///etc/passwd'/>",
        "<rect width='9' height='9' fill='url(http://example.com/a)'/>",
        "<rect width='9' height='9' style='fill: URL( &quot;a.svg#b&quot; )'/>",
        "<style>@import 'a.css';</style>",
        "<style><![CDATA[rect { fill: url(a.svg#b) }]]></style>",
    ] {
        assert_eq!(refused(elsewhere), Undrawable::Reference, "{elsewhere}");
    }
    for language in Language::ALL {
        let words = Words::new(language);
        let error = images::keep(tempfile::tempdir().unwrap().path(), &svg("<text>a</text>")).unwrap_err();
        assert!(say::picture_error(&words, &error).contains("SVG"));
    }
}

#[test]
fn what_would_take_long_is_refused_before_it_does() {
    // A thousand million boxes, each a repetition of ten.
    let boxes = (1..9).fold(String::from("<g id='b0'><rect width='1' height='1'/></g>"), |all, level| {
        let ten = format!("<use href='#b{}'/>", level - 1).repeat(10);
        format!("{all}<g id='b{level}'>{ten}</g>")
    });
    // As many entities.
    let entities = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
    let whole = "<rect width='40' height='20'/>";
    let path = |pieces: usize| format!("<path d='M0 0{}'/>", "L40 20L0 0".repeat(pieces / 2));
    let rules = "rect.a.b.c{fill:red}".repeat(2_000);
    let clip = "<clipPath id='c'><rect width='40' height='20'/></clipPath>";
    for (name, inside) in [
        ("repetitions", boxes),
        ("many elements", "<g/>".repeat(5_001)),
        ("much painted over", whole.repeat(81)),
        ("long lines", path(300_001)),
        ("very many dashes", "<path d='M0 0L40 20' stroke='red' stroke-dasharray='0.001'/>".to_owned()),
        ("many rules", format!("<style>{rules}</style>")),
        ("many clips", format!("{clip}{}", format!("<g clip-path='url(#c)'>{whole}</g>").repeat(40))),
        ("many layers", format!("<g opacity='0.5'>{whole}{whole}</g>").repeat(40)),
    ] {
        assert_eq!(refused(&inside), Undrawable::Elaborate, "{name}");
    }
    let with_entities = [entities.as_bytes(), &svg(whole)].concat();
    assert_eq!(picture::head(&with_entities), Err(Unshowable::Undrawable(Undrawable::Elaborate)));
    let thin = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 1"><rect width="9" height="1"/></svg>"#;
    assert_eq!(picture::head(thin), Err(Unshowable::Undrawable(Undrawable::Elaborate)));
    // What is only just within bounds is drawn.
    assert!(pixels(&svg(&whole.repeat(79))).is_ok());
}
