// The 大字版 switch. Without JavaScript its button stays hidden, and the page is as it is.
// All that changes how the page looks is done here, before anything is drawn: nothing moves later.
(function () {
  "use strict";
  var root = document.documentElement;
  function kept() {
    try { return localStorage.getItem("big") === "1"; } catch (e) { return false; }
  }
  function show(big) {
    var folded = document.getElementById("folded");
    root.classList.toggle("big", big);
    folded.media = folded.getAttribute(big ? "data-big" : "data-normal");
  }
  root.classList.add("scripted");
  if ("noModule" in document.createElement("script")) { root.classList.add("modern"); }
  show(kept());
  document.addEventListener("DOMContentLoaded", function () {
    document.getElementById("big").addEventListener("click", function () {
      var big = !root.classList.contains("big");
      try { localStorage.setItem("big", big ? "1" : "0"); } catch (e) { /* the choice lasts for this page */ }
      show(big);
    });
  });
})();
