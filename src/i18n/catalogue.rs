//! Words for the fixed lists of the model: lane kinds, channels, phases, roles; and for the templates. Must not know where they are shown.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::Words;
use crate::model::{Channel, LaneKind, Phase, Role, Theme};
use crate::words;

/// The usual name of a lane of this kind: what an empty lane name shows.
pub fn lane_kind_word(words: &Words, kind: LaneKind) -> String {
    match kind {
        LaneKind::Actions => words!(words, "lane-actions"),
        LaneKind::Thoughts => words!(words, "lane-thoughts"),
        LaneKind::Expectations => words!(words, "lane-expectations"),
        LaneKind::Needs => words!(words, "lane-needs"),
        LaneKind::Quotes => words!(words, "lane-quotes"),
        LaneKind::Text => words!(words, "lane-text"),
        LaneKind::Emotion => words!(words, "lane-emotion"),
        LaneKind::Touchpoints => words!(words, "lane-touchpoints"),
        LaneKind::PainPoints => words!(words, "lane-pain-points"),
        LaneKind::Opportunities => words!(words, "lane-opportunities"),
        LaneKind::Metrics => words!(words, "lane-metrics"),
        LaneKind::Images => words!(words, "lane-images"),
        LaneKind::Frontstage => words!(words, "lane-frontstage"),
        LaneKind::Backstage => words!(words, "lane-backstage"),
        LaneKind::Systems => words!(words, "lane-systems"),
        LaneKind::Evidence => words!(words, "lane-evidence"),
        LaneKind::Owners => words!(words, "lane-owners"),
        LaneKind::Time => words!(words, "lane-time"),
        LaneKind::CustomersKept => words!(words, "lane-customers-kept"),
        LaneKind::PainPriority => words!(words, "lane-pain-priority"),
    }
}

/// The name of a channel of the catalogue; none for an own one, whose name the map knows.
pub fn channel_word(words: &Words, channel: Channel) -> Option<String> {
    channel.word().map(|word| words.get(&format!("channel-{word}")))
}

/// The name of a theme.
pub fn theme_word(words: &Words, theme: Theme) -> String {
    match theme {
        Theme::Light => words!(words, "theme-light"),
        Theme::Dark => words!(words, "theme-dark"),
        Theme::HighContrast => words!(words, "theme-high-contrast"),
        Theme::Print => words!(words, "theme-print"),
        Theme::Brand => words!(words, "theme-brand"),
    }
}

/// The usual name of a phase: what an empty phase name shows.
pub fn phase_word(words: &Words, phase: Phase) -> String {
    match phase {
        Phase::PrePurchase => words!(words, "phase-pre-purchase"),
        Phase::Purchase => words!(words, "phase-purchase"),
        Phase::PostPurchase => words!(words, "phase-post-purchase"),
    }
}

/// The name of a role, in lower case.
pub fn role_word(words: &Words, role: Role) -> String {
    match role {
        Role::User => words!(words, "role-user"),
        Role::Buyer => words!(words, "role-buyer"),
        Role::Payer => words!(words, "role-payer"),
        Role::Decider => words!(words, "role-decider"),
        Role::Influencer => words!(words, "role-influencer"),
    }
}

/// The name of a template, and what it is for. Both are the message ids where there is no such template.
pub fn template_words(words: &Words, name: &str) -> (String, String) {
    (words.get(&format!("template-{name}")), words.get(&format!("template-{name}-hint")))
}

/// What people call a kind of business; the message id where there is no such kind.
pub fn industry_word(words: &Words, industry: &str) -> String {
    words.get(&format!("industry-{industry}"))
}

/// Names of each channel of the catalogue as people type them, folded: English and Vietnamese names first, then other
/// names. One name leads to one channel.
const NAMES: &[(Channel, &[&str])] = &[
    (Channel::Store, &["store", "cua hang", "shop", "branch", "showroom", "chi nhanh", "sieu thi"]),
    (Channel::Counter, &["counter", "quay giao dich", "quay", "reception", "front desk", "le tan", "quay le tan"]),
    (
        Channel::Salesperson,
        &["salesperson", "nhan vien ban hang", "sales", "sales rep", "nhan vien tu van", "tu van vien"],
    ),
    (Channel::FieldVisit, &["field visit", "gap tan noi", "home visit", "tham tan noi", "tai nha"]),
    (Channel::Event, &["event", "su kien", "trade fair", "hoi thao", "hoi cho"]),
    (Channel::Post, &["post", "buu dien", "letter", "mail", "thu", "thu giay"]),
    (Channel::Courier, &["courier", "giao hang", "delivery", "shipper", "van chuyen"]),
    (Channel::Packaging, &["packaging", "bao bi", "box", "hop"]),
    (Channel::Kiosk, &["kiosk", "ki-ot tu phuc vu", "ki-ot", "ki ot", "terminal", "may lay so"]),
    (Channel::PointOfSale, &["point of sale", "may pos", "pos", "till", "checkout", "quay thu ngan", "thu ngan"]),
    (Channel::CallCentre, &["call centre", "tong dai", "call center", "phone", "phone call", "dien thoai", "goi dien"]),
    (Channel::Hotline, &["hotline", "duong day nong"]),
    (Channel::Website, &["website", "web", "trang web", "site", "web page"]),
    (Channel::MobileWeb, &["mobile web", "web di dong", "mobile website"]),
    (Channel::MobileApp, &["mobile app", "ung dung", "app", "ung dung di dong"]),
    (Channel::LiveChat, &["live chat", "chat truc tuyen", "livechat", "chat"]),
    (Channel::Chatbot, &["chatbot", "bot", "chat bot"]),
    (Channel::Email, &["email", "e-mail", "thu dien tu"]),
    (Channel::Sms, &["sms", "text message", "tin nhan"]),
    (
        Channel::MessagingApp,
        &["messaging app", "ung dung nhan tin", "zalo", "messenger", "whatsapp", "viber", "telegram", "line"],
    ),
    (
        Channel::SocialNetwork,
        &["social network", "mang xa hoi", "social media", "facebook", "instagram", "tiktok", "linkedin", "fanpage"],
    ),
    (Channel::Livestream, &["livestream", "live stream", "phat truc tiep"]),
    (Channel::SearchEngine, &["search engine", "cong cu tim kiem", "search", "google", "tim kiem"]),
    (Channel::Advertising, &["advertising", "quang cao", "ad", "ads", "advert", "advertisement", "billboard"]),
    (Channel::Video, &["video", "youtube", "video content"]),
    (
        Channel::OnlineMarketplace,
        &[
            "online marketplace",
            "san thuong mai dien tu",
            "marketplace",
            "san tmdt",
            "shopee",
            "lazada",
            "tiki",
            "amazon",
        ],
    ),
    (Channel::ReviewSite, &["review site", "trang danh gia", "reviews", "danh gia", "tripadvisor"]),
    (Channel::Community, &["community", "cong dong", "forum", "dien dan", "group", "hoi nhom"]),
    (Channel::EWallet, &["e-wallet", "vi dien tu", "ewallet", "wallet", "momo", "zalopay", "vnpay"]),
    (Channel::ArVr, &["ar/vr", "ar", "vr", "augmented reality", "virtual reality", "thuc te ao"]),
    (Channel::AiAssistant, &["ai assistant", "tro ly ai", "ai", "assistant", "tro ly ao"]),
    (
        Channel::SelfServicePortal,
        &["self-service portal", "cong tu phuc vu", "portal", "customer portal", "cong khach hang"],
    ),
    (Channel::ConnectedDevice, &["connected device", "thiet bi ket noi", "iot", "smart device", "thiet bi thong minh"]),
    (Channel::WordOfMouth, &["word of mouth", "truyen mieng", "recommendation", "friends", "ban be"]),
];

/// The channel of the catalogue that people call so, in either language, whatever the case and the accents; none where
/// nothing is called so.
pub fn channel_by_name(text: &str) -> Option<Channel> {
    let wanted = folded(text);
    NAMES.iter().find(|(_, names)| names.contains(&wanted.as_str())).map(|&(channel, _)| channel)
}

/// The channels of the catalogue that people call something beginning so, in either language; those whose name itself
/// begins so before those of which only a word does. The text is [`folded`].
pub fn channels_called(wanted: &str) -> Vec<Channel> {
    let of_word = |name: &&str| name.split([' ', '-', '/']).any(|word| word.starts_with(wanted));
    let begins = |names: &[&str]| names.iter().any(|name| name.starts_with(wanted));
    let (mut first, mut then) = (Vec::new(), Vec::new());
    for (channel, names) in NAMES {
        if begins(names) {
            first.push(*channel);
        } else if names.iter().any(of_word) {
            then.push(*channel);
        }
    }
    first.extend(then);
    first
}

/// The text in lower case, without accents, with single spaces: what names are compared by.
pub fn folded(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|&letter| !is_combining_mark(letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
