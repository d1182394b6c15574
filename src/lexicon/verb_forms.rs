//! The forms of regular verbs, spelt as they are.

fn ends_in_consonant_y(base: &str) -> bool {
    base.ends_with('y') && !matches!(base.chars().rev().nth(1), Some('a' | 'e' | 'i' | 'o' | 'u') | None)
}

/// "kills", "carries", "crashes".
pub(super) fn third(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ies", base.strip_suffix('y').unwrap_or(base));
    }
    let hisses = ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

/// "killed", "carried", "used".
pub(super) fn past(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ied", base.strip_suffix('y').unwrap_or(base));
    }
    format!("{base}{}", if base.ends_with('e') { "d" } else { "ed" })
}

/// "killing", "using", "lying", "seeing".
pub(super) fn ing(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps = base.len() <= 2 || base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye");
    match base.strip_suffix('e') {
        Some(stem) if !keeps => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

/// "plann".
pub(super) fn doubled(base: &str) -> String {
    base.chars().chain(base.chars().last()).collect()
}
