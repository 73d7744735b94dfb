/* "Near me": asks the phone where it is and opens the list ordered by distance. The place is rounded to about 100 m. */
(function () {
  "use strict";
  document.querySelectorAll("[data-near]").forEach(function (button) {
    if (!("geolocation" in navigator)) {
      return;
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      button.setAttribute("aria-busy", "true");
      navigator.geolocation.getCurrentPosition(function (found) {
        var join = button.dataset.near.indexOf("?") < 0 ? "?" : "&";
        window.location.href = button.dataset.near + join + "lat=" + found.coords.latitude.toFixed(3) +
          "&lng=" + found.coords.longitude.toFixed(3);
      }, function () {
        button.removeAttribute("aria-busy");
        button.textContent = button.dataset.fault;
      }, { timeout: 10000, maximumAge: 300000 });
    });
  });
})();
