//! Clients that nobody looks after: second ones, unused ones, ones without an owner, and ones that come to an end.
//! It must never say "unused" of a client whose calls nobody looked at.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::check::gives_tokens;
use super::known::{ENOUGH_DAYS, Index};
use super::reason::{ClientRef, HealthReason, days_between};
use crate::domain::client::{ClientState, OauthClient, RoleDivision};
use crate::domain::grant::HeldGrantType;
use crate::domain::name::comparable;

/// So many of the others are named.
const NAMED: usize = 5;

pub(super) fn check(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    let mut reasons = Vec::new();
    reasons.extend(unused(client, index));
    if !names_an_owner(&client.description) {
        reasons.push(HealthReason::NoOwner);
    }
    reasons
}

/// A client that gives no tokens any more.
pub(super) fn ended(client: &OauthClient) -> Option<HealthReason> {
    match (client.state, &client.delete_at) {
        (ClientState::Disabled, _) => Some(HealthReason::Disabled),
        (_, Some(on)) => Some(HealthReason::DueForDeletion { on: on.clone() }),
        (_, None) => None,
    }
}

/// No call in enough days, by a client that is older than these days.
fn unused(client: &OauthClient, index: &Index<'_>) -> Option<HealthReason> {
    let look = index.looked(client)?;
    let last_day = look.last_day.clone().filter(|_| look.requests > 0);
    let quiet_days = match &last_day {
        None => look.days,
        Some(day) => {
            let day: Timestamp = format!("{day}T00:00:00Z").parse().ok()?;
            u32::try_from(days_between(day, index.known.now)?).ok()?
        }
    };
    let quiet_since = SignedDuration::from_hours(i64::from(quiet_days) * 24);
    let age = index.known.now.as_second() - client.created_seconds().unwrap_or_default();
    (quiet_days >= ENOUGH_DAYS && age > quiet_since.as_secs())
        .then_some(HealthReason::Unused { last_day, days: quiet_days })
}

/// Words after which somebody is named, in the two languages of the program.
const OWNER_WORDS: [&str; 9] = [
    "team",
    "owner",
    "contact",
    "responsible",
    "équipe",
    "equipe",
    "responsable",
    "propriétaire",
    "proprietaire",
];

/// Whether a description seems to say whom to ask: an e-mail address, a mention, or a word for it.
fn names_an_owner(description: &str) -> bool {
    description.contains('@')
        || description
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| OWNER_WORDS.contains(&word))
}

/// Everything that decides what a client may do; two clients that share it do the same.
type Settings<'a> = (&'a HeldGrantType, Vec<&'a str>, Vec<&'a str>, Vec<&'a RoleDivision>);

/// Clients that are like one another, found in one pass.
pub(super) struct Likenesses<'a> {
    clients: &'a [OauthClient],
    rows: Vec<Option<Row>>,
    same_name: Vec<Vec<usize>>,
    same_settings: Vec<Vec<usize>>,
    /// How many share both.
    same_both: HashMap<Row, usize>,
}

/// The groups of a client: by name, by settings.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Row {
    name: usize,
    settings: usize,
}

impl<'a> Likenesses<'a> {
    pub(super) fn among(clients: &'a [OauthClient]) -> Likenesses<'a> {
        let mut names: HashMap<String, usize> = HashMap::new();
        let mut settings: HashMap<Settings<'a>, usize> = HashMap::new();
        let mut found = Likenesses {
            clients,
            rows: Vec::with_capacity(clients.len()),
            same_name: Vec::new(),
            same_settings: Vec::new(),
            same_both: HashMap::new(),
        };
        for (row, client) in clients.iter().enumerate() {
            if !gives_tokens(client) {
                found.rows.push(None);
                continue;
            }
            let next = names.len();
            let name = *names.entry(comparable(&client.name)).or_insert(next);
            let next = settings.len();
            let settings = *settings.entry(settings_of(client)).or_insert(next);
            put(&mut found.same_name, name, row);
            put(&mut found.same_settings, settings, row);
            *found.same_both.entry(Row { name, settings }).or_default() += 1;
            found.rows.push(Some(Row { name, settings }));
        }
        found
    }

    /// What is to be said about one client.
    pub(super) fn of(&self, row: usize) -> Vec<HealthReason> {
        let Some(group) = self.rows.get(row).copied().flatten() else { return Vec::new() };
        let (names, settings) = (&self.same_name[group.name], &self.same_settings[group.settings]);
        let mut reasons = Vec::new();
        if names.len() > 1 {
            let others = self.named(names.iter().filter(|other| **other != row));
            reasons.push(HealthReason::SameName { others, count: names.len() as u32 - 1 });
        }
        let count = settings.len() - self.same_both.get(&group).copied().unwrap_or_default();
        if count > 0 {
            let other_name = |other: &&usize| self.rows[**other].is_some_and(|row| row.name != group.name);
            let others = self.named(settings.iter().filter(other_name));
            reasons.push(HealthReason::SameSettings { others, count: count as u32 });
        }
        reasons
    }

    fn named<'b>(&self, rows: impl Iterator<Item = &'b usize>) -> Vec<ClientRef> {
        rows.take(NAMED)
            .map(|row| ClientRef { id: self.clients[*row].id.clone(), name: self.clients[*row].name.clone() })
            .collect()
    }
}

fn put(groups: &mut Vec<Vec<usize>>, group: usize, row: usize) {
    match groups.get_mut(group) {
        Some(rows) => rows.push(row),
        None => groups.push(vec![row]),
    }
}

fn settings_of(client: &OauthClient) -> Settings<'_> {
    let mut roles: Vec<&RoleDivision> = client.roles.iter().collect();
    roles.sort_unstable();
    roles.dedup();
    (&client.grant_type, sorted(&client.redirect_uris), sorted(&client.scopes), roles)
}

fn sorted(texts: &[String]) -> Vec<&str> {
    let mut sorted: Vec<&str> = texts.iter().map(|text| text.trim()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}
