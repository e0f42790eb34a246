/** Words of the list: the values of its filters, and its columns. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  ClientColumn,
  ClientState,
  FindingLevel,
  GrantKind,
  Preset,
  UseKind,
} from "../../../backend/bindings";
import { codeWords, severityWords } from "../../../findings/codes";
import type { FilterName } from "./query";

type Words<K extends string> = Record<K, MessageDescriptor>;

/** Grant types. */
export const grantWords: Words<GrantKind> = {
  clientCredentials: msg`Client credentials`,
  authorizationCode: msg`Authorization code / PKCE`,
  saml2Bearer: msg`SAML2 bearer`,
  implicit: msg`Implicit (browser)`,
  other: msg`Another grant type`,
};

/** States of a client. */
export const stateWords: Words<ClientState> = {
  active: msg({ context: "state of a client", message: "Active" }),
  inactive: msg({ context: "state of a client", message: "Inactive" }),
  disabled: msg({ context: "state of a client", message: "Disabled" }),
  other: msg({ context: "state of a client", message: "Unknown" }),
};

/** What a client looks like. */
export const presetWords: Words<Preset> = {
  embeddableFramework: msg`Embeddable Framework`,
  scim: msg`SCIM`,
  plain: msg`Something else`,
};

/** How bad the worst open finding is. */
export const levelWords: Words<FindingLevel> = {
  ...severityWords,
  clear: msg`No findings`,
  notChecked: msg`Not checked`,
};

/** Whether calls were counted. */
export const useWords: Words<UseKind> = {
  used: msg`In use`,
  noCalls: msg`No calls counted`,
  notKnown: msg`Not known`,
};

/** Names of the filters. */
export const filterWords: Words<FilterName> = {
  grantTypes: msg`Grant type`,
  states: msg({ message: "State", context: "of a client: active, inactive" }),
  looksLike: msg`Looks like`,
  levels: msg`Findings`,
  codes: msg`Kind of finding`,
  uses: msg({ message: "Use", context: "label of a filter: whether a client is used" }),
};

/** The words of each value of each filter. */
export const valueWords: Record<FilterName, Words<string>> = {
  grantTypes: grantWords,
  states: stateWords,
  looksLike: presetWords,
  levels: levelWords,
  codes: codeWords,
  uses: useWords,
};

/** Names of the columns. */
export const columnWords: Words<ClientColumn> = {
  name: msg`Name`,
  description: msg`Description`,
  clientId: msg`Client ID`,
  grantType: msg`Grant type`,
  state: msg({ message: "State", context: "of a client: active, inactive" }),
  looksLike: msg`Looks like`,
  findings: msg`Findings`,
  lastUse: msg`Last use`,
  duration: msg`Token duration`,
  redirectUris: msg`Redirect addresses`,
  scopes: msg`Scopes`,
  roles: msg`Roles`,
  created: msg`Created`,
  modified: msg`Changed`,
};
