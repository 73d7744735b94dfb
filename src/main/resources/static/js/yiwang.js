/* Comforts only: every page works without this file. No inline scripts anywhere, so a strict content policy holds. */
(function () {
  "use strict";

  // A form is sent once. Opt out with data-repeat.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var button = event.submitter;
    var question = (button && button.dataset.confirm) || form.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.method !== "post" || "repeat" in form.dataset || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    if (button) {
      button.classList.add("is-sending");
      button.setAttribute("aria-busy", "true");
    }
  });
  // Coming back by the back button shows the page as it was left: let it be sent again.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(unlock);
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.target.closest && event.target.closest("form[data-sent]");
    if (form) {
      unlock(form);
    }
  });
  function unlock(form) {
    delete form.dataset.sent;
    form.querySelectorAll(".is-sending").forEach(function (button) {
      button.classList.remove("is-sending");
      button.removeAttribute("aria-busy");
    });
  }

  // Reading aloud, in elder mode: the browser's own voice, paragraph by paragraph.
  var reader = document.querySelector("[data-read]");
  if (reader && "speechSynthesis" in window) {
    var voice = window.speechSynthesis;
    var label = reader.querySelector("span");
    var start = label.textContent;
    reader.hidden = false;
    reader.addEventListener("click", function () {
      if (voice.speaking) {
        voice.cancel();
        label.textContent = start;
        return;
      }
      var text = document.querySelector(reader.dataset.read).innerText.replace(start, "");
      var parts = text.split(/\n+/).filter(function (line) { return line.trim(); });
      parts.forEach(function (line, at) {
        var words = new SpeechSynthesisUtterance(line);
        words.lang = document.documentElement.lang;
        words.rate = 0.9;
        if (at === parts.length - 1) {
          words.onend = function () { label.textContent = start; };
        }
        voice.speak(words);
      });
      label.textContent = reader.dataset.stop;
    });
    window.addEventListener("pagehide", function () { voice.cancel(); });
  }

  // <input data-filter="#list > li"> hides what does not contain the words.
  document.addEventListener("input", function (event) {
    var field = event.target;
    if (!field.dataset || !field.dataset.filter) {
      return;
    }
    var words = field.value.trim().toLowerCase();
    document.querySelectorAll(field.dataset.filter).forEach(function (row) {
      row.hidden = words !== "" && row.textContent.toLowerCase().indexOf(words) < 0;
    });
  });

  // A choice that needs no button: <select data-autosubmit>.
  document.addEventListener("change", function (event) {
    if (event.target.matches && event.target.matches("[data-autosubmit]") && event.target.form) {
      event.target.form.requestSubmit();
    }
  });

  // Things only a script can do show their button only with one: data-print, data-copy, data-fullscreen.
  document.querySelectorAll("[data-print],[data-copy],[data-fullscreen]").forEach(function (button) { button.hidden = false; });
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-print],[data-copy],[data-fullscreen]");
    if (button && "print" in button.dataset) {
      window.print();
    } else if (button && button.dataset.copy && navigator.clipboard) {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        if (button.dataset.copied) {
          button.textContent = button.dataset.copied;
        }
      });
    } else if (button && "fullscreen" in button.dataset && document.documentElement.requestFullscreen) {
      document.documentElement.requestFullscreen();
    }
    // A menu closes when one clicks elsewhere.
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
  });

  // After a refused form, go to what is wrong.
  var wrong = document.querySelector("#form-refusal, .is-invalid");
  if (wrong) {
    wrong.setAttribute("tabindex", "-1");
    wrong.focus();
  }
})();
