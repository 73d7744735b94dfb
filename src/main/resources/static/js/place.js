/* "Use my position": fills the coordinates of a place from where the device is. Without this file one types them. */
(function () {
  "use strict";
  document.querySelectorAll("[data-place]").forEach(function (box) {
    if (!("geolocation" in navigator)) {
      return;
    }
    var button = box.querySelector("button");
    var told = box.querySelector("[role=status]");
    box.hidden = false;
    button.addEventListener("click", function () {
      button.setAttribute("aria-busy", "true");
      told.textContent = "";
      navigator.geolocation.getCurrentPosition(function (found) {
        button.removeAttribute("aria-busy");
        document.getElementById("latitude").value = found.coords.latitude.toFixed(5);
        document.getElementById("longitude").value = found.coords.longitude.toFixed(5);
        told.textContent = box.dataset.done.replace("0", String(Math.max(1, Math.round(found.coords.accuracy))));
      }, function (why) {
        button.removeAttribute("aria-busy");
        told.textContent = why.code === why.PERMISSION_DENIED ? box.dataset.denied : box.dataset.fault;
      }, { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 });
    });
  });
})();
