//! Advice on a map: rules, each with a finding and, where there is one, a remedy as an edit. Must not know windows or words.
