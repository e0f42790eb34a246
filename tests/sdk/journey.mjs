// The official JavaScript SDK against the practice organization: log in, then list, create, read, update,
// regenerate and delete OAuth clients. It must never touch a real organization: only loopback is accepted.
//
// Run: LATCHKEY_PRACTICE="$(line printed by `cargo xtask practice`)" node journey.mjs
// Prints one line of JSON; the exit code is 1 when anything differs from what is expected.

import platformClient from "purecloud-platform-client-v2";

const done = [];

function expect(what, truth) {
  if (!truth) throw new Error(`expected: ${what}`);
  done.push(what);
}

async function refusal(call) {
  try {
    await call();
  } catch (error) {
    const { status, code, contextId } = error.body ?? error;
    return { status, code, contextId };
  }
  return { status: 200 };
}

async function signIn(practice) {
  const address = new URL(practice.api);
  if (address.hostname !== "127.0.0.1") throw new Error(`not a practice organization: ${practice.api}`);
  const client = platformClient.ApiClient.instance;
  client.setGateway({ protocol: "http", host: address.hostname, port: address.port });
  const answer = await client.loginClientCredentialsGrant(practice.clientId, practice.clientSecret);
  expect("login gives an access token", answer.accessToken?.length > 20);
}

async function clientCredentials(oauth, role, division) {
  const body = {
    name: "SDK journey, client credentials",
    authorizedGrantType: "CLIENT-CREDENTIALS",
    accessTokenValiditySeconds: 3600,
    roleDivisions: [{ roleId: role.id, divisionId: division.id }],
    state: "active",
  };
  const created = await oauth.postOauthClients(body);
  expect("create shows the secret", created.secret?.length >= 40);

  const listed = await oauth.getOauthClients();
  expect("the list has the new client", listed.entities.some((client) => client.id === created.id));
  expect("the list shows no secret", listed.entities.every((client) => client.secret === undefined));

  const read = await oauth.getOauthClient(created.id);
  expect("read shows what was created", read.name === body.name && read.accessTokenValiditySeconds === 3600);
  expect("read shows no secret", read.secret === undefined);

  const updated = await oauth.putOauthClient(created.id, { ...body, description: "Changed by the SDK" });
  expect("update changes the description", updated.description === "Changed by the SDK");

  const renewed = await oauth.postOauthClientSecret(created.id);
  expect("a new secret differs from the old", renewed.secret && renewed.secret !== created.secret);

  const refused = await refusal(() => oauth.deleteOauthClient(created.id));
  expect("an active client is not deleted", refused.status === 400 && refused.code === "cannot.delete.client");
  expect("a refusal has a correlation id", refused.contextId?.length === 36);

  await remove(oauth, created.id, body);
}

async function authorizationCode(oauth) {
  const body = {
    name: "SDK journey, code",
    authorizedGrantType: "CODE",
    registeredRedirectUri: ["http://localhost"],
    scope: ["user-basic-info"],
    state: "active",
  };
  const created = await oauth.postOauthClients(body);
  expect("a code client lives a day by default", created.accessTokenValiditySeconds === 86400);
  expect("a code client keeps its redirect", created.registeredRedirectUri[0] === "http://localhost");

  const bare = await refusal(() => oauth.postOauthClients({ ...body, scope: [] }));
  expect("a code client needs a scope", bare.status === 400 && bare.code === "missing.client.scope");

  await remove(oauth, created.id, body);
}

async function remove(oauth, id, body) {
  await oauth.putOauthClient(id, { ...body, state: "inactive" });
  await oauth.deleteOauthClient(id);
  const gone = await refusal(() => oauth.getOauthClient(id));
  expect(`${body.authorizedGrantType}: gone once deleted`, gone.status === 404 && gone.code === "client.not.found");
}

async function journey() {
  await signIn(JSON.parse(process.env.LATCHKEY_PRACTICE ?? "{}"));
  const authorization = new platformClient.AuthorizationApi();
  const oauth = new platformClient.OAuthApi();
  const roles = await authorization.getAuthorizationRoles({ pageSize: 100 });
  const division = await authorization.getAuthorizationDivisionsHome();
  expect("the home division is home", division.homeDivision === true);
  const scopes = await oauth.getOauthScopes({ acceptLanguage: "fr" });
  expect("there are 134 scopes", scopes.entities.length === 134);
  await clientCredentials(oauth, roles.entities.find((role) => role.name === "employee"), division);
  await authorizationCode(oauth);
}

try {
  await journey();
  console.log(JSON.stringify({ ok: true, done }));
} catch (error) {
  const { message, status, code } = error.body ?? error;
  console.log(JSON.stringify({ ok: false, done, reason: message ?? String(error), status, code }));
  process.exitCode = 1;
}
