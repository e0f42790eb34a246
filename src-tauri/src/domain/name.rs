//! Rules for the name and the description.
//! Their limits are unknown to the public; it must never refuse for length, only warn.

use super::facts::OrgFacts;
use super::finding::{Field, Finding, Rule};

/// Length of a name above which the server might refuse, in characters. A guess: no limit is published.
pub const NAME_MAX: usize = 200;
/// Length of a description above which the server might refuse, in characters. A guess: no limit is published.
pub const DESCRIPTION_MAX: usize = 1_000;

/// Findings on a name. `own` is the name that the client has already, where it is changed.
pub fn check_name(name: &str, own: Option<&str>, facts: &OrgFacts) -> Vec<Finding> {
    let name = name.trim();
    let mut findings = Vec::new();
    let mut add = |rule| findings.push(Finding::on(Field::Name, rule));
    if name.is_empty() {
        add(Rule::NameRequired);
        return findings;
    }
    if name.chars().count() > NAME_MAX {
        add(Rule::NameLong { max: NAME_MAX as u32 });
    }
    if name.chars().any(is_invisible) {
        add(Rule::NameInvisible);
    }
    let same = |other: &str| other.trim().to_lowercase() == name.to_lowercase();
    let used = facts.client_names.iter().filter(|other| same(other)).count();
    let used = used.saturating_sub(usize::from(own.is_some_and(same)));
    if used > 0 {
        add(Rule::NameUsed { count: used as u32 });
    }
    findings
}

/// Findings on a description.
pub fn check_description(description: &str) -> Vec<Finding> {
    if description.trim().chars().count() > DESCRIPTION_MAX {
        vec![Finding::on(Field::Description, Rule::DescriptionLong { max: DESCRIPTION_MAX as u32 })]
    } else {
        Vec::new()
    }
}

/// Whether a character shows nothing or reorders text. Source: Unicode TR 36 and CVE-2021-42574.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{FEFF}' | '\u{3164}')
        || ('\u{200B}'..='\u{200F}').contains(&c)
        || ('\u{202A}'..='\u{202E}').contains(&c)
        || ('\u{2060}'..='\u{206F}').contains(&c)
}
