/* Comforts of checking in: the position is sent along if the person allows it, and the camera reads codes where the
   browser can. Without this file one types the six digits. */
(function () {
  "use strict";

  var forms = document.querySelectorAll("form[data-locate]");
  if (forms.length && navigator.geolocation) {
    navigator.geolocation.getCurrentPosition(function (found) {
      forms.forEach(function (form) {
        form.querySelector("[data-latitude]").value = found.coords.latitude.toFixed(5);
        form.querySelector("[data-longitude]").value = found.coords.longitude.toFixed(5);
      });
    }, function () {}, { enableHighAccuracy: true, timeout: 8000, maximumAge: 30000 });
  }

  var box = document.querySelector("[data-scan]");
  if (!box || !("BarcodeDetector" in window) || !navigator.mediaDevices) {
    return;
  }
  box.hidden = false;
  box.querySelector("[data-scan-start]").addEventListener("click", function (event) {
    var video = box.querySelector("video");
    var detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (stream) {
      event.target.hidden = true;
      video.hidden = false;
      video.srcObject = stream;
      return video.play();
    }).then(function look() {
      detector.detect(video).then(function (codes) {
        if (!codes.length) {
          window.requestAnimationFrame(look);
          return;
        }
        video.srcObject.getTracks().forEach(function (track) { track.stop(); });
        use(codes[0].rawValue);
      }, function () { window.requestAnimationFrame(look); });
    }, function () { box.hidden = true; });
  });

  function use(text) {
    if (box.dataset.scan === "go") {
      var address = new URL(text, window.location.href);
      if (address.origin === window.location.origin && address.pathname.indexOf("/a/") === 0) {
        window.location.assign(address.href);
      }
      return;
    }
    var form = document.querySelector(box.dataset.scan);
    form.elements.card.value = text;
    form.requestSubmit();
  }
})();
