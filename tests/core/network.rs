//! The application speaks with nobody: nothing of it, and no library that it is built of, reaches the net, but for those
//! that are known and why they don't. `.ci/smoke` looks at what the running window has open.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::licences::metadata;

/// What a source says that could connect or listen.
const NAMES: [&str; 4] = ["TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs"];

/// Libraries that can, on any platform, and why none is used so.
const KNOWN: [(&str, &str); 7] = [
    ("async-io", "waits for what zbus has open: a socket of the session bus, which is a file"),
    ("nix", "belongs to zip on macOS and the BSDs, with nothing but files: its sockets are not even built"),
    ("tokio", "belongs to zbus on Windows, where the bus isn't used"),
    ("url", "only turns addresses into what could be connected to; checks those handed to the browser"),
    ("wasip2", "for another platform"),
    ("x11rb", "reaches the X server: a socket that is a file, or what DISPLAY says"),
    ("zbus", "the session bus: file dialogs, screen readers; a socket that is a file"),
];

/// Whether a source says one of the names, as code.
fn reaches(source: &str) -> bool {
    // Nearly all say none of them; this looks through hundreds of megabytes in a second.
    if !NAMES.iter().any(|name| source.contains(name)) {
        return false;
    }
    let code = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    let is_part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    code.into_iter().any(|line| {
        let bytes = line.as_bytes();
        NAMES.iter().any(|name| {
            line.match_indices(name).any(|(at, _)| {
                !is_part(at.checked_sub(1).and_then(|before| bytes.get(before))) && !is_part(bytes.get(at + name.len()))
            })
        })
    })
}

/// Whether any source below a folder does.
fn any_reaches(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.filter_map(Result::ok).any(|entry| {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            return !["tests", "examples", "benches", "target"].iter().any(|other| name == *other)
                && any_reaches(&path);
        }
        path.extension().is_some_and(|ending| ending == "rs")
            && std::fs::read_to_string(&path).is_ok_and(|source| reaches(&source))
    })
}

/// The packages that are built into the application, on any platform that is known here: name and manifest.
fn packages(metadata: &Value) -> BTreeMap<String, (String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let mut wanted = vec![text(&metadata["resolve"]["root"])];
    let mut found = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if !found.insert(id.clone()) {
            continue;
        }
        for dependency in list(&nodes[&id]["deps"]) {
            // Those for building and testing are not in it.
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                wanted.push(text(&dependency["pkg"]));
            }
        }
    }
    list(&metadata["packages"])
        .into_iter()
        .filter(|package| found.contains(&text(&package["id"])))
        .map(|package| (text(&package["id"]), (text(&package["name"]), text(&package["manifest_path"]))))
        .collect()
}

#[test]
fn nothing_in_the_application_reaches_the_net() {
    let packages = packages(&metadata());
    assert!(packages.len() > 100, "only {} packages", packages.len());
    let mut found: Vec<&str> = packages
        .values()
        .filter(|(_, manifest)| any_reaches(Path::new(manifest).parent().expect("a folder of a package")))
        .map(|(name, _)| name.as_str())
        .collect();
    found.sort_unstable();
    found.dedup();
    let unknown: Vec<&&str> = found.iter().filter(|name| !KNOWN.iter().any(|(known, _)| known == *name)).collect();
    assert!(unknown.is_empty(), "these could reach the net: {unknown:?}");
    assert!(found.contains(&"zbus") || !cfg!(target_os = "linux"), "the search finds what is there");
}

#[test]
fn no_library_for_the_net_is_among_them() {
    let packages = packages(&metadata());
    let names: BTreeSet<&str> = packages.values().map(|(name, _)| name.as_str()).collect();
    for name in [
        "async-net",
        "attohttpc",
        "curl",
        "curl-sys",
        "h2",
        "hickory-resolver",
        "hyper",
        "isahc",
        "native-tls",
        "openssl",
        "openssl-sys",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "surf",
        "tiny_http",
        "tungstenite",
        "ureq",
    ] {
        assert!(!names.contains(name), "{name}");
    }
}

#[test]
fn names_are_found_as_code_only() {
    assert!(reaches("use std::net::{TcpStream, Shutdown};"));
    assert!(reaches("let a=UdpSocket::bind(b);"));
    assert!(!reaches("// a TcpStream"));
    assert!(!reaches("struct MyTcpStream; fn tcp_stream() {}"));
}
