//! What the rules say of a draft: which field, which rule, how severe, with the values that the words need.
//! It must never contain a sentence: the user interface owns the words, in every language.

use serde::Serialize;
use specta::Type;

use super::announced::AnnouncedDate;
use super::fix::Fix;

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// Name.
    Name,
    /// Description.
    Description,
    /// Token duration.
    Duration,
    /// Grant type.
    GrantType,
    /// Redirect URIs; a finding may name a row.
    RedirectUris,
    /// Scopes.
    Scopes,
    /// Roles and divisions.
    Roles,
    /// Embeddable Framework: kind of deployment.
    Deployment,
    /// Embeddable Framework: regions.
    Regions,
    /// The organization or the signed-in person, not a field that can be filled in.
    Organization,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Good to know.
    Hint,
    /// Allowed, but probably not meant.
    Warning,
    /// The client cannot be created like this.
    Error,
}

/// One rule that speaks, with the values for its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(
    missing_docs,
    reason = "every code has its sentence in the user interface; the values name themselves"
)]
pub enum Rule {
    NameRequired,
    NameLong { max: u32 },
    NameInvisible { characters: Vec<String> },
    NameUsed { count: u32 },
    DescriptionInvisible { characters: Vec<String> },
    DescriptionLong { max: u32 },
    DurationRequired,
    DurationNotANumber,
    DurationTwoWays { short: u32, long: Option<u32> },
    DurationNotWhole,
    DurationTooShort { min: u32 },
    DurationTooLong { max: u32 },
    DurationNeedsScim { max: u32, scim_max: u32 },
    DurationScimUnknown { max: u32, fallback: u32 },
    DurationMayFall { fallback: u32 },
    DurationNotRecommended { recommended: u32 },
    DurationBelowScimMax { recommended: u32 },
    HipaaIdle { seconds: u32 },
    ImplicitLegacy { no_new_since: AnnouncedDate, stops: AnnouncedDate },
    ImplicitRefused,
    PkceSettingNeeded,
    WorksInEveryRegion,
    RedirectRequired,
    RedirectTooMany { max: u32, count: u32 },
    RedirectNotAnAddress,
    RedirectSeveral { count: u32 },
    RedirectPlaceholder { placeholder: String },
    RedirectSchemeTwice,
    RedirectSchemeMistyped { typed: String },
    RedirectSchemeRefused { scheme: String },
    RedirectEncoded,
    RedirectWrapped { host: String },
    RedirectBackslash,
    RedirectHost { host: String },
    RedirectPort { port: String },
    RedirectPortOfOther { port: u32, scheme: String },
    RedirectEndMark { mark: String },
    RedirectTrailingDot,
    RedirectLetter { letter: String },
    RedirectSlashes,
    RedirectFragment,
    RedirectWildcard,
    RedirectSpace,
    RedirectInvisible,
    RedirectPassword,
    RedirectRepeated { first_row: u32 },
    RedirectPlainHttp { host: String },
    RedirectCustomScheme { scheme: String },
    RedirectLookAlike { host: String },
    RedirectRewritten { normal: String },
    RedirectQuery,
    RedirectLoopbackPort,
    RedirectLoopbackOther { host: String },
    RedirectFrameAddress { address: String },
    RedirectOtherRegion { domain: String },
    RedirectNotGenesys { host: String },
    EmbeddedAddressMissing { address: String },
    DeploymentRequired,
    NoClientNeeded,
    RegionRequired,
    ScopeRequired,
    ScopeUnknown { scope: String },
    ScopeReadonlyEnough { scope: String, readonly: String },
    ScopeBothTwins { scope: String, readonly: String },
    ScopeBasicInfo { scope: String },
    ScopeOfPresetMissing { scope: String },
    RoleRequired,
    RoleUnknown { role_id: String },
    RoleNotHeld { role: String },
    RoleNotHeldInDivision { role: String, division: String },
    RoleNotHeldEverywhere { role: String },
    RoleEverywhere { role: String },
    RolePrivileged { role: String },
    RoleRepeated { role: String },
    DivisionRequired { role: String },
    DivisionUnknown { role: String, division_id: String },
    ScimOtherRole { role: String, fallback: u32 },
    ScimRoleExtra { role: String, extra: Vec<String>, fallback: u32 },
    ScimRoleMissing { role: String },
    ScimRoleNotHeld { role: String },
    ScimSomeDivisions { chosen: u32, all: u32 },
    PermissionMissing { permission: String },
}

impl Rule {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        use Rule as R;
        match self {
            R::DurationBelowScimMax { .. }
            | R::DurationNotRecommended { .. }
            | R::WorksInEveryRegion
            | R::RedirectRepeated { .. }
            | R::RedirectRewritten { .. }
            | R::RedirectQuery
            | R::RedirectLoopbackPort
            | R::RedirectLoopbackOther { .. }
            | R::RedirectSlashes
            | R::ScopeReadonlyEnough { .. }
            | R::ScopeBasicInfo { .. }
            | R::RoleEverywhere { .. }
            | R::ScimSomeDivisions { .. } => Severity::Hint,
            R::NameLong { .. }
            | R::NameInvisible { .. }
            | R::DescriptionInvisible { .. }
            | R::NameUsed { .. }
            | R::DescriptionLong { .. }
            | R::HipaaIdle { .. }
            | R::DurationScimUnknown { .. }
            | R::DurationMayFall { .. }
            | R::ImplicitLegacy { .. }
            | R::ImplicitRefused
            | R::PkceSettingNeeded
            | R::RedirectPlainHttp { .. }
            | R::RedirectCustomScheme { .. }
            | R::RedirectPortOfOther { .. }
            | R::RedirectEndMark { .. }
            | R::RedirectTrailingDot
            | R::RedirectLetter { .. }
            | R::RedirectLookAlike { .. }
            | R::RedirectFrameAddress { .. }
            | R::RedirectOtherRegion { .. }
            | R::RedirectNotGenesys { .. }
            | R::EmbeddedAddressMissing { .. }
            | R::NoClientNeeded
            | R::ScopeBothTwins { .. }
            | R::ScopeOfPresetMissing { .. }
            | R::RoleNotHeldInDivision { .. }
            | R::RoleNotHeldEverywhere { .. }
            | R::ScimRoleExtra { .. }
            | R::RolePrivileged { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A rule that spoke about a place in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The field.
    pub field: Field,
    /// Row within the field, from 0, where it has rows.
    pub row: Option<u32>,
    /// The rule, with its values.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// A change that mends it with one click, where there is one.
    pub fix: Option<Fix>,
    /// Another one, where only the person knows which is right.
    pub other_fix: Option<Fix>,
    /// It stood in the way if Genesys Cloud had not accepted exactly this before.
    pub accepted: bool,
}

impl Finding {
    /// A finding on a whole field.
    pub fn on(field: Field, rule: Rule) -> Finding {
        let severity = rule.severity();
        Finding { field, row: None, rule, severity, fix: None, other_fix: None, accepted: false }
    }

    /// The same, on one row.
    #[must_use]
    pub fn at(mut self, row: usize) -> Finding {
        self.row = u32::try_from(row).ok();
        self
    }

    /// The same, about what Genesys Cloud has accepted before: it is said, and does not stand in the way.
    #[must_use]
    pub fn accepted_before(mut self) -> Finding {
        self.severity = self.severity.min(Severity::Warning);
        self.accepted = true;
        self
    }

    /// The same, with a change that mends it.
    #[must_use]
    pub fn mended_by(mut self, fix: Fix) -> Finding {
        self.fix = Some(fix);
        self
    }
}
