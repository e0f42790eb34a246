//! The words of the pages that a browser shows, in English and French.
//! Must never be put together with a name that has not been escaped.

/// The words of one language. `{}` stands for a name.
pub(super) struct Words {
    pub(super) language: &'static str,
    pub(super) title: &'static str,
    pub(super) practice: &'static str,
    question: &'static str,
    person: &'static str,
    pub(super) allow: &'static str,
    pub(super) deny: &'static str,
    pub(super) over: &'static str,
    pub(super) again: &'static str,
    pub(super) unknown: &'static str,
    pub(super) causes: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    language: "en",
    title: "Practice sign-in",
    practice: "This is the practice organization. Nothing here is real, and nothing can go wrong.",
    question: "Allow “{client}” to act for you in {organization}?",
    person: "You are {person}. It could then use:",
    allow: "Allow",
    deny: "Do not allow",
    over: "This page has had its answer",
    again: "Or it waited too long. Start signing in again.",
    unknown: "The client ID or the redirect URI is not valid",
    causes: "Check that the client is of this organization, and that its redirect URI is registered.",
};

pub(super) const FRENCH: Words = Words {
    language: "fr",
    title: "Connexion d’entraînement",
    practice: "Ceci est l’organisation d’entraînement. Rien n’y est réel, et rien ne peut mal tourner.",
    question: "Autoriser « {client} » à agir pour vous dans {organization} ?",
    person: "Vous êtes {person}. Il pourrait alors utiliser :",
    allow: "Autoriser",
    deny: "Ne pas autoriser",
    over: "Cette page a déjà reçu sa réponse",
    again: "Ou elle a attendu trop longtemps. Recommencez la connexion.",
    unknown: "L’identifiant du client ou l’URI de redirection n’est pas valide",
    causes: "Vérifiez que le client est de cette organisation, et que son URI de redirection y est enregistrée.",
};

impl Words {
    pub(super) fn question(&self, client: &str, organization: &str) -> String {
        // The organization first: a client could be called `{organization}`.
        let question = self.question.replace("{organization}", &escape(organization));
        question.replace("{client}", &escape(client))
    }

    pub(super) fn person(&self, person: &str) -> String {
        self.person.replace("{person}", &escape(person))
    }
}

/// A text as it stands in HTML, also between quotes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, escape};

    #[test]
    fn a_name_stays_a_name() {
        assert_eq!(escape("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
        let question = ENGLISH.question("{organization}", "A & B");
        assert_eq!(question, "Allow “{organization}” to act for you in A &amp; B?");
    }
}
