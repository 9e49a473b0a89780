//! The sample maps of the project.

use std::path::Path;

use wayfelt::model::JourneyMap;

/// Every sample map by its file's name, in the order of names.
pub(crate) fn samples() -> Vec<(String, JourneyMap)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the sample maps")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let opened = wayfelt::file::read(&std::fs::read(&path).expect("readable")).expect(&name);
            (name, opened.map)
        })
        .collect()
}
