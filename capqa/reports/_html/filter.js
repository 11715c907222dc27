"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const rows = Array.from(document.querySelectorAll("tr[data-language]"));
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const groups = Array.from(document.querySelectorAll("tbody"));
  const shown = form.querySelector("output");
  const total = rows.length.toLocaleString("en");

  const apply = () => {
    const { language, file, words } = form.elements;
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const fits = (!language.value || row.dataset.language === language.value)
        && (!file.value || row.dataset.file === file.value)
        && wanted.every((word) => texts[index].includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    groups.forEach((group) => {
      group.hidden = !group.querySelector("tr[data-language]:not([hidden])");
    });
    shown.value = `${count.toLocaleString("en")} of ${total} findings shown`;
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  apply();
})();
