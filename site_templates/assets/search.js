// Search over small shards, made by generator/site/search.py: fold, tokens and hash are the same there.
(function () {
  "use strict";
  var form, field, list, status, box, cache = {};
  var MOST = 50;

  function fold(text) { return text.normalize("NFKC").toLowerCase(); }

  function tokens(text) {
    var found = {}, runs = fold(text).match(/[a-z0-9]+|[\u3400-\u9fff\uf900-\ufaff]+/g) || [];
    runs.forEach(function (run) {
      if (run < "\u3400" || run.length === 1) { found[run] = 1; return; }
      for (var i = 0; i < run.length - 1; i++) found[run.slice(i, i + 2)] = 1;
    });
    return Object.keys(found);
  }

  function shardOf(token, shards) {
    var number = 0;
    for (var i = 0; i < token.length; i++) number = (number * 31 + token.charCodeAt(i)) % 65536;
    return number % shards;
  }

  function load(name) {
    var address = form.getAttribute("action") + name + ".json";
    cache[address] = cache[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address);
      return answer.json();
    });
    return cache[address];
  }

  function unique(numbers) { return numbers.filter(function (one, i) { return numbers.indexOf(one) === i; }); }

  function candidates(wanted) {
    var shards = +form.dataset.shards;
    return Promise.all(wanted.map(function (token) { return load("s" + shardOf(token, shards)); })).then(function (loaded) {
      var lists = loaded.map(function (shard, i) {
        return Object.prototype.hasOwnProperty.call(shard, wanted[i]) ? shard[wanted[i]] : [];
      });
      return lists.reduce(function (all, next) { return all.filter(function (one) { return next.indexOf(one) >= 0; }); });
    });
  }

  function texts(numbers) {
    var chunk = +form.dataset.chunk;
    var needed = unique(numbers.map(function (one) { return Math.floor(one / chunk); }));
    return Promise.all(needed.map(function (one) { return load("d" + one); })).then(function (loaded) {
      return numbers.map(function (one) { return loaded[needed.indexOf(Math.floor(one / chunk))][one % chunk]; });
    });
  }

  function show(found, more) {
    list.textContent = "";
    found.forEach(function (one) {
      var item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
      link.href = one[0]; link.textContent = one[1]; text.textContent = one[2];
      item.appendChild(link); item.appendChild(text); list.appendChild(item);
    });
    var code = found.length ? (more ? "more" : "found") : "none";
    status.textContent = status.dataset[code].replace("{n}", found.length);
  }

  function search(query) {
    var words = fold(query).split(/\s+/).filter(Boolean), wanted = tokens(query);
    if (!wanted.length) { show([], false); return; }
    status.textContent = status.dataset.loading;
    candidates(wanted).then(function (numbers) {
      var most = numbers.slice(0, MOST * 4);
      return texts(most).then(function (found) {
        var right = found.filter(function (one) {
          var whole = fold(one[1] + " " + one[2]);
          return words.every(function (word) { return whole.indexOf(word) >= 0; });
        });
        show(right.slice(0, MOST), right.length > MOST || numbers.length > most.length);
      });
    }).catch(function () { status.textContent = status.dataset.failed; });
  }

  document.addEventListener("DOMContentLoaded", function () {
    form = document.getElementById("search"); box = document.getElementById("search-box");
    if (!form || !window.fetch) return;
    field = document.getElementById("search-field");
    list = document.getElementById("search-results"); status = document.getElementById("search-status");
    box.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      search(field.value);
      history.replaceState(null, "", "#" + encodeURIComponent(field.value));
    });
    var asked = decodeURIComponent(location.hash.slice(1));
    if (asked) { field.value = asked; search(asked); }
  });
})();
