/** The list of clients as Rust hands it out, played in memory for tests and previews of the screens. */
import type {
  ClientRow,
  ClientsRead,
  ClientWindow,
  Facets,
  GrantKind,
  ListQuery,
  ListViews,
  OauthClient,
} from "../backend/bindings";
import type { Answers } from "./mockBackend";

const kindOf = ({ grantType }: OauthClient): GrantKind =>
  grantType.kind === "offered" ? grantType.grantType : "other";

function row(client: OauthClient): ClientRow {
  const { id, name, description, grantType, state, seconds, createdAt, modifiedAt, deleteAt } = client;
  const isFramework = client.redirectUris.some((address) => address.includes("/crm/"));
  return {
    ...{ id, name, description, grantType, state, seconds, createdAt, modifiedAt, deleteAt },
    looksLike: isFramework ? "embeddableFramework" : "plain",
    findings: null,
    lastUse: null,
    redirectUris: client.redirectUris.length,
    scopes: client.scopes.length,
    roles: client.roles.length,
  };
}

function found(clients: readonly OauthClient[], query: ListQuery): OauthClient[] {
  const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (client: OauthClient) => {
    const text = [client.name, client.description, client.id, ...client.redirectUris, ...client.scopes]
      .join("\n")
      .toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!query.grantTypes?.length || query.grantTypes.includes(kindOf(client))) &&
      (!query.states?.length || query.states.includes(client.state))
    );
  };
  const key = (client: OauthClient) => (query.sort === "created" ? (client.createdAt ?? "") : client.name);
  const turn = query.direction === "descending" ? -1 : 1;
  return clients.filter(fits).sort((a, b) => turn * key(a).localeCompare(key(b)));
}

function facets(clients: readonly OauthClient[]): Facets {
  const count = <K extends string>(keys: K[], of: (client: OauthClient) => K): [K, number][] =>
    keys.map((key) => [key, clients.filter((client) => of(client) === key).length]);
  return {
    grantTypes: count(["clientCredentials", "authorizationCode", "saml2Bearer", "implicit", "other"], kindOf),
    states: count(["active", "inactive", "disabled", "other"], ({ state }) => state),
    looksLike: count(["embeddableFramework", "scim", "plain"], (client) => row(client).looksLike),
    levels: count(["error", "warning", "hint", "clear", "notChecked"], () => "notChecked"),
    uses: count(["used", "noCalls", "notKnown"], () => "notKnown"),
    codes: [],
  };
}

/** The commands of the list, over these clients. */
export function listAnswers(clients: readonly OauthClient[]): Answers {
  let views: Required<ListViews> = { columns: null, views: [] };
  const keep = (next: Partial<ListViews>) => {
    views = { ...views, ...next };
    return views;
  };
  const others = (name: unknown) => views.views.filter((view) => view.name !== name);
  const part = (args: Record<string, unknown>) => {
    const offset = Number(args.offset);
    return found(clients, args.query as ListQuery).slice(offset, offset + Number(args.limit));
  };
  return {
    refresh_clients: (): ClientsRead => ({
      total: clients.length,
      skipped: 0,
      readAt: "2026-11-20T08:00:00Z",
      version: 1,
    }),
    look_at_clients: (args): ClientWindow => ({
      total: clients.length,
      matched: found(clients, args.query as ListQuery).length,
      offset: Number(args.offset),
      rows: part(args).map(row),
      facets: facets(clients),
      version: 1,
    }),
    list_client_ids: (args) => part(args).map(({ id }) => id),
    export_clients: (args) => {
      const { only } = args.asked as { only: string[] | null };
      return { path: "Downloads/latchkey-clients.xlsx", entries: only?.length ?? clients.length };
    },
    read_list_views: () => views,
    keep_list_columns: (args) => keep({ columns: args.columns as Required<ListViews>["columns"] }),
    save_list_view: (args) =>
      keep({ views: [...others(args.name), { name: String(args.name), query: args.query as ListQuery }] }),
    rename_list_view: (args) =>
      keep({
        views: views.views.map((view) =>
          view.name === args.name ? { ...view, name: String(args.newName) } : view,
        ),
      }),
    delete_list_view: (args) => keep({ views: others(args.name) }),
  };
}
