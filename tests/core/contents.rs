//! Pictures of a map besides the map: what is to be done about it, and its grid with nothing in it.

use wayfelt::export::pdf::{PdfOptions, pdf_of};
use wayfelt::export::{Contents, ExportOptions, picture};
use wayfelt::insight::pain;
use wayfelt::layout::NoImages;
use wayfelt::layout::sheets::Sheets;
use wayfelt::model::{Content, JourneyMap, Language, OpportunityState, Theme};
use wayfelt::scene::kurbo::Rect;
use wayfelt::scene::{Item, Role, Scene, Target};
use wayfelt::text::Typesetter;

fn show(map: &JourneyMap, contents: Contents, theme: Theme) -> Scene {
    let options = ExportOptions { contents, theme: Some(theme), ..ExportOptions::default() };
    picture(map, &options, &NoImages, &mut Typesetter::new())
}

fn maps() -> Vec<(String, JourneyMap)> {
    let mut maps = vec![
        ("empty".to_owned(), JourneyMap::default()),
        ("every kind".to_owned(), crate::every_kind::map()),
        ("generated".to_owned(), crate::generate::map(300)),
    ];
    maps.extend(crate::sample_maps::samples().into_iter().map(|(name, map)| (name.to_owned(), map)));
    maps
}

/// Everything is on the paper, and no words cover others.
fn assert_tidy(name: &str, scene: &Scene) {
    let paper = Rect::from_origin_size((0.0, 0.0), scene.size);
    let mut lines: Vec<(Rect, String)> = Vec::new();
    scene.walk(&mut |item| {
        let bounds = item.bounds();
        assert!(bounds.area() == 0.0 || paper.union(bounds) == paper, "{name}: {bounds:?} is off {paper:?}");
        if let Item::Text(text) = item {
            lines.push((bounds.inset(-1.5), text.line.text.clone()));
        }
    });
    for (index, (a, words)) in lines.iter().enumerate() {
        for (b, others) in &lines[index + 1..] {
            let (across, down) = (a.x1.min(b.x1) - a.x0.max(b.x0), a.y1.min(b.y1) - a.y0.max(b.y0));
            assert!(across < 1.0 || down < 3.0, "{name}: {words:?} and {others:?}");
        }
    }
}

#[test]
fn the_action_list_has_every_pain_by_rank_and_every_task() {
    for (name, map) in maps() {
        let scene = show(&map, Contents::Actions, Theme::Light);
        assert_tidy(&name, &scene);
        let cards: Vec<_> = scene
            .body
            .groups()
            .filter_map(|group| match group.target {
                Some(Target::Card(id)) => Some((id, group.name.clone())),
                _ => None,
            })
            .collect();
        let ranked: Vec<_> = pain::ranking(&map).into_iter().map(|pain| pain.card).collect();
        let shown: Vec<_> = cards.iter().map(|(id, _)| *id).filter(|id| ranked.contains(id)).collect();
        assert_eq!(shown, ranked, "{name}: in the order of priorities");
        let said = cards.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("\n");
        for card in map.cards().map(|(_, card)| card).chain(&map.tray) {
            if let Content::Opportunity(opportunity) = &card.content {
                let wanted = opportunity.state != OpportunityState::Rejected;
                let there = card.text.is_empty() || said.contains(card.text.as_str());
                assert!(there || !wanted, "{name}: {} is to be done", card.text);
                if wanted && !card.owner.is_empty() {
                    assert!(said.contains(card.owner.as_str()), "{name}: {} does it", card.owner);
                }
            }
        }
    }
}

#[test]
fn what_nobody_answers_says_so() {
    let mut map = crate::maps::grid(3);
    map.language = Language::En;
    crate::maps::put(&mut map, 2, 7, wayfelt::model::LaneKind::PainPoints, crate::maps::pain(Some(4), Some(0.5)));
    let scene = show(&map, Contents::Actions, Theme::Light);
    let group = scene.body.groups().find(|group| group.role == Role::Card).unwrap();
    for words in ["Card 7", "Stage 1 › Step 2", "severity 4 of 5", "50%", "No answer yet"] {
        assert!(group.name.contains(words), "{words} in {}", group.name);
    }
}

#[test]
fn the_blank_grid_has_lanes_and_steps_and_nothing_else() {
    for (name, map) in maps() {
        let scene = show(&map, Contents::Grid, Theme::Light);
        let mut targets = Vec::new();
        scene.walk(&mut |item| {
            if let Item::Group(group) = item {
                targets.extend(group.target);
            }
        });
        let cards = targets.iter().filter(|target| matches!(target, Target::Card(_) | Target::Link { .. })).count();
        assert_eq!(cards, 0, "{name}");
        let steps = map.steps().count();
        assert_eq!(scene.columns.len(), if steps == 0 { 8 } else { steps.max(scene.columns.len()) }, "{name}");
        for step in map.steps().map(|(_, step)| step.id) {
            assert!(targets.contains(&Target::Step(step)), "{name}");
        }
        assert!(scene.rows.iter().all(|row| row.bottom - row.top >= 90.0), "{name}: room to write in");
    }
}

#[test]
fn pictures_one_after_the_other_are_one_document() {
    let map = crate::every_kind::map();
    let settled = JourneyMap { conflicts: Vec::new(), ..map };
    let scenes = Contents::ALL.map(|contents| show(&settled, contents, Theme::Dark));
    let sheets = scenes.each_ref().map(Sheets::own);
    let pictures: Vec<_> = scenes.iter().zip(&sheets).collect();
    let file = pdf_of(&pictures, &PdfOptions::of(&scenes[0])).unwrap();
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("/Count 3") && text.contains("pdfuaid:part"));
}
