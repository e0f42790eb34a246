//! All clients of an organization, prepared for looking at them, and the outcome of one look.
//! It must never hold a client twice: the texts to search are all that it adds.

use std::sync::Arc;

use super::fold::{fold, natural_key};
use super::haystack::Haystack;
use super::insight::{FindingDigest, Insights, level, use_kind};
use super::order::{Order, number};
use super::query::{Facets, GrantKind, ListQuery, SortColumn, Value, counted, mask};
use super::row::ClientRow;
use crate::domain::client::OauthClient;
use crate::domain::health::HealthCode;
use crate::domain::preset::{Preset, looks_like};
use crate::domain::scim_role::ScimRoles;
use crate::domain::usage::LastUse;

/// Filters of which a client has exactly one value: grant type, state, what it looks like, findings, use.
const FILTERS: usize = 5;

/// All clients, prepared.
#[derive(Debug)]
pub struct ClientTable {
    base: Base,
    marks: Vec<Marks>,
    findings: Vec<Option<FindingDigest>>,
    uses: Vec<Option<LastUse>>,
    /// The kinds of open findings that there are.
    codes: Vec<HealthCode>,
    by_findings: Order,
    by_last_use: Order,
}

/// What the clients say of themselves, prepared.
#[derive(Debug)]
struct Base {
    clients: Arc<Vec<OauthClient>>,
    looks: Vec<Preset>,
    haystack: Haystack,
    /// Where each client stands by its name.
    rank: Vec<u32>,
    by_name: Order,
    by_grant_type: Order,
    by_state: Order,
    by_looks: Order,
    by_duration: Order,
    by_created: Order,
    by_modified: Order,
}

/// The values of one client for the filters, and a bit for each kind of its open findings.
#[derive(Debug, Clone, Copy)]
struct Marks {
    places: [u8; FILTERS],
    codes: u64,
}

/// The outcome of a look.
#[derive(Debug)]
pub struct Listing {
    rows: Vec<u32>,
    facets: Facets,
}

impl ClientTable {
    /// The clients of an organization. What its roles are to SCIM is known where they could be read.
    pub fn new(clients: Arc<Vec<OauthClient>>, scim_roles: &ScimRoles, insights: &Insights) -> ClientTable {
        let base = Base::new(clients, scim_roles);
        let clients = base.clients.iter();
        let findings: Vec<_> = clients.clone().map(|client| insights.digest(&client.id)).collect();
        let uses: Vec<_> = clients.clone().map(|client| insights.uses.get(&client.id).cloned()).collect();
        let marks = clients
            .enumerate()
            .map(|(row, client)| Marks {
                places: [
                    GrantKind::from(&client.grant_type).place(),
                    client.state.place(),
                    base.looks[row].place(),
                    level(findings[row].as_ref()).place(),
                    use_kind(uses[row].as_ref()).place(),
                ],
                codes: findings[row].as_ref().map_or(0, |digest| bits(&digest.codes)),
            })
            .collect();
        let by_findings =
            Order::by(&base.rank, |row| findings[row].as_ref().map(|digest| (digest.worst, digest.open)));
        let by_last_use =
            Order::by(&base.rank, |row| uses[row].as_ref().map(|last: &LastUse| last.last_day.clone()));
        let codes = distinct(findings.iter().flatten().flat_map(|digest| digest.codes.iter().copied()));
        ClientTable { base, marks, findings, uses, codes, by_findings, by_last_use }
    }

    /// The clients, in the server's order.
    pub fn clients(&self) -> &Arc<Vec<OauthClient>> {
        &self.base.clients
    }

    /// How many clients there are.
    pub fn total(&self) -> u32 {
        number(self.marks.len())
    }

    /// Looks: which clients fit, in which order, and what each filter would show.
    pub fn look(&self, query: &ListQuery) -> Listing {
        let masks = [
            mask(&query.grant_types),
            mask(&query.states),
            mask(&query.looks_like),
            mask(&query.levels),
            mask(&query.uses),
        ];
        let codes = if query.codes.is_empty() { u64::MAX } else { bits(&query.codes) };
        let any_code = query.codes.is_empty();
        let found = self.base.haystack.find(&query.search);
        let mut shown = vec![false; self.marks.len()];
        let mut counts = [[0_u32; 8]; FILTERS];
        let mut code_counts = [0_u32; 64];
        for (row, marks) in self.marks.iter().enumerate() {
            if found.as_ref().is_some_and(|found| !found[row]) {
                continue;
            }
            let missed = |filter: usize| masks[filter] >> marks.places[filter] & 1 == 0;
            let code_fits = any_code || marks.codes & codes != 0;
            let misses = (0..FILTERS).filter(|filter| missed(*filter)).count();
            for filter in 0..FILTERS {
                // A filter's own choice does not count: it is what would change.
                if code_fits && misses == usize::from(missed(filter)) {
                    counts[filter][usize::from(marks.places[filter])] += 1;
                }
            }
            if misses == 0 {
                count_bits(marks.codes, &mut code_counts);
                shown[row] = code_fits;
            }
        }
        let rows = self.order(query.sort).walk(query.direction, &shown);
        Listing { rows, facets: self.facets(&counts, &code_counts) }
    }

    /// A part of what a look found.
    pub fn window(&self, listing: &Listing, offset: u32, limit: u32) -> Vec<ClientRow> {
        let row = |row: &u32| {
            let row = *row as usize;
            let (findings, uses) = (self.findings[row].clone(), self.uses[row].clone());
            ClientRow::of(&self.base.clients[row], self.base.looks[row], findings, uses)
        };
        listing.part(offset, limit).iter().map(row).collect()
    }

    /// A client with the same row as `window` has for it, for every client that a look found.
    pub fn found<'a>(
        &'a self,
        listing: &'a Listing,
    ) -> impl Iterator<Item = (&'a OauthClient, ClientRow)> + 'a {
        let clients = listing.rows.iter().map(|row| &self.base.clients[*row as usize]);
        clients.zip(self.window(listing, 0, listing.matched()))
    }

    /// The client IDs of a part of what a look found.
    pub fn ids(&self, listing: &Listing, offset: u32, limit: u32) -> Vec<String> {
        listing.part(offset, limit).iter().map(|row| self.base.clients[*row as usize].id.clone()).collect()
    }

    fn facets(&self, counts: &[[u32; 8]; FILTERS], codes: &[u32; 64]) -> Facets {
        let count = |code: &HealthCode| (*code, codes[*code as usize]);
        Facets {
            grant_types: counted(&counts[0]),
            states: counted(&counts[1]),
            looks_like: counted(&counts[2]),
            levels: counted(&counts[3]),
            uses: counted(&counts[4]),
            codes: self.codes.iter().map(count).collect(),
        }
    }

    fn order(&self, column: SortColumn) -> &Order {
        match column {
            SortColumn::Name => &self.base.by_name,
            SortColumn::GrantType => &self.base.by_grant_type,
            SortColumn::State => &self.base.by_state,
            SortColumn::LooksLike => &self.base.by_looks,
            SortColumn::Findings => &self.by_findings,
            SortColumn::LastUse => &self.by_last_use,
            SortColumn::Duration => &self.base.by_duration,
            SortColumn::Created => &self.base.by_created,
            SortColumn::Modified => &self.base.by_modified,
        }
    }
}

impl Base {
    fn new(clients: Arc<Vec<OauthClient>>, scim_roles: &ScimRoles) -> Base {
        let haystack = Haystack::of(&clients);
        let looks: Vec<Preset> = clients.iter().map(|client| looks_like(client, scim_roles)).collect();
        let name =
            |client: &OauthClient| (natural_key(&fold(&client.name)), client.name.clone(), client.id.clone());
        let names: Vec<_> = clients.iter().map(name).collect();
        let mut by_rank: Vec<usize> = (0..clients.len()).collect();
        by_rank.sort_by(|a, b| names[*a].cmp(&names[*b]));
        let mut rank = vec![0; clients.len()];
        for (place, row) in by_rank.into_iter().enumerate() {
            rank[row] = number(place);
        }
        let seconds = |text: &Option<String>| text.as_deref()?.parse::<jiff::Timestamp>().ok();
        let order = |key: &dyn Fn(usize) -> Option<i64>| Order::by(&rank, key);
        Base {
            by_name: order(&|row| Some(i64::from(rank[row]))),
            by_grant_type: order(&|row| Some(GrantKind::from(&clients[row].grant_type).place().into())),
            by_state: order(&|row| Some(clients[row].state.place().into())),
            by_looks: order(&|row| Some(looks[row].place().into())),
            by_duration: order(&|row| clients[row].seconds.map(i64::from)),
            by_created: order(&|row| seconds(&clients[row].created_at).map(jiff::Timestamp::as_millisecond)),
            by_modified: order(&|row| {
                seconds(&clients[row].modified_at).map(jiff::Timestamp::as_millisecond)
            }),
            clients,
            looks,
            haystack,
            rank,
        }
    }
}

impl Listing {
    /// How many clients fit.
    pub fn matched(&self) -> u32 {
        number(self.rows.len())
    }

    /// What each filter would show.
    pub fn facets(&self) -> &Facets {
        &self.facets
    }

    fn part(&self, offset: u32, limit: u32) -> &[u32] {
        let end = (offset as usize).saturating_add(limit as usize).min(self.rows.len());
        self.rows.get(offset as usize..end).unwrap_or_default()
    }
}

/// A bit for each kind of finding.
fn bits(codes: &[HealthCode]) -> u64 {
    codes.iter().fold(0, |bits, code| bits | 1 << (*code as u8))
}

fn count_bits(codes: u64, counts: &mut [u32; 64]) {
    let mut left = codes;
    while left != 0 {
        counts[left.trailing_zeros() as usize] += 1;
        left &= left - 1;
    }
}

fn distinct(codes: impl Iterator<Item = HealthCode>) -> Vec<HealthCode> {
    let mut distinct: Vec<HealthCode> = Vec::new();
    for code in codes {
        if !distinct.contains(&code) {
            distinct.push(code);
        }
    }
    distinct.sort_by_key(|code| *code as u8);
    distinct
}
