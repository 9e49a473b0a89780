//! From other formats to maps. Must not know windows or where the text came from.
