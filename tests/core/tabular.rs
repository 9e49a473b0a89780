//! Tables that come in: our own there and back, grids, lists and notes of other programs.

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::{ProptestConfig, prop, proptest};
use wayfelt::export::images::ImageFolder;
use wayfelt::export::tables::{Cell, Grid, List, Table, grid};
use wayfelt::export::{ExportOptions, Format, csv, export};
use wayfelt::file::mapping;
use wayfelt::i18n::Words;
use wayfelt::import::file;
use wayfelt::import::tabular::{self, What};
use wayfelt::model::check::check;
use wayfelt::model::{Content, JourneyMap, LaneKind, Language, Measured, Phase, RowPart, Stage, TableShape};
use wayfelt::text::Typesetter;

use crate::{corpus, every_kind, generate, maps, sample_maps};

fn words(map: &JourneyMap) -> Words {
    Words::new(map.language)
}

fn xlsx(map: &JourneyMap) -> Vec<u8> {
    let images = ImageFolder::of_map(None);
    let options = ExportOptions { all: true, ..ExportOptions::default() };
    export(map, Format::Xlsx, &options, &images, &mut Typesetter::new()).unwrap()
}

/// A workbook of ours, read again.
pub(super) fn back(map: &JourneyMap) -> JourneyMap {
    let bytes = xlsx(map);
    let book = file::book(&bytes, &TableShape::default(), &|_| None).unwrap();
    let incoming = file::own_table(&bytes, &book).expect("one of ours");
    assert_eq!(incoming.notes, [], "{}", map.title);
    assert_eq!(check(&incoming.map), [], "{}", map.title);
    incoming.map
}

/// A grid as CSV with all lists beside it, read again.
pub(super) fn back_from_csv(map: &JourneyMap) -> JourneyMap {
    let words = words(map);
    let bytes = csv::grid(&grid(map, &words, true));
    let beside = |key: &str| List::of_key(key).map(|list| csv::list(&list.of(map, &words)));
    let book = file::book(&bytes, &TableShape::default(), &beside).unwrap();
    let incoming = file::own_table(&bytes, &book).expect("one of ours");
    assert!(incoming.notes.iter().all(|note| matches!(note.what, What::CameAlong { .. })), "{:?}", incoming.notes);
    assert_eq!(check(&incoming.map), []);
    incoming.map
}

/// All cells that a map leaves in.
fn cells(map: &JourneyMap) -> (Grid, Vec<Table>) {
    let words = words(map);
    let mut grid = grid(map, &words, true);
    // Own colours are not carried, and which phase an own name means only as far as its place says it.
    grid.rows.iter_mut().for_each(|row| row.color = None);
    (grid, List::ALL.map(|list| list.of(map, &words)).into())
}

pub(super) fn assert_carried(name: &str, map: &JourneyMap, found: &JourneyMap) {
    let ((was, lists), (is, found)) = (cells(map), cells(found));
    assert_eq!(is.stages, was.stages, "{name}");
    assert_eq!(is.phases, was.phases, "{name}");
    for (is, was) in is.rows.iter().zip(&was.rows) {
        assert_eq!(is, was, "{name}");
    }
    assert_eq!(is, was, "{name}");
    for (is, was) in found.iter().zip(&lists) {
        assert_eq!(is.columns, was.columns, "{name}: {}", was.name);
        let ignored = |column: usize| {
            // Weighted answers have a band of their own weight, which no cell holds.
            let id = ["list-column-band-low", "list-column-band-high"];
            id.iter().any(|id| was.columns[column].name == words(map).get(id))
        };
        for (row, (is, was)) in is.rows.iter().zip(&was.rows).enumerate() {
            for (column, (is, was)) in is.iter().zip(was).enumerate().filter(|(column, _)| !ignored(*column)) {
                let near = match (is, was) {
                    (Cell::Number(is), Cell::Number(was)) => (is - was).abs() < 1e-9,
                    (is, was) => is == was,
                };
                assert!(near, "{name}: {} row {row} column {column}: {is:?} for {was:?}", lists[0].name);
            }
        }
        assert_eq!(is.rows.len(), was.rows.len(), "{name}: {}", was.name);
    }
}

#[test]
fn our_workbooks_come_back_with_every_cell() {
    for (name, map) in sample_maps::samples() {
        assert_carried(name, &map, &back(&map));
    }
    for cards in [40, 300] {
        let map = generate::map(cards);
        assert_carried("generated", &map, &back(&map));
    }
}

#[test]
fn our_csv_comes_back_with_the_lists_beside_it() {
    for (name, map) in sample_maps::samples() {
        assert_carried(name, &map, &back_from_csv(&map));
    }
}

#[test]
fn a_map_of_every_kind_comes_back_valid_from_its_workbook() {
    let map = every_kind::map();
    let found = back(&map);
    assert_eq!(found.steps().count(), map.steps().count());
    assert_eq!(found.lanes.len(), map.lanes.len());
    assert_eq!(found.personas.len(), map.personas.len());
}

#[test]
fn what_was_measured_of_a_touchpoint_leaves_and_comes_back() {
    let mut map = maps::grid(2);
    // The last lanes are worked out and pictures: no cell holds them.
    for (step, card) in [(1, 1), (2, 2)] {
        maps::put_plain(&mut map, step, card, LaneKind::Touchpoints);
    }
    let believed = |score: f64| wayfelt::model::Emotion::new(score).unwrap();
    let by = every_kind::map().evidence[0].clone();
    let (bad, evidence) = (Some(0.4), Some(by.id));
    let measured = |n, mean, sd| Measured { n, mean, sd, bad: None, effective: None, evidence: None };
    map.evidence.push(by);
    if let Content::Touchpoint(own) = &mut maps::card_mut(&mut map, maps::id(1)).content {
        own.measured.insert(maps::id(1), Measured { bad, evidence, ..measured(40, -1.5, Some(0.75)) });
        own.scores.insert(maps::id(1), believed(1.0));
        own.scores.insert(maps::id(2), believed(-1.0));
    }
    if let Content::Touchpoint(own) = &mut maps::card_mut(&mut map, maps::id(2)).content {
        own.measured.insert(maps::id(2), measured(1, 0.25, None));
        own.scores.insert(maps::id(1), believed(2.0));
    }
    assert_eq!(check(&map), []);
    let list = List::Touchpoints.of(&map, &words(&map));
    let column = list.columns.iter().position(|column| column.name == "Score: Minh").unwrap();
    assert_eq!(list.rows[0][column], Cell::Number(-1.5), "the shown one");
    for next in [back(&map), back_from_csv(&map)] {
        assert_carried("measured", &map, &next);
        let scores = |map: &JourneyMap| -> Vec<_> {
            let mut said = Vec::new();
            for (_, card) in map.cards() {
                let Content::Touchpoint(own) = &card.content else { continue };
                for persona in &map.personas {
                    let name =
                        |id| map.evidence.iter().find(|entry| Some(entry.id) == id).map(|entry| entry.name.clone());
                    let measured = own.measured.get(&persona.id).cloned();
                    let by = measured.as_ref().map(|measured| name(measured.evidence));
                    let measured = measured.map(|measured| Measured { evidence: None, ..measured });
                    said.push((own.scores.get(&persona.id).copied(), measured, by));
                }
            }
            said
        };
        assert_eq!(scores(&next), scores(&map));
    }
    let images = ImageFolder::of_map(None);
    let page = export(&map, Format::Html, &ExportOptions::default(), &images, &mut Typesetter::new()).unwrap();
    assert!(String::from_utf8(page).unwrap().contains("Minh: −1.50 (40 answers)"), "the page says it too");
}

#[test]
fn the_lists_beside_a_grid_are_called_as_they_leave() {
    let keys: Vec<&str> = List::ALL.map(List::key).into();
    assert_eq!(keys, tabular::LIST_KEYS);
    assert_eq!(file::list_beside(Path::new("a/map.csv"), "pain-points"), Path::new("a/map-pain-points.csv"));
}

#[test]
fn a_list_alone_is_a_map_too() {
    let (_, map) = sample_maps::samples().swap_remove(0);
    let bytes = csv::list(&List::Steps.of(&map, &words(&map)));
    let book = file::book(&bytes, &TableShape::default(), &|_| None).unwrap();
    let found = file::own_table(&bytes, &book).expect("one of ours").map;
    let names = |map: &JourneyMap| {
        map.steps().map(|(stage, step)| (stage.name.clone(), step.name.clone(), step.notes.clone())).collect::<Vec<_>>()
    };
    assert_eq!(names(&found), names(&map));
}

#[test]
fn a_card_that_looks_like_no_card_or_like_a_point_of_a_list_comes_back() {
    for text in ["-", "n/a", "NA", "…", "- a", "* a", "– a", "• a", "-5 °C"] {
        let mut map = maps::grid(1);
        map.lanes.retain(|lane| lane.kind != LaneKind::Images);
        maps::put_plain(&mut map, 1, 1, LaneKind::Actions);
        maps::card_mut(&mut map, maps::id(1)).text = text.to_owned();
        for found in [back(&map), back_from_csv(&map)] {
            assert_eq!(found.cards().map(|(_, card)| card.text.clone()).collect::<Vec<_>>(), [text]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is written on stages, steps, lanes and cards: what the tables can say comes back.
    #[test]
    fn any_texts_come_back_from_our_tables(
        steps in prop::collection::vec("[=+@'a-zơđ\"•!5%-][ a-zA-Zơ,;:=\"'!5%@-]{0,14}", 1..5),
        texts in prop::collection::vec("[=+@'a-zơđ\"•!5%-][ a-zA-Zơ,;:=\"\n'!5%@-]{0,20}", 1..8),
        lane in "[a-z][a-zơ ]{2,12}",
        notes in "[ a-z\n,;=+-]{0,16}",
    ) {
        let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut map = maps::grid(steps.len() as u64);
        map.lanes.retain(|lane| lane.kind != LaneKind::Images);
        for (place, name) in steps.iter().enumerate() {
            let step = maps::step_mut(&mut map, maps::id(1 + place as u64));
            // Names are lines, and each step has its own.
            step.name = format!("{} {place}", line(name));
            step.notes.clone_from(&notes.trim_end().to_owned());
        }
        Arc::make_mut(&mut map.lanes[0]).name = format!("{} a", line(&lane));
        let kinds = [LaneKind::Actions, LaneKind::PainPoints, LaneKind::Opportunities, LaneKind::Touchpoints];
        for (place, text) in texts.iter().enumerate() {
            let (step, card) = (1 + (place % steps.len()) as u64, 1 + place as u64);
            maps::put_plain(&mut map, step, card, kinds[place % kinds.len()]);
            maps::card_mut(&mut map, maps::id(card)).text = text.trim().to_owned();
        }
        for found in [back(&map), back_from_csv(&map)] {
            let (was, is) = (cells(&map), cells(&found));
            proptest::prop_assert_eq!(is.0, was.0);
            for (is, was) in is.1.iter().zip(&was.1) {
                proptest::prop_assert_eq!(is, was);
            }
        }
    }
}

/// A map of a foreign table, by what is guessed of it.
pub(super) fn guessed(text: &str) -> (JourneyMap, Vec<What>) {
    let book = file::book(text.as_bytes(), &TableShape::default(), &|_| None).unwrap();
    assert!(file::own_table(text.as_bytes(), &book).is_none(), "none of ours");
    let incoming = file::table(text.as_bytes(), &book, None, &Words::new(Language::En));
    assert_eq!(check(&incoming.map), [], "{text}");
    (incoming.map, incoming.notes.into_iter().map(|note| note.what).collect())
}

fn outline(map: &JourneyMap) -> Vec<(String, Vec<String>)> {
    let steps = |stage: &Arc<Stage>| stage.steps.iter().map(|step| step.name.clone()).collect();
    map.stages.iter().map(|stage| (stage.name.clone(), steps(stage))).collect()
}

fn texts(map: &JourneyMap, kind: LaneKind) -> Vec<String> {
    let of = |card: &wayfelt::model::Card| map.lane(card.lane).is_some_and(|lane| lane.kind == kind);
    map.cards().filter(|(_, card)| of(card)).map(|(_, card)| card.text.clone()).collect()
}

#[test]
fn a_channel_beside_a_touchpoint_is_where_it_happens() {
    let text = "Stage,Step,Touchpoint,Channel,Emotion\nBuy,Order,Basket,Mobile app,-1\nBuy,Pay,,Website,1\nUse,Wait,Message,Pigeon,0\n";
    let (map, notes) = guessed(text);
    let said: Vec<(String, Option<String>)> = map
        .cards()
        .map(|(_, card)| {
            let Content::Touchpoint(own) = &card.content else { panic!("{card:?}") };
            let named = own.channel.map(|channel| wayfelt::i18n::channel_name(&words(&map), &map, channel));
            (card.text.clone(), named)
        })
        .collect();
    let at = |text: &str, channel: &str| (text.to_owned(), Some(channel.to_owned()));
    assert_eq!(said, [at("Basket", "Mobile app"), at("", "Website"), at("Message", "Pigeon")]);
    assert_eq!(map.lanes.iter().filter(|lane| lane.kind == LaneKind::Touchpoints).count(), 1);
    assert!(notes.is_empty(), "{notes:?}");
    // Alone it names the touchpoints.
    let (map, _) = guessed("Stage,Step,Channel\nBuy,Order,Mobile app\n");
    assert_eq!(map.cards().count(), 1);
}

#[test]
fn a_grid_of_another_program_comes_in() {
    let text = "Mua xe máy,,,,\n\
        Giai đoạn,Tìm hiểu,,Mua,\n\
        Bước,Xem quảng cáo,Hỏi bạn bè,Đến cửa hàng,Trả tiền\n\
        Khách làm gì,Lướt Facebook,\"Gọi điện\nNhắn tin\",Lái thử,—\n\
        Điểm đau,,Mỗi người nói một kiểu,Chờ lâu !4,\n\
        Kênh,Mạng xã hội,,Cửa hàng; Website,\n\
        Cảm xúc,4,3,2,5\n\
        Chỗ gửi xe,,,Trước cửa,\n";
    let (map, notes) = guessed(text);
    assert_eq!((map.title.as_str(), map.language), ("Mua xe máy", Language::Vi));
    let steps = |names: [&str; 2]| names.map(ToOwned::to_owned).to_vec();
    assert_eq!(
        outline(&map),
        [
            ("Tìm hiểu".to_owned(), steps(["Xem quảng cáo", "Hỏi bạn bè"])),
            ("Mua".to_owned(), steps(["Đến cửa hàng", "Trả tiền"]))
        ]
    );
    assert_eq!(texts(&map, LaneKind::Actions), ["Lướt Facebook", "Gọi điện", "Nhắn tin", "Lái thử"]);
    assert_eq!(texts(&map, LaneKind::PainPoints), ["Mỗi người nói một kiểu", "Chờ lâu"]);
    assert_eq!(texts(&map, LaneKind::Touchpoints).len(), 3, "two touchpoints of one cell are two");
    assert_eq!(texts(&map, LaneKind::Text), ["Trước cửa"], "a lane that nobody knows keeps its name");
    assert!(map.lanes.iter().any(|lane| lane.name == "Chỗ gửi xe"));
    let scores: Vec<Option<f64>> =
        map.steps().map(|(_, step)| step.scores.values().next().and_then(wayfelt::model::Score::shown)).collect();
    assert_eq!(scores, [Some(1.0), Some(0.0), Some(-1.0), Some(2.0)], "1 to 5 become −2 to +2");
    let said =
        [What::Somebody { name: "New persona".to_owned() }, What::Scale { worst: 100, best: 500, doubtful: false }];
    assert_eq!(notes, said);
}

#[test]
fn merged_cells_are_understood() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let plain = rust_xlsxwriter::Format::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 1, 0, 2, "Before", &plain).unwrap();
    sheet.write(0, 3, "After").unwrap();
    for (column, name) in ["Search", "Order", "Unpack"].iter().enumerate() {
        sheet.write(1, column as u16 + 1, *name).unwrap();
    }
    sheet.merge_range(2, 0, 3, 0, "Actions", &plain).unwrap();
    sheet.merge_range(2, 1, 2, 2, "Compares all the while", &plain).unwrap();
    sheet.write(3, 2, "Pays").unwrap();
    sheet.write(4, 0, "Pain points").unwrap();
    sheet.write(4, 3, "Broken").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let book = file::book(&bytes, &TableShape::default(), &|_| None).unwrap();
    let map = file::table(&bytes, &book, None, &Words::new(Language::En)).map;
    assert_eq!(check(&map), []);
    assert_eq!(outline(&map)[0], ("Before".to_owned(), vec!["Search".to_owned(), "Order".to_owned()]));
    assert_eq!(texts(&map, LaneKind::Actions), ["Compares all the while", "Pays"], "two rows of one lane");
    assert_eq!(map.lanes.iter().filter(|lane| lane.kind == LaneKind::Actions).count(), 1);
    let (_, long) = map.cards().find(|(_, card)| card.text.starts_with("Compares")).unwrap();
    let second = map.steps().nth(1).unwrap().1.id;
    assert_eq!(long.until, Some(second), "a cell over two columns spans two steps");
}

#[test]
fn a_list_of_another_program_comes_in() {
    let text = "Phase;Step;Action;Feeling;Pain point;Severity;Idea;Room number\n\
        Arrival;Check in;Queues;bad;Long queue;4;Online check-in;12\n\
        Arrival;;Shows passport;;;;;\n\
        Stay;Sleep;;very good;;;;14\n\
        Stay;Breakfast;Eats;hungry;;;;\n";
    let (map, notes) = guessed(text);
    assert_eq!(outline(&map)[0], ("Arrival".to_owned(), vec!["Check in".to_owned()]), "an empty cell goes on");
    assert_eq!(outline(&map)[1], ("Stay".to_owned(), vec!["Sleep".to_owned(), "Breakfast".to_owned()]));
    assert_eq!(texts(&map, LaneKind::Actions), ["Queues", "Shows passport", "Eats"]);
    let pain = map.cards().find_map(|(_, card)| match &card.content {
        Content::PainPoint(pain) => Some(*pain),
        _ => None,
    });
    assert_eq!(pain.unwrap().severity.unwrap().value(), 4);
    let shown: Vec<Option<f64>> =
        map.steps().map(|(_, step)| step.scores.values().next().and_then(wayfelt::model::Score::shown)).collect();
    assert_eq!(shown, [Some(-1.0), Some(2.0), None], "words of rating scales are scores, others are none");
    assert!(notes.contains(&What::NoFigure { text: "hungry".to_owned() }), "{notes:?}");
    assert!(notes.contains(&What::ColumnLeft { name: "Room number".to_owned(), cells: 2 }), "{notes:?}");
    assert_eq!(texts(&map, LaneKind::Text), ["hungry"], "what can't be counted is kept as it is");
}

const NOTES: &str = "ID,Text,BG Color,Position X,Position Y,Author\n\
    1,Search,#ffffff,100,0,Minh\n2,Pay,#ffffff,500,0,Minh\n3,Unpack,#ffffff,900,4,An\n\
    4,Opens three shops,yellow,90,200,An\n5,Prices differ,#ff5c5c,130,420,An\n6,Card refused,#ff5c5c,520,400,An\n\
    7,One-click payment,#8fd14f,480,600,An\n8,Forgotten,yellow,,,An\n9,Fun,#123abc,910,200,An\n";

#[test]
fn sticky_notes_lie_by_colour_and_position_and_the_rest_in_the_tray() {
    let (map, notes) = guessed(NOTES);
    assert_eq!(outline(&map), [(String::new(), ["Search", "Pay", "Unpack"].map(ToOwned::to_owned).to_vec())]);
    assert_eq!(texts(&map, LaneKind::PainPoints), ["Prices differ", "Card refused"]);
    assert_eq!(texts(&map, LaneKind::Opportunities), ["One-click payment"]);
    let at = |text: &str| map.cards().find(|(_, card)| card.text == text).map(|(step, _)| step.name.clone()).unwrap();
    assert_eq!(
        (at("Opens three shops"), at("Card refused"), at("Fun")),
        ("Search".into(), "Pay".into(), "Unpack".into())
    );
    assert_eq!(map.tray.iter().map(|card| card.text.as_str()).collect::<Vec<_>>(), ["Forgotten"]);
    assert!(notes.contains(&What::InTray { cards: 1 }));
}

#[test]
fn notes_without_positions_go_into_the_tray() {
    let (map, _) = guessed("Text,Color\nLate again,red\nWhy not tomorrow?,green\n");
    assert_eq!(map.steps().count(), 0);
    let lanes: Vec<LaneKind> = map.tray.iter().map(|card| map.lane(card.lane).unwrap().kind).collect();
    assert_eq!(lanes, [LaneKind::PainPoints, LaneKind::Opportunities]);
}

#[test]
fn a_matching_is_kept_and_run_again() {
    let book = file::book(NOTES.as_bytes(), &TableShape::default(), &|_| None).unwrap();
    let mut mapping = tabular::guess(&book);
    let pink = mapping.colors.iter_mut().find(|color| color.name == "#ff5c5c").unwrap();
    pink.part = RowPart::Lane(LaneKind::Quotes);
    let kept = mapping::read_table(mapping::write_table(&mapping).as_bytes()).unwrap();
    assert_eq!(kept, mapping);
    let map = file::table(NOTES.as_bytes(), &book, Some(&kept), &Words::new(Language::En)).map;
    assert_eq!(texts(&map, LaneKind::Quotes), ["Prices differ", "Card refused"]);
    assert!(mapping::read_table(b"(format: 9, table: ())").is_err(), "a newer one is refused");
    assert!(mapping::read(mapping::write_table(&mapping).as_bytes()).is_err(), "it is no survey's");
}

#[test]
fn phases_of_a_grid_stay_in_order() {
    let text = "Phase,After,Before,After\nStage,A,B,C\nStep,one,two,three\nActions,x,y,z\nPain points,,p,\n";
    let (map, notes) = guessed(text);
    assert_eq!(map.stages[0].phase, Some(Phase::PostPurchase));
    assert_eq!(map.stages[1].phase, None);
    assert!(notes.iter().any(|what| matches!(what, What::PhaseOrder { .. })), "{notes:?}");
}

#[test]
fn what_people_wrote_comes_in() {
    let Some(folder) = corpus::folder("maps") else { return };
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let words = Words::new(Language::En);
    let sarah = file::read(&read("sarah_onboarding.csv"), Some("csv"), None, &words).unwrap();
    assert_eq!((sarah.map.stages.len(), sarah.map.steps().count()), (7, 7));
    assert_eq!(texts(&sarah.map, LaneKind::PainPoints).len(), 7);
    assert_eq!(texts(&sarah.map, LaneKind::Thoughts).len(), 7);
    assert!(sarah.map.steps().all(|(_, step)| step.scores.is_empty()), "no score is made up of words");
    assert!(sarah.notes.iter().any(|(_, note)| note.contains("Confidence")));
    let lucid = file::read(&read("easy_user_journey_map/example-lucid-chart-export.csv"), Some("csv"), None, &words);
    assert!(lucid.unwrap().map.tray.len() > 10);
    for name in
        ["existing-customer-buys-chocolates", "new-customer-buys-flowers", "new-customer-subscribes-to-chocolates"]
    {
        let text = read(&format!("easy_user_journey_map/{name}.md"));
        let map = file::read(&text, Some("md"), None, &words).unwrap().map;
        assert_eq!(map.stages[0].name, "Landing page", "{name}");
        assert!(map.stages.len() >= 8 && map.stages[0].steps.len() == 1, "{name}");
        assert!(map.scenario.contains("account"), "{name}: {}", map.scenario);
    }
    for name in ["example-d2-export", "example-mermaid-export"] {
        let text = read(&format!("easy_user_journey_map/{name}.md"));
        assert!(file::read(&text, Some("md"), None, &words).is_err(), "{name} is no journey");
    }
}

#[test]
fn numbered_lines_of_markdown_are_stages_and_steps() {
    let text = "# Buys a tree\n\n## Description\nSomebody wants shade\n\n## User flow\n1. Nursery\n   1. Looks around\n   \
        2. Asks: which one?\n2. Checkout\n    1. Pays\n3. Home\n";
    let read = file::read(text.as_bytes(), Some("md"), None, &Words::new(Language::En)).unwrap();
    assert_eq!((read.map.title.as_str(), read.map.scenario.as_str()), ("Buys a tree", "Somebody wants shade"));
    let steps = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        outline(&read.map),
        [
            ("Nursery".to_owned(), steps(&["Looks around", "Asks: which one?"])),
            ("Checkout".to_owned(), steps(&["Pays"])),
            ("Home".to_owned(), steps(&[]))
        ]
    );
    let plain = "# Notes\n\n1. Milk\n2. Bread\n";
    assert!(
        file::read(plain.as_bytes(), Some("md"), None, &Words::new(Language::En)).is_err(),
        "a shopping list is none"
    );
}

#[test]
fn no_table_panics() {
    for text in [
        "",
        "a",
        ",",
        ",,,\n",
        "Stage\n",
        "Stage,Step\n,,\n",
        "Text,X,Y\n,,\n",
        "x\ty\n",
        "\u{feff}",
        "Lane\nLane\n",
        "'=1,2",
    ] {
        if let Ok(book) = file::book(text.as_bytes(), &TableShape::default(), &|_| None) {
            let own = file::own_table(text.as_bytes(), &book);
            let found = own.unwrap_or_else(|| file::table(text.as_bytes(), &book, None, &Words::new(Language::En)));
            assert_eq!(check(&found.map), [], "{text}");
        }
    }
}

#[test]
fn a_list_of_ours_that_a_spreadsheet_kept_with_semicolons_and_decimal_commas_comes_back() {
    let text =
        "\u{feff}Rank;Pain point;Stage;Step;Severity (1–5);Customers affected;Notes\r\n1;Late;Pay;Card;5;0,25;\r\n";
    let book = file::book(text.as_bytes(), &TableShape::default(), &|_| None).unwrap();
    let map = file::own_table(text.as_bytes(), &book).expect("one of ours").map;
    let pain = map.cards().find_map(|(_, card)| match &card.content {
        Content::PainPoint(pain) => Some(*pain),
        _ => None,
    });
    assert_eq!(pain.and_then(|pain| pain.share).map(|share| share.value()), Some(0.25));
}
