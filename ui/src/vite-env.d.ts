/** Files that are imported although they are not TypeScript. */
declare module "*.po" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}
