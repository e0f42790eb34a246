/** What every part of the form shares: the draft, what Rust says of it, and how a part changes it. */
import { Trans } from "@lingui/react/macro";
import { createContext, useContext } from "react";
import type {
  ClientDraft,
  DraftCheck,
  Field,
  Finding,
  Fix,
  Language,
  OrgFacts,
  OrgView,
} from "../../../backend/bindings";
import type { Message } from "../../../components/Findings";
import type { Change } from "../state/useDraft";
import { FixText } from "../words/fixes";
import { RuleText } from "../words/rules";

export type Form = {
  org: OrgView;
  language: Language;
  facts: OrgFacts;
  draft: ClientDraft;
  check: DraftCheck;
  change: (change: Change) => void;
  changeThrough: (ask: (draft: ClientDraft) => Promise<ClientDraft>) => Promise<void>;
  /** Applies a one-click fix; one that acts on the organization has its own button. */
  mend: (fix: Fix) => void;
  /** Reads the facts of the organization anew, and checks the draft with them. */
  refreshFacts: () => Promise<void>;
  /** From now on errors of this field are shown. */
  touch: (field: Field) => void;
  /** Findings to show on a field, or on one of its rows. */
  findings: (field: Field, row?: number) => Finding[];
};

const FormContext = createContext<Form | null>(null);

export const FormProvider = FormContext.Provider;

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("useForm outside of a form");
  return form;
}

/** What a rule says, and that it need not be mended where Genesys Cloud has accepted it before. */
function FindingText({ finding: { rule, accepted } }: { finding: Finding }) {
  return (
    <>
      <RuleText rule={rule} />
      {accepted && (
        <>
          {" "}
          <Trans>Genesys Cloud accepted this before, so it does not block the change.</Trans>
        </>
      )}
    </>
  );
}

/** Findings in the shape that fields show. */
export function toMessages(findings: readonly Finding[], mend?: (fix: Fix) => void): Message[] {
  return findings.map((finding) => {
    const action = (fix: Fix | null) =>
      fix && mend ? { label: <FixText fix={fix} />, onPress: () => mend(fix) } : undefined;
    const first = action(finding.fix);
    return {
      key: JSON.stringify([finding.row, finding.rule]),
      severity: finding.severity,
      text: <FindingText finding={finding} />,
      ...(first ? { action: first, otherAction: action(finding.otherFix) } : {}),
    };
  });
}

/** Messages of a field (all rows, or one). */
export function useFieldMessages(field: Field, row?: number): Message[] {
  const { findings, mend } = useForm();
  return toMessages(findings(field, row), mend);
}
