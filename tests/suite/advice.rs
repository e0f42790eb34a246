//! "Help me choose": all 36 answers lead somewhere sensible.

use latchkey::domain::advice::{Answers, Reason, WhatItDoes, WhereItRuns, WhoSignsIn, advise};
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::Purpose;

const WHO: [WhoSignsIn; 3] = [WhoSignsIn::People, WhoSignsIn::Nobody, WhoSignsIn::PeopleThroughSaml];
const PLACES: [WhereItRuns; 4] =
    [WhereItRuns::Server, WhereItRuns::Browser, WhereItRuns::Device, WhereItRuns::OtherCloud];
const TASKS: [WhatItDoes; 3] = [WhatItDoes::EmbedInCrm, WhatItDoes::ProvisionUsers, WhatItDoes::UseData];

fn all() -> impl Iterator<Item = Answers> {
    WHO.into_iter().flat_map(|who| {
        PLACES
            .into_iter()
            .flat_map(move |place| TASKS.into_iter().map(move |task| Answers { who, place, task }))
    })
}

#[test]
fn implicit_is_never_advised() {
    for answers in all() {
        let implicit = Purpose::Plain { grant_type: GrantType::Implicit };
        assert_ne!(advise(answers).purpose, implicit, "{answers:?}");
    }
}

#[test]
fn the_task_decides_the_presets() {
    for answers in all() {
        let purpose = advise(answers).purpose;
        assert_eq!(
            purpose == Purpose::EmbeddableFramework,
            answers.task == WhatItDoes::EmbedInCrm,
            "{answers:?}"
        );
        assert_eq!(purpose == Purpose::Scim, answers.task == WhatItDoes::ProvisionUsers, "{answers:?}");
    }
}

#[test]
fn without_a_person_only_client_credentials() {
    let answers = Answers { who: WhoSignsIn::Nobody, place: WhereItRuns::Server, task: WhatItDoes::UseData };
    let advice = advise(answers);
    assert_eq!(advice.purpose, Purpose::Plain { grant_type: GrantType::ClientCredentials });
    assert_eq!((advice.reason, advice.contradiction), (Reason::NoPersonSignsIn, false));
}

#[test]
fn answers_that_do_not_fit_are_said_to() {
    let answers = Answers { who: WhoSignsIn::Nobody, place: WhereItRuns::Browser, task: WhatItDoes::UseData };
    assert!(advise(answers).contradiction);
}
