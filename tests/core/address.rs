//! Addresses in maps: only pages and mail are any, and what is shown before one is opened is what is opened.

use std::path::Path;

use proptest::prelude::{Strategy, any, prop, proptest};
use wayfelt::model::Address;

fn opened(text: &str) -> String {
    Address::parse(text).unwrap_or_else(|| panic!("{text:?} is an address")).to_string()
}

fn owner(text: &str) -> String {
    Address::parse(text).unwrap_or_else(|| panic!("{text:?} is an address")).owner().to_owned()
}

#[test]
fn pages_and_mail_are_addresses() {
    for plain in [
        "https://example.org",
        "http://example.org/",
        "https://example.org:8443/a/b?c=d&e=%20#f",
        "http://127.0.0.1:8080/",
        "https://[2001:db8::1]/a",
        "https://xn--vit-jma.vn/",
        "mailto:minh@example.org",
        "mailto:minh@example.org?subject=a%20b&body=c",
    ] {
        assert_eq!(opened(plain), plain);
    }
    assert_eq!(opened(" HTTPS://Example.ORG/Path \r\n"), "https://example.org/Path");
    assert_eq!(owner("https://Example.org:8443/a@b"), "example.org");
    assert_eq!(owner("mailto:minh@example.org?cc=a@b.c"), "minh@example.org");
    assert!(Address::parse("mailto:a@b.c").unwrap().is_mail());
    let (before, after) = Address::parse("https://example.org:1/a")
        .map(|found| {
            let (before, after) = found.around_owner();
            (before.to_owned(), after.to_owned())
        })
        .unwrap();
    assert_eq!((before.as_str(), after.as_str()), ("https://", ":1/a"));
}

#[test]
fn nothing_else_is() {
    for other in [
        "",
        "example.org",
        "www.example.org",
        "Khảo sát: answers.csv",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " \u{1}javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "file://server/share",
        "FILE:/C:/Windows",
        "ftp://example.org",
        "smb://server/share",
        "ssh://example.org",
        "ms-msdt:/id PCWDiagnostic",
        "search-ms:query=x",
        "blob:https://example.org/1",
        "view-source:https://example.org",
        "\\\\server\\share",
        "//example.org",
        "/etc/passwd",
        "https:",
        "https:/example.org",
        "https:example.org",
        "https://",
        "https:///path",
        "https://?a",
        "https://:80/",
        "https://.",
        "https://a..b/",
        "https://.a/",
        "https:\\\\example.org",
        "https://example.org\\@evil.example",
        "https://example.org@evil.example/",
        "https://example.org:pass@evil.example/",
        "https://example.org%2f@evil.example/",
        "https://example.org%00.evil.example/",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://example.org/\u{0}",
        "https://example.org/\u{7f}",
        "https://example.org/\u{85}",
        "https://example.org/\u{a0}",
        "https://example.org/\u{202e}gpj.exe",
        "https://exam\u{200b}ple.org/",
        "https://exam\u{ad}ple.org/",
        "https://example.org/\u{feff}",
        "https://example.org/\u{e0041}",
        "https://example.org/\"onclick=\"x",
        "https://example.org/<script>",
        "http s://example.org",
        "https ://example.org",
        "\u{feff}https://example.org",
        "https://[::1",
        "https://[::1]x/",
        "https://[example.org]/",
        "https://example.org:80:90/",
        "https://example.org:8o/",
        "mailto:",
        "mailto:minh",
        "mailto:@example.org",
        "mailto:minh@",
        "mailto:a@b.c?attach=/etc/passwd",
        "mailto:a@b.c?subject=x&ATTACHMENT=/etc/passwd",
        "mailto:a@b.c?subject=x&",
        "mailto:a@b.c%0d%0aBcc: d@e.f",
    ] {
        assert_eq!(Address::parse(other), None, "{other:?}");
    }
    assert_eq!(Address::parse(&format!("https://example.org/{}", "a".repeat(2_000))), None);
    assert_eq!(Address::parse(&format!("https://{}.org/", "a".repeat(64))), None);
}

#[test]
fn letters_that_look_like_others_are_shown_for_what_they_are() {
    // The samples of RFC 3492, 7.1, and names that people use.
    for (shown, written) in [
        ("münchen", "mnchen-3ya"),
        ("việt", "vit-5kz"),
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
        ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
        ("そのスピードで", "d9juau41awczczp"),
    ] {
        let Some(found) = Address::parse(&format!("https://{shown}.example/")) else { panic!("{shown}") };
        assert_eq!(found.owner(), format!("xn--{written}.example"), "{shown}");
    }
    // The first letter is a Cyrillic one.
    assert_eq!(owner("https://\u{430}pple.com/"), "xn--pple-43d.com");
    assert_eq!(owner("https://ＥＸＡＭＰＬＥ.org/"), "example.org");
    assert_eq!(opened("https://vi.wikipedia.org/wiki/Việt"), "https://vi.wikipedia.org/wiki/Vi%E1%BB%87t");
    // A slash that is none doesn't end the server's name.
    assert_eq!(owner("https://example.org\u{2215}.evil.example/"), "example.xn--org-vc2a.evil.example");
    assert_eq!(Address::parse("https://example.org\u{ff0f}.evil.example/"), None);
}

/// The places that hand something to the system: the answer to the question that shows an address, and what opens files and
/// folders that were just written here, by their paths.
#[test]
fn nothing_is_opened_but_by_the_question_and_what_was_written_here() {
    fn visit(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let opens = [
                "open_url(",
                "OpenUrl {",
                ".hyperlink(",
                ".hyperlink_to(",
                "Hyperlink::",
                "webbrowser",
                "process::Command",
                "process::{Command",
            ];
            if opens.iter().any(|call| text.contains(call)) {
                found.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string());
            }
        }
    }
    let mut found = Vec::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    assert_eq!(found, ["src/app/perform.rs", "src/app/programs.rs"]);
}

fn any_piece() -> impl Strategy<Value = String> {
    let pieces = vec![
        "http",
        "https",
        "mailto",
        ":",
        "//",
        "/",
        "\\",
        "@",
        ".",
        "?",
        "#",
        "%",
        "[",
        "]",
        "a",
        "B",
        "ế",
        "\u{430}",
        "。",
        "\u{202e}",
        " ",
        "\t",
        "\u{0}",
        "1",
        "xn--",
        "-",
        "javascript",
        "&",
        "=",
        "subject",
    ];
    proptest::prop_oneof![prop::sample::select(pieces).prop_map(str::to_owned), any::<String>()]
}

proptest! {
    #[test]
    fn what_is_an_address_is_plain_and_stays_itself(
        start in prop::sample::select(vec!["", "http://", "https://", "HTTPS://", "mailto:"]),
        pieces in prop::collection::vec(any_piece(), 0..12),
    ) {
        let text = start.to_owned() + &pieces.concat();
        if let Some(address) = Address::parse(&text) {
            let plain = address.to_string();
            proptest::prop_assert!(plain.bytes().all(|byte| byte.is_ascii_graphic()), "{}", plain);
            proptest::prop_assert!(["http://", "https://", "mailto:"].iter().any(|scheme| plain.starts_with(scheme)));
            proptest::prop_assert!(!address.owner().is_empty() && !address.owner().contains(['/', '?', '#']));
            proptest::prop_assert_eq!(Address::parse(&plain), Some(address));
        }
    }
}

#[test]
fn the_name_of_who_gets_mail_looks_like_no_path() {
    for text in ["mailto:/@a", "mailto:a/b@c.vn", "mailto:#@a", "mailto:a#b@c.vn"] {
        assert_eq!(Address::parse(text), None, "{text}");
    }
    assert!(Address::parse("mailto:a.b+c@d.vn").is_some());
}
