## Log in: an access token, which is fresh, and a refresh token
LOGIN=$(curl -s localhost:8080/login -H 'Content-Type: application/json' -d '{"name":"ada","password":"lovelace"}')
echo "$LOGIN"
# {"access_token":"…","refresh_token":"…","token_type":"Bearer","expires_in":900}
ACCESS=$(echo "$LOGIN" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
REFRESH=$(echo "$LOGIN" | sed 's/.*"refresh_token":"\([^"]*\)".*/\1/')
curl -sw '\n' localhost:8080/login -H 'Content-Type: application/json' -d '{"name":"ada","password":"guess"}'
# {"title":"Unauthorized","status":401,"detail":"The name or the password is wrong.","code":"credentials_refused"}

## Protected, optional, the current user, a role
curl -sw '\n' localhost:8080/protected -H "Authorization: Bearer $ACCESS"
# {"logged_in_as":"ada"}
curl -sw '\n' localhost:8080/protected
# {"title":"Unauthorized","status":401,"detail":"A token is required.","code":"token_missing"}
curl -sw '\n' localhost:8080/optional
# {"logged_in_as":"nobody"}
curl -sw '\n' localhost:8080/me -H "Authorization: Bearer $ACCESS"
# {"name":"ada","roles":["admin"]}
curl -sw '\n' localhost:8080/accounts -H "Authorization: Bearer $ACCESS"
# ["ada","grace"]

## Refresh: the new access token is not fresh
curl -sw '\n' localhost:8080/fresh -H "Authorization: Bearer $ACCESS"
# {"logged_in_as":"ada"}
NEWER=$(curl -s -X POST localhost:8080/refresh -H "Authorization: Bearer $REFRESH" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
curl -sw '\n' localhost:8080/fresh -H "Authorization: Bearer $NEWER"
# {"title":"Unauthorized","status":401,"detail":"A more recent authentication is required.","code":"fresh_token_required"}

## Other places for a token: the query string, a JSON body
curl -sw '\n' "localhost:8080/query-string?jwt=$ACCESS"
# {"logged_in_as":"ada"}
curl -sw '\n' localhost:8080/json-body -H 'Content-Type: application/json' -d "{\"access_token\":\"$ACCESS\"}"
# {"logged_in_as":"ada"}

## Cookies: requests that change something repeat the CSRF value
CSRF=$(curl -s -c cookies.txt localhost:8080/cookies/login -H 'Content-Type: application/json' -d '{"name":"grace","password":"hopper"}' | sed 's/.*"csrf_token":"\([^"]*\)".*/\1/')
curl -sw '\n' -b cookies.txt localhost:8080/protected
# {"logged_in_as":"grace"}
curl -sw '\n' -b cookies.txt localhost:8080/only-headers
# {"title":"Unauthorized","status":401,"detail":"A token is required.","code":"token_missing"}
curl -sw '\n' -b cookies.txt -X POST localhost:8080/cookies/refresh
# {"title":"Forbidden","status":403,"detail":"The CSRF value is missing.","code":"csrf_missing"}
curl -sw '\n' -b cookies.txt -c cookies.txt -X POST localhost:8080/cookies/refresh -H "X-CSRF-TOKEN: $CSRF"
# {"csrf_token":"…"}
curl -sw '\n' -b cookies.txt -X POST localhost:8080/logout -H "X-CSRF-TOKEN: $CSRF"
# {"logged_out":"grace"}
curl -sw '\n' -b cookies.txt localhost:8080/protected
# {"title":"Unauthorized","status":401,"detail":"The token has been revoked.","code":"token_revoked"}

## Revoke one token, then log out: all tokens of the login end
curl -sw '\n' -X POST localhost:8080/revoke -H "Authorization: Bearer $NEWER"
# {"revoked":"access"}
curl -sw '\n' localhost:8080/protected -H "Authorization: Bearer $NEWER"
# {"title":"Unauthorized","status":401,"detail":"The token has been revoked.","code":"token_revoked"}
curl -sw '\n' -X POST localhost:8080/logout -H "Authorization: Bearer $ACCESS"
# {"logged_out":"ada"}
curl -sw '\n' -X POST localhost:8080/refresh -H "Authorization: Bearer $REFRESH"
# {"title":"Unauthorized","status":401,"detail":"The token has been revoked.","code":"token_revoked"}
