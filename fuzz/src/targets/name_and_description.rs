//! A name and a description.
//! It must never know how they are checked, only what has to be true of every verdict.

use latchkey::domain::facts::OrgFacts;
use latchkey::domain::finding::{Finding, Rule, Severity};
use latchkey::domain::name::{
    DESCRIPTION_MAX, Lines, NAME_MAX, check_description, check_name, shows_nothing, without_hidden,
};

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let findings = check_name(text, None, &facts(Vec::new()));
    let says = |findings: &[Finding], rule: &Rule| findings.iter().any(|finding| finding.rule == *rule);
    assert_eq!(
        findings,
        check_name(&format!("\t{text} "), None, &facts(Vec::new())),
        "spaces around it count"
    );
    let name = text.trim();
    if shows_nothing(name) {
        assert_eq!(findings.len(), 1, "nothing more to say of nothing");
        assert!(says(&findings, &Rule::NameRequired), "a name of nothing");
    } else {
        assert!(findings.iter().all(|finding| finding.severity < Severity::Error), "a name refused");
        assert_eq!(
            says(&findings, &Rule::NameLong { max: NAME_MAX as u32 }),
            name.chars().count() > NAME_MAX
        );
        let hidden =
            name.chars().any(|letter| letter.is_control() || ('\u{202A}'..='\u{202E}').contains(&letter));
        let is_hidden = |finding: &Finding| matches!(finding.rule, Rule::NameInvisible { .. });
        let is_override = name.contains(['\u{202D}', '\u{202E}']) || name.contains(char::is_control);
        assert!(
            !(hidden && is_override) || findings.iter().any(is_hidden),
            "it reorders or hides, unremarked"
        );
        let shown = without_hidden(name, Lines::One);
        assert!(!check_name(&shown, None, &facts(Vec::new())).iter().any(is_hidden), "still hidden");
        let taken =
            check_name(name, None, &facts(vec![text.to_owned(), name.to_owned(), format!("{name} x")]));
        assert!(says(&taken, &Rule::NameUsed { count: 2 }), "used twice, unremarked");
        assert_eq!(taken.len(), findings.len() + 1, "another name changes the other rules");
    }
    let findings = check_description(text);
    assert_eq!(findings, check_description(&format!("\n{text}\n")), "spaces around it count");
    let is_long = says(&findings, &Rule::DescriptionLong { max: DESCRIPTION_MAX as u32 });
    assert_eq!(is_long, name.chars().count() > DESCRIPTION_MAX, "the length of a description");
    assert!(findings.iter().all(|finding| finding.severity < Severity::Error), "a description refused");
}

fn facts(client_names: Vec<String>) -> OrgFacts {
    OrgFacts {
        roles: Vec::new(),
        divisions: Vec::new(),
        scopes: Vec::new(),
        client_names,
        permissions: None,
        region: "mypurecloud.de".into(),
        hipaa: false,
        refuses_implicit: false,
    }
}
