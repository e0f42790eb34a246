//! The report of a trial, in Markdown, to be sent to the makers of Latchkey.
//! Must never show a secret, a token, or the name of the organization.

use std::fmt::Write;
use std::sync::Arc;

use latchkey::domain::secret::Secret;

use super::Verdict;
use super::bench::Left;
use super::questions::Question;
use super::sender::Exchange;

/// What became of one question.
pub(crate) struct Settlement {
    pub(crate) question: &'static Question,
    pub(crate) verdict: Verdict,
    pub(crate) exchanges: Vec<Exchange>,
}

/// Everything, with each secret that was seen struck out.
pub(crate) fn write(
    place: &str,
    settlements: &[Settlement],
    left: &Result<Vec<Left>, String>,
    known: &[Arc<Secret>],
) -> String {
    let mut text = format!(
        "# Trial of Latchkey {} against {place}\n\nWithout secrets and without the name of the organization. Every \
         client named here was made by the trial.\n\n",
        env!("CARGO_PKG_VERSION")
    );
    text.push_str("| question | verdict |\n|---|---|\n");
    for Settlement { question, verdict, .. } in settlements {
        let _ = writeln!(text, "| {} | {} |", question.number, verdict.word());
    }
    for settlement in settlements {
        one(&mut text, settlement);
    }
    text.push_str("\n## What is left\n\n");
    match left {
        Ok(left) if left.is_empty() => text.push_str("No client of a trial is left.\n"),
        Ok(left) => {
            for Left { id, name } in left {
                let _ = writeln!(text, "- {} (`{id}`): delete it by hand", cell(name));
            }
        }
        Err(why) => {
            let _ = writeln!(
                text,
                "Not known ({why}): look for clients whose name begins with \"Latchkey trial\"."
            );
        }
    }
    for secret in known {
        // Struck out wherever the server may have said it.
        text = text.replace(secret.expose(), "…");
    }
    text
}

fn one(text: &mut String, Settlement { question, verdict, exchanges }: &Settlement) {
    let _ = write!(
        text,
        "\n## {}. {}\n\nDescription: {}\n\n",
        question.number, question.text, question.described
    );
    let _ = writeln!(text, "Verdict: **{}**. {}", verdict.word(), verdict.text());
    if !question.person.is_empty() {
        let _ = writeln!(text, "\nFor a person: {}", question.person);
    }
    if exchanges.is_empty() {
        return;
    }
    text.push_str("\n| sent | came | members | correlation id |\n|---|---|---|---|\n");
    for Exchange { sent, came, members, correlation_id } in exchanges {
        let cells = [sent, came, members, correlation_id].map(|text| cell(text));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}

/// A text that cannot end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}
