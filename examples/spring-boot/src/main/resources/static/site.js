"use strict";

// The value that requests repeat. The tokens themselves are out of the reach of scripts.
function csrf() {
  return document.cookie.match(/(?:^|; )csrf_token=([^;]*)/)?.[1] ?? "";
}

function send(method, path) {
  return fetch(path, {method, headers: {"X-CSRF-TOKEN": csrf()}});
}

// Where the access token has expired: once more, with a new one.
async function sendAndGoOn(method, path) {
  const answer = await send(method, path);
  if (answer.status !== 401) {
    return answer;
  }
  if ((await send("POST", "/refresh")).ok) {
    return send(method, path);
  }
  location.assign("/login?next=" + location.pathname);
  return answer;
}

document.addEventListener("click", async event => {
  const id = event.target.dataset.delete;
  if (id && (await sendAndGoOn("DELETE", "/notes/" + id)).ok) {
    event.target.closest("li").remove();
  }
});

for (const time of document.querySelectorAll("time")) {
  time.textContent = new Date(time.dateTime).toLocaleString([], {dateStyle: "medium", timeStyle: "short"});
}
