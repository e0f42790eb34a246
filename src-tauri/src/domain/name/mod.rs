//! Rules for the name and the description.
//! Their limits are unknown to the public; it must never refuse for length, only warn.

mod comparable;
mod context;
mod hidden;

pub use comparable::comparable;
pub use hidden::{Lines, hidden, is_invisible, shows_nothing, without_hidden};

use super::facts::OrgFacts;
use super::finding::{Field, Finding, Rule};
use super::fix::Fix;

/// Length of a name above which the server might refuse, in characters. A guess: no limit is published.
pub const NAME_MAX: usize = 200;
/// Length of a description above which the server might refuse, in characters. A guess: no limit is published.
pub const DESCRIPTION_MAX: usize = 1_000;

/// Findings on a name. `own` is the name that the client has already, where it is changed.
pub fn check_name(name: &str, own: Option<&str>, facts: &OrgFacts) -> Vec<Finding> {
    let name = name.trim();
    let mut findings = Vec::new();
    let mut add = |rule| findings.push(Finding::on(Field::Name, rule));
    if shows_nothing(name) {
        add(Rule::NameRequired);
        return findings;
    }
    if name.chars().count() > NAME_MAX {
        add(Rule::NameLong { max: NAME_MAX as u32 });
    }
    let key = comparable(name);
    let same = |other: &str| comparable(other) == key;
    let used = facts.client_names.iter().filter(|other| same(other)).count();
    let used = used.saturating_sub(usize::from(own.is_some_and(same)));
    if used > 0 {
        add(Rule::NameUsed { count: used as u32 });
    }
    let characters = hidden(name, Lines::One);
    if !characters.is_empty() {
        let fix = Fix::ReplaceName { name: without_hidden(name, Lines::One) };
        findings.insert(0, Finding::on(Field::Name, Rule::NameInvisible { characters }).mended_by(fix));
    }
    findings
}

/// Findings on a description.
pub fn check_description(description: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if description.trim().chars().count() > DESCRIPTION_MAX {
        let rule = Rule::DescriptionLong { max: DESCRIPTION_MAX as u32 };
        findings.push(Finding::on(Field::Description, rule));
    }
    let characters = hidden(description, Lines::Several);
    if !characters.is_empty() {
        let fix = Fix::ReplaceDescription { description: without_hidden(description, Lines::Several) };
        let rule = Rule::DescriptionInvisible { characters };
        findings.push(Finding::on(Field::Description, rule).mended_by(fix));
    }
    findings
}
