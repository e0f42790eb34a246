//! Names and descriptions of clients that exist: what the rules of the form say of them.
//! It must never have a rule of its own about a text: those are in `domain::name`.

use super::reason::HealthReason;
use crate::domain::client::OauthClient;
use crate::domain::name::{Lines, hidden, shows_nothing};

pub(super) fn check(client: &OauthClient) -> Vec<HealthReason> {
    let is_blank = shows_nothing(&client.name);
    let name = if is_blank { Vec::new() } else { hidden(&client.name, Lines::One) };
    let description = hidden(&client.description, Lines::Several);
    let mut reasons = Vec::new();
    if is_blank {
        reasons.push(HealthReason::NameShowsNothing);
    }
    if !name.is_empty() || !description.is_empty() {
        reasons.push(HealthReason::HiddenCharacters { name, description });
    }
    reasons
}
