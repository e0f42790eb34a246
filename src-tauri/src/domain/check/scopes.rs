//! The scopes of a draft, without repeats.
//! It must never drop a scope that a preset needs.

use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::fix::Fix;
use crate::domain::preset;
use crate::domain::scope::{READONLY, ScopeId, USER_BASIC_INFO};

pub(super) fn check_scopes(draft: &ClientDraft, facts: &OrgFacts) -> (Vec<ScopeId>, Vec<Finding>) {
    let required = preset::needed_scopes(draft.preset, &draft.redirect_uris);
    let mut scopes: Vec<ScopeId> = draft.scopes.iter().filter_map(|scope| ScopeId::parse(scope)).collect();
    scopes.sort();
    scopes.dedup();
    let mut findings = Vec::new();
    let mut add = |rule: Rule, fix: Option<Fix>| {
        findings.push(Finding { fix, ..Finding::on(Field::Scopes, rule) });
    };
    if scopes.is_empty() {
        add(Rule::ScopeRequired, None);
    }
    for id in &scopes {
        let scope = id.as_str().to_owned();
        let twin = id.readonly_twin();
        if !facts.offers_scope(&scope) {
            add(Rule::ScopeUnknown { scope: scope.clone() }, Some(Fix::RemoveScope { scope }));
        } else if !id.is_readonly() && scopes.contains(&twin) {
            let readonly = twin.as_str().to_owned();
            // The one that a preset asks for stays.
            let only_reads = required.contains(&twin.as_str()) && !required.contains(&id.as_str());
            let fix = Fix::RemoveScope { scope: if only_reads { scope.clone() } else { readonly.clone() } };
            add(Rule::ScopeBothTwins { scope, readonly }, Some(fix));
        } else if !id.is_readonly()
            && !required.contains(&id.as_str())
            && facts.scopes.iter().any(|known| known.id == twin.as_str())
        {
            let readonly = format!("{scope}{READONLY}");
            let fix = Fix::ReplaceScope { scope: scope.clone(), by: readonly.clone() };
            add(Rule::ScopeReadonlyEnough { scope, readonly }, Some(fix));
        }
    }
    if !scopes.is_empty()
        && !scopes.iter().any(|id| id.as_str() == USER_BASIC_INFO)
        && facts.offers_scope(USER_BASIC_INFO)
    {
        let scope = USER_BASIC_INFO.to_owned();
        add(Rule::ScopeBasicInfo { scope: scope.clone() }, Some(Fix::AddScope { scope }));
    }
    (scopes, findings)
}
