//! A walk through the pages of an answer about calls.
//! It must never add up the same page twice, nor take an answer for whole that was cut.

use super::UsageRow;

/// Where the walk is.
#[derive(Debug, Clone, Default)]
pub struct UsageWalk {
    after: Option<String>,
    page: Vec<UsageRow>,
}

/// What a page means for the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsageStep {
    /// Its rows are new, and there is another page.
    GoOn,
    /// Its rows are the last ones.
    Whole,
    /// It is the page before again, as of a server that does not look at the cursor: there are more rows, which it
    /// does not give out.
    Cut,
}

impl UsageWalk {
    /// What the next page is asked for by; `None` for the first.
    pub fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// Takes a page, with what the one behind it is asked for by.
    pub fn step(&mut self, page: &[UsageRow], after: Option<String>) -> UsageStep {
        let first = self.after.is_none();
        let again = page == self.page || after.is_some() && after == self.after;
        let step = if !first && !page.is_empty() && again {
            UsageStep::Cut
        } else if after.is_none() || !first && page.is_empty() {
            // A server may name a next page behind the last one.
            UsageStep::Whole
        } else {
            UsageStep::GoOn
        };
        (self.after, self.page) = (after, page.to_vec());
        step
    }
}

#[cfg(test)]
mod tests {
    use super::{UsageRow, UsageStep, UsageWalk};

    fn walk(pages: &[(&str, Option<&str>)]) -> Vec<UsageStep> {
        let mut walk = UsageWalk::default();
        let rows = |names: &str| {
            let row = |name: char| UsageRow { client_id: Some(name.to_string()), ..UsageRow::default() };
            names.chars().map(row).collect::<Vec<_>>()
        };
        pages.iter().map(|(names, after)| walk.step(&rows(names), after.map(str::to_owned))).collect()
    }

    #[test]
    fn pages_are_new_the_last_or_the_same_again() {
        use UsageStep::{Cut, GoOn, Whole};
        assert_eq!(walk(&[("ab", None)]), [Whole]);
        assert_eq!(walk(&[("", None)]), [Whole]);
        assert_eq!(walk(&[("ab", Some("1")), ("c", Some("2")), ("d", None)]), [GoOn, GoOn, Whole]);
        assert_eq!(walk(&[("ab", Some("1")), ("", Some("2"))]), [GoOn, Whole], "a cursor behind the end");
        assert_eq!(walk(&[("ab", Some("1")), ("ab", Some("1"))]), [GoOn, Cut], "the cursor is not looked at");
        assert_eq!(walk(&[("ab", Some("1")), ("ab", Some("2"))]), [GoOn, Cut], "and is another each time");
        assert_eq!(walk(&[("ab", Some("1")), ("ab", None)]), [GoOn, Cut], "and is left out at last");
    }
}
