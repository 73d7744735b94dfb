/* Without a network: says so, keeps a typed check-in on the phone and sends it when the network is back. */
(function () {
  "use strict";

  var QUEUE = "yw-checks";
  var signedIn = document.body.dataset.person === "yes";
  var banner = document.querySelector("[data-offline]");
  var later = document.querySelector("[data-later]");

  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/sw.js").then(function () { return navigator.serviceWorker.ready; }).then(function (ready) {
      if (navigator.onLine) {
        ready.active.postMessage(signedIn ? "keep" : "forget");
      }
    }, function () {});
  }

  function queue() {
    try {
      return JSON.parse(window.localStorage.getItem(QUEUE)) || [];
    } catch (fault) {
      return [];
    }
  }
  function store(checks) {
    try {
      if (checks.length) {
        window.localStorage.setItem(QUEUE, JSON.stringify(checks));
      } else {
        window.localStorage.removeItem(QUEUE);
      }
      return true;
    } catch (fault) {
      return false;
    }
  }
  function say(text) {
    if (later) {
      later.textContent = text;
      later.hidden = false;
    }
  }
  function show() {
    if (banner) {
      banner.hidden = navigator.onLine;
    }
  }

  document.querySelectorAll("form[data-keep]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (navigator.onLine) {
        return;
      }
      event.preventDefault();
      var data = new FormData(form);
      var kept = store(queue().concat([{
        key: window.crypto.randomUUID(),
        volunteer: data.get("volunteer"),
        digits: data.get("digits"),
        direction: event.submitter ? event.submitter.value : "IN",
        latitude: data.get("latitude"),
        longitude: data.get("longitude"),
        statedAt: new Date().toISOString()
      }]));
      if (kept) {
        form.elements.digits.value = "";
        say(later.dataset.kept);
      }
    });
  });

  // One after the other; a check is let go only once the server has answered it.
  var sending = false;
  function send() {
    var checks = queue();
    if (sending || !checks.length || !signedIn || !navigator.onLine) {
      return;
    }
    sending = true;
    var headers = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
    window.fetch("/me/check-in/later", {
      method: "POST", headers: headers, body: new URLSearchParams(checks[0]), redirect: "manual"
    }).then(function (answer) {
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      return answer.json();
    }).then(function (result) {
      store(queue().filter(function (check) { return check.key !== checks[0].key; }));
      sending = false;
      say(result.text);
      send();
    }, function () { sending = false; });
  }

  document.addEventListener("submit", function (event) {
    if (event.target.getAttribute("action") === "/sign-out") {
      store([]);
    }
  });
  window.addEventListener("online", function () { show(); send(); });
  window.addEventListener("offline", show);
  show();
  send();
})();
