# The official Python SDK lists the clients of a practice organization and prints how many there are.
# It must never touch a real organization: only loopback is accepted.

import json
import os

import PureCloudPlatformClientV2 as genesys

practice = json.loads(os.environ["LATCHKEY_PRACTICE"])
assert practice["api"].startswith("http://127.0.0.1:"), "not a practice organization"
api = genesys.api_client.ApiClient(host=practice["api"])
api.get_client_credentials_token(practice["clientId"], practice["clientSecret"])
print(len(genesys.OAuthApi(api).get_oauth_clients().entities))
