//! Looks at an interrupted change of roles: whether what it was to bring about is so.
//! It must never send a write, nor call a role absent while it may only be late.

use super::{Situation, read_intent};
use crate::app::failure::Failure;
use crate::app::grant_role::holds;
use crate::app::operation::intent::Intent;
use crate::app::operation::underway::Underway;
use crate::app::{App, Org};
use crate::domain::operation::{Event, OperationKind};
use crate::domain::recovery::{RoleStep, step_of_roles};
use crate::journal::Operation;

/// Looks once, and closes the operation where that settles it.
pub(super) async fn look_at_roles(app: &App, org: &Org, operation: &Operation) -> Result<Situation, Failure> {
    let is_so = match read_intent(operation).ok_or(Failure::NothingToRecover)? {
        Intent::RestoreRoles { known_ids } => org.session.read_role_names().await?.iter().any(|role| {
            let default = role.default_role_id.is_some() || role.is_scim_integration();
            default && !known_ids.contains(&role.id)
        }),
        Intent::Grant { role_id, division_id, .. } => {
            holds(org, &role_id, &division_id).await? == (operation.kind == OperationKind::GrantRole)
        }
        _ => return Err(Failure::NothingToRecover),
    };
    let age = app.clock.now().as_second() - operation.began_at.as_second();
    let underway = Underway::resume(app, operation).await?;
    let (event, situation) = match step_of_roles(is_so, age) {
        RoleStep::Finished => (Event::Confirmed, Situation::CarriedOut),
        RoleStep::NotCarriedOut => (Event::NotThere, Situation::NotCarriedOut),
        RoleStep::LookAgain { in_seconds } => {
            return Ok(Situation::StillLooking { looks: 1, look_again_in_seconds: in_seconds });
        }
    };
    underway.record(&underway.step(event)).await?;
    org.forget_facts().await;
    Ok(situation)
}
