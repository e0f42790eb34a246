/** What the receiver needs of a pretended client. */
import type { ClientDraft, HandOver } from "../../../backend/bindings";
import { org as practice } from "./facts";

/** The client ID that every created client gets. */
export const CLIENT_ID = "7c1f0b52-93d4-4e0a-9f0e-2b6a5d1c8e47";

export function handOver(draft: ClientDraft): HandOver {
  if (draft.embedding) {
    const ids = draft.embedding.regions.map((domain) => `      "${domain}": "${CLIENT_ID}",\n`).join("");
    const settings = `      dedicatedLoginWindow: ${draft.embedding.dedicatedLoginWindow},\n      usePKCEAuthFlow: ${draft.grantType === "authorizationCode"},\n`;
    const fragment = `window.Framework = {\n  config: {\n    clientIds: {\n${ids}    },\n    settings: {\n${settings}    },\n  },\n};\n`;
    return {
      kind: "frameworkJs",
      fragment,
      pkce: draft.grantType === "authorizationCode",
      frame: "notNeeded",
    };
  }
  const [api, login] = [`https://api.${practice.region.domain}`, `https://login.${practice.region.domain}`];
  if (draft.preset === "scim") {
    const base = `${api}/api/v2/scim`;
    const settings = {
      baseUrl: `${base}/v2`,
      olderBaseUrl: base,
      tokenUrl: `${login}/oauth/token`,
      loginUrl: login,
    };
    return { kind: "scim", settings };
  }
  const people = draft.grantType !== "clientCredentials";
  return {
    kind: "addresses",
    authorizeUrl: people ? `${login}/oauth/authorize` : null,
    tokenUrl: `${login}/oauth/token`,
    apiUrl: api,
  };
}
