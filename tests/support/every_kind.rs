//! A small map that holds at least one of everything a map can hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;
use wayfelt::model::check::Thing;
use wayfelt::model::value::Value;
use wayfelt::model::{
    AnswerScale, AnswerTest, BadSoFar, Branch, Brand, BusinessModel, BusinessStage, Card, CardPlace, CardStyle,
    Channel, ChannelKind, ColumnUse, Conflict, Content, Density, Direction, Disputed, Emotion, Encoding, Evidence,
    EvidenceKind, Exclusion, Fact, Field, Grade, IdSource, Image, Importance, JourneyMap, LabelScore, Lane, LaneKind,
    Language, Link, Look, LossRates, MapLink, MapState, Measured, Metric, Named, NamedMetric, Opportunity,
    OpportunityState, OwnChannel, PainPoint, Persona, Phase, PhaseNames, Quoting, Reply, RespondentGroup, Respondents,
    Rgb, Risk, Role, Score, ScoreState, Segment, Service, Share, Stage, Step, Survey, SurveyFigure, SurveyMapping,
    SurveyTarget, TableShape, TextSize, Theme, Touchpoint, TouchpointState, Unit,
};

fn rgb(text: &str) -> Rgb {
    Rgb::parse(text).unwrap()
}

fn emotion(value: f64) -> Emotion {
    Emotion::new(value).expect("inside −2…+2")
}

/// How answers came in, with every kind of scale, target and test.
fn answers(persona: &Persona, step: &Step, card: &Card) -> Survey {
    let column =
        |column: &str, target, scale| ColumnUse { column: column.into(), target, scale, no_answer: Vec::new() };
    let at = Named::known(step.name.clone(), step.id);
    let labels = vec![LabelScore { text: "Rất tốt".into(), score: Emotion::BEST }];
    let touchpoint = SurveyTarget::Touchpoint { card: Named::known(card.text.clone(), card.id), step: at.clone() };
    let metric = SurveyTarget::Metric { figure: SurveyFigure::Nps, name: "NPS".into() };
    let exclusion = |test| Exclusion { column: "id".into(), test, reason: "thử".into() };
    let mapping = SurveyMapping {
        name: "Khảo sát".into(),
        date: Some(date(2026, 11, 1)),
        review_by: Some(date(2027, 11, 1)),
        table: TableShape {
            encoding: Some(Encoding::Windows1258),
            delimiter: Some(';'),
            quoting: Some(Quoting::Single),
            sheet: Some("Câu trả lời".into()),
            heading: Some(0),
        },
        columns: vec![
            ColumnUse {
                no_answer: vec!["9".into()],
                ..column("q1", SurveyTarget::Step(at), AnswerScale::Numbers { worst: 5.0, best: 1.0 })
            },
            column("q2", touchpoint, AnswerScale::Labels(labels)),
            column("q3", metric, AnswerScale::Recommendation),
        ],
        respondents: Respondents::Groups(vec![RespondentGroup {
            persona: Named::known(persona.name.clone(), persona.id),
            column: "who".into(),
            values: vec!["a".into(), "b".into()],
        }]),
        weight: Some("w".into()),
        no_answer: vec!["Blank".into()],
        exclusions: vec![
            exclusion(AnswerTest::Is(vec!["1".into()])),
            exclusion(AnswerTest::IsNot(vec!["2".into()])),
            exclusion(AnswerTest::Below(0.5)),
            exclusion(AnswerTest::Above(9.5)),
        ],
        add_steps: true,
    };
    let counted = BadSoFar { step: step.id, none: 300.0, one: 10.5, two: 1.0, more: 0.5 };
    Survey { mapping, respondents: BTreeMap::from([(persona.id, vec![counted])]) }
}

/// The map. Always the same one.
pub(crate) fn map() -> JourneyMap {
    let mut ids = IdSource::seeded(7);
    let segment = Segment {
        id: ids.fresh(),
        name: "Gia đình trẻ".into(),
        size: Some(5_000_000_000),
        fields: vec![Field { name: "Geography".into(), value: "Cần Thơ".into() }],
    };
    let mut linh = Persona::new(ids.fresh(), "Linh");
    linh.description = "34, \"nhân viên\" văn phòng\\".into();
    linh.roles = vec![Role::User, Role::Payer];
    linh.competitor = true;
    linh.goal = "It's done by noon".into();
    linh.quote = "Tôi đã nói rồi!\nHai lần.".into();
    linh.segment = Some(segment.id);
    linh.fields = vec![
        Field { name: "Age".into(), value: "34".into() },
        Field {
            name: "Tools".into(), value: "👩‍👩‍👧 ❤️ हिन्दी \u{a0}|\u{200b}|\u{202e}".into()
        },
    ];
    linh.color = Some(3);
    linh.portrait = "linh.png".into();
    linh.notes = "notes".into();
    let minh = Persona::new(ids.fresh(), "Minh");
    let own = OwnChannel {
        id: ids.fresh(),
        name: "Loa phường".into(),
        kind: ChannelKind::Voice,
        mobile: true,
        icon: "megaphone".into(),
    };
    let mut survey = Evidence {
        id: ids.fresh(),
        kind: EvidenceKind::Survey,
        name: "Khảo sát".into(),
        source: "answers.csv".into(),
        date: Some(date(2026, 11, 22)),
        review_by: Some(date(2027, 5, 1)),
        n: Some(312),
        notes: "unweighted".into(),
        survey: None,
    };
    let belief = Evidence {
        id: ids.fresh(),
        kind: EvidenceKind::WorkshopBelief,
        name: "Workshop".into(),
        source: String::new(),
        date: None,
        review_by: None,
        n: None,
        notes: String::new(),
        survey: None,
    };
    let kinds = LaneKind::ALL;
    let mut lanes: Vec<Lane> = kinds.iter().map(|&kind| Lane::new(ids.fresh(), kind)).collect();
    lanes[0].name = "Khách làm gì".into();
    lanes[0].color = Some(2);
    lanes[0].height = Some(120);
    lanes[2].collapsed = true;
    lanes[9].hidden = true;
    lanes[9].locked = true;
    let lane = |kind: LaneKind| lanes.iter().find(|lane| lane.kind == kind).expect("every kind has a lane").id;

    let mut first = Step::new(ids.fresh(), "Hỏi giá");
    let mut second = Step::new(ids.fresh(), "Trả tiền");
    let third = Step::new(ids.fresh(), "");

    let mut said = Card::new(
        ids.fresh(),
        lane(LaneKind::Touchpoints),
        "",
        Content::Touchpoint(Touchpoint {
            channel: Some(Channel::CallCentre),
            service: Some(Service::Person),
            ..Touchpoint::default()
        }),
    );
    said.votes = 4;
    let mut again = Card::new(
        ids.fresh(),
        lane(LaneKind::Touchpoints),
        "Nói lại",
        Content::Touchpoint(Touchpoint {
            channel: Some(Channel::Own(own.id)),
            state: TouchpointState::Missing,
            service: Some(Service::SelfService),
            personalised: true,
            repeats: true,
            said_first: Some(said.id),
            scores: BTreeMap::from([(linh.id, emotion(-1.5)), (minh.id, emotion(0.0))]),
            measured: BTreeMap::from([(
                linh.id,
                Measured {
                    n: 12,
                    mean: -0.5,
                    sd: Some(0.25),
                    bad: Some(0.125),
                    effective: Some(8.5),
                    evidence: Some(survey.id),
                },
            )]),
        }),
    );
    again.personas = vec![linh.id];
    let nothing = Card::new(ids.fresh(), lane(LaneKind::Touchpoints), "", Content::Touchpoint(Touchpoint::default()));
    let pain = Card::new(
        ids.fresh(),
        lane(LaneKind::PainPoints),
        "Bị trừ tiền hai lần",
        Content::PainPoint(PainPoint { severity: Grade::new(5).ok(), share: Share::new(0.1801).ok() }),
    );
    let plain_pain = Card::new(ids.fresh(), lane(LaneKind::PainPoints), "?", Content::PainPoint(PainPoint::default()));
    let mut idea = Card::new(
        ids.fresh(),
        lane(LaneKind::Opportunities),
        "Hoàn tiền trong ngày",
        Content::Opportunity(Opportunity {
            answers: vec![pain.id, plain_pain.id],
            impact: Grade::new(5).ok(),
            effort: Grade::new(1).ok(),
            importance: Importance::new(0).ok(),
            due: Some(date(2026, 12, 31)),
            state: OpportunityState::InProgress,
        }),
    );
    idea.owner = "Thanh toán".into();
    idea.links = vec![Link { to: pain.id, label: "trả lời".into() }, Link { to: said.id, label: String::new() }];
    idea.evidence = vec![survey.id, belief.id];
    idea.color = Some(0);
    idea.notes = "line one\nline two\ttab".into();
    let mut metric = Card::new(
        ids.fresh(),
        lane(LaneKind::Metrics),
        "Chi phí",
        Content::Metric(Metric {
            unit: Unit::Other("₫".into()),
            direction: Direction::Down,
            baseline: Some(61.0),
            value: Some(-0.125),
            target: Some(1e300),
        }),
    );
    metric.until = Some(second.id);
    let no_metric = Card::new(ids.fresh(), lane(LaneKind::Metrics), "NPS", Content::Metric(Metric::default()));
    let picture = Card::new(
        ids.fresh(),
        lane(LaneKind::Images),
        "",
        Content::Image(Image { file: "a.png".into(), alternative: "Một cửa hàng".into() }),
    );
    let process = Card::new(ids.fresh(), lane(LaneKind::Backstage), "Kiểm kho", Content::Process);
    let text = Card::new(ids.fresh(), lane(LaneKind::Thoughts), "\"Hmm\"", Content::Text);
    let in_tray = Card::new(ids.fresh(), lane(LaneKind::Needs), "Yên tâm", Content::Text);

    first.moment_of_truth = true;
    first.risk = Some(Risk { worst_case: "Không ai trả lời".into(), answer: String::new() });
    first.active_minutes = Some(3);
    first.waiting_minutes = Some(0);
    first.width = Some(240);
    first.notes = "n".into();
    first.scores = BTreeMap::from([
        (linh.id, Score::believed(emotion(-1.25))),
        (minh.id, Score { state: ScoreState::NotInvolved, expected: None }),
    ]);
    first.cards = [text, said.clone(), again.clone(), nothing, pain.clone(), plain_pain].map(Arc::new).to_vec();
    second.risk = Some(Risk { worst_case: "Mất mạng".into(), answer: "Tiền mặt".into() });
    second.branches =
        vec![Branch { to: first.id, label: "hỏi lại".into() }, Branch { to: third.id, label: String::new() }];
    second.scores = BTreeMap::from([
        (
            linh.id,
            Score {
                state: ScoreState::Scored {
                    believed: Some(emotion(0.0)),
                    measured: Some(Measured {
                        n: 312,
                        mean: 2.0 / 3.0,
                        sd: Some(0.9),
                        bad: Some(0.0),
                        effective: None,
                        evidence: Some(survey.id),
                    }),
                    validated: true,
                },
                expected: Some(emotion(2.0)),
            },
        ),
        (minh.id, Score { state: ScoreState::Unknown, expected: Some(emotion(1.0)) }),
    ]);
    second.cards = [idea, metric, no_metric, picture.clone(), process].map(Arc::new).to_vec();

    let conflicts = vec![
        Conflict {
            at: Some(Thing::Card(pain.id)),
            what: Disputed::Field(vec!["content".into(), "severity".into()]),
            base: Value::Nothing,
            ours: Value::Count(5),
            theirs: Value::Whole(-4),
        },
        Conflict {
            at: Some(Thing::Step(second.id)),
            what: Disputed::Field(vec!["scores".into(), linh.id.to_string()]),
            base: Value::Number(-1.25),
            ours: Value::Table(vec![("a b".into(), Value::Text("Nói \"lại\"\n".into()))]),
            theirs: Value::of(&picture),
        },
        Conflict {
            at: Some(Thing::Lane(lanes[0].id)),
            what: Disputed::Existence,
            base: Value::Flag(true),
            ours: Value::Flag(false),
            theirs: Value::Flag(true),
        },
        Conflict {
            at: Some(Thing::Card(said.id)),
            what: Disputed::Place,
            base: Value::of(&CardPlace { step: Some(first.id), lane: lane(LaneKind::Touchpoints) }),
            ours: Value::of(&CardPlace { step: None, lane: lane(LaneKind::Touchpoints) }),
            theirs: Value::List(vec![Value::Number(61.0), Value::Nothing]),
        },
        Conflict {
            at: None,
            what: Disputed::Order("lanes".into()),
            base: Value::Nothing,
            ours: Value::List(vec![Value::Text(lanes[0].id.to_string()), Value::Text(lanes[1].id.to_string())]),
            theirs: Value::List(vec![Value::Text(lanes[1].id.to_string())]),
        },
        Conflict {
            at: None,
            what: Disputed::Field(vec!["title".into()]),
            base: Value::Text(String::new()),
            ours: Value::Text("Mua".into()),
            theirs: Value::Variant("Other".into(), Box::default()),
        },
    ];

    survey.survey = Some(Box::new(answers(&linh, &first, &again)));

    let mut before = Stage::new(ids.fresh(), "Tìm hiểu");
    before.phase = Some(Phase::PrePurchase);
    before.expected_touchpoints = Some(4);
    before.observed_touchpoints = Some(6);
    before.notes = "n".into();
    before.steps = vec![Arc::new(first)];
    let mut during = Stage::new(ids.fresh(), "Mua");
    during.phase = Some(Phase::Purchase);
    during.steps = vec![Arc::new(second), Arc::new(third)];
    let after = Stage::new(ids.fresh(), "Sau đó");

    JourneyMap {
        replies: BTreeMap::from([(
            ids.fresh(),
            Reply {
                revision: 2,
                name: "Thảo".into(),
                date: Some(date(2026, 11, 21)),
                steps: BTreeMap::from([(before.steps[0].id, "Chờ lâu quá".to_owned())]),
                cards: BTreeMap::from([(before.steps[0].cards[0].id, "Đúng vậy".to_owned())]),
                scores: BTreeMap::from([(before.steps[0].id, Emotion::clamped(-1.5))]),
                votes: vec![before.steps[0].cards[0].id],
            },
        )]),
        title: "Mua lần đầu".into(),
        scenario: "Linh cần một chiếc máy lọc nước trước mùa mưa.".into(),
        language: Language::Vi,
        state: MapState::ToBe,
        date: Some(date(2026, 11, 22)),
        business_model: Some(BusinessModel::ECommerce),
        business_stage: Some(BusinessStage::Growth),
        omtm: Some(NamedMetric {
            name: "Tỷ lệ mua".into(),
            metric: Metric { unit: Unit::Percent, baseline: Some(61.0), ..Metric::default() },
        }),
        metrics: vec![NamedMetric { name: "CSAT".into(), metric: Metric::default() }],
        phases: PhaseNames { pre_purchase: "Trước khám".into(), ..PhaseNames::default() },
        look: Look {
            theme: Theme::Dark,
            brand: Brand {
                accent: Some(rgb("#0b5394")),
                pre_purchase: Some(rgb("#5b2c83")),
                purchase: Some(rgb("#c25700")),
                post_purchase: Some(rgb("#00695f")),
                personas: vec![rgb("#0b5394"), rgb("#a3166f")],
                pain: Some(rgb("#c1121f")),
                opportunity: Some(rgb("#2a7f3f")),
                paper: Some(rgb("#fffdf5")),
                text: Some(rgb("#222222")),
            },
            logo: Some(Image { file: "logo.png".into(), alternative: "Logo".into() }),
            text: TextSize::new(120).unwrap(),
            density: Density::Roomy,
            cards: CardStyle::Outlined,
        },
        notes: "n".into(),
        segments: vec![segment],
        personas: vec![Arc::new(linh), Arc::new(minh)],
        channels: vec![own],
        evidence: vec![survey, belief],
        facts: vec![Fact { text: "89%".into(), year: Some(2018), source: "PwC".into() }],
        loss_rates: LossRates { first: 0.1, second: 0.5, source: "own".into() },
        rules_off: vec!["contrast".into(), "of a later version".into()],
        maps: vec![MapLink { name: "Trả hàng".into(), file: "return.ron".into() }],
        lanes: lanes.into_iter().map(Arc::new).collect(),
        stages: vec![Arc::new(before), Arc::new(during), Arc::new(after)],
        tray: vec![Arc::new(in_tray)],
        conflicts,
    }
}
