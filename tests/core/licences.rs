//! Every dependency may be given on under terms that this project's own licences allow.

use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than their notice, and those that bind only the part they cover: MPL-2.0 asks that
/// changed files of the library itself stay open (none is changed here), OFL-1.1 and Ubuntu-font-1.0 that fonts stay
/// under their licence.
const ALLOWED: [&str; 17] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Ubuntu-font-1.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Whether the terms of an SPDX expression can be kept with allowed licences alone.
fn is_allowed(expression: &str) -> bool {
    // The old way of writing "or".
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut tokens = spaced.split_whitespace().peekable();
    let is_allowed = any_of(&mut tokens);
    is_allowed && tokens.next().is_none()
}

type Tokens<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any_of(tokens: &mut Tokens<'_>) -> bool {
    let mut is_allowed = all_of(tokens);
    while tokens.next_if_eq(&"OR").is_some() {
        is_allowed |= all_of(tokens);
    }
    is_allowed
}

fn all_of(tokens: &mut Tokens<'_>) -> bool {
    let mut is_allowed = one(tokens);
    while tokens.next_if_eq(&"AND").is_some() {
        is_allowed &= one(tokens);
    }
    is_allowed
}

fn one(tokens: &mut Tokens<'_>) -> bool {
    match tokens.next() {
        Some("(") => {
            let is_allowed = any_of(tokens);
            tokens.next_if_eq(&")").is_some() && is_allowed
        }
        Some(name) => match tokens.next_if_eq(&"WITH").and_then(|_| tokens.next()) {
            Some(exception) => ALLOWED.contains(&format!("{name} WITH {exception}").as_str()),
            None => ALLOWED.contains(&name),
        },
        None => false,
    }
}

/// What cargo knows of all packages: for every platform where their sources are at hand, else for this one.
pub(crate) fn metadata() -> Value {
    let run = |more: &[&str]| {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--offline"])
            .args(more)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs the tests");
        (output.status.success(), output)
    };
    let (is_known, all) = run(&[]);
    let output = if is_known {
        all
    } else {
        let host = Command::new(env!("CARGO")).args(["-vV"]).output().expect("cargo runs the tests");
        let host = String::from_utf8(host.stdout).unwrap();
        let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host");
        let (is_known, output) = run(&["--filter-platform", host]);
        assert!(is_known, "{}", String::from_utf8_lossy(&output.stderr));
        output
    };
    serde_json::from_slice(&output.stdout).expect("cargo writes JSON")
}

#[test]
fn every_dependency_may_be_given_on() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 100, "only {} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !package["license"].as_str().is_some_and(is_allowed))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "licences to look at:\n{}", refused.join("\n"));
}

/// The notices of all that the binary holds, in the file that `WAYFELT_NOTICES` names: `packaging/build` gives them along.
#[test]
#[ignore = "writes a file for a package"]
fn notices_to_give() {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    let path = std::env::var_os("WAYFELT_NOTICES").unwrap();
    let metadata = metadata();
    let mut text = String::from("Wayfelt holds the libraries and fonts below, under these terms.\n");
    // Many have the same text to the letter: it stands once, under all their names.
    let mut notices: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let words = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
        if words("name") == "wayfelt" {
            continue;
        }
        let name = format!("{} {} ({})", words("name"), words("version"), words("license"));
        let manifest = words("manifest_path");
        let folder = std::path::Path::new(&manifest).parent().unwrap();
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let is_notice = |path: &std::path::Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            path.is_file()
                && ["license", "licence", "copying", "copyright", "notice"].iter().any(|start| name.starts_with(start))
        };
        let texts: Vec<String> = files
            .iter()
            .filter(|path| is_notice(path))
            .filter_map(|path| std::fs::read_to_string(path).ok())
            .map(|text| text.replace("\r\n", "\n").trim().to_owned())
            .collect();
        notices.entry(texts.join("\n\n")).or_default().push(name);
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, file) in [
        ("Be Vietnam Pro (OFL-1.1)", "assets/fonts/BeVietnamPro-OFL.txt"),
        ("Inter (OFL-1.1)", "assets/fonts/Inter-OFL.txt"),
        ("Lucide (ISC)", "assets/icons/Lucide-LICENSE.txt"),
    ] {
        let own = std::fs::read_to_string(root.join(file)).unwrap();
        notices.entry(own.trim().to_owned()).or_default().push(name.to_owned());
    }
    let line = "-".repeat(80);
    for (notice, names) in &notices {
        write!(text, "\n{line}\n{}\n{line}\n\n{notice}\n", names.join("\n")).unwrap();
    }
    assert!(text.len() > 100_000 && text.contains("Permission is hereby granted"));
    std::fs::write(path, text).unwrap();
}

#[test]
fn expressions_are_understood() {
    for allowed in [
        "MIT",
        "MIT OR Apache-2.0",
        "MIT/Apache-2.0",
        "GPL-3.0-only OR MIT",
        "(MIT OR Apache-2.0) AND OFL-1.1 AND Ubuntu-font-1.0",
        "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
    ] {
        assert!(is_allowed(allowed), "{allowed}");
    }
    for refused in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "(MIT",
        "MIT MIT",
        "GPL-2.0 WITH Classpath-exception-2.0",
        "LGPL-2.1 OR GPL-3.0",
    ] {
        assert!(!is_allowed(refused), "{refused}");
    }
}
