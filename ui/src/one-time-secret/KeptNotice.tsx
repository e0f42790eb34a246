/** How a secret is kept until somebody says where it went: a sentence for each way, and a few words for lists. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { SecretKept } from "../backend/bindings";
import { Notice, type NoticeProps } from "../components/Notice";
import { spellDate } from "../locales/format";

type Kind = SecretKept["kind"];

/** The day until which it is kept, as the language writes it; empty where there is none. */
export function useUntil(kept: SecretKept): string {
  const { i18n } = useLingui();
  return kept.kind === "sealed" ? spellDate(kept.until, i18n.locale) : "";
}

interface Words {
  tone: NoticeProps["tone"];
  title: ReactNode;
  text: ReactNode;
  short: ReactNode;
}

const words: Record<Kind, (until: string) => Words> = {
  sealed: (until) => ({
    tone: "info",
    title: <Trans>Kept until {until}</Trans>,
    text: (
      <Trans>
        The secret is sealed with a key from the keychain of this computer. You can close Latchkey and come
        back. After that day it is wiped.
      </Trans>
    ),
    short: <Trans>kept until {until}</Trans>,
  }),
  thisSession: () => ({
    tone: "warning",
    title: <Trans>Kept until Latchkey is closed</Trans>,
    text: <Trans>Put the secret where it belongs before you close Latchkey: it is then lost.</Trans>,
    short: <Trans>kept until Latchkey is closed</Trans>,
  }),
  notWritten: () => ({
    tone: "danger",
    title: <Trans>Put this secret somewhere now</Trans>,
    text: (
      <Trans>
        It could not be written down, so it is in the memory of the program only. If Latchkey or the computer
        stops, it is lost.
      </Trans>
    ),
    short: <Trans>in memory only: it could not be written down</Trans>,
  }),
};

export function KeptNotice({ kept }: { kept: SecretKept }) {
  const { tone, title, text } = words[kept.kind](useUntil(kept));
  return (
    <Notice tone={tone} title={title}>
      <p>{text}</p>
    </Notice>
  );
}

/** The same in a few words, after the name of a client. */
export function KeptShort({ kept }: { kept: SecretKept }) {
  return words[kept.kind](useUntil(kept)).short;
}
