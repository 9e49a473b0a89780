//! A picture as readable lines, for tests to compare.

use std::fmt::Write as _;

use kurbo::Shape as _;

use super::{Item, Scene, Stroke};

/// The picture as text: one item a line, groups indented, coordinates rounded to tenths.
pub fn dump(scene: &Scene) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "scene {:.1}×{:.1} {}", scene.size.width, scene.size.height, scene.background.to_hex());
    let names = ["body", "names", "header", "title", "footer"];
    for (name, region) in names.into_iter().zip(scene.regions()) {
        let _ = writeln!(out, "{name} {}", rect(region.rect));
        items(&mut out, region.items.iter().cloned(), 1);
    }
    out
}

fn rect(rect: kurbo::Rect) -> String {
    format!("[{:.1} {:.1} {:.1} {:.1}]", rect.x0, rect.y0, rect.x1, rect.y1)
}

fn stroke(stroke: Option<Stroke>) -> String {
    stroke.map_or_else(String::new, |s| {
        format!(
            " stroke {}/{} {}{}",
            s.color.to_hex(),
            s.color.a,
            s.width,
            if s.dash.is_some() { " dashed" } else { "" }
        )
    })
}

fn items(out: &mut String, list: impl Iterator<Item = Item>, depth: usize) {
    let indent = "  ".repeat(depth);
    for item in list {
        let _ = match item {
            Item::Rect(r) => writeln!(
                out,
                "{indent}rect {} r{}{}{}",
                rect(r.rect),
                r.radius,
                r.fill.map_or_else(String::new, |c| format!(" fill {}/{}", c.to_hex(), c.a)),
                stroke(r.stroke)
            ),
            Item::Path(p) => writeln!(
                out,
                "{indent}path {}{}{}",
                rect(p.path.bounding_box().scale_from_origin(p.scale) + p.origin.to_vec2()),
                p.fill.map_or_else(String::new, |c| format!(" fill {}/{}", c.to_hex(), c.a)),
                stroke(p.stroke)
            ),
            Item::Text(t) => writeln!(
                out,
                "{indent}text ({:.1} {:.1}) {:?} w{:.1} {}",
                t.origin.x,
                t.origin.y,
                t.line.text,
                t.line.width,
                t.color.to_hex()
            ),
            Item::Image(i) => writeln!(out, "{indent}image {} {:?}", rect(i.rect), i.alternative),
            Item::Link(l) => writeln!(out, "{indent}link {} {}", rect(l.rect), l.address),
            Item::Group(g) => {
                let _ = writeln!(out, "{indent}group {:?} {:?} {} {:?}", g.target, g.role, rect(g.rect()), g.name);
                items(out, g.items(), depth + 1);
                Ok(())
            }
        };
    }
}
