/* Checks the code of a certificate in the browser, with network or without: reads it from a camera, a picture or as text,
   and compares its signature with the public keys that came with the page. */
(function () {
  "use strict";

  var root = document.querySelector("[data-keys]");
  if (!root) {
    return;
  }
  var keys = JSON.parse(root.dataset.keys);
  var BEGINNING = "YW1.";
  var LINE = "yiwang signature v1\ncertificate\n";
  var text = root.querySelector("[data-text]");
  var video = root.querySelector("video");
  var stream = null;
  var asked = null;

  // The service worker keeps this page, without anybody's name on it, so that the next check needs no network.
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.ready.then(function (ready) {
      if (navigator.onLine) {
        ready.active.postMessage("keep-check");
      }
    });
  }

  function decode(code) {
    var rest = code.trim();
    var hash = rest.indexOf("#");
    rest = hash < 0 ? rest : rest.slice(hash + 1);
    if (rest.slice(0, BEGINNING.length) !== BEGINNING || !/^[A-Za-z0-9_-]+$/.test(rest.slice(BEGINNING.length))) {
      return null;
    }
    var body = rest.slice(BEGINNING.length);
    var bytes;
    try {
      var plain = window.atob(body.replace(/-/g, "+").replace(/_/g, "/"));
      bytes = Uint8Array.from(plain, function (c) { return c.charCodeAt(0); });
    } catch (fault) {
      return null;
    }
    // One way to write it only: bits that belong to no byte may not carry anything.
    var again = window.btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    if (again !== body || bytes.length < 75 || bytes.length > 1500) {
      return null;
    }
    return {
      keyId: Array.from(bytes.subarray(0, 8), function (b) { return b.toString(16).padStart(2, "0"); }).join(""),
      signature: bytes.slice(8, 72),
      payload: bytes.slice(72)
    };
  }

  function keyBytes(key) {
    return Uint8Array.from(window.atob(key.key), function (c) { return c.charCodeAt(0); });
  }

  function isSigned(key, message, signature) {
    if (key.algorithm === "SM2") {
      // The last 64 bytes of a SubjectPublicKeyInfo are the point.
      return Promise.resolve(yiwangSm2.verify(keyBytes(key).slice(-64), message, signature));
    }
    return window.crypto.subtle.importKey("spki", keyBytes(key), { name: "Ed25519" }, false, ["verify"]).then(function (imported) {
      return window.crypto.subtle.verify({ name: "Ed25519" }, imported, signature, message);
    });
  }

  /* What a code says: {result: genuine | forged | unknown-key | unreadable, fields}. */
  function check(code, known) {
    var parts = decode(code);
    if (!parts) {
      return Promise.resolve({ result: "unreadable" });
    }
    var key = (known || keys).filter(function (k) { return k.id === parts.keyId; })[0];
    if (!key) {
      return Promise.resolve({ result: "unknown-key" });
    }
    var line = new TextEncoder().encode(LINE);
    var message = new Uint8Array(line.length + parts.payload.length);
    message.set(line);
    message.set(parts.payload, line.length);
    return isSigned(key, message, parts.signature).then(function (signed) {
      if (!signed) {
        return { result: "forged" };
      }
      var fields = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(parts.payload));
      return fields[0] === 1 ? { result: "genuine", fields: fields } : { result: "unreadable" };
    }).catch(function () { return { result: "forged" }; });
  }

  function hours(minutes) {
    var tenths = Math.floor((minutes + 3) / 6);
    return Math.floor(tenths / 10) + "." + (tenths % 10);
  }
  function put(name, value) {
    root.querySelector("[data-field=" + name + "]").textContent = value;
  }
  function moment(second) {
    return new Date(second * 1000).toLocaleString(document.documentElement.lang, { timeZone: root.dataset.zone, dateStyle: "long", timeStyle: "short" });
  }
  function grades(fields) {
    var body = root.querySelector("[data-grades]");
    body.textContent = "";
    ["A", "B", "C", "D", "-"].forEach(function (grade, i) {
      if (!fields[9][i] && !fields[10][i]) {
        return;
      }
      var row = body.insertRow();
      var head = document.createElement("th");
      head.scope = "row";
      head.textContent = grade === "-" ? root.dataset.noGrade : grade;
      row.appendChild(head);
      [fields[9][i], fields[10][i]].forEach(function (minutes) {
        var cell = row.insertCell();
        cell.className = "text-end";
        cell.textContent = hours(minutes);
      });
    });
  }

  function show(answer) {
    asked = null;
    root.querySelectorAll("[data-result]").forEach(function (part) {
      part.hidden = part.dataset.result !== answer.result;
    });
    root.querySelectorAll("[data-state]").forEach(function (part) { part.hidden = true; });
    root.dataset.shown = answer.result;
    root.dataset.state = "";
    if (answer.result === "genuine") {
      var f = answer.fields;
      put("number", f[1]);
      put("name", f[2]);
      put("document", f[3]);
      put("period", f[4] + " – " + f[5]);
      put("records", f[6]);
      put("credit", hours(f[7]));
      put("honour", hours(f[8]));
      put("issuer", f[11]);
      put("issued", moment(f[12]));
      put("log", f[13] ? f[13] + " · " + f[14] : "–");
      grades(f);
      askState(f);
    }
    var shown = root.querySelector("[data-result=" + answer.result + "]");
    shown.focus();
  }

  /* How the platform says that it stands; a state that a later platform may add is none that this page can call good. */
  var STATES = { VALID: "valid", UNDER_REVIEW: "review", LOG_DISAGREES: "log", VOID: "void", UNKNOWN: "unknown" };
  var BAD = ["log", "void", "unknown", "altered"];

  /* Where hours went is said beside how it stands; of hours certified elsewhere nobody says that they still count. */
  function state(name, found) {
    var moved = found && found.movedTo;
    var shown = moved && name === "valid" ? ["moved"] : moved ? [name, "moved"] : [name];
    root.querySelectorAll("[data-state]").forEach(function (part) { part.hidden = shown.indexOf(part.dataset.state) < 0; });
    root.querySelector("[data-genuine]").hidden = BAD.indexOf(name) >= 0;
    root.dataset.state = shown.join(" ");
    if (name === "void") {
      put("void-since", moment(Date.parse(found.voidSince) / 1000));
    }
    if (moved) {
      put("moved-to", moved.platform + " · " + moment(Date.parse(moved.at) / 1000));
    }
  }

  /* The signature says that it is genuine; only the platform knows whether it still counts. */
  function askState(fields) {
    put("unknown-since", moment(fields[12]));
    if (!navigator.onLine) {
      state("offline");
      return;
    }
    root.querySelector("[data-genuine]").hidden = false;
    asked = fields;
    window.fetch("/api/v1/verify", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ number: fields[1], name: fields[2] })
    }).then(function (answer) { return answer.json(); }).catch(function () { return {}; }).then(function (found) {
      // Whoever scans the next one meanwhile is not told about the last.
      if (asked === fields) {
        state(found.code === "certificate.altered" ? "altered" : STATES[found.state] || "offline", found);
      }
    });
  }

  function run(code) {
    return check(code).then(function (answer) { show(answer); return answer; });
  }

  root.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    run(text.value);
  });

  /* The text in a picture's QR code, null if none is found. */
  function read(source, width, height) {
    var canvas = document.createElement("canvas");
    var scale = Math.min(1, 1600 / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    var context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    if ("BarcodeDetector" in window) {
      return new window.BarcodeDetector({ formats: ["qr_code"] }).detect(canvas).then(function (found) {
        return found.length ? found[0].rawValue : decodePicture(context, canvas);
      }, function () { return decodePicture(context, canvas); });
    }
    return Promise.resolve(decodePicture(context, canvas));
  }
  function decodePicture(context, canvas) {
    var found = window.jsQR(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
    return found ? found.data : null;
  }

  root.querySelector("input[type=file]").addEventListener("change", function (event) {
    var file = event.target.files[0];
    if (!file) {
      return;
    }
    window.createImageBitmap(file).then(function (picture) {
      return read(picture, picture.width, picture.height);
    }).then(function (code) { return run(code || ""); }, function () { return run(""); });
  });

  var camera = root.querySelector("[data-camera]");
  if (navigator.mediaDevices && navigator.mediaDevices.getUserMedia) {
    camera.hidden = false;
    camera.addEventListener("click", function () {
      if (stream) {
        stop();
        return;
      }
      navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (opened) {
        stream = opened;
        video.srcObject = opened;
        video.hidden = false;
        return video.play();
      }).then(look, function () {
        stop();
        camera.hidden = true;
      });
    });
  }
  function stop() {
    if (stream) {
      stream.getTracks().forEach(function (track) { track.stop(); });
    }
    stream = null;
    video.hidden = true;
  }
  function look() {
    if (!stream) {
      return;
    }
    if (!video.videoWidth) {
      window.setTimeout(look, 300);
      return;
    }
    read(video, video.videoWidth, video.videoHeight).then(function (code) {
      if (code) {
        stop();
        text.value = code;
        run(code);
      } else {
        window.setTimeout(look, 300);
      }
    });
  }

  // A phone's own camera opens the address in the code, with the code behind the #, which no server is sent.
  function fromAddress() {
    if (window.location.hash.length > 1) {
      text.value = window.location.hash.slice(1);
      run(text.value);
    }
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
  window.yiwangCertificate = { check: check };
})();
