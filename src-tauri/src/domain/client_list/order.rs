//! The order of all clients by one column, made once.
//! It must never leave two clients in an order that chance decides.

use super::query::Direction;

/// Row numbers in ascending order. Rows without a value stand at the end, whichever way one sorts.
#[derive(Debug, Clone)]
pub(super) struct Order {
    rows: Vec<u32>,
    /// Where each run of equal values begins, and then where the rows without a value begin.
    runs: Vec<u32>,
}

impl Order {
    /// The order of a column. `rank` says where each row stands by name, which decides between equal values.
    pub(super) fn by<K: Ord>(rank: &[u32], key: impl Fn(usize) -> Option<K>) -> Order {
        let keys: Vec<Option<K>> = (0..rank.len()).map(key).collect();
        let key = |row: u32| keys[row as usize].as_ref();
        let mut rows: Vec<u32> = (0..rank.len()).map(number).collect();
        rows.sort_unstable_by(|a, b| {
            let absent = key(*a).is_none().cmp(&key(*b).is_none());
            absent.then_with(|| key(*a).cmp(&key(*b))).then_with(|| rank[*a as usize].cmp(&rank[*b as usize]))
        });
        let known = rows.iter().take_while(|row| key(**row).is_some()).count();
        let begins = |place: &usize| *place == 0 || key(rows[*place - 1]) != key(rows[*place]);
        let mut runs: Vec<u32> = (0..known).filter(begins).map(number).collect();
        runs.push(number(known));
        Order { rows, runs }
    }

    /// The rows that are shown, in this order.
    pub(super) fn walk(&self, direction: Direction, shown: &[bool]) -> Vec<u32> {
        let wanted = |row: &&u32| shown[**row as usize];
        match direction {
            Direction::Ascending => self.rows.iter().filter(wanted).copied().collect(),
            Direction::Descending => {
                let run = |ends: &[u32]| &self.rows[ends[0] as usize..ends[1] as usize];
                let known = self.runs.windows(2).rev().flat_map(run);
                let absent = &self.rows[self.runs.last().map_or(0, |known| *known as usize)..];
                known.chain(absent).filter(wanted).copied().collect()
            }
        }
    }
}

/// A place in a list that never has as many as four thousand million rows.
pub(super) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
