/* Keeps the card, the next shifts and the check-in form usable without a network. Personal pages are kept only while somebody
   is signed in: signing out, or being asked to sign in, throws them away. */
"use strict";

var PERSON = "yw-person";
var FILES = "yw-files";
var KEPT = ["/me", "/me/card", "/me/check-in", "/me/sign-ups"];
/* The check of certificates is for anybody: kept as nobody in particular sees it, and not thrown away when somebody signs out. */
var CHECK = "yw-check";
var CHECK_PAGE = "/verify/offline";
var FILE = /^\/(css|js|img|webjars)\//;

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

self.addEventListener("message", function (event) {
  if (event.data === "keep") {
    event.waitUntil(Promise.all(KEPT.map(fetchPage)));
  } else if (event.data === "keep-check") {
    event.waitUntil(fetchCheck());
  } else if (event.data === "forget") {
    event.waitUntil(caches.delete(PERSON));
  }
});

self.addEventListener("fetch", function (event) {
  var request = event.request;
  var address = new URL(request.url);
  if (address.origin !== self.location.origin) {
    return;
  }
  if (address.pathname === "/sign-out" || address.pathname === "/sign-in") {
    event.waitUntil(caches.delete(PERSON));
    return;
  }
  if (request.method !== "GET") {
    return;
  }
  if (FILE.test(address.pathname)) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then(function (kept) { return kept || fetch(request); }));
  } else if (request.mode === "navigate" && address.pathname === CHECK_PAGE) {
    event.respondWith(fetch(request).catch(function (fault) {
      return caches.match(CHECK_PAGE, { ignoreVary: true }).then(function (kept) {
        if (!kept) {
          throw fault;
        }
        return kept;
      });
    }));
  } else if (request.mode === "navigate" && KEPT.indexOf(address.pathname) >= 0) {
    event.respondWith(fetch(request).then(function (answer) {
      if (answer.type === "opaqueredirect") {
        event.waitUntil(caches.delete(PERSON));
      } else if (answer.ok && !address.search) {
        event.waitUntil(keep(PERSON, address.pathname, answer.clone()));
      }
      return answer;
    }, function (fault) {
      return caches.match(address.pathname, { ignoreVary: true }).then(function (kept) {
        if (!kept) {
          throw fault;
        }
        return kept;
      });
    }));
  }
});

function fetchPage(path) {
  return fetch(path, { credentials: "same-origin", redirect: "manual" }).then(function (answer) {
    return answer.ok ? keep(PERSON, path, answer) : null;
  }, function () { return null; });
}

function fetchCheck() {
  return fetch(CHECK_PAGE, { credentials: "omit" }).then(function (answer) {
    return answer.ok ? keep(CHECK, CHECK_PAGE, answer) : null;
  }, function () { return null; });
}

/* A page with the style sheets and scripts that it names. */
function keep(store, path, answer) {
  return answer.clone().text().then(function (text) {
    var files = (text.match(/(?:src|href)="\/(?:css|js|img|webjars)\/[^"]+"/g) || []).map(function (found) {
      return found.slice(found.indexOf("\"") + 1, -1);
    });
    // The files first: a page that is kept can be shown.
    return caches.open(FILES).then(function (cache) {
      return Promise.all(files.map(function (file) {
        return cache.match(file, { ignoreVary: true }).then(function (kept) { return kept || cache.add(file).catch(function () { return null; }); });
      }));
    }).then(function () { return caches.open(store); }).then(function (cache) { return cache.put(path, answer); });
  });
}
