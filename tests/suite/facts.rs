//! Facts of a made-up organization, for tests of rules.

use latchkey::domain::facts::OrgFacts;
use latchkey::domain::role::{Division, HeldIn, Role};
use latchkey::domain::scope::Scope;

/// The organization of the tables, changed in one way by name: see each arm.
pub(crate) fn facts(variant: &str) -> OrgFacts {
    let mut facts = ordinary();
    match variant {
        "" => {}
        "hipaa" => facts.hipaa = true,
        "refusesImplicit" => facts.refuses_implicit = true,
        "mayNotAdd" => facts.permissions = Some(vec!["oauth:client:view".into()]),
        "permissionsUnknown" => facts.permissions = None,
        "scimRoleMissing" => facts.roles.retain(|role| role.id != "scim"),
        "scimRoleNotHeld" => {
            facts.roles.iter_mut().filter(|r| r.id == "scim").for_each(|r| r.held = HeldIn::Nowhere)
        }
        other => panic!("no such facts: {other}"),
    }
    facts
}

fn ordinary() -> OrgFacts {
    let role = |id: &str, name: &str, held: HeldIn| Role {
        id: id.into(),
        name: name.into(),
        description: String::new(),
        default_role_id: (id == "admin").then(|| "admin".into()),
        held,
    };
    let division = |id: &str, home| Division { id: id.into(), name: format!("Division {id}"), home };
    let scope = |id: &str| Scope { id: id.into(), description: format!("About {id}") };
    let in_home = HeldIn::Divisions { division_ids: vec!["home".into()] };
    OrgFacts {
        roles: vec![
            role("admin", "Admin", HeldIn::Everywhere),
            role("reader", "Reader", in_home),
            role("secret-agent", "Secret agent", HeldIn::Nowhere),
            role("scim", "SCIM Integration", HeldIn::Everywhere),
        ],
        divisions: vec![division("home", true), division("france", false)],
        scopes: latchkey::domain::preset::embeddable_framework::REQUIRED_SCOPES
            .iter()
            .copied()
            .chain(["users:readonly", "analytics", "analytics:readonly"])
            .map(scope)
            .collect(),
        client_names: vec!["Nightly export".into(), "nightly export ".into()],
        permissions: Some(vec!["oauth:client:*".into()]),
        region: "mypurecloud.de".into(),
        hipaa: false,
        refuses_implicit: false,
    }
}
