//! A picture made by hand that holds every kind of item.

use std::sync::Arc;

use wayfelt::model::{Address, Id, Language};
use wayfelt::scene::kurbo::{BezPath, Point, Rect, Size};
use wayfelt::scene::{
    Color, Group, ImageItem, Item, LinkItem, PathItem, RectItem, Region, Role, Scene, Stroke, Target, TextItem, icon,
};
use wayfelt::text::{Style, Typesetter, Weight};

const INK: Color = Color::hex(0x1F2933);
const PALE: Color = Color::hex(0xE8F0EE);
const GREEN: Color = Color::hex(0x0F766E);

/// Text broken at `width`, its top left corner at (x, y).
pub(crate) fn text(
    typesetter: &mut Typesetter,
    words: &str,
    style: Style,
    color: Color,
    place: Point,
    width: f32,
) -> Vec<Item> {
    let paragraph = typesetter.set(words, style, Some(width));
    paragraph
        .lines
        .iter()
        .map(|(baseline, line)| {
            Item::Text(TextItem { origin: Point::new(place.x, place.y + baseline), line: Arc::clone(line), color })
        })
        .collect()
}

fn group(role: Role, target: Option<Target>, name: &str, rect: Rect, items: Vec<Item>) -> Item {
    Item::Group(Group::new(target, role, name.to_owned(), rect, items).into())
}

/// A PNG of four colours.
pub(crate) fn picture() -> Arc<[u8]> {
    let mut image = image::RgbaImage::new(8, 8);
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        *pixel = match (x < 4, y < 4) {
            (true, true) => image::Rgba([15, 118, 110, 255]),
            (false, true) => image::Rgba([234, 88, 12, 255]),
            (true, false) => image::Rgba([79, 70, 229, 128]),
            (false, false) => image::Rgba([202, 138, 4, 255]),
        };
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner().into()
}

/// Every kind of item, Vietnamese, English and text from right to left, dashes, transparency, groups in groups.
pub(crate) fn scene() -> Scene {
    let mut typesetter = Typesetter::new();
    let t = &mut typesetter;
    let regular = Style::new(Weight::Regular, 13.0);
    let bold = Style::new(Weight::Bold, 22.0);
    let title = text(t, "Đặt vé máy bay: từ ý định đến cửa khởi hành", bold, INK, Point::new(24.0, 16.0), 800.0);
    let note = text(
        t,
        "Khách lần đầu bay, mua vé bằng điện thoại. Waiting → calling ✓ “rating” ★ 4,1 … −2 × 3",
        regular,
        INK,
        Point::new(24.0, 52.0),
        420.0,
    );
    let stage = text(
        t,
        "Trước chuyến đi",
        Style::new(Weight::Bold, 14.0),
        Color::hex(0xFFFFFF),
        Point::new(32.0, 110.0),
        300.0,
    );
    let step_one = text(t, "Tìm chuyến bay", Style::new(Weight::Medium, 13.0), INK, Point::new(32.0, 146.0), 130.0);
    let step_two =
        text(t, "Thanh toán & nhận vé", Style::new(Weight::Medium, 13.0), INK, Point::new(192.0, 146.0), 130.0);
    let mut card = vec![
        Item::Rect(RectItem {
            rect: Rect::new(24.0, 190.0, 174.0, 300.0),
            radius: 8.0,
            fill: Some(PALE),
            stroke: Some(Stroke::solid(GREEN, 1.5)),
        }),
        Item::Path(PathItem {
            path: icon("smartphone"),
            origin: Point::new(32.0, 198.0),
            scale: 0.75,
            fill: None,
            stroke: Some(Stroke::solid(GREEN, 1.6)),
        }),
    ];
    card.extend(text(
        t,
        "So sánh giá trên ba trang, mỗi trang một giá khác nhau",
        regular,
        INK,
        Point::new(32.0, 220.0),
        134.0,
    ));
    let mut foreign = text(t, "Khách nói: שלום (עולם) 12", regular, INK, Point::new(192.0, 200.0), 200.0);
    foreign.extend(text(
        t,
        "“Tại sao lại phải nhập lại?”",
        Style::new(Weight::Italic, 13.0),
        INK,
        Point::new(192.0, 224.0),
        150.0,
    ));
    let mut curve = BezPath::new();
    curve.move_to((0.0, 60.0));
    curve.curve_to((60.0, 0.0), (90.0, 0.0), (150.0, 40.0));
    curve.quad_to((200.0, 90.0), (260.0, 20.0));
    let curve = Arc::new(curve);
    let mut face = BezPath::new();
    face.move_to((10.0, 0.0));
    face.line_to((20.0, 18.0));
    face.line_to((0.0, 18.0));
    face.close_path();
    let mut points = vec![
        Item::Path(PathItem {
            path: Arc::clone(&curve),
            origin: Point::new(400.0, 110.0),
            scale: 1.0,
            fill: None,
            stroke: Some(Stroke::dashed(GREEN, 3.0, 7.0, 6.0)),
        }),
        Item::Path(PathItem {
            path: curve,
            origin: Point::new(400.0, 190.0),
            scale: 1.0,
            fill: Some(Color::hex(0x4F46E5).with_alpha(60)),
            stroke: None,
        }),
        Item::Path(PathItem {
            path: Arc::new(face),
            origin: Point::new(540.0, 140.0),
            scale: 1.5,
            fill: Some(Color::hex(0xEA580C)),
            stroke: Some(Stroke::solid(INK, 1.0)),
        }),
    ];
    points.push(group(Role::Point, None, "Tìm chuyến bay: +1", Rect::new(540.0, 140.0, 570.0, 167.0), Vec::new()));
    let stage_id = Id::from_bits(1);
    let step_id = Id::from_bits(2);
    Scene {
        size: Size::new(700.0, 340.0),
        background: Color::hex(0xFBFAF7),
        title: "Đặt vé máy bay <thử> & \"nháp\"".to_owned(),
        language: Language::Vi,
        title_block: Region {
            rect: Rect::new(0.0, 0.0, 700.0, 100.0),
            items: vec![
                group(
                    Role::Title,
                    Some(Target::Title),
                    "Đặt vé máy bay: từ ý định đến cửa khởi hành",
                    Rect::new(24.0, 16.0, 600.0, 46.0),
                    title,
                ),
                group(
                    Role::Note,
                    Some(Target::Scenario),
                    "Khách lần đầu bay",
                    Rect::new(24.0, 50.0, 460.0, 90.0),
                    note,
                ),
            ],
        },
        header: Region {
            rect: Rect::new(24.0, 104.0, 380.0, 186.0),
            items: vec![
                Item::Rect(RectItem {
                    rect: Rect::new(24.0, 104.0, 344.0, 134.0),
                    radius: 6.0,
                    fill: Some(GREEN),
                    stroke: None,
                }),
                group(
                    Role::ColumnHeader,
                    Some(Target::Stage(stage_id)),
                    "Trước chuyến đi",
                    Rect::new(24.0, 104.0, 344.0, 134.0),
                    stage,
                ),
                group(
                    Role::ColumnHeader,
                    Some(Target::Step(step_id)),
                    "Tìm chuyến bay",
                    Rect::new(24.0, 140.0, 174.0, 186.0),
                    step_one,
                ),
                group(
                    Role::ColumnHeader,
                    Some(Target::Step(Id::from_bits(3))),
                    "Thanh toán & nhận vé",
                    Rect::new(184.0, 140.0, 334.0, 186.0),
                    step_two,
                ),
            ],
        },
        names: Region::default(),
        body: Region {
            rect: Rect::new(0.0, 186.0, 700.0, 320.0),
            items: vec![
                group(
                    Role::Decoration,
                    None,
                    "",
                    Rect::new(0.0, 186.0, 700.0, 320.0),
                    vec![Item::Rect(RectItem {
                        rect: Rect::new(16.0, 182.0, 684.0, 324.0),
                        radius: 12.0,
                        fill: None,
                        stroke: Some(Stroke::dashed(Color::hex(0x9AA5B1), 1.0, 4.0, 4.0)),
                    })],
                ),
                group(
                    Role::Card,
                    Some(Target::Card(Id::from_bits(4))),
                    "So sánh giá trên ba trang, mỗi trang một giá khác nhau; ứng dụng",
                    Rect::new(24.0, 190.0, 174.0, 300.0),
                    card,
                ),
                group(
                    Role::Card,
                    Some(Target::Card(Id::from_bits(5))),
                    "Khách nói",
                    Rect::new(184.0, 190.0, 374.0, 270.0),
                    foreign,
                ),
                group(Role::Figure, None, "Đường cong cảm xúc", Rect::new(400.0, 100.0, 660.0, 280.0), points),
                Item::Image(ImageItem {
                    rect: Rect::new(600.0, 200.0, 660.0, 260.0),
                    data: picture(),
                    alternative: "Bốn màu".to_owned(),
                }),
                Item::Link(LinkItem {
                    rect: Rect::new(600.0, 200.0, 660.0, 260.0),
                    address: Address::parse("https://example.org/?a=1&b=2").unwrap(),
                }),
            ],
        },
        footer: Region {
            rect: Rect::new(0.0, 320.0, 700.0, 340.0),
            items: text(
                t,
                "Nguồn: hội thảo 22/11/2026",
                Style::new(Weight::Regular, 10.0),
                INK,
                Point::new(24.0, 322.0),
                400.0,
            ),
        },
        columns: Vec::new(),
        rows: Vec::new(),
    }
}
