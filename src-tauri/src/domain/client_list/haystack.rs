//! The folded texts of all clients, one behind the other, so that one run of a fast search finds every row.
//! It must never let a word match across two fields, or across two clients.

use memchr::memmem::Finder;

use super::fold::{fold, push_folded};
use crate::domain::client::OauthClient;

/// Stands behind every field. No word has it in it: words are parted at white space.
const END: char = '\n';

/// The texts of all clients.
#[derive(Debug)]
pub(super) struct Haystack {
    text: String,
    /// Where the text of each client begins; then where the last one ends.
    starts: Vec<usize>,
}

impl Haystack {
    pub(super) fn of(clients: &[OauthClient]) -> Haystack {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(clients.len() + 1);
        for client in clients {
            starts.push(text.len());
            let fields = [&client.name, &client.description, &client.id];
            for field in fields.into_iter().chain(&client.redirect_uris).chain(&client.scopes) {
                if !field.is_empty() {
                    push_folded(&mut text, field);
                    text.push(END);
                }
            }
        }
        starts.push(text.len());
        text.shrink_to_fit();
        Haystack { text, starts }
    }

    /// For each client whether every word of a search stands in it; `None` when nothing is searched for.
    pub(super) fn find(&self, search: &str) -> Option<Vec<bool>> {
        let folded = fold(search);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        // The longest word is the rarest, as a rule: it is looked for in all texts, the others where it was found.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let (first, others) = words.split_first()?;
        let first = Finder::new(first);
        let others: Vec<Finder> = others.iter().map(|word| Finder::new(*word)).collect();
        let bytes = self.text.as_bytes();
        let mut found = vec![false; self.starts.len() - 1];
        let (mut from, mut row) = (0, 0);
        while let Some(hit) = first.find(&bytes[from..]) {
            while self.starts[row + 1] <= from + hit {
                row += 1;
            }
            let own = &bytes[self.starts[row]..self.starts[row + 1]];
            found[row] = others.iter().all(|word| word.find(own).is_some());
            from = self.starts[row + 1];
        }
        Some(found)
    }
}
