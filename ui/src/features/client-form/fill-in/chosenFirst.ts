/** The order of long lists: what was chosen when the form came up stands on top. */

export function chosenFirst<T extends { id: string }>(options: T[], first: ReadonlySet<string>): T[] {
  return [
    ...options.filter((option) => first.has(option.id)),
    ...options.filter((option) => !first.has(option.id)),
  ];
}
