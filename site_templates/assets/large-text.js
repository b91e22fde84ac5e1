// The 大字版 switch. Without JavaScript its button stays hidden, and the page is as it is.
(function () {
  "use strict";
  var root = document.documentElement;
  function kept() {
    try { return localStorage.getItem("big") === "1"; } catch (e) { return false; }
  }
  function enlarge(big) {
    var folded = document.getElementById("folded");
    root.classList.toggle("big", big);
    folded.media = folded.getAttribute(big ? "data-big" : "data-normal");
  }
  function show(button, big) {
    enlarge(big);
    button.textContent = button.getAttribute(big ? "data-normal" : "data-big");
  }
  if (kept()) { enlarge(true); }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("big");
    button.hidden = false;
    show(button, kept());
    button.addEventListener("click", function () {
      var big = !root.classList.contains("big");
      try { localStorage.setItem("big", big ? "1" : "0"); } catch (e) { /* the choice lasts for this page */ }
      show(button, big);
    });
  });
})();
