// Says the weekday and the era year of the day in the three boxes; the words come from the page.
const firstOfReiwa = Date.UTC(2019, 4, 1);

function number(text) {
  return Number(text.normalize("NFKC").replace(/[^0-9]/g, ""));
}

function year(text) {
  const plain = text.normalize("NFKC").trim();
  return /^(令和|R)/i.test(plain) ? number(plain.replace("元", "1")) + 2018 : number(plain);
}

function read(row) {
  const [y, m, d] = [...row.querySelectorAll("input")].map((input, i) => (i === 0 ? year(input.value) : number(input.value)));
  const place = row.querySelector("[data-date-reading]");
  const time = Date.UTC(y, m - 1, d);
  const day = new Date(time);
  const isDay = y > 1900 && day.getUTCMonth() === m - 1 && day.getUTCDate() === d;
  place.textContent = isDay && time >= firstOfReiwa
    ? place.dataset.dateReading
      .replace("{0}", place.dataset.weekdays[day.getUTCDay()])
      .replace("{1}", place.dataset.era.replace("{0}", y === 2019 ? "元" : String(y - 2018)))
    : "";
}

for (const row of document.querySelectorAll("[data-date-parts]")) {
  row.addEventListener("input", () => read(row));
}
