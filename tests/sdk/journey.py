# The official Python SDK against the practice organization, the same journey as journey.mjs, run by hand.
# It must never touch a real organization: only loopback is accepted.
#
# pip install purecloudplatformclientv2==269.0.0
# LATCHKEY_PRACTICE="$(line printed by `cargo xtask practice`)" python journey.py

import json
import os

import PureCloudPlatformClientV2 as genesys

practice = json.loads(os.environ["LATCHKEY_PRACTICE"])
assert practice["api"].startswith("http://127.0.0.1:"), "not a practice organization"
api = genesys.api_client.ApiClient(host=practice["api"])
api.get_client_credentials_token(practice["clientId"], practice["clientSecret"])
oauth = genesys.OAuthApi(api)
authorization = genesys.AuthorizationApi(api)


def refused(call, *arguments):
    try:
        call(*arguments)
    except genesys.rest.ApiException as error:
        return error.status, json.loads(error.body)["code"]
    return None


employee = authorization.get_authorization_roles(name="employee").entities[0]
home = authorization.get_authorization_divisions_home()
pair = genesys.RoleDivision()
pair.role_id, pair.division_id = employee.id, home.id

machine = genesys.OAuthClientRequest()
machine.name, machine.authorized_grant_type = "Python journey", "CLIENT-CREDENTIALS"
machine.role_divisions, machine.state = [pair], "active"
login = genesys.OAuthClientRequest()
login.name, login.authorized_grant_type, login.state = "Python journey, code", "CODE", "active"
login.scope, login.registered_redirect_uri = ["user-basic-info"], ["http://localhost"]

for request in (machine, login):
    created = oauth.post_oauth_clients(request)
    assert created.secret
    assert created.id in [client.id for client in oauth.get_oauth_clients().entities]
    read = oauth.get_oauth_client(created.id)
    assert read.secret is None and read.name == request.name and read.date_created
    request.description = "Changed by the SDK"
    assert oauth.put_oauth_client(created.id, request).description == "Changed by the SDK"
    assert oauth.post_oauth_client_secret(created.id).secret != created.secret
    assert refused(oauth.delete_oauth_client, created.id) == (400, "cannot.delete.client")
    request.state = "inactive"
    oauth.put_oauth_client(created.id, request)
    oauth.delete_oauth_client(created.id)
    assert refused(oauth.get_oauth_client, created.id) == (404, "client.not.found")

print(json.dumps({"ok": True}))
