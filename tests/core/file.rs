//! Map files: what is written is read again, and every mistake has a place.

use wayfelt::file::{self, Expected, Place, Problem};

use crate::every_kind;

#[test]
fn look() {
    let text = file::write(&every_kind::map());
    println!("{text}");
    let opened = file::read(text.as_bytes()).unwrap();
    assert_eq!(opened.map, every_kind::map());
    assert_eq!(file::write(&opened.map), text);
    for bad in [
        "",
        "(",
        "(format: 1, map: (titel: \"x\"))",
        "(format: 1, map: (title: 3))",
        "(format: 1, map: (title: \"x)",
        "(format: 1,\n map: (title \"x\"))",
        "(format: 1, map: (\n  language: Vo))",
        "(format: 1, map: (lanes: [(id: \"00000000\", kind:   Emotions)]))",
        "(format: 1, map: (lanes: [(id: \"0000000\", kind: Emotion)]))",
        "(format: 1, map: (lanes: [(id: \"00000000\")]))",
        "(format: 1, map: (lanes: [(id: \"00000000\", id: \"00000000\")]))",
        "(format: 1, map: (date: \"2026-13-01\"))",
        "(format: 1, map: (date: 2026))",
        "(format: 1, map: (loss_rates: (first: NaN, second: 0.9, source: \"\")))",
        "(format: 1, map: (loss_rates: (first: 1e999, second: 0.9, source: \"\")))",
        "(format: 1, map: (stages: (id: 3)))",
        "(format: 1, map: (stages: [(id: \"00000000\" name: \"x\")]))",
        "(format: 1, map: ()) x",
        "(format: 2, map: (what: 3))",
        "(map: (), format: 7)",
        "(map: ())",
        "(format: \"1\", map: ())",
        "(format: -1, map: ())",
        "hello",
        "[1]",
        "{}",
        "(format: 1)",
        "(format: 1, map: [])",
        "(format: 1, map: (stages: [(id: \"00000000\", name: \"x\", steps: [(id: \"00000000\", name: \"y\", scores: {\"00000000\": (state: Scored(believed: 3)), })])]))",
        "(format: 1, map: (stages: [(id: \"00000000\", name: \"x\", steps: [(id: \"00000000\", name: \"y\", scores: {\"00000000\": (), \"00000000\": () })])]))",
        "(format: 1, map: (stages: [(id: \"00000000\", name: \"x\", expected_touchpoints: 99999999999)]))",
        "(format: 1, map: (stages: [(id: \"00000000\", name: \"x\", expected_touchpoints: -1)]))",
        "(format: 1, map: (title: \"\\q\"))",
        "(format: 1, map: (title: yes))",
        "/* x",
        "(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: Touchpoint(chanel: Store))]))",
        "(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: Touchpoint(channel: Stor))]))",
        "(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: Touchpiont())]))",
        "(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: Touchpoint(repeats: yes))]))",
        "(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: PainPoint(severity: 7))]))",
    ] {
        println!("{bad:?}\n    {:?}", file::read(bad.as_bytes()).map(|_| ()));
    }
}
