// The official JavaScript SDK lists the clients of a practice organization and prints how many there are.
// It must never touch a real organization: only loopback is accepted.

import platformClient from "purecloud-platform-client-v2";

const practice = JSON.parse(process.env.LATCHKEY_PRACTICE);
const { hostname, port } = new URL(practice.api);
if (hostname !== "127.0.0.1") throw new Error(`not a practice organization: ${practice.api}`);
const client = platformClient.ApiClient.instance;
client.setGateway({ protocol: "http", host: hostname, port });
await client.loginClientCredentialsGrant(practice.clientId, practice.clientSecret);
const { entities } = await new platformClient.OAuthApi().getOauthClients();
console.log(entities.length);
