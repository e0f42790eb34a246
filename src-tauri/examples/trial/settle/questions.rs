//! The open questions about the real cloud, what its description says of each, and what only a person can do.
//! Must never claim an answer: the verdicts are those of a trial.

/// One question.
pub(crate) struct Question {
    pub(crate) number: u8,
    pub(crate) text: &'static str,
    /// What the description or the documentation says.
    pub(crate) described: &'static str,
    /// What is left for a person; empty where a program settles all of it.
    pub(crate) person: &'static str,
}

const fn q(number: u8, text: &'static str, described: &'static str, person: &'static str) -> Question {
    Question { number, text, described, person }
}

/// All of them, the most useful first.
pub(crate) const QUESTIONS: [Question; 22] = [
    q(
        1,
        "Does creating a client of the implicit grant (`TOKEN`) still work, and with which error if not?",
        "`TOKEN` is a value of `authorizedGrantType`; the help page says that creating ended on 25 May 2026.",
        "Look at the help page about OAuth clients for the day on which existing ones stop.",
    ),
    q(
        2,
        "Which setting and which redirect address does Embeddable Framework need for PKCE, and does `CODE` work there without?",
        "Nothing in the description; the setting `usePKCEAuthFlow` was seen in code.",
        "Embed a framework with a `CODE` client in a test page and sign in, with the setting and without it.",
    ),
    q(
        3,
        "Which scopes do the embedded clients need today?",
        "`GET /oauth/scopes` lists all; the help page about administrator requirements names those of the embedded clients.",
        "Compare the help page about administrator requirements with the list in the settings of Latchkey.",
    ),
    q(
        4,
        "Does signing in with PKCE and without a secret give a refresh token? Can a client be made PKCE only?",
        "Nothing; the official SDKs send no secret with PKCE.",
        "Sign in with a `CODE` client in the browser and look at the members of the token answer; look at the form in the \
       administration for a switch.",
    ),
    q(
        5,
        "Which redirect addresses are accepted: loopback with a path or as `127.0.0.1`, schemes of apps, fragments, plain http?",
        "`registeredRedirectUri` is a list of texts of format uri; the official command line registers `http://localhost` and \
       listens on any port.",
        "Sign in with a browser that is sent back to another port than the registered one.",
    ),
    q(
        6,
        "How long may name and description be, may two clients have one name, which characters are allowed?",
        "`name` and `description` are texts without a limit.",
        "",
    ),
    q(
        7,
        "How many clients may an organization have, and what is the key of that limit?",
        "`auth.too.many.clients` is a code of create; `GET /organizations/limits/namespaces/{namespaceName}` lists limits.",
        "",
    ),
    q(
        8,
        "What does the server answer to more than 172,800 seconds without a SCIM role: error or a smaller number? Does a token \
          that was issued survive that its client falls back?",
        "Between 5 minutes and 48 hours; 450 days for clients with the permissions of SCIM Integration alone.",
        "",
    ),
    q(
        9,
        "What is the `defaultRoleId` of SCIM Integration, is its name translated, which permissions has it?",
        "`defaultRoleId` is a text.",
        "Look at the roles of an organization whose language is French.",
    ),
    q(
        10,
        "Is `*` accepted as the division of a client's role? Must the caller hold the role in the same division?",
        "`divisionId` is a text; Terraform sends `*` for all divisions.",
        "",
    ),
    q(
        11,
        "Does PUT replace everything, what happens to members left out, and does it take members that only the server writes?",
        "PUT takes the same body as POST; nothing says that members left out are kept.",
        "",
    ),
    q(
        12,
        "Does the list of clients come in pages, and are its items complete?",
        "`GET /oauth/clients` has no parameters; its answer has members for pages.",
        "",
    ),
    q(
        13,
        "Can a deleted client be restored, what does `dateToDelete` do in a request, do tokens survive `inactive`?",
        "The help page restores in the administration; `dateToDelete` is writable in the description.",
        "Restore the deleted client in the administration, and look at which request the browser sends.",
    ),
    q(
        14,
        "Does a new secret end the tokens, or does the old secret go on for a while?",
        "Nothing beyond `POST /oauth/clients/{clientId}/secret`.",
        "Try the old secret again after an hour.",
    ),
    q(
        15,
        "What is the member for allowed addresses, and which code says that they are missing?",
        "Announced on 6 April 2026; no member in the description. `ip.not.authorized` is a code of every call.",
        "Read the announcement again; look at the form for clients of the client credentials grant.",
    ),
    q(
        16,
        "Does the idle timeout of HIPAA end a SCIM token of 450 days?",
        "15 minutes without use where HIPAA is on.",
        "In an organization with HIPAA: leave a SCIM token unused for 20 minutes, then send it once.",
    ),
    q(
        17,
        "Do `authorization/subjects/me` and the other calls before a change answer a client's own token?",
        "`not.a.user` is a code of `GET /users/me`; nothing for the others.",
        "",
    ),
    q(
        18,
        "Can any organization use the client of a vendor without a listing or an approval?",
        "Nothing.",
        "Sign in with a user of another organization through a `CODE` client of this one.",
    ),
    q(
        19,
        "Which regions are core and which satellite, and is the sovereign cloud in Germany open?",
        "Nothing in the description.",
        "Read the help page about regions.",
    ),
    q(
        20,
        "Which status does success have for create and for delete?",
        "200 for create; delete has no status of its own.",
        "",
    ),
    q(
        21,
        "Are the texts of scopes there in French?",
        "`Accept-Language` is a parameter of `GET /oauth/scopes`.",
        "",
    ),
    q(
        22,
        "Which settings does SCIM need with Ping and others?",
        "Nothing.",
        "Follow the guide of the identity system.",
    ),
];
