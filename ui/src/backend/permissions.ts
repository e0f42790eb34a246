/** Permissions as the admin pages of Genesys Cloud write them. */

/** `oauth:client:add` as `OAuth > Client > Add`. Names of the admin pages are not translated here. */
export function permissionInUi(permission: string): string {
  return permission
    .split(":")
    .map((part) => (part === "oauth" ? "OAuth" : capitalized(part)))
    .join(" > ");
}

function capitalized(part: string): string {
  const spaced = part.replace(/([a-z])([A-Z])/g, "$1 $2");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
