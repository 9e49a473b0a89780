//! Where a touchpoint happens: a catalogue, and channels of the map's own.

use serde::{Deserialize, Serialize};

use super::{ChannelId, is_default};

impl ChannelKind {
    /// All kinds, in the order of the interface.
    pub const ALL: [Self; 4] = [Self::Physical, Self::Voice, Self::Digital, Self::People];
}

/// What sort of place a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ChannelKind {
    /// In the real world.
    Physical,
    /// Spoken at a distance.
    Voice,
    /// On a screen.
    Digital,
    /// From person to person, without the company.
    People,
}

macro_rules! channels {
    ($($name:ident $kind:ident $mobile:literal $icon:literal $word:literal),* $(,)?) => {
        /// Where a touchpoint happens.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Channel {
            $(
                #[doc = concat!("The catalogue's channel `", $word, "`.")]
                $name,
            )*
            /// A channel of the map's own.
            Own(ChannelId),
        }

        impl Channel {
            /// The catalogue, in the order of the interface.
            pub const CATALOGUE: &[Self] = &[$(Self::$name),*];

            /// Kind of a channel of the catalogue; none for an own one, which the map knows.
            pub const fn kind(self) -> Option<ChannelKind> {
                match self {
                    $(Self::$name => Some(ChannelKind::$kind),)*
                    Self::Own(_) => None,
                }
            }

            /// Whether a channel of the catalogue is mobile; none for an own one.
            pub const fn mobile(self) -> Option<bool> {
                match self {
                    $(Self::$name => Some($mobile),)*
                    Self::Own(_) => None,
                }
            }

            /// Name of the channel's icon.
            pub const fn icon(self) -> &'static str {
                match self {
                    $(Self::$name => $icon,)*
                    Self::Own(_) => "circle-dot",
                }
            }

            /// Key of the channel's words in the message files (`channel-` and this); none for an own one.
            pub const fn word(self) -> Option<&'static str> {
                match self {
                    $(Self::$name => Some($word),)*
                    Self::Own(_) => None,
                }
            }
        }
    };
}

channels! {
    Store Physical false "store" "store",
    Counter Physical false "concierge-bell" "counter",
    Salesperson Physical false "user-round" "salesperson",
    FieldVisit Physical false "map-pin" "field-visit",
    Event Physical false "calendar" "event",
    Post Physical false "mailbox" "post",
    Courier Physical false "truck" "courier",
    Packaging Physical false "package" "packaging",
    Kiosk Physical false "tablet-smartphone" "kiosk",
    PointOfSale Physical false "credit-card" "point-of-sale",
    CallCentre Voice false "phone" "call-centre",
    Hotline Voice false "phone-call" "hotline",
    Website Digital false "globe" "website",
    MobileWeb Digital true "panel-top" "mobile-web",
    MobileApp Digital true "smartphone" "mobile-app",
    LiveChat Digital false "messages-square" "live-chat",
    Chatbot Digital false "bot" "chatbot",
    Email Digital false "mail" "email",
    Sms Digital true "message-square" "sms",
    MessagingApp Digital true "message-circle" "messaging-app",
    SocialNetwork Digital false "share-2" "social-network",
    Livestream Digital false "radio" "livestream",
    SearchEngine Digital false "search" "search-engine",
    Advertising Digital false "megaphone" "advertising",
    Video Digital false "play" "video",
    OnlineMarketplace Digital false "shopping-bag" "online-marketplace",
    ReviewSite Digital false "star" "review-site",
    Community Digital false "users" "community",
    EWallet Digital true "wallet" "e-wallet",
    ArVr Digital false "glasses" "ar-vr",
    AiAssistant Digital false "sparkles" "ai-assistant",
    SelfServicePortal Digital false "layout-dashboard" "self-service-portal",
    ConnectedDevice Digital false "cpu" "connected-device",
    WordOfMouth People false "speech" "word-of-mouth",
}

/// A channel that the map's authors added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnChannel {
    /// Its identity.
    pub id: ChannelId,
    /// Its name.
    pub name: String,
    /// What sort of place it is.
    pub kind: ChannelKind,
    /// Used on the way.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mobile: bool,
    /// Name of its icon; empty, or a name that no icon has, shows the usual one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub icon: String,
}

impl OwnChannel {
    /// A digital channel with the usual icon.
    pub const fn new(id: ChannelId, name: String) -> Self {
        Self { id, name, kind: ChannelKind::Digital, mobile: false, icon: String::new() }
    }
}
