//! Facts of a made-up organization, for tests of rules.

use latchkey::domain::facts::OrgFacts;
use latchkey::domain::role::{Division, HeldIn, Role};
use latchkey::domain::scim_role::{ReadRole, ScimStanding, may_everything, standings};
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
        "ownScimRoles" => facts.roles = own_scim_roles(),
        "onlyOwnScimRole" => {
            let own = role("joiners", "Joiners and Leavers", HeldIn::Everywhere, Some(&SCIM));
            facts.roles = judged(vec![own], None);
        }
        "scimRoleChanged" => {
            let factory: Vec<String> = SCIM[..3].iter().map(|one| (*one).to_owned()).collect();
            facts.roles = judged(roles(), Some(&factory));
        }
        "scimRoleLess" => {
            let factory: Vec<String> =
                SCIM.into_iter().chain(["directory:user:delete"]).map(str::to_owned).collect();
            facts.roles = judged(roles(), Some(&factory));
        }
        "scimRoleNotHeld" => {
            facts.roles.iter_mut().filter(|r| r.id == "scim").for_each(|r| r.held = HeldIn::Nowhere)
        }
        other => panic!("no such facts: {other}"),
    }
    facts
}

/// What the roles of the tables may do. `scim` is the organization's SCIM Integration role.
const SCIM: [&str; 4] =
    ["directory:user:add", "directory:user:edit", "directory:group:edit", "authorization:grant:add"];

/// A role with permissions; `None` where they cannot be read.
fn role(id: &str, name: &str, held: HeldIn, permissions: Option<&[&str]>) -> (Role, Option<Vec<String>>) {
    let permissions = permissions.map(|all| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
    let role = Role {
        id: id.into(),
        name: name.into(),
        description: String::new(),
        default_role_id: (id == "admin").then(|| "admin".into()),
        held,
        scim: ScimStanding::Unknown,
        may_everything: permissions.as_deref().is_some_and(may_everything),
    };
    (role, permissions)
}

/// Roles with what each is to SCIM.
pub(crate) fn judged(read: Vec<(Role, Option<Vec<String>>)>, factory: Option<&[String]>) -> Vec<Role> {
    let roles: Vec<_> =
        read.iter().map(|(role, held)| ReadRole { role, permissions: held.as_deref() }).collect();
    let standings = standings(&roles, factory);
    read.into_iter().zip(standings).map(|((role, _), scim)| Role { scim, ..role }).collect()
}

fn roles() -> Vec<(Role, Option<Vec<String>>)> {
    let in_home = HeldIn::Divisions { division_ids: vec!["home".into()] };
    vec![
        role("admin", "Admin", HeldIn::Everywhere, Some(&["authorization:role:edit", "oauth:client:add"])),
        role("reader", "Reader", in_home, Some(&["routing:queue:view"])),
        role("secret-agent", "Secret agent", HeldIn::Nowhere, Some(&["routing:queue:edit"])),
        role("scim", "SCIM Integration", HeldIn::Everywhere, Some(&SCIM)),
    ]
}

/// The same, with roles of the organization's own, told apart by what they may do.
fn own_scim_roles() -> Vec<Role> {
    let mut read = roles();
    let plus: Vec<&str> = SCIM.into_iter().chain(["routing:queue:view"]).collect();
    read.push(role("joiners", "Joiners and Leavers", HeldIn::Everywhere, Some(&SCIM)));
    read.push(role("leavers", "Leavers", HeldIn::Nowhere, Some(&SCIM[1..3])));
    read.push(role("more", "Joiners and Queues", HeldIn::Everywhere, Some(&plus)));
    read.push(role("mystery", "Mystery", HeldIn::Everywhere, None));
    judged(read, None)
}

fn ordinary() -> OrgFacts {
    let division = |id: &str, home| Division { id: id.into(), name: format!("Division {id}"), home };
    let scope = |id: &str| Scope { id: id.into(), description: format!("About {id}") };
    OrgFacts {
        roles: judged(roles(), None),
        divisions: vec![division("home", true), division("france", false)],
        scopes: latchkey::domain::preset::embeddable_framework::REQUIRED_SCOPES
            .iter()
            .copied()
            .chain(["users:readonly", "analytics", "analytics:readonly", "outbound"])
            .map(scope)
            .collect(),
        client_names: vec!["Nightly export".into(), "nightly export ".into()],
        permissions: Some(vec!["oauth:client:*".into()]),
        region: "mypurecloud.de".into(),
        hipaa: false,
        refuses_implicit: false,
    }
}
