//! The kinds of findings about clients, by which they are filtered, acknowledged and counted.
//! It must never change the name of a kind: what people acknowledged is kept under it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HealthCode {
    /// It uses implicit grant, which Genesys withdraws.
    ImplicitGrant,
    /// It uses the password grant, which is in no list of Genesys any more.
    PasswordGrant,
    /// A SCIM client whose tokens live a day: what is left when another role has joined.
    ScimDurationFell,
    /// A SCIM client whose tokens live no longer than those of any other client.
    ScimDurationShort,
    /// A SCIM client with another role beside that for SCIM.
    ScimOtherRole,
    /// A SCIM client whose role may do more than SCIM: its tokens live a day from the next change on, or do already.
    ScimRoleExtra,
    /// A SCIM client whose default role may do less than Genesys made it with.
    ScimRoleLess,
    /// A SCIM client that manages some divisions and not the others.
    ScimDivisionsMissing,
    /// A SCIM client whose first token ends soon.
    ScimTokenEnds,
    /// An address that is not encrypted, on another host than the person's own computer.
    PlainHttp,
    /// An address with a part after `#`.
    AddressFragment,
    /// An address with `*`.
    AddressWildcard,
    /// An address that is none: mistyped, encoded, wrapped, with spaces or invisible characters, no scheme.
    AddressBroken,
    /// Several addresses in the place of one.
    AddressSeveral,
    /// A placeholder of a manual in an address.
    AddressPlaceholder,
    /// A scheme to which nobody comes back.
    AddressScheme,
    /// Marks at the end of an address, or letters that stand in none.
    AddressEnd,
    /// Slashes that follow one another.
    AddressSlashes,
    /// An address with a user name or a password in it.
    AddressPassword,
    /// An address whose host may be taken for another.
    AddressLookAlike,
    /// An address of Embeddable Framework in another region than the organization's.
    AddressOtherRegion,
    /// The address of the framework's frame where that of its redirect belongs.
    AddressFrame,
    /// No address although people sign in.
    AddressMissing,
    /// A role that may do nearly everything.
    PrivilegedRole,
    /// Roles in all divisions, present and future.
    AllDivisions,
    /// Scopes that write, of areas that were only read.
    ReadonlyEnough,
    /// Scopes of areas that were not used.
    UnusedScopes,
    /// Characters in the name or the description that nobody sees.
    HiddenCharacters,
    /// A name that shows nothing.
    NameShowsNothing,
    /// Another client has the same name.
    SameName,
    /// Another client has the same settings under another name.
    SameSettings,
    /// No call was counted.
    Unused,
    /// The description names nobody.
    NoOwner,
    /// It is inactive and will be deleted.
    DueForDeletion,
    /// Genesys has switched it off.
    Disabled,
}

impl HealthCode {
    /// The name under which an acknowledgement is kept.
    pub fn name(self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default()
    }
}
