/** Words for colours, ways of signing in, and what is wrong with a gateway. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Colour, GatewayProblem, Way } from "../../backend/bindings";

export const colourWords: Record<Colour, MessageDescriptor> = {
  blue: msg`Blue`,
  green: msg`Green`,
  teal: msg`Teal`,
  magenta: msg`Magenta`,
  grey: msg`Grey`,
};

/** A way of signing in: what it is called, and for whom it is. */
export const wayWords: Record<Way, { name: MessageDescriptor; text: MessageDescriptor }> = {
  browser: {
    name: msg`Sign in through the browser`,
    text: msg`For people who administer the organization. You sign in as always, and Latchkey may do what you may do.`,
  },
  clientCredentials: {
    name: msg`Client ID and secret`,
    text: msg`For those who were given a client of the type “Client Credentials”. It may do what its own roles allow.`,
  },
  pastedToken: {
    name: msg`Pasted access token`,
    text: msg`For a quick look, without creating a client first. It ends by itself after some hours.`,
  },
};

export const gatewayProblemWords: Record<GatewayProblem, MessageDescriptor> = {
  hostMissing: msg`The gateway needs a host.`,
  hostInvalid: msg`Only the name of a host can stand here: no https://, no port and no path. Port and paths have their own fields.`,
  portInvalid: msg`A port is a number from 1 to 65535.`,
  apiPrefixInvalid: msg`Only a path can stand here, such as /genesys/api: no host, no question mark, no # and no spaces.`,
  loginPrefixInvalid: msg`Only a path can stand here, such as /genesys/login: no host, no question mark, no # and no spaces.`,
};
